# Runs a command so that it cannot outlive whoever holds the other end of standard input.
#   sh watched.sh PID_FILE SIGNAL GRACE_SECONDS COMMAND...
# At end of file on standard input (the launcher was killed, or asks for a stop) the command gets SIGNAL and, if it is still
# there after GRACE_SECONDS, SIGKILL. Needs a POSIX shell only; the exit code is the command's own.
pid_file=$1 signal=$2 grace=$3
shift 3
exec 3<&0
"$@" 3<&- </dev/null &
child=$!
printf '%s\n' "$child" >"$pid_file"
(
  while read -r _ <&3; do :; done
  kill -"$signal" "$child"
  waited=0
  while kill -0 "$child" && [ "$waited" -lt "$grace" ]; do
    sleep 1
    waited=$((waited + 1))
  done
  kill -KILL "$child"
) 2>/dev/null &
watcher=$!
exec 3<&-
wait "$child"
code=$?
kill "$watcher" 2>/dev/null
exit "$code"
