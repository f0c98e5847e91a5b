#!/usr/bin/env bash
# Grades a class on a Slurm cluster: an array job grades the parts, and a job after it puts them together.
#
#   grader/slurm/grade-class.sh GRADER.jar CLASS.csv OUT PARTS [OPTION OF GRADE...]
#
# Every node sees the jar, the list, the forks that it names and OUT, and has a JDK and bubblewrap. The grades come
# into OUT/grades, what the jobs say into OUT/log-*.txt. SEED draws the values of an earlier run again.
# What sbatch takes from its own variables holds for all jobs: SBATCH_PARTITION, SBATCH_ACCOUNT, SBATCH_TIMELIMIT.
# After a failure the same command goes on: what is graded is kept.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

fail() {
  echo "$1" >&2
  exit 2
}
[ $# -ge 4 ] || fail "four are needed: $0 GRADER.jar CLASS.csv OUT PARTS [OPTION OF GRADE...]"
[ -f "$1" ] || fail "no such file: $1; build it with mvn -q package -DskipTests"
[ -f "$2" ] || fail "no such file: $2; it takes lines of id,path,name,email"
[[ $4 =~ ^[1-9][0-9]{0,3}$ ]] || fail "not a number of parts from 1 to 9999: $4"
jar=$(realpath "$1") list=$(realpath "$2") out=$(realpath -m "$3") parts=$4
shift 4
[ ! -e "$out/grades" ] || fail "the parts are together already: move $out/grades away to have them merged again"

mkdir -p "$out"
[ -f "$out/seed" ] || printf '%s\n' "${SEED:-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')}" > "$out/seed"
# Nothing else of the environment, such as a token, goes with a job.
jobs=(--parsable "--export=HOME,PATH,LANG=C.UTF-8")
array=$(sbatch "${jobs[@]}" --array="1-$parts" --output="$out/log-%a.txt" \
  "$here/grade-part.sbatch" "$jar" "$list" "$out" "$parts" "$@")
merge=$(sbatch "${jobs[@]}" --dependency="afterany:${array%%;*}" --output="$out/log-merge.txt" \
  "$here/merge-parts.sbatch" "$jar" "$list" "$out" "$parts")
echo "submitted: ${array%%;*} grades in $parts parts, ${merge%%;*} puts them together; squeue --me tells how far they are"
