#!/usr/bin/env bash
# The whole product on one machine with only a JDK. `deploy/quickstart.sh help` lists the commands.
set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
module=$repository/deploy/quickstart
modules=(services/assessment services/evidence services/issuance services/wallet-sync deploy/quickstart deploy/subscriber)

help() {
  cat <<'TEXT'
deploy/quickstart.sh COMMAND [--data DIR]

  up [--port N] [--tls]    build what is not built, start everything, seed two demonstration universities
  demo                     play deliveries from Canvas and Moodle through to a verified credential (brings up what is not up)
  post SOURCE FILE         send a payload of yours with that source's authentication (SOURCE: canvas, or tenant/source)
  token ROLE [TENANT]      a staff token; roles are admin, operator, designer, registrar, auditor, reviewer and moderator
  token learner NUMBER     a token of the learner with that student number, such as NG-1001
  subscribe [TENANT]       follow a tenant's feed of credentials as an outside subscriber would: it goes on where it stopped
                           the last time, unless given --from-beginning
  status                   what runs, how fast it started, how much memory it holds
  logs SERVICE             follow a log: launcher, servers, assessment, evidence, issuance, wallet-sync
  down                     stop everything; data stay

Data lie in .meritstream beside this checkout unless --data (or the variable MERITSTREAM_DATA) names another place.
TEXT
}

fail() {
  printf '%s\n' "$1" >&2
  exit "${2:-2}"
}

# The jar that a module's build leaves behind.
artifact() {
  case $1 in
    services/*) printf '%s/%s/target/quarkus-app/quarkus-run.jar' "$repository" "$1" ;;
    deploy/subscriber) printf '%s/%s/target/subscriber.jar' "$repository" "$1" ;;
    *) set -- "$module"/target/quickstart-*.jar && printf '%s' "$1" ;;
  esac
}

# Whether a module has to be built: its jar is missing, or older than a source of its own or of the contracts it is built on.
stale() {
  local built
  built=$(artifact "$1")
  [ -f "$built" ] || return 0
  [ -n "$(find "$repository/pom.xml" "$repository/contracts" "$repository/$1" \
    -name target -prune -o -path '*/src/test' -prune -o -path '*/src/main/*' -newer "$built" -type f -print -quit \
    -o -name pom.xml -newer "$built" -print -quit)" ]
}

build() {
  local wanted=() log=$repository/deploy/quickstart/target/build.log
  for one in "${modules[@]}"; do
    if stale "$one"; then wanted+=("$one"); fi
  done
  if [ "${#wanted[@]}" -eq 0 ] || [ -n "${MERITSTREAM_SKIP_BUILD:-}" ]; then return 0; fi
  mkdir -p "${log%/*}" 2>/dev/null && touch "$log" 2>/dev/null ||
    fail "The build cannot write to $module/target: build as the user who owns this checkout, or copy it."
  printf 'Building %s (once; the first time it also fetches libraries, which can take some minutes)\n' "${wanted[*]}"
  (cd "$repository" && ./mvnw -q -Dquick -Dmaven.test.skip=true package -am -pl "$(IFS=,; printf '%s' "${wanted[*]}")") >"$log" 2>&1 &
  local builder=$!
  while kill -0 "$builder" 2>/dev/null; do
    printf '.'
    sleep 2
  done
  printf '\n'
  if ! wait "$builder"; then
    if grep -q 'No space left on device' "$log"; then fail "The disk that holds $repository is full: free some space and try again."; fi
    grep -m 6 '^\[ERROR\]' "$log" >&2 || tail -n 6 "$log" >&2
    fail "The build failed; its whole output is in $log."
  fi
  for one in "${wanted[@]}"; do
    touch "$(artifact "$one")"
  done
}

command=${1:-help}
case $command in
  help | -h | --help) help && exit 0 ;;
  up | demo | post | token | subscribe | status | logs | down) ;;
  *) help >&2 && fail "There is no command $command." ;;
esac

# shellcheck source=../.mvn/find-jdk.sh
. "$repository/.mvn/find-jdk.sh"
case $command in
  up | demo) meritstream_find_jdk || exit 2 ;;
  # The others say which JDK they took only when there is none.
  *) meritstream_find_jdk 2>/dev/null || { meritstream_find_jdk || exit 2; } ;;
esac
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

case $command in up | demo) build ;; esac
[ -f "$(artifact deploy/quickstart)" ] || fail "Nothing is built yet: run deploy/quickstart.sh up first."

# The data directory, for what this script does itself.
data=${MERITSTREAM_DATA:-$repository/.meritstream}
words=()
while [ "$#" -gt 0 ]; do
  if [ "$1" = --data ] && [ "$#" -gt 1 ]; then
    data=$2
    shift
  else
    words+=("$1")
  fi
  shift
done

if [ "$command" = logs ]; then
  log=$data/logs/${words[1]:-launcher}.log
  [ "${words[1]:-}" != postgres ] || log=$data/servers/postgres/postgres.log
  [ -f "$log" ] || fail "There is no log of ${words[1]:-launcher} in $data/logs."
  exec tail -n 100 -F "$log"
fi

if [ "$command" = subscribe ]; then
  [ -f "$data/address.properties" ] || fail "Nothing was ever brought up with $data: run deploy/quickstart.sh up first."
  port=$(sed -n 's/^port=//p' "$data/address.properties")
  tenant=northgate start=
  for word in "${words[@]:1}"; do
    case $word in --from-beginning) start=$word ;; *) tenant=$word ;; esac
  done
  exec "$java" -Xmx64m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    -jar "$(artifact deploy/subscriber)" "127.0.0.1:$((port + 21))" "$tenant" ${start:+"$start"}
fi

exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xmx128m "-Dmeritstream.repository=$repository" \
  -cp "$(artifact deploy/quickstart):$module/target/lib/*" org.meritstream.quickstart.Quickstart "${words[@]}" --data "$data"
