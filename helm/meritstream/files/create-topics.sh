#!/bin/sh
# Creates the topics of topics.tsv where they are missing, and changes none that exists. Run in the Kafka image, by
# docker-compose.yml and by the chart's Job. Needs BOOTSTRAP_SERVERS, REPLICATION_FACTOR, MIN_IN_SYNC_REPLICAS.
set -eu
list=${1:?which file lists the topics?}
topics=/opt/kafka/bin/kafka-topics.sh
grep -v '^#' "$list" | while read -r name cleanup retention delete_retention; do
  # 4 MiB, as the producers allow: a raw delivery of 1 MiB grows when it is quoted in JSON.
  set -- --config "cleanup.policy=$cleanup" --config max.message.bytes=4194304 \
    --config "min.insync.replicas=$MIN_IN_SYNC_REPLICAS"
  [ "$retention" = - ] || set -- "$@" --config "retention.ms=$retention"
  [ "$delete_retention" = - ] || set -- "$@" --config "delete.retention.ms=$delete_retention"
  "$topics" --bootstrap-server "$BOOTSTRAP_SERVERS" --create --if-not-exists --topic "$name" \
    --partitions 24 --replication-factor "$REPLICATION_FACTOR" "$@" </dev/null
done
