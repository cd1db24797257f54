{{/* Environment of a component's container: every flag has a variable, REZON_<NAME>. */}}
{{- define "rezon.env" -}}
{{- $root := .root -}}
{{- $component := .component -}}
{{- $own := index $root.Values.components $component -}}
- name: REZON_LISTEN
  value: "0.0.0.0:8080"
- name: REZON_ADMIN_LISTEN
  value: "0.0.0.0:9090"
- name: REZON_JWKS
  value: {{ required "auth.jwksUrl: the URL of the token issuer's keys is needed" $root.Values.auth.jwksUrl | quote }}
- name: REZON_ISSUER
  value: {{ $root.Values.auth.issuer | quote }}
- name: REZON_AUDIENCE
  value: {{ $root.Values.auth.audience | quote }}
- name: REZON_LOG_LEVEL
  value: {{ $root.Values.telemetry.logLevel | quote }}
- name: REZON_TRACE_RATIO
  value: {{ $root.Values.telemetry.traceRatio | quote }}
- name: REZON_DRAIN_SECONDS
  value: {{ $root.Values.drainSeconds | quote }}
- name: REZON_SHUTDOWN_GRACE_SECONDS
  value: {{ $root.Values.shutdownGraceSeconds | quote }}
{{- with $root.Values.telemetry.otlpEndpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- range splitList " " (include "rezon.peers" .) }}
{{- if . }}
- name: REZON_{{ upper . }}_TARGET
  value: {{ printf "dns:///%s:8080" (include "rezon.object" (dict "root" $root "component" .)) | quote }}
{{- end }}
{{- end }}
{{- if eq $component "gateway" }}
- name: REZON_GRPC_LISTEN
  value: "0.0.0.0:8081"
{{- else }}
- name: REZON_POOL_SIZE
  value: {{ $own.poolSize | quote }}
- name: REZON_SERVICE_TOKEN_FILE
  value: /run/rezon/service-token/{{ $root.Values.auth.serviceTokenSecret.key }}
- name: REZON_DATABASE_URL
  valueFrom:
    secretKeyRef:
      name: {{ $root.Values.database.secret }}
      key: {{ $component }}-app
{{- end }}
{{- range $name, $value := $own.extraEnv }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end -}}
