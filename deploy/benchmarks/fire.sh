#!/usr/bin/env bash
# Kills, freezes, stops and doubles the parts of the running product under load, and checks that nothing was lost or doubled.
# Everything is built in one reactor: nothing is installed into the local repository.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec ./mvnw verify -pl deploy/subscriber,deploy/benchmarks -am -Doutages -Dit.test=UnderFireIT -Dtest='!*' \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false "$@"
