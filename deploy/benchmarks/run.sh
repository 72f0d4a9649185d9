#!/usr/bin/env bash
# Prints the figures of docs/benchmarks.md for this machine: brings the product up in a directory of its own, measures, takes it down.
#   run.sh                               latency and throughput of the whole product
#   run.sh dossiers [N]                  what judging costs among a thousand dossiers and among N (a million), in one run
#   run.sh moves [learners [replicas]]   learners moved to a later version, by one or two replicas of evidence
#   run.sh adoption [documents]          a restored issuance takes back what it published (10,000 documents)
#   run.sh minting [credentials [replicas]]
#                                        issuance alone (two replicas), with the broker and PostgreSQL: credentials of 100,000 awards on their topic, and memory
#   run.sh documents [credentials]       public documents by the role without keys: credentials (20,000 shared ones), a status list, did.json, and 304
#   run.sh signing                       CPU of signing one credential, beside the bare signature and @digitalbazaar/vc (Node 20 or newer)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
measure=Measure
# As in production (helm), where the compiler may do its best; the quickstart's services are small instead.
production() { export MERITSTREAM_SERVICE_JAVA_OPTIONS="${MERITSTREAM_SERVICE_JAVA_OPTIONS:--XX:+UseSerialGC -Xmx512m}"; }
case "${1:-}" in
  signing) exec deploy/benchmarks/signing.sh ;;
  dossiers) measure=DossierScale; shift ;;
  adoption) measure=MeasureAdoption; shift; production ;;
  minting) measure=MeasureMinting; shift ;;
  documents) measure=MeasureDocuments; shift ;;
  moves) measure=MeasureMoves; shift; production ;;
esac
. .mvn/find-jdk.sh
meritstream_find_jdk
./mvnw -q -Dquick package
jars=(deploy/benchmarks/target/benchmarks-*.jar)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m \
  -cp "${jars[0]}:deploy/benchmarks/target/lib/*" "org.meritstream.benchmarks.$measure" "$@"
