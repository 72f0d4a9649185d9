{{/* What runs, by name: each service and, unless it is to run as one, the role of issuance that answers the world. That role
holds no key and speaks to no broker; its user of the database may be one who only reads. */}}
{{- define "meritstream.components" -}}
{{- $components := dict -}}
{{- range $service, $own := .Values.services -}}
{{- $whole := merge (dict "service" $service) (omit $own "publicRole") -}}
{{- with $own.publicRole -}}
{{- $_ := set $whole "roles" (ternary "sign" "sign,public" .enabled) -}}
{{- if .enabled -}}
{{- $world := omit $whole "keyEncryptionKey" "signingToken" "extraEnv" | merge (omit . "enabled" "postgresql") | deepCopy -}}
{{- $_ := set $world "roles" "public" -}}
{{- $_ := set $world "postgresql" (merge (deepCopy .postgresql) $own.postgresql) -}}
{{- $_ := set $components (printf "%s-public" $service) $world -}}
{{- end -}}
{{- end -}}
{{- $_ := set $components $service $whole -}}
{{- end -}}
{{- toYaml $components -}}
{{- end -}}

{{/* Name of everything of one component: <release>-<component>, so that two releases live side by side. The release's part is
cut, never the service's; 52 characters leave a StatefulSet room for the hash in its pods' labels. A Service's name takes
no dot. */}}
{{- define "meritstream.name" -}}
{{- printf "%s-%s" (.release.Name | replace "." "-" | trunc 36 | trimSuffix "-") .service -}}
{{- end -}}

{{/* Labels that select; they never change over the life of a release. */}}
{{- define "meritstream.selector" -}}
app.kubernetes.io/name: meritstream
app.kubernetes.io/instance: {{ .release.Name }}
app.kubernetes.io/component: {{ .service }}
{{- end -}}

{{- define "meritstream.labels" -}}
{{ include "meritstream.selector" . }}
app.kubernetes.io/version: {{ .chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .release.Service }}
helm.sh/chart: {{ printf "%s-%s" .chart.Name .chart.Version | replace "+" "_" }}
{{- end -}}

{{/* Container rights, the same everywhere: Kubernetes' "restricted" Pod Security Standard and a read-only root. */}}
{{- define "meritstream.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "meritstream.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .user }}
runAsGroup: {{ .user }}
fsGroup: {{ .user }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}
