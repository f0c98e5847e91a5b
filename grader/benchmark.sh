#!/usr/bin/env bash
# How fast a class is graded, against `mvn test` once per fork, on the same submissions in the same run: in seconds that
# pass, and in seconds of processor time of everything that is started, which depend less on what else the machine does.
#
#   mvn -q package -DskipTests && grader/benchmark.sh [SIZE...]      (default: 10 60)
#
# SEED draws other submissions from the bank; MAVEN says how many forks Maven tests (default 6, half of them before
# the grader and half after it); JOBS is the grader's --jobs, ISOLATION (process) its --isolation; CLASS=right draws right
# solutions only. Needs bash, git, Maven, pgrep and Linux's /proc. Where a control group can be made (root, mostly), it
# counts the processor time; else the shell does, and misses what nobody has waited for, such as a sandbox that is killed.
set -euo pipefail
cd "$(dirname "$0")/.."
sizes=("${@:-10}")
[ $# -gt 0 ] || sizes=(10 60)
seed=${SEED:-1} maven=${MAVEN:-6} jobs=${JOBS:-$(nproc)} isolation=${ISOLATION:-process}
jar=$PWD/grader/target/grader.jar
[ -f "$jar" ] || { echo "no $jar: build it with mvn -q package -DskipTests" >&2; exit 2; }
work=$(mktemp -d)
group="" usage=""
clean_up() {
  rm -rf "$work"
  [ -z "$group" ] || rmdir "$group" || echo "left behind: $group" >&2
}
trap clean_up EXIT
RANDOM=$seed

# The file in which the system counts the time of a control group: in nanoseconds, or in microseconds behind a word.
if mkdir "/sys/fs/cgroup/cpuacct/tp6-benchmark-$$" 2>/dev/null; then
  group=/sys/fs/cgroup/cpuacct/tp6-benchmark-$$ usage=cpuacct.usage
elif mkdir "/sys/fs/cgroup/tp6-benchmark-$$" 2>/dev/null; then
  group=/sys/fs/cgroup/tp6-benchmark-$$ usage=cpu.stat
fi

# measured COMMAND...: runs it, whatever its exit status, and leaves in $work/cost how many seconds of processor time
# that took.
measured() {
  local before TIMEFORMAT='%U %S'
  before=$(used)
  { time counted "$@" >/dev/null 2>&1; } 2>"$work/times" || true
  if [ -n "$group" ]; then
    awk -v a="$before" -v b="$(used)" 'BEGIN { print b - a }' >"$work/cost"
  else
    awk '{ print $1 + $2 }' "$work/times" >"$work/cost"
  fi
}

# counted COMMAND...: runs it in the control group, where there is one.
counted() (
  [ -z "$group" ] || echo "$BASHPID" >"$group/cgroup.procs"
  exec "$@"
)

# used: the seconds of processor time in the control group so far.
used() {
  case $usage in
    cpuacct.usage) awk '{ print $1 / 1e9 }' "$group/$usage" ;;
    cpu.stat) awk '/^usage_usec/ { print $2 / 1e6 }' "$group/$usage" ;;
  esac
}

mapfile -t exercises < <(sed -n 's|^ *<module>\(.*\)</module>|\1|p' pom.xml | grep -vxE 'common|grader')

now() { date +%s%N; }

# The students' tree: what git has, less the grader, and without what only the authors of the course switch on.
mkdir "$work/tree"
git archive HEAD | tar -x -C "$work/tree" --exclude=./grader --exclude=grader
sed -i '/<module>grader/d' "$work/tree/pom.xml"
sed -i '/-Pstrict/d' "$work/tree/.mvn/maven.config"

