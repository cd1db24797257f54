# Building the binaries and the web page. Sourced after common.sh and npm.sh.

build_dir() { printf '%s/build/%s' "$ROOT" "$1"; }

# build_binaries PRESET [TARGET...]: configures when needed, builds on all cores.
build_binaries() {
  local preset=$1 dir
  shift
  dir=$(build_dir "$preset")
  # Lets another clone of the same sources find what ccache has.
  export CCACHE_BASEDIR=$ROOT CCACHE_NOHASHDIR=1
  mkdir -p "$dir"
  if [ ! -f "$dir/build.ninja" ]; then
    say "configuring preset $preset"
    (cd "$ROOT" && cmake --preset "$preset" >"$dir/configure.log" 2>&1) || {
      tail -30 "$dir/configure.log" >&2
      die "cmake --preset $preset failed"
    }
  fi
  local targets=()
  [ $# -eq 0 ] || targets=(--target "$@")
  cmake --build "$dir" -j "$(nproc)" "${targets[@]}"
}

# sources_hash DIR...: a hash over the names and contents of tracked and new files.
sources_hash() {
  (cd "$ROOT" && find "$@" \( -name node_modules -o -name dist -o -name test-results \) -prune -o \
    -type f ! -name .npm.lock -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

# build_web: the page in gateway/web/dist, again only when its sources changed.
build_web() {
  local dir=$ROOT/gateway/web want
  [ -f "$dir/package-lock.json" ] || return 0
  want=$(sources_hash gateway/web)
  [ "$(cat "$dir/dist/.sources" 2>/dev/null || true)" != "$want" ] || return 0
  say "building the web page"
  npm_ci "$dir"
  (cd "$dir" && npm run --silent build >&2) || die "the web page does not build"
  printf '%s\n' "$want" >"$dir/dist/.sources"
}
