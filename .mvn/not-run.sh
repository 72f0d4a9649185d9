# Sourced by mvnw: runs the wrapper once more as a child and says last, when Maven has said all it has to say, what was not run and
# why: whatever tests skipped themselves, with their reasons, from the reports that this very run wrote, and what the journey would lack
# when everything is built. The same lines are left in target/not-run.txt. Silent when nothing was missed. Needs only a POSIX shell.

meritstream_skipped() { # ROOT STAMP -> the reasons of tests that skipped themselves since STAMP was made, each once
  find "$1" \( -name node_modules -o -name src -o -name .git -o -name .meritstream \) -prune -o \
    -path '*/target/*-reports/TEST-*.xml' -newer "$2" -exec grep -h '<skipped' {} + 2>/dev/null |
    sed -e 's/.*<skipped[^>]* message="\([^"]*\)".*/\1/' -e 's/.*<skipped[^>]*><!\[CDATA\[[A-Za-z0-9_.$]*: //' \
      -e 's/]]>.*//' -e 's/.*<skipped.*/A test that gives no reason/' -e 's/&#10;.*//' \
      -e 's/^Assumption failed: //' -e 's/^.* ==&gt; NOT RUN: //' -e 's/^NOT RUN: //' \
      -e 's/&quot;/"/g' -e "s/&apos;/'/g" -e 's/&lt;/</g' -e 's/&gt;/>/g' -e 's/&amp;/\&/g' | sort -u
}

meritstream_lacking() { # ROOT ARGUMENT... -> what the journey would lack, when everything is built and tested
  . "$1/deploy/journey/tools.sh"
  shift
  case " $* " in
    *' -pl '* | *' --projects '* | *' -Dquick '* | *' -DskipTests '* | *' -Dmaven.test.skip'*) return 0 ;;
    *' verify '* | *' install '*) ;;
    *) return 0 ;;
  esac
  meritstream_has_node ||
    echo 'the journey, and with it the independent verification (deploy/journey/run.sh), for want of Node 20 or newer with npm'
  meritstream_browser >/dev/null || echo 'pages in a real browser (deploy/journey/run.sh), for want of Chromium'
}

meritstream_tell() { # ROOT STAMP ARGUMENT...
  meritstream_root=$1
  meritstream_lines=$(
    meritstream_skipped "$1" "$2"
    shift 2
    meritstream_lacking "$meritstream_root" "$@"
  )
  rm -f "$meritstream_root/target/not-run.txt"
  if [ -n "$meritstream_lines" ]; then
    mkdir -p "$meritstream_root/target" && printf '%s\n' "$meritstream_lines" >"$meritstream_root/target/not-run.txt"
    printf '\n***** NOT RUN *****\n'
    printf '%s\n' "$meritstream_lines" | sed 's/^/  * /'
  fi
}

meritstream_run_and_tell() { # MVNW ARGUMENT...: ends as Maven ended
  meritstream_began=$(mktemp) || return 0
  meritstream_script=$1
  shift
  (exec 3<&0) 2>/dev/null || exec </dev/null
  exec 3<&0
  # In the background, so that a signal reaches Maven; with the standard input that it would have had.
  MERITSTREAM_TOLD_BY_ANOTHER=yes /bin/sh "$meritstream_script" "$@" <&3 3<&- &
  meritstream_maven=$!
  trap 'kill -TERM "$meritstream_maven" 2>/dev/null' HUP INT TERM
  meritstream_code=0
  wait "$meritstream_maven" || meritstream_code=$?
  # A signal ends the first wait alone.
  if kill -0 "$meritstream_maven" 2>/dev/null; then wait "$meritstream_maven" || meritstream_code=$?; fi
  meritstream_tell "$(cd "$(dirname -- "$meritstream_script")" && pwd)" "$meritstream_began" "$@"
  rm -f "$meritstream_began"
  exit "$meritstream_code"
}

if [ -z "${MERITSTREAM_TOLD_BY_ANOTHER:-}" ]; then
  meritstream_run_and_tell "$0" "$@"
fi
unset MERITSTREAM_TOLD_BY_ANOTHER
