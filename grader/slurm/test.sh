#!/usr/bin/env bash
# Runs grade-class.sh on a Slurm cluster of one machine, this one, and compares its grades with those of one run.
#
#   grader/slurm/test.sh GRADER.jar CLASS.csv PARTS [OPTION OF GRADE...]
#
# Needs munged, slurmctld and slurmd (Debian: slurm-wlm), and neither systemd nor settings of theirs. Ends them all.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jar=$(realpath "$1") list=$(realpath "$2") parts=$3
shift 3
work=$(mktemp -d)
export PATH=$PATH:/usr/sbin SLURM_CONF=$work/slurm.conf SEED=2026
daemons=()

end() {
  # Jobs outlive the daemons that have started them.
  scancel --user="$(id -un)" 2>/dev/null || true
  (await "a job" has_no_job) || true
  for ((i = ${#daemons[@]} - 1; i >= 0; i--)); do
    kill "${daemons[i]}" 2>/dev/null || true
    wait "${daemons[i]}" || true
  done
  rm -rf "$work"
}
trap end EXIT

fail() {
  echo "$1" >&2
  tail -n 20 "$work"/*.txt "$work"/out/log-*.txt >&2 2>/dev/null || true
  exit 1
}

# start NAME PROGRAM [ARGUMENT...]
start() {
  "${@:2}" > "$work/$1.txt" 2>&1 &
  daemons+=($!)
}

# await WHAT COMMAND [ARGUMENT...]: until the command succeeds, at most 30 s.
await() {
  local deadline=$((SECONDS + 30))
  until "${@:2}" > /dev/null 2>&1; do
    [ $SECONDS -lt $deadline ] || fail "after 30 s still $1"
    sleep 0.2
  done
}

has_no_job() { [ -z "$(squeue --noheader)" ]; }
is_idle() { [ "$(sinfo --noheader --format=%T)" = idle ]; }

mkdir -m 755 "$work/munge" "$work/state" "$work/spool"
chmod 755 "$work"
(umask 077 && head -c 1024 /dev/urandom > "$work/munge.key")
port=$((20000 + RANDOM % 12000))
cat > "$SLURM_CONF" <<CONF
ClusterName=one-machine
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthInfo=socket=$work/munge/socket
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1
NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=8192
PartitionName=all Nodes=ALL Default=YES
CONF
start munged munged --foreground --force --key-file="$work/munge.key" --socket="$work/munge/socket" \
  --pid-file="$work/munge/pid" --log-file="$work/munge/log" --seed-file="$work/munge/seed"
await "no munged" test -S "$work/munge/socket"
start slurmctld slurmctld -D -f "$SLURM_CONF"
start slurmd slurmd -D -f "$SLURM_CONF"
await "no idle node" is_idle

"$here/grade-class.sh" "$jar" "$list" "$work/out" "$parts" "$@" | tee "$work/submitted.txt"
merge=$(sed 's/.*, \([0-9]*\) puts .*/\1/' "$work/submitted.txt")
sbatch --wait --dependency="afterany:$merge" --output=/dev/null --wrap true > /dev/null
[ -f "$work/out/grades/grades.csv" ] || fail "no grades"

status=0
java -jar "$jar" grade "$list" --out "$work/whole" --seed "$SEED" "$@" > "$work/whole.txt" 2>&1 || status=$?
[ $status -le 1 ] || fail "the one run has failed"
for file in grades.json grades.csv grades-semicolon.csv moodle.csv run.json; do
  cmp "$work/whole/$file" "$work/out/grades/$file" || fail "not the same: $file"
done
files() { (cd "$1" && find . -type f | sort); }
[ "$(files "$work/whole")" = "$(files "$work/out/grades")" ] || fail "not the same files"
# A story also tells when things happened, and on which port, which is never the same twice.
stories() { (cd "$1/submissions" && sed -E 's/[0-9]+\.[0-9]{3} /TIME /; s/port [0-9]+/port/' ./*/grade.md); }
diff <(stories "$work/whole") <(stories "$work/out/grades") >&2 || fail "not the same: grade.md"
java -jar "$jar" compare "$work/whole" "$work/out/grades" > /dev/null || fail "compare finds a difference"
submissions=("$work"/whole/submissions/*)
echo "the same in $parts parts and in one run: ${#submissions[@]} submissions"