# make_class FOLDER SIZE: each fork has one solution from the bank for each exercise.
make_class() {
  local exercise file entries i target
  for ((i = 1; i <= $2; i++)); do
    for exercise in "${exercises[@]}"; do
      mapfile -t entries < <(compgen -G "grader/src/test/bank/$exercise/${CLASS:-*}/*.java")
      file=${entries[RANDOM % ${#entries[@]}]}
      target=$(cd "$work/tree" && grep -rl 'BEGIN SOLUTION' "$exercise/src/main/java" | head -n 1)
      mkdir -p "$1/fork$i/$(dirname "$target")"
      cp "$file" "$1/fork$i/$target"
    done
  done
}

# test_with_maven FORK: nanoseconds that mvn test takes in a fresh copy of the tree with the fork's files, and seconds of
# processor time. The points that it gives are left in FORK.points, exercise by exercise.
test_with_maven() {
  local copy begin exercise
  copy=$(mktemp -d -p "$work")
  cp -R "$work/tree/." "$copy"
  cp -R "$1/." "$copy"
  begin=$(now)
  measured mvn -q -f "$copy" --fail-at-end test -Dseed="$seed"
  echo $(($(now) - begin)) "$(cat "$work/cost")"
  for exercise in "${exercises[@]}"; do
    sed -n 's/^  "earned" : \([0-9]*\),$/\1/p' "$copy/$exercise/target/grade.json"
  done | paste -sd, >"$1.points"
  rm -rf "$copy"
}

# grade FOLDER: nanoseconds, seconds of processor time, and the peak of the grader's own memory in MiB.
grade() {
  local begin pid grader="" peak=0 kib
  begin=$(now)
  measured java -jar "$jar" grade "$1" --isolation "$isolation" --out "$1-grades" --seed "$seed" --jobs "$jobs" &
  pid=$!
  # The grader itself is the first process that the one on the command line starts.
  while kill -0 "$pid" 2>/dev/null; do
    [ -n "$grader" ] || grader=$(pgrep -f -- "^[^ ]*java .*tp6.grader.parent.* grade $1 " | head -n 1 || true)
    kib=$(awk '/VmHWM/ { print $2 }' "/proc/$grader/status" 2>/dev/null || true)
    peak=${kib:-$peak}
    read -r -t 0.2 <> <(:) || true
  done
  wait "$pid" || true
  echo "$(($(now) - begin)) $(cat "$work/cost") $((peak / 1024))"
}

# disagreements CLASS: the forks of which Maven has tested some, and to which the grader gives other points.
disagreements() {
  local points fork
  for points in "$1"/*.points; do
    fork=$(basename "$points" .points)
    grep -q "^$fork,.*,$(cat "$points")," "$1-grades/grades.csv" || echo "$fork"
  done
}

echo "seed $seed, $(nproc) processors, $(java -version 2>&1 | head -n 1), $(mvn -B -v 2>/dev/null | head -n 1 | sed "s,\x1b\[[0-9;]*m,,g")"
for size in "${sizes[@]}"; do
  make_class "$work/class$size" "$size"
  some=$((maven < size ? maven : size))
  total=0 worked=0
  for ((i = 1; i <= some; i++)); do
    if ((i == some / 2 + 1)); then
      read -r spent cpu peak < <(grade "$work/class$size")
    fi
    read -r wall cost < <(test_with_maven "$work/class$size/fork$i")
    total=$((total + wall))
    worked=$(awk -v a="$worked" -v b="$cost" 'BEGIN { print a + b }')
  done
  disagree=$(disagreements "$work/class$size" | paste -sd' ')
  awk -v n="$size" -v g="$spent" -v m="$total" -v k="$some" -v peak="$peak" -v c="$cpu" -v w="$worked" 'BEGIN {
    printf "%4d submissions: %6.1f s, %5.2f s each, %4.0f a minute; grader at most %d MiB; ", n, g / 1e9, g / n / 1e9, 6e10 * n / g, peak
    printf "mvn test %5.1f s each (%d forks): %.1f times as long; ", m / k / 1e9, k, (m / k) / (g / n)
    printf "processor time %.2f s each, mvn test %.1f s: %.1f times as much", c / n, w / k, (w / k) / (c / n)
  }'
  echo "; ${disagree:+not }the same points${disagree:+ for $disagree}"
done
