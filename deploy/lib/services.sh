# The four services and the gateway. Sourced after postgres.sh.
SERVICES=(registry decisions assignments reporting)
PROGRAMS=(rezon-registry rezon-decisions rezon-assignments rezon-reporting rezon-gateway rezonctl descriptors)

# migrate_all BIN: brings each schema up as its owner.
migrate_all() {
  local bin=$1 service
  for service in "${SERVICES[@]}"; do
    "$bin/rezon-$service" --migrate-only --migrate-url="$(dsn "${service}_owner")" \
      >"$RUN/log/migrate-$service.log" 2>&1 || {
      tail -n 20 "$RUN/log/migrate-$service.log" >&2
      die "the migration of $service failed"
    }
  done
}

target_of() { printf 'unix:%s/%s.sock' "$SOCKETS" "$1"; }

peers_of() {
  case $1 in
    registry) ;;
    decisions) echo registry ;;
    assignments) echo registry decisions ;;
    reporting) echo registry decisions assignments ;;
    gateway) echo "${SERVICES[@]}" ;;
  esac
}

# command_of NAME BIN: the words of its command line, one a line.
command_of() {
  local name=$1 bin=$2 peer admin
  case $name in
    registry) admin=8181 ;;
    decisions) admin=8182 ;;
    assignments) admin=8183 ;;
    reporting) admin=8184 ;;
    gateway) admin=8180 ;;
  esac
  printf '%s\n' "$bin/rezon-$name" "--admin-listen=127.0.0.1:$(port_of "admin-$name" "$admin")" \
    "--jwks=$RUN/keys/jwks.json" "--issuer=$ISSUER" "--audience=$AUDIENCE"
  for peer in $(peers_of "$name"); do printf -- '--%s-target=%s\n' "$peer" "$(target_of "$peer")"; done
  if [ "$name" = gateway ]; then
    printf '%s\n' "--listen=127.0.0.1:$(port_of http "${REZON_HTTP_PORT:-8080}")" \
      "--grpc-listen=127.0.0.1:$(port_of grpc 8090)" \
      "--local-issuer-key=$RUN/keys/issuer.pem" "--descriptors=$bin/../share/rezon.pb" \
      "--web-root=$ROOT/gateway/web/dist"
  else
    printf '%s\n' "--listen=$(target_of "$name")" "--database-url=$(dsn "${name}_app")" \
      "--service-token-file=$RUN/keys/service.token" --reflection
  fi
}

ready() { curl -fs -o "$RUN/log/ready" --noproxy '*' -m 5 "http://127.0.0.1:$(cat "$RUN/port.admin-$1")/readyz"; }

# free_ports NAME: forgets remembered ports of a stopped program that somebody else has taken meanwhile.
free_ports() {
  local file ports=("$RUN/port.admin-$1")
  running "$1" && return 0
  [ "$1" != gateway ] || ports+=("$RUN/port.http" "$RUN/port.grpc")
  for file in "${ports[@]}"; do
    [ ! -s "$file" ] || port_free "$(cat "$file")" || rm -f "$file"
  done
}

# start_suite BIN: starts what does not run, and restarts what was built anew or is started otherwise.
start_suite() {
  local bin=$1 name words
  for name in "${SERVICES[@]}" gateway; do
    free_ports "$name"
    mapfile -t words < <(command_of "$name" "$bin")
    current "$name" "${words[@]}" && continue
    stop_process "$name"
    start_process "$name" "${words[@]}"
  done
  for name in "${SERVICES[@]}" gateway; do await "$name" 60 ready "$name"; done
}
