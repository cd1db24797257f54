# What a change is compared with. Sourced.

# change_base ROOT: REZON_BASE when set; else the merge-base with origin/main; where HEAD is that itself
# (a clone of main), the newest commit at least four hours older than HEAD: what was there before this
# round of work. Prints nothing when there is none (a young repository, a shallow clone).
change_base() {
  local root=$1 head base
  head=$(git -C "$root" rev-parse --verify -q HEAD) || return 0
  if [ -n "${REZON_BASE:-}" ]; then
    git -C "$root" rev-parse --verify -q "$REZON_BASE^{commit}" || true
    return 0
  fi
  base=$(git -C "$root" merge-base HEAD origin/main 2>/dev/null || true)
  if [ -z "$base" ] || [ "$base" = "$head" ]; then
    base=$(git -C "$root" rev-list -1 --before="$(($(git -C "$root" log -1 --format=%ct HEAD) - 14400))" HEAD)
  fi
  printf '%s' "$base"
}
