#!/bin/sh
# Lays google/api and google/rpc out under the folder $1, from the Debian packages that ship them.
# The jar's google/rpc is too old (no ErrorInfo), so google/rpc comes from the Go package.
set -eu
out=$1
jar=/usr/share/java/proto-google-common-protos.jar
rpc=/usr/share/gocode/src/github.com/gogo/googleapis/google/rpc
[ -f "$jar" ] && [ -d "$rpc" ] || {
  echo "install libgoogle-common-protos-java and golang-github-gogo-googleapis-dev" >&2
  exit 1
}
[ -f "$out/google/rpc/error_details.proto" ] && [ -f "$out/google/api/annotations.proto" ] && exit 0
mkdir -p "$out/google/rpc"
unzip -qo "$jar" 'google/api/annotations.proto' 'google/api/http.proto' 'google/api/httpbody.proto' \
  'google/api/field_behavior.proto' 'google/api/resource.proto' 'google/api/launch_stage.proto' -d "$out"
cp "$rpc/status.proto" "$rpc/code.proto" "$rpc/error_details.proto" "$out/google/rpc/"
