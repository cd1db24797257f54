# A Docker engine to build with: the one that answers already, else Debian's, started with folders of
# its own and ended with them. Sourced after common.sh.

# start_engine DIR: sets DOCKER, the client's command, and OWN_ENGINE. Returns 77 when no engine starts.
start_engine() {
  local dir=$1
  OWN_ENGINE=no
  # Debian's client builds with BuildKit as it is; others need a plug-in for that.
  DOCKER=(docker)
  [ ! -x /usr/bin/docker ] || DOCKER=(/usr/bin/docker)
  if "${DOCKER[@]}" info >/dev/null 2>&1; then
    return 0
  fi
  if ! is_root || [ ! -x /usr/sbin/dockerd ]; then
    echo "no Docker engine answers, and one can be started only by root with the package docker.io" >&2
    return 77
  fi
  OWN_ENGINE=yes
  DOCKER=(/usr/bin/docker -H "unix://$dir/docker.sock")
  mkdir -p "$dir/root" "$dir/exec"
  # Bounded, so that an engine whose caller was killed does not stay.
  setsid timeout --kill-after=30 7200 /usr/sbin/dockerd --data-root "$dir/root" --exec-root "$dir/exec" -H "unix://$dir/docker.sock" \
    --pidfile "$dir/pid" >"$dir/dockerd.log" 2>&1 </dev/null &
  ENGINE_PID=$!
  if ! wait_for 60 engine_answers_or_ended || ! "${DOCKER[@]}" info >/dev/null 2>&1; then
    tail -n 5 "$dir/dockerd.log" >&2
    echo "Debian's Docker engine does not start on this machine" >&2
    return 77
  fi
}

engine_answers_or_ended() {
  "${DOCKER[@]}" info >/dev/null 2>&1 || ! kill -0 "$ENGINE_PID" 2>/dev/null
}

# stop_engine DIR: ends the engine that start_engine started, and removes its folders.
stop_engine() {
  local dir=$1
  if [ "${OWN_ENGINE:-no}" = yes ] && kill -0 "$ENGINE_PID" 2>/dev/null; then
    kill "$ENGINE_PID"
    wait_for 30 engine_ended || kill -KILL "$ENGINE_PID"
  fi
  [ ! -d "$dir" ] || rm -rf --one-file-system "$dir"
}

engine_ended() { ! kill -0 "$ENGINE_PID" 2>/dev/null; }

# make_base TAG: the base image from Debian's packages, from the mirror that apt here is set up with.
make_base() {
  local dir=$1 tag=$2 mirror
  "${DOCKER[@]}" image inspect "$tag" >/dev/null 2>&1 && return 0
  # shellcheck disable=SC2016  # apt's own variables
  mirror=$(apt-get indextargets --format '$(SITE) $(CODENAME) $(COMPONENT)' | awk '$2 == "bookworm" && $3 == "main" { print $1; exit }')
  [ -n "$mirror" ] || die "apt here knows no mirror of Debian 12"
  say "making the base image"
  mmdebstrap --quiet --variant=minbase --include=ca-certificates bookworm "$dir/base.tar" "$mirror" >&2
  "${DOCKER[@]}" import --change 'CMD ["/bin/sh"]' "$dir/base.tar" "$tag" >/dev/null
  rm -f "$dir/base.tar"
}
