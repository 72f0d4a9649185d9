#!/usr/bin/env bash
# Prints the figures of docs/benchmarks.md for this machine: brings the product up in a directory of its own, measures, takes it down.
#   run.sh                latency and throughput of the whole product
#   run.sh dossiers [N]   what judging costs among a thousand dossiers and among N (a million), in one run
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
measure=Measure
case "${1:-}" in
  dossiers) measure=DossierScale; shift ;;
esac
. .mvn/find-jdk.sh
meritstream_find_jdk
./mvnw -q -Dquick package
jars=(deploy/benchmarks/target/benchmarks-*.jar)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m \
  -cp "${jars[0]}:deploy/benchmarks/target/lib/*" "org.meritstream.benchmarks.$measure" "$@"
