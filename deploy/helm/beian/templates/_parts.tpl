{{- define "beian.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "beian.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .process }}
{{- end }}

{{- define "beian.labels" -}}
{{ include "beian.selector" . }}
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "beian.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- define "beian.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "beian.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{/* Addresses and settings that every process may read, and further ones: a map of name to text. */}}
{{- define "beian.settings" -}}
{{- $name := include "beian.name" .root }}
{{- $v := .root.Values }}
{{- $all := dict
  "NODE_ENV" "production"
  "HOST" "0.0.0.0"
  "TEMPORAL_ADDRESS" (required "temporal.address is missing" $v.temporal.address)
  "TEMPORAL_NAMESPACE" $v.temporal.namespace
  "TEMPORAL_TLS" (toString $v.temporal.tls)
  "KAFKA_BROKERS" (required "kafka.brokers is missing" $v.kafka.brokers)
  "S3_ENDPOINT" (required "s3.endpoint is missing" $v.s3.endpoint)
  "S3_REGION" $v.s3.region
  "OIDC_ISSUER" (required "oidc.issuer is missing" $v.oidc.issuer)
  "OIDC_AUDIENCE" (required "oidc.audience is missing" $v.oidc.audience) }}
{{- range $key, $value := dict "S3_PUBLIC_ENDPOINT" $v.s3.publicEndpoint "TEMPORAL_UI_URL" $v.temporal.uiUrl "TEMPORAL_OPERATOR_UI_URL" $v.temporal.operatorUiUrl "BUILD_ID" $v.buildId "OTEL_EXPORTER_OTLP_ENDPOINT" $v.otel.endpoint "OTEL_TRACES_SAMPLER_ARG" (ternary (toString $v.otel.sampled) "" (ne $v.otel.endpoint "")) }}
{{- if $value }}{{ $_ := set $all $key $value }}{{ end }}
{{- end }}
{{- range $process, $of := $v.processes }}
{{- if and $of.database (ne $process "gateway") }}{{ $_ := set $all (printf "%s_URL" (upper $process)) (printf "http://%s-%s:%v" $name $process $of.port) }}{{ end }}
{{- end }}
{{- toYaml (mergeOverwrite $all ($v.settings | default dict) (.more | default dict)) }}
{{- end }}

{{- define "beian.env" -}}
{{- range $key, $value := include "beian.settings" . | fromYaml }}
- name: {{ $key }}
  value: {{ $value | toString | quote }}
{{- end }}
{{- end }}

{{/* Further secrets by the key that holds each; an empty key gives none. */}}
{{- define "beian.keyedEnv" -}}
{{- range $variable, $key := .keys }}
{{- if $key }}
- name: {{ $variable }}
  valueFrom: { secretKeyRef: { name: {{ $.root.Values.secrets.name }}, key: {{ $key }} } }
{{- end }}
{{- end }}
{{- end }}

{{- define "beian.secretEnv" -}}
{{- range .secrets }}
- name: {{ . }}
  valueFrom: { secretKeyRef: { name: {{ $.root.Values.secrets.name }}, key: {{ . }} } }
{{- end }}
{{- end }}

{{/* Egress rules to what a process or a job reaches: the cluster's DNS, and the named parts of networkPolicy.egress. */}}
{{- define "beian.egress" -}}
{{- $root := .root }}
{{- $egress := $root.Values.networkPolicy.egress }}
{{- range concat (list "dns") .reaches }}
{{- if eq . "services" }}
- to:
    {{- range $process, $of := $root.Values.processes }}
    {{- if and $of.enabled $of.database (ne $process "gateway") }}
    - podSelector: { matchLabels: { {{ include "beian.selector" (dict "root" $root "process" $process) | replace "\n" ", " }} } }
    {{- end }}
    {{- end }}
  ports: [{ port: http }]
{{- else if or (ne . "traces") $root.Values.otel.endpoint }}
{{- $part := required (printf "networkPolicy.egress.%s is missing" .) (get $egress .) }}
- ports:
    {{- range $part.ports }}
    - { port: {{ . }}, protocol: TCP }
    {{- if eq (int .) 53 }}
    - { port: 53, protocol: UDP }
    {{- end }}
    {{- end }}
  {{- with $part.to }}
  to: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}
