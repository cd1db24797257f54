# The local run's own PostgreSQL cluster: no TCP, a private socket folder. Sourced after process.sh.
PG_BIN=/usr/lib/postgresql/15/bin
PG_PORT=54320

# dsn ROLE [DATABASE]: connection string over the private socket.
dsn() { printf 'host=%s port=%s dbname=%s user=%s' "$PG_SOCKETS" "$PG_PORT" "${2:-rezon}" "$1"; }

pg_answers() { "$PG_BIN/pg_isready" -q -h "$PG_SOCKETS" -p "$PG_PORT"; }

start_postgres() {
  if [ ! -s "$PG_DATA/PG_VERSION" ]; then
    say "making a PostgreSQL cluster"
    as_postgres "$PG_BIN/initdb" -D "$PG_DATA" -U postgres -A trust -E UTF8 --locale=C.UTF-8 \
      --no-instructions >"$RUN/log/initdb.log" 2>&1 || {
      tail -n 20 "$RUN/log/initdb.log" >&2
      die "initdb failed"
    }
  fi
  if ! running postgres; then
    local command=("$PG_BIN/postgres" -D "$PG_DATA" -p "$PG_PORT" -k "$PG_SOCKETS"
      -c listen_addresses= -c unix_socket_permissions=0700 -c max_connections=120
      -c shared_buffers=256MB -c client_connection_check_interval=5s -c timezone=UTC)
    if is_root; then
      command=(setpriv --reuid=postgres --regid=postgres --init-groups --reset-env "${command[@]}")
    fi
    (cd / && start_process postgres "${command[@]}")
  fi
  await postgres 60 pg_answers
}

# bootstrap_database: roles, database and schemas; again only when the SQL changed.
bootstrap_database() {
  local sql=$ROOT/deploy/database/bootstrap.sql want
  want=$(sha256sum "$sql" | cut -d' ' -f1)
  [ "$(cat "$RUN/bootstrapped" 2>/dev/null || true)" != "$want" ] || return 0
  PGOPTIONS='-c client_min_messages=warning' \
    "$PG_BIN/psql" -X -q -v ON_ERROR_STOP=1 -d "$(dsn postgres postgres)" -f "$sql" >"$RUN/log/bootstrap.log" 2>&1 || {
    tail -n 20 "$RUN/log/bootstrap.log" >&2
    die "the bootstrap of the database failed"
  }
  printf '%s\n' "$want" >"$RUN/bootstrapped"
}
