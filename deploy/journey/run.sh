#!/usr/bin/env bash
# The journey: brings the whole product up on a free port with temporary data, plays it, takes it down.
# deploy/journey/run.sh [--keep]      --keep leaves the product and its data for a look
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
quickstart=$here/../quickstart.sh
not_run=()

finish() {
  local code=$?
  if [ -n "${data:-}" ]; then
    if [ "${keep:-}" = yes ]; then
      printf 'The product is still up at %s, its data are in %s\n' "${MERITSTREAM_URL:-}" "$data"
    else
      "$quickstart" down --data "$data" >/dev/null 2>&1 || true
      [ "$code" -eq 0 ] || { printf 'Last lines of the logs:\n'; tail -n 15 "$data"/logs/*.log 2>/dev/null || true; }
      rm -rf "$data"
    fi
  fi
  if [ "${#not_run[@]}" -gt 0 ]; then
    printf '\n***** NOT RUN ON THIS MACHINE *****\n'
    printf '  %s\n' "${not_run[@]}"
  elif [ "$code" -eq 0 ]; then
    printf '\nThe journey was run in full: independent verification and a real browser.\n'
  fi
  exit "$code"
}
trap finish EXIT

[ "${1:-}" != --keep ] || keep=yes

. "$here/tools.sh"
if ! meritstream_has_node; then
  not_run+=('Node 20 or newer with npm is missing: the whole journey, and with it the independent verification, did not run.')
  exit 0
fi
meritstream_browser >/dev/null || not_run+=('Chromium is missing: accessibility, keyboard and zoom of the pages were not looked at.')

[ -d "$here/node_modules" ] && [ "$here/node_modules/.package-lock.json" -nt "$here/package-lock.json" ] ||
  npm --prefix "$here" ci --silent --no-fund --no-audit

# The first base port of which it and its neighbours (P .. P+23) are free.
free() {
  local port
  for port in "$1" $(seq $(($1 + 1)) $(($1 + 4))) $(seq $(($1 + 11)) $(($1 + 14))) $(seq $(($1 + 21)) $(($1 + 23))); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then return 1; fi
  done
}
port=$((20000 + RANDOM % 200 * 50))
until free "$port"; do port=$((port + 50)); done

data=$(mktemp -d "${TMPDIR:-/tmp}/meritstream-journey.XXXXXX")
# Northgate counts what Southbank issues (imports.test.mjs).
export MERITSTREAM_VERIFICATION_REGISTRIES_NEIGHBOURS_TITLE='Universities of the neighbourhood'
export MERITSTREAM_VERIFICATION_REGISTRIES_NEIGHBOURS_ISSUERS="did:web:localhost%3A$port:issuers:southbank"
export MERITSTREAM_VERIFICATION_REGISTRIES_NEIGHBOURS_TENANTS=northgate
"$quickstart" up --data "$data" --port "$port"
export MERITSTREAM_URL=http://localhost:$port MERITSTREAM_DATA=$data
node --test --test-concurrency=1 --test-reporter=spec "$here/verify.test.mjs" "$here/pages.test.mjs" "$here/securings.test.mjs" "$here/journey.test.mjs" "$here/learners.test.mjs" "$here/catalogue.test.mjs" "$here/regrade.test.mjs" "$here/desk.test.mjs" "$here/work.test.mjs" "$here/forms.test.mjs" "$here/issued.test.mjs" "$here/disclosure.test.mjs" "$here/imports.test.mjs" "$here/endorsements.test.mjs" "$here/records.test.mjs" "$here/suspensions.test.mjs"
