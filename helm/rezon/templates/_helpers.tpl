{{/* Names, labels and what every pod has in common. Helpers with a dict take root (the top context)
     and component (its name). */}}

{{- define "rezon.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "rezon.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else if contains (include "rezon.name" .) .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "rezon.name" .) | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "rezon.object" -}}
{{ include "rezon.fullname" .root }}-{{ .component }}
{{- end -}}

{{- define "rezon.selector" -}}
app.kubernetes.io/name: {{ include "rezon.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "rezon.labels" -}}
{{ include "rezon.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: rezon
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | quote }}
{{- end -}}

{{- define "rezon.image" -}}
{{- $image := .root.Values.image -}}
{{- $name := printf "rezon-%s:%s" .component (default .root.Chart.AppVersion $image.tag) -}}
{{- if $image.repository }}{{ $image.repository }}/{{ end }}{{ $name }}
{{- end -}}

{{/* The services that a component calls, and so has targets of. */}}
{{- define "rezon.peers" -}}
{{- $peers := dict
  "registry" ""
  "decisions" "registry"
  "assignments" "registry decisions"
  "reporting" "registry decisions assignments"
  "gateway" "registry decisions assignments reporting" -}}
{{- get $peers .component -}}
{{- end -}}

{{/* The components that may call a service. */}}
{{- define "rezon.callers" -}}
{{- $callers := dict
  "registry" "decisions assignments reporting gateway"
  "decisions" "assignments reporting gateway"
  "assignments" "reporting gateway"
  "reporting" "gateway" -}}
{{- get $callers .component -}}
{{- end -}}

{{- define "rezon.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "rezon.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "rezon.pullSecrets" -}}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}
