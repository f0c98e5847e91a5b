#!/usr/bin/env bash
# Proves that a mark says nothing of the computer: classes of right solutions earn 20 out of 20 where the grader gets a
# fifth of one processor, and beside sixteen busy loops; with one grader, and with two at a time.
#
#   mvn -q package -DskipTests && grader/proof.sh [quota] [loops]      (default: both)
#
# Solutions are the course's own and right ones from the bank. SEED is the grader's. QUOTA_SIZE (8) and LOOPS_SIZE (16)
# say how many submissions, GRADERS (1 2) how many at a time, EXERCISES which (all), ISOLATION how
# (process), and MINUTES (240) how long each of the four runs may take. `QUOTA_SIZE=1 EXERCISES=clock GRADERS=1 grader/proof.sh
# quota` tries it. Needs bash and Linux; for the quota, a control group that may be made (root, mostly); without, that
# part is left out, and said so. It ends what it has started, and nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."
seed=${SEED:-1} minutes=${MINUTES:-240} isolation=${ISOLATION:-process}
all=$(sed -n 's|^ *<module>\(.*\)</module>|\1|p' pom.xml | grep -vxE 'common|grader')
exercises=${EXERCISES:-${all//$'\n'/,}}
read -ra graders <<<"${GRADERS:-1 2}"
parts=("${@:-quota}")
[ $# -gt 0 ] || parts=(quota loops)
jar=$PWD/grader/target/grader.jar
[ -f "$jar" ] || { echo "no $jar: build it with mvn -q package -DskipTests" >&2; exit 2; }
work=$(mktemp -d)
group="" started=() failed=0

# pause SECONDS, without a process of its own.
pause() { read -r -t "$1" <> <(:) || true; }

# members: the processes in the control group; all of them come from here.
members() { [ -z "$group" ] || cat "$group/cgroup.procs" 2>/dev/null || true; }

# remove_group: with whoever is still in it.
remove_group() {
  local pid tries
  for ((tries = 0; tries < 100; tries++)); do
    for pid in $(members); do kill -KILL "$pid" 2>/dev/null || true; done
    rmdir "$group" 2>/dev/null && break
    pause 0.1
  done
  [ ! -d "$group" ] || echo "left behind: $group" >&2
  group=""
}

clean_up() {
  local pid
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  [ -z "$group" ] || remove_group
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# make_class FOLDER SIZE: in the first fork the course's own solutions, in the others one of the bank's for each exercise.
make_class() {
  local exercise entries source target i
  for ((i = 0; i < $2; i++)); do
    for exercise in $all; do
      target=$(grep -rl 'BEGIN SOLUTION' "$exercise/src/main/java" | head -n 1)
      entries=("$target" grader/src/test/bank/"$exercise"/right/*.java)
      source=${entries[i % ${#entries[@]}]}
      mkdir -p "$1/fork$i/$(dirname "$target")"
      cp "$source" "$1/fork$i/$target"
      echo "fork$i $exercise $(basename "$source" .java)" >>"$1.txt"
    done
  done
}

# make_group: a control group with a fifth of one processor; fails where none can be made.
make_group() {
  local name=tp6-proof-$$
  if [ -f /sys/fs/cgroup/cpu/cpu.cfs_quota_us ] || [ -d /sys/fs/cgroup/cpu ]; then
    mkdir "/sys/fs/cgroup/cpu/$name" 2>/dev/null || return 1
    group=/sys/fs/cgroup/cpu/$name
    echo 100000 >"$group/cpu.cfs_period_us" && echo 20000 >"$group/cpu.cfs_quota_us"
  else
    mkdir "/sys/fs/cgroup/$name" 2>/dev/null || return 1
    group=/sys/fs/cgroup/$name
    echo "20000 100000" >"$group/cpu.max"
  fi
}

# grade CLASS OUT: in the control group, where there is one; in place of the shell that calls it.
grade() {
  [ -z "$group" ] || echo "$BASHPID" >"$group/cgroup.procs"
  exec timeout "${minutes}m" java -jar "$jar" grade "$1" --out "$2" --lang en --seed "$seed" \
    --exercise "$exercises" --isolation "$isolation" >"$2.log" 2>&1
}

# prove NAME CLASS: with each number of graders at a time, everything is 20, and nothing out of time.
prove() {
  local number i pid pids out begin status bad
  for number in "${graders[@]}"; do
    pids=() status=0 begin=$SECONDS
    for ((i = 1; i <= number; i++)); do
      grade "$2" "$work/$1-$number-$i" &
      pids+=($!)
      started+=($!)
    done
    for pid in "${pids[@]}"; do wait "$pid" || status=$?; done
    for ((i = 1; i <= number; i++)); do
      out=$work/$1-$number-$i
      bad=$(awk -F, 'NR > 1 && ($4 != "graded" || $5 != 20)' "$out/grades.csv" 2>/dev/null || echo "no grades.csv")
      if [ -n "$bad" ] || [ "$status" -ne 0 ]; then
        failed=1
        echo "$1, grader $i of $number: NOT everything 20 (exit status $status)"
        printf '%s\n' "$bad"
        tail -n 15 "$out.log"
        for id in $(printf '%s\n' "$bad" | cut -d, -f1); do
          grep -h -A 30 '^### ' "$out/submissions/$id/grade.md" 2>/dev/null | head -n 80 || true
          grep "^$id " "$2.txt" || true
        done
      else
        echo "$1, grader $i of $number: $(awk 'END { print NR - 1 }' "$out/grades.csv") submissions, all 20 out of 20"
      fi
    done
    echo "$1, graders at a time: $number, seconds: $((SECONDS - begin))"
  done
}

for part in "${parts[@]}"; do
  case $part in
    quota)
      make_class "$work/eight" "${QUOTA_SIZE:-8}"
      if make_group; then
        prove quota "$work/eight"
        remove_group
      else
        group=""
        echo "quota: left out, for no control group can be made here"
      fi
      ;;
    loops)
      make_class "$work/sixteen" "${LOOPS_SIZE:-16}"
      loops=()
      for ((i = 0; i < 16; i++)); do
        timeout "$((minutes * (${#graders[@]} + 1)))m" sh -c 'while :; do :; done' &
        loops+=($!)
        started+=($!)
      done
      prove loops "$work/sixteen"
      for pid in "${loops[@]}"; do kill "$pid" 2>/dev/null || true; done
      wait "${loops[@]}" 2>/dev/null || true
      ;;
    *)
      echo "quota or loops, not $part" >&2
      exit 2
      ;;
  esac
done
exit "$failed"
