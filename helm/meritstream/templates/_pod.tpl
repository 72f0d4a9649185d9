{{/* The pod of one component. */}}
{{- define "meritstream.pod" -}}
{{- $values := .root.Values -}}
{{- $own := .own -}}
{{- $verified := and $own.postgresql (eq $values.postgresql.sslMode "verify-full") -}}
serviceAccountName: {{ .name }}
automountServiceAccountToken: false
enableServiceLinks: false
terminationGracePeriodSeconds: 30
securityContext:
  {{- include "meritstream.podSecurity" (dict "user" 10001) | nindent 2 }}
{{- with $values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- with $values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "meritstream.selector" .names | nindent 8 }}
containers:
  - name: {{ .component }}
    image: {{ printf "%s%s:%s" $values.image.prefix .service (default .root.Chart.AppVersion $values.image.tag) | quote }}
    imagePullPolicy: {{ $values.image.pullPolicy }}
    securityContext:
      {{- include "meritstream.containerSecurity" . | nindent 6 }}
    ports:
      - name: http
        containerPort: 8080
      - name: management
        containerPort: 9000
    env:
      {{- include "meritstream.environment" . | nindent 6 }}
    {{- include "meritstream.probes" . | nindent 4 }}
    resources:
      {{- toYaml $own.resources | nindent 6 }}
    volumeMounts:
      - name: tmp
        mountPath: /tmp
      {{- if include "meritstream.derivesIds" . }}
      - name: id-key
        mountPath: /run/secrets/meritstream/id
        readOnly: true
      {{- end }}
      {{- if $own.keyEncryptionKey }}
      - name: key-encryption-key
        mountPath: /run/secrets/meritstream/encryption
        readOnly: true
      {{- end }}
      {{- if $own.signingToken }}
      - name: signing-token-pin
        mountPath: /run/secrets/meritstream/token
        readOnly: true
      {{- end }}
      {{- with $own.signIn }}
      - name: session-key
        mountPath: /run/secrets/meritstream/session
        readOnly: true
      {{- if .clientSecret }}
      - name: sign-in-client-secret
        mountPath: /run/secrets/meritstream/sign-in
        readOnly: true
      {{- end }}
      {{- end }}
      {{- if $verified }}
      - name: postgresql-ca
        mountPath: /run/secrets/meritstream/postgresql
        readOnly: true
      {{- end }}
      {{- with $own.artifacts }}
      {{- if .volume.existingClaim }}
      - name: artifacts
        mountPath: /var/lib/meritstream/artifacts
      {{- else if .bucket.name }}
      - name: arrivals
        mountPath: /var/lib/meritstream/arrivals
      {{- end }}
      {{- if .bucket.existingSecret }}
      - name: bucket-key
        mountPath: /run/secrets/meritstream/bucket
        readOnly: true
      {{- end }}
      {{- end }}
volumes:
  - name: tmp
    emptyDir:
      sizeLimit: 256Mi
  {{- if include "meritstream.derivesIds" . }}
  {{- include "meritstream.keyVolume" (dict "volume" "id-key" "value" "idKey" "secret" $values.idKey "file" "key") | nindent 2 }}
  {{- end }}
  {{- with $own.keyEncryptionKey }}
  {{- $value := printf "services.%s.keyEncryptionKey" $.service }}
  {{- include "meritstream.keyVolume" (dict "volume" "key-encryption-key" "value" $value "secret" . "file" "key") | nindent 2 }}
  {{- end }}
  {{- with $own.signingToken }}
  {{- include "meritstream.keyVolume" (dict "volume" "signing-token-pin" "value" (printf "services.%s.signingToken.pin" $.service) "secret" .pin "file" "pin") | nindent 2 }}
  {{- end }}
  {{- with $own.signIn }}
  {{- $value := printf "services.%s.signIn" $.service }}
  {{- include "meritstream.keyVolume" (dict "volume" "session-key" "value" (printf "%s.sessionKey" $value) "secret" .sessionKey "file" "key") | nindent 2 }}
  {{- with .clientSecret }}
  {{- include "meritstream.keyVolume" (dict "volume" "sign-in-client-secret" "value" (printf "%s.clientSecret" $value) "secret" . "file" "key") | nindent 2 }}
  {{- end }}
  {{- end }}
  {{- if $verified }}
  {{- include "meritstream.keyVolume" (dict "volume" "postgresql-ca" "value" "postgresql.ca" "secret" $values.postgresql.ca "file" "ca.crt") | nindent 2 }}
  {{- end }}
  {{- with $own.artifacts }}
  {{- if .volume.existingClaim }}
  - name: artifacts
    persistentVolumeClaim:
      claimName: {{ .volume.existingClaim | quote }}
  {{- else if .bucket.name }}
  # As many files of the largest size as a replica receives at once.
  - name: arrivals
    emptyDir:
      sizeLimit: 2Gi
  {{- end }}
  {{- with .bucket.existingSecret }}
  {{- $key := default "secret-access-key" $own.artifacts.bucket.secretAccessKeyKey }}
  {{- include "meritstream.keyVolume" (dict "volume" "bucket-key" "value" "services.evidence.artifacts.bucket" "secret" (dict "existingSecret" . "key" $key) "file" "secret-access-key") | nindent 2 }}
  {{- end }}
  {{- end }}
{{- end -}}

{{/* One key of one Secret as one file; a Secret's other keys stay out of the container. */}}
{{- define "meritstream.keyVolume" -}}
- name: {{ .volume }}
  secret:
    secretName: {{ required (printf "%s.existingSecret: name the Secret whose %s holds it" .value .secret.key) .secret.existingSecret | quote }}
    defaultMode: 0440
    items:
      - key: {{ .secret.key | quote }}
        path: {{ .file }}
{{- end -}}

{{/* Readiness falls while a dependency is away (the work waits); liveness only when the work itself has died. */}}
{{- define "meritstream.probes" -}}
startupProbe:
  httpGet:
    path: /q/health/started
    port: management
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet:
    path: /q/health/live
    port: management
  periodSeconds: 10
  timeoutSeconds: 3
  failureThreshold: 3
readinessProbe:
  httpGet:
    path: /q/health/ready
    port: management
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: 2
{{- end -}}
