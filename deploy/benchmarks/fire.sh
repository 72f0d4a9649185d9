#!/usr/bin/env bash
# Kills, freezes and doubles the parts of the running product under load, and checks that nothing was lost or doubled.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./mvnw -q -Dquick install
exec ./mvnw verify -pl deploy/benchmarks -Dfire.excluded=none "$@"
