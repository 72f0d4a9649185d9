{{/* Whether a component derives ids that stand for people: wallet-sync takes them as they come, and role public of issuance makes none. */}}
{{- define "meritstream.derivesIds" -}}
{{- if and (ne (default "" .own.roles) "public") (ne .service "wallet-sync") }}yes{{ end -}}
{{- end -}}

{{/* Environment of one component. Secrets come by reference: as files where the service takes a file, else from secretKeyRef. */}}
{{- define "meritstream.environment" -}}
{{- $values := .root.Values -}}
{{- $own := .own -}}
- name: QUARKUS_PROFILE
  value: prod
- name: QUARKUS_HTTP_HOST
  value: 0.0.0.0
- name: QUARKUS_HTTP_PORT
  value: "8080"
- name: QUARKUS_MANAGEMENT_HOST
  value: 0.0.0.0
- name: QUARKUS_MANAGEMENT_PORT
  value: "9000"
- name: MERITSTREAM_PUBLIC_URL
  value: {{ required "publicUrl: say the address the world sees, e.g. https://credentials.example.edu" $values.publicUrl | quote }}
{{- with $own.roles }}
- name: MERITSTREAM_ROLES
  value: {{ . | quote }}
{{- end }}
{{- if eq (default "" $own.roles) "public" }}
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: "false"
{{- else }}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ required "kafka.bootstrapServers: say where Kafka is, e.g. kafka.example.edu:9092" $values.kafka.bootstrapServers | quote }}
{{- end }}
{{- if include "meritstream.derivesIds" . }}
- name: MERITSTREAM_ID_KEY_FILE
  value: /run/secrets/meritstream/id/key
{{- end }}
- name: MP_JWT_VERIFY_ISSUER
  value: {{ required "staffTokens.issuer: say the issuer (iss) of staff tokens" $values.staffTokens.issuer | quote }}
- name: MP_JWT_VERIFY_PUBLICKEY_LOCATION
  value: {{ required "staffTokens.keysUrl: say the address of the issuer's JWK set" $values.staffTokens.keysUrl | quote }}
- name: MERITSTREAM_REPLICA
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
{{- if $own.keyEncryptionKey }}
- name: MERITSTREAM_KEY_ENCRYPTION_KEY_FILE
  value: /run/secrets/meritstream/encryption/key
{{- end }}
{{- with $own.signingToken }}
- name: MERITSTREAM_SIGNING_TOKEN_MODULE
  value: {{ .module | quote }}
- name: MERITSTREAM_SIGNING_TOKEN_LABEL
  value: {{ .label | quote }}
- name: MERITSTREAM_SIGNING_TOKEN_PIN_FILE
  value: /run/secrets/meritstream/token/pin
{{- with .atOncePerKey }}
- name: MERITSTREAM_SIGNING_TOKEN_AT_ONCE_PER_KEY
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- with $own.postgresql }}
{{ include "meritstream.postgresql" (dict "service" $.service "database" . "server" $values.postgresql) }}
{{- end }}
{{- with $own.mongodb }}
- name: QUARKUS_MONGODB_CONNECTION_STRING
  valueFrom:
    secretKeyRef:
      name: {{ required (printf "services.%s.mongodb.existingSecret: name the Secret with the connection string" $.service) .existingSecret | quote }}
      key: {{ .connectionStringKey | quote }}
{{- end }}
{{- with $own.signIn }}
{{ include "meritstream.signIn" . }}
{{- end }}
{{- with $own.artifacts }}
{{- include "meritstream.artifacts" . }}
{{- end }}
{{- with $own.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* How people sign in to the pages. */}}
{{- define "meritstream.signIn" -}}
- name: MERITSTREAM_SIGN_IN_PROVIDER
  value: {{ .provider | quote }}
{{- with .clientId }}
- name: MERITSTREAM_SIGN_IN_CLIENT_ID
  value: {{ . | quote }}
{{- end }}
{{- with .studentNumberClaim }}
- name: MERITSTREAM_SIGN_IN_STUDENT_NUMBER_CLAIM
  value: {{ . | quote }}
{{- end }}
{{- if .clientSecret }}
- name: MERITSTREAM_SIGN_IN_CLIENT_SECRET_FILE
  value: /run/secrets/meritstream/sign-in/key
{{- end }}
- name: MERITSTREAM_SIGN_IN_SESSION_KEY_FILE
  value: /run/secrets/meritstream/session/key
{{- end -}}

{{/* Where a service's PostgreSQL database is, twice: Flyway speaks JDBC, the service the reactive protocol client. Each
takes its authority of certificates in its own way; the reactive client checks nothing unless it is told to. */}}
{{- define "meritstream.postgresql" -}}
{{- $host := required "postgresql.host: say where PostgreSQL is" .server.host -}}
{{- $mode := .server.sslMode -}}
{{- $address := printf "postgresql://%s:%d/%s?sslmode=%s" $host (int .server.port) .database.database $mode -}}
{{- $authority := ternary "&sslrootcert=/run/secrets/meritstream/postgresql/ca.crt" "" (eq $mode "verify-full") -}}
{{- $secret := required (printf "services.%s.postgresql.existingSecret: name the Secret with user name and password" .service) .database.existingSecret -}}
- name: QUARKUS_DATASOURCE_REACTIVE_URL
  value: {{ $address | quote }}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ printf "jdbc:%s%s" $address $authority | quote }}
{{- if eq $mode "verify-full" }}
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM
  value: "true"
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS
  value: /run/secrets/meritstream/postgresql/ca.crt
- name: QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM
  value: HTTPS
{{- else if eq $mode "require" }}
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_ALL
  value: "true"
{{- end }}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ $secret | quote }}
      key: {{ .database.usernameKey | quote }}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $secret | quote }}
      key: {{ .database.passwordKey | quote }}
{{- end -}}

{{/* Where evidence keeps uploads: nowhere, in a bucket, or on a volume. */}}
{{- define "meritstream.artifacts" -}}
{{- if and .bucket.name .volume.existingClaim }}
{{- fail "services.evidence.artifacts has a bucket and a volume; give one" }}
{{- end }}
{{- with .volume.existingClaim }}
- name: MERITSTREAM_EVIDENCE_ARTIFACTS_FOLDER
  value: /var/lib/meritstream/artifacts
{{- end }}
{{- with .bucket }}
- name: MERITSTREAM_EVIDENCE_ARTIFACTS_BUCKET_NAME
  value: {{ required "services.evidence.artifacts.bucket.name: name the bucket" .name | quote }}
- name: MERITSTREAM_EVIDENCE_ARTIFACTS_BUCKET_ARRIVALS
  value: /var/lib/meritstream/arrivals
{{- with .region }}
- name: MERITSTREAM_EVIDENCE_ARTIFACTS_BUCKET_REGION
  value: {{ . | quote }}
{{- end }}
{{- with .endpoint }}
- name: MERITSTREAM_EVIDENCE_ARTIFACTS_BUCKET_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- if .pathStyle }}
- name: MERITSTREAM_EVIDENCE_ARTIFACTS_BUCKET_PATH_STYLE
  value: "true"
{{- end }}
{{- if .existingSecret }}
- name: MERITSTREAM_EVIDENCE_ARTIFACTS_BUCKET_ACCESS_KEY_ID
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret | quote }}
      key: {{ default "access-key-id" .accessKeyIdKey | quote }}
- name: MERITSTREAM_EVIDENCE_ARTIFACTS_BUCKET_SECRET_ACCESS_KEY_FILE
  value: /run/secrets/meritstream/bucket/secret-access-key
{{- end }}
{{- end }}
{{- end -}}
