# Packages of a folder with a package-lock.json. Sourced after common.sh.

# npm_ci DIR: `npm ci` there, unless its lock file is the one already installed. One at a time.
npm_ci() {
  local dir=$1 stamp want
  stamp=$dir/node_modules/.rezon-lock
  want=$(sha256sum "$dir/package-lock.json" | cut -d' ' -f1)
  [ "$(cat "$stamp" 2>/dev/null || true)" != "$want" ] || return 0
  (
    flock 9
    [ "$(cat "$stamp" 2>/dev/null || true)" != "$want" ] || exit 0
    cd "$dir" || exit 1
    npm ci --no-audit --no-fund --loglevel=error >&2 || exit 1
    printf '%s\n' "$want" >"$stamp"
  ) 9>"$dir/.npm.lock" || die "npm ci in $dir failed"
}
