#!/bin/sh
# Run once by the PostgreSQL image, on an empty data directory: a database and a role for each of the three services.
# No role can reach another's database. In parentheses, because the image may source this file into its own shell.
(
  set -eu
  make() {
    psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 --set name="$1" --set password="$2" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
  }
  make meritstream_assessment "$ASSESSMENT_PASSWORD"
  make meritstream_evidence "$EVIDENCE_PASSWORD"
  make meritstream_issuance "$ISSUANCE_PASSWORD"
)
