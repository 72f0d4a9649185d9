#!/usr/bin/env bash
# Issuance in profile conformance at https://localhost:8443 (or --port N), with a database of its own, until it is interrupted.
# The W3C's suites are run against it: docs/conformance.md. What it needs is built by
#   ./mvnw -Dquick package -pl services/issuance,deploy/quickstart -am
set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
port=8443
if [ "${1:-}" = --port ]; then port=$2; fi
database=$((port + 1)) plain=$((port + 2)) management=$((port + 3))

folder=$(mktemp -d)
running=()
stop() {
  if [ "${#running[@]}" -gt 0 ]; then kill "${running[@]}" 2>/dev/null || true; wait 2>/dev/null || true; fi
  rm -rf "$folder"
}
trap stop EXIT

quickstart=$(echo "$repository"/deploy/quickstart/target/quickstart-*.jar)
"$java" -cp "$quickstart:$repository/deploy/quickstart/target/lib/*" org.meritstream.quickstart.servers.Servers \
  --only postgres --postgres "$database" --announce "$folder/ready" >&2 &
running+=($!)
until [ -f "$folder/ready" ]; do kill -0 "${running[0]}"; sleep 0.2; done

# The suites take any certificate, and nobody's token is asked for.
"${java%java}keytool" -genkeypair -alias conformance -keyalg EC -groupname secp256r1 -dname CN=localhost -ext san=dns:localhost \
  -validity 2 -storetype PKCS12 -keystore "$folder/tls.p12" -storepass conformance
openssl genrsa 2048 2>/dev/null | openssl rsa -pubout -out "$folder/staff.pem" 2>/dev/null

export QUARKUS_PROFILE=conformance MERITSTREAM_ROLES=public MERITSTREAM_REPLICA=conformance-0
export MERITSTREAM_PUBLIC_URL=https://localhost:$port KAFKA_BOOTSTRAP_SERVERS=localhost:1
export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$plain QUARKUS_HTTP_SSL_PORT=$port
export QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE=$folder/tls.p12 QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD=conformance
export QUARKUS_MANAGEMENT_HOST=127.0.0.1 QUARKUS_MANAGEMENT_PORT=$management
export QUARKUS_DATASOURCE_REACTIVE_URL=postgresql://127.0.0.1:$database/meritstream_issuance
export QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:$database/meritstream_issuance
export QUARKUS_DATASOURCE_USERNAME=meritstream_issuance QUARKUS_DATASOURCE_PASSWORD=meritstream
export MP_JWT_VERIFY_PUBLICKEY_LOCATION=file:$folder/staff.pem MP_JWT_VERIFY_ISSUER=https://nobody.example
"$java" -jar "$repository/services/issuance/target/quarkus-app/quarkus-run.jar" &
running+=($!)
wait "${running[1]}"
