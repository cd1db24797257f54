# What a change is compared with. Sourced.

# change_base ROOT: REZON_BASE when set; else the merge-base with origin/main when that is not HEAD
# itself; else HEAD's first parent. Prints nothing when there is none (first commit, shallow clone).
change_base() {
  local root=$1 head base
  head=$(git -C "$root" rev-parse --verify -q HEAD) || return 0
  if [ -n "${REZON_BASE:-}" ]; then
    git -C "$root" rev-parse --verify -q "$REZON_BASE^{commit}" || true
    return 0
  fi
  base=$(git -C "$root" merge-base HEAD origin/main 2>/dev/null || true)
  if [ -z "$base" ] || [ "$base" = "$head" ]; then
    base=$(git -C "$root" rev-parse --verify -q 'HEAD^1^{commit}' || true)
  fi
  printf '%s' "$base"
}
