#!/usr/bin/env bash
# How fast a class is graded, against `mvn test` once per fork, on the same submissions in the same run.
#
#   mvn -q package -DskipTests && grader/benchmark.sh [SIZE...]      (default: 10 60)
#
# SEED draws other submissions from the bank; MAVEN says how many forks Maven tests (default 6, half of them before
# the grader and half after it); JOBS is the grader's --jobs. Needs bash, git, Maven and Linux's /proc.
set -euo pipefail
cd "$(dirname "$0")/.."
sizes=("${@:-10}")
[ $# -gt 0 ] || sizes=(10 60)
seed=${SEED:-1} maven=${MAVEN:-6} jobs=${JOBS:-$(nproc)}
jar=$PWD/grader/target/grader.jar
[ -f "$jar" ] || { echo "no $jar: build it with mvn -q package -DskipTests" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
RANDOM=$seed

now() { date +%s%N; }
seconds() { awk -v ns="$1" 'BEGIN { printf "%.1f", ns / 1e9 }'; }

# The students' tree: what git has, less the grader, and without what only the authors of the course switch on.
mkdir "$work/tree"
git archive HEAD | tar -x -C "$work/tree" --exclude=./grader --exclude=grader
sed -i '/<module>grader/d' "$work/tree/pom.xml"
sed -i '/-Pstrict/d' "$work/tree/.mvn/maven.config"

# make_class FOLDER SIZE: each fork has one solution from the bank for each exercise.
make_class() {
  local exercise file entries i target
  for ((i = 1; i <= $2; i++)); do
    for exercise in weather clock echo-single echo-multi; do
      entries=(grader/src/test/bank/"$exercise"/*/*.java)
      file=${entries[RANDOM % ${#entries[@]}]}
      target=$(cd "$work/tree" && grep -rl 'BEGIN SOLUTION' "$exercise/src/main/java" | head -n 1)
      mkdir -p "$1/fork$i/$(dirname "$target")"
      cp "$file" "$1/fork$i/$target"
    done
  done
}

# test_with_maven FORK: nanoseconds that mvn test takes in a fresh copy of the tree with the fork's files.
test_with_maven() {
  local copy begin
  copy=$(mktemp -d -p "$work")
  cp -R "$work/tree/." "$copy"
  cp -R "$1/." "$copy"
  begin=$(now)
  (cd "$copy" && mvn -q --fail-at-end test >/dev/null 2>&1) || true
  echo $(($(now) - begin))
  rm -rf "$copy"
}

# grade FOLDER: nanoseconds and the peak of the grader's own memory in MiB.
grade() {
  local begin pid peak=0 kib
  begin=$(now)
  java -jar "$jar" grade "$1" --out "$1-grades" --seed "$seed" --jobs "$jobs" >/dev/null 2>&1 &
  pid=$!
  while kib=$(awk '/VmHWM/ { print $2 }' "/proc/$pid/status" 2>/dev/null) && [ -n "$kib" ]; do
    peak=$kib
    read -r -t 0.2 <> <(:) || true
  done
  wait "$pid" || true
  echo "$(($(now) - begin)) $((peak / 1024))"
}

echo "seed $seed, $(nproc) processors, $(java -version 2>&1 | head -n 1), $(mvn -v 2>/dev/null | head -n 1)"
for size in "${sizes[@]}"; do
  make_class "$work/class$size" "$size"
  some=$((maven < size ? maven : size))
  total=0
  for ((i = 1; i <= some; i++)); do
    if ((i == some / 2 + 1)); then
      read -r spent peak < <(grade "$work/class$size")
    fi
    total=$((total + $(test_with_maven "$work/class$size/fork$i")))
  done
  awk -v n="$size" -v g="$spent" -v m="$total" -v k="$some" -v peak="$peak" 'BEGIN {
    printf "%4d submissions: %6.1f s, %5.2f s each, %4.0f a minute; grader at most %d MiB; ", n, g / 1e9, g / n / 1e9, 6e10 * n / g, peak
    printf "mvn test %5.1f s each (%d forks): %.1f times as long\n", m / k / 1e9, k, (m / k) / (g / n)
  }'
done
