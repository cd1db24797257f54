# Where a checkout keeps its local run: .run, with the cluster and the sockets under it or, where that
# cannot work, in a folder of the checkout's own under /var/tmp that .run links to. Sourced after
# common.sh.
RUN=$ROOT/.run
# Longest path of a Unix socket is 107 bytes; this leaves room for the names of ours.
SOCKET_ROOM=80

# postgres_user: who runs PostgreSQL; it refuses to run as root.
postgres_user() { if is_root; then printf 'postgres'; else id -un; fi; }

# as_postgres COMMAND...: as that user, from a folder that it can enter.
as_postgres() {
  if is_root; then
    (cd / && setpriv --reuid=postgres --regid=postgres --init-groups --reset-env "$@")
  else
    "$@"
  fi
}

# fits_in_run: .run is short enough for sockets and open to the user of PostgreSQL.
fits_in_run() {
  [ ${#RUN} -le $SOCKET_ROOM ] || return 1
  ! is_root || as_postgres test -x "$RUN"
}

# prepare_run: makes .run with pg and sock in it. The name under /var/tmp is random and remembered
# together with the checkout's path, so that a copied checkout gets a folder of its own.
prepare_run() {
  mkdir -p "$RUN/keys" "$RUN/log" "$RUN/pids"
  chmod 711 "$RUN"
  chmod 700 "$RUN/keys"
  local home=$RUN
  if [ "$(sed -n 1p "$RUN/home" 2>/dev/null)" = "$ROOT" ]; then
    home=$(sed -n 2p "$RUN/home")
  elif ! fits_in_run; then
    home=$(mktemp -d /var/tmp/rezon-XXXXXXXX)
  fi
  printf '%s\n%s\n' "$ROOT" "$home" >"$RUN/home"
  mkdir -p "$home"
  chmod 711 "$home"
  local part
  for part in pg sock pgsock; do
    mkdir -p "$home/$part"
    [ "$home" = "$RUN" ] || ln -sfn "$home/$part" "$RUN/$part"
  done
  chmod 700 "$home/pg" "$home/sock" "$home/pgsock"
  ! is_root || chown "$(postgres_user)" "$home/pg" "$home/pgsock"
  PG_DATA=$home/pg
  PG_SOCKETS=$home/pgsock
  SOCKETS=$home/sock
}

# port_free PORT: nobody answers there on loopback.
port_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# port_of NAME FIRST: the port remembered for NAME, else the first free one from FIRST on.
port_of() {
  local file=$RUN/port.$1 port=$2
  if [ ! -s "$file" ]; then
    while ! port_free "$port" || grep -qxs "$port" "$RUN"/port.*; do port=$((port + 1)); done
    printf '%s\n' "$port" >"$file"
  fi
  cat "$file"
}
