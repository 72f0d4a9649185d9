#!/usr/bin/env bash
# What a newcomer types, and what must be answered: demo, post, status, token, subscribe, logs, up over a crash and over down, and the
# sentences for what a machine may lack. Brings the product up in a directory of its own and takes it down.
# deploy/journey/newcomer.sh [--tls]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
quickstart=$here/../quickstart.sh
base=$(mktemp -d "${TMPDIR:-/tmp}/meritstream-newcomer.XXXXXX")
data=$base/data
said=$base/said
tls=()
[ "${1:-}" != --tls ] || tls=(--tls)
not_run=()

finish() {
  local code=$?
  "$quickstart" down --data "$data" >/dev/null 2>&1 || true
  if [ "$code" -ne 0 ]; then
    printf 'FAILED. What was said last:\n'
    tail -n 40 "$said" || true
    tail -n 15 "$data"/logs/*.log 2>/dev/null || true
  fi
  if mountpoint -q "$base/small" 2>/dev/null; then umount "$base/small"; fi
  rm -rf "$base"
  if [ "${#not_run[@]}" -gt 0 ]; then
    printf 'NOT RUN ON THIS MACHINE: %s\n' "${not_run[@]}"
  fi
  exit "$code"
}
trap finish EXIT

step() { printf '%s\n' "- $1"; }

# CODE COMMAND...: what it says goes to $said; it must end with CODE, and never with a stack trace.
types() {
  local wanted=$1 code=0
  shift
  timeout 600 "$@" >"$said" 2>&1 </dev/null || code=$?
  [ "$code" = "$wanted" ] || { printf '  %s ended with %s, not with %s\n' "$*" "$code" "$wanted"; return 1; }
  spared "$@"
}

# COMMAND...: what it said must hold no stack trace. The kind of a fault in a line of a log (fault=TimeoutException) is none: a timer that
# falls due while its service ends tells one.
spared() { ! grep -qE '^[[:space:]]+at [a-z]+\.|Exception' <(sed 's/ fault=[A-Za-z<>]*//g' "$said") || { printf '  %s printed a stack trace\n' "$*"; return 1; }; }

# PATTERN: what was said must hold it.
answers() { grep -qE "$1" "$said" || { printf '  nothing said matches: %s\n' "$1"; return 1; }; }

# PATTERN COMMAND...: what follows something says so within two minutes, without a stack trace, and goes on until it is stopped.
follows() {
  local wanted=$1 follower end=$((SECONDS + 120))
  shift
  "$@" >"$said" 2>&1 </dev/null &
  follower=$!
  until grep -qE "$wanted" "$said" || [ "$SECONDS" -gt "$end" ] || ! kill -0 "$follower" 2>/dev/null; do sleep 0.2; done
  kill -0 "$follower" 2>/dev/null || { printf '  %s ended by itself\n' "$*"; return 1; }
  kill "$follower"
  wait "$follower" || true
  answers "$wanted"
  spared "$@"
}

# ADDRESS: its document, as bytes.
fetch() { curl -fsS ${tls:+--insecure} -H 'Accept: application/vc' "$1"; }

# The first base port of which it and its neighbours are free, far from the journey's.
free() {
  local port
  for port in $(seq "$1" $(($1 + 24))); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then return 1; fi
  done
}
port=$((31000 + RANDOM % 20 * 50))
until free "$port"; do port=$((port + 50)); done

step 'demo: three learners, one of whom fails and passes at the second try, and a credential that others verify'
types 0 "$quickstart" demo --data "$data" --port "$port" "${tls[@]}"
cat "$said"
answers 'Amara Okafor'
answers 'Benoît Lefèvre'
answers 'Chiara Rossi'
answers '^delivery [^ ]+ mapped '
answers '^credential https?://localhost:'
answers '^claim https?://localhost:'
answers 'That is a fail'
answers 'submitted again and marked'
. "$here/tools.sh"
if meritstream_has_node; then
  answers 'VERIFIED$'
  ! grep -q 'NOT VERIFIED' "$said"
else
  not_run+=('Node 20 or newer with npm is missing: the demonstration was not verified independently.')
fi
credential=$(sed -n 's/^Amara shares the credential of the award: //p' "$said")
fetch "$credential" >"$base/credential.json"
grep -q '"OpenBadgeCredential"\|"AchievementCredential"' "$base/credential.json"

step 'status, token, subscribe, logs'
types 0 "$quickstart" status --data "$data"
for name in launcher servers postgres assessment evidence issuance wallet-sync; do
  answers "^ *$name +ready"
done
types 0 "$quickstart" token registrar --data "$data"
answers '^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$'
follows ' ISSUED ' "$quickstart" subscribe --from-beginning --data "$data"
! grep -qE 'Amara|Okafor|NG-1001' "$said"
follows 'issuance' "$quickstart" logs issuance --data "$data"

step 'post: a payload of your own, and the same again'
printf '%s' '{"metadata":{"event_name":"grade_change","event_time":"2026-11-02T09:00:00.000Z","context_type":"Course","context_id":"21070000000000565","hostname":"canvas.northgate.example","producer":"canvas","root_account_id":"21070000000000001","root_account_uuid":"VicYj3cu5BIFpoZhDVU4DZumnlBrWi1grgJEzADs","user_id":"21070000000000009"},"body":{"assignment_id":"21070000000000355","grade":"19","grader_id":"21070000000000009","grading_complete":true,"muted":false,"old_grade":null,"old_points_possible":20,"old_score":null,"points_possible":20,"score":19,"student_id":"21070000000000077","student_sis_id":"ABC.123","submission_id":"21070000000011077","user_id":"21070000000000077"}}' >"$base/canvas.json"
types 0 "$quickstart" post northgate/canvas "$base/canvas.json" --data "$data"
answers '^delivery [^ ]+ mapped '
types 0 "$quickstart" post northgate/canvas "$base/canvas.json" --data "$data"
answers '^delivery [^ ]+ duplicate '

step 'kill -9 of the launcher, and up again: the same credential'
kill -9 "$(head -n 1 "$data/run/launcher.pid")"
types 0 "$quickstart" up --data "$data"
fetch "$credential" | cmp - "$base/credential.json"

step 'another one on the same ports: a sentence'
types 2 "$quickstart" up --data "$base/other" --port "$port"
answers "Port $port is in use by another program"

step 'down, and up again: the same credential'
types 0 "$quickstart" down --data "$data"
answers 'is down; its data stay in'
! pgrep -f "$data" >/dev/null
types 0 "$quickstart" up --data "$data"
fetch "$credential" | cmp - "$base/credential.json"
types 0 "$quickstart" down --data "$data"

step 'a small disk: a sentence'
mkdir "$base/small"
if mount -t tmpfs -o size=50m tmpfs "$base/small" 2>/dev/null; then
  types 2 "$quickstart" up --data "$base/small/data" --port "$port"
  answers 'MB free and Meritstream needs'
else
  not_run+=('no file system may be mounted: a disk that is too small was not tried.')
fi

printf 'All that a newcomer types was answered.\n'
