#!/usr/bin/env bash
# Runs those of the W3C's suites that are in a folder against issuance in profile conformance (serve.sh), one after the other:
#   run.sh --suites FOLDER [--base-url https://localhost:8443]
# The folder holds clones under their own names (vc-data-model-2.0-test-suite, …), each with its dependencies installed as
# docs/conformance.md says. Nothing is fetched. Prints the counts of each suite and fails on any failure that is not among
# exceptions.tsv, on an exception that fails less often than listed, and where there is no suite at all.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
known=(vc-data-model-2.0-test-suite vc-di-eddsa-test-suite vc-di-ecdsa-test-suite vc-bitstring-status-list-test-suite)
suites='' base=https://localhost:8443
while [ $# -gt 0 ]; do
  case $1 in
    --suites) suites=$2 ;;
    --base-url) base=$2 ;;
    *) echo "run.sh --suites FOLDER [--base-url URL]" >&2; exit 2 ;;
  esac
  shift 2
done
[ -d "$suites" ] || { echo "run.sh: --suites names no folder" >&2; exit 2; }
curl --silent --fail --insecure --output /dev/null "$base/vc-api" || { echo "run.sh: nobody answers at $base/vc-api; start serve.sh" >&2; exit 2; }

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
ran=0 failed=0
for suite in "${known[@]}"; do
  folder=$suites/$suite
  if [ ! -d "$folder/node_modules" ]; then
    echo "NOT RUN: $suite, which is not in the folder with its dependencies"
    continue
  fi
  ran=$((ran + 1))
  cp "$here/localConfig.cjs" "$folder/localConfig.cjs"
  # mocha's own exit code is the number of failures; what became of each test is read from its report.
  (cd "$folder" && BASE_URL=$base DISABLE_INTEROP=false NODE_TLS_REJECT_UNAUTHORIZED=0 \
    npx --no-install mocha tests/ --reporter json --reporter-option output="$results/$suite.json" --timeout 15000 --preserve-symlinks) \
    > "$results/$suite.log" 2>&1 || true
  [ -s "$results/$suite.json" ] || { echo "FAILED: $suite gave no report"; tail -n 20 "$results/$suite.log"; failed=1; continue; }
  node "$here/judge.mjs" "$suite" "$results/$suite.json" "$here/exceptions.tsv" || failed=1
done
[ "$ran" -gt 0 ] || { echo "run.sh: there is no suite in $suites" >&2; exit 2; }
exit "$failed"
