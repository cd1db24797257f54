# The checks of .ci/run beside the tests. Each prints what it found and returns 0 or 1. Sourced after
# common.sh and base.sh.

check_format() {
  local log
  log=$(mktemp)
  if git -C "$ROOT" ls-files -z -- '*.cc' '*.h' |
    (cd "$ROOT" && xargs -0 -r clang-format --dry-run -Werror) >"$log" 2>&1; then
    echo "clang-format: clean ($(git -C "$ROOT" ls-files -- '*.cc' '*.h' | wc -l) files)"
    rm -f "$log"
    return 0
  fi
  grep -E 'error:' "$log" | head -40
  echo "clang-format: run clang-format -i on the files above"
  rm -f "$log"
  return 1
}

# changed_sources BUILD_DIR: .cc files of the change that this build compiles, in an order that differs
# from change to change, so that bounded runs see other files in time, and that stays while a change is
# mended.
changed_sources() {
  local base seed
  base=$(change_base "$ROOT")
  seed=${base:-$(git -C "$ROOT" rev-list --max-parents=0 HEAD | tail -n 1)}
  if [ -n "$base" ]; then
    git -C "$ROOT" diff --name-only --diff-filter=AM "$base" HEAD -- '*.cc'
  else
    git -C "$ROOT" ls-files -- '*.cc'
  fi | grep -Fxf <(jq -r --arg root "$ROOT/" \
    '.[].file | select(startswith($root)) | ltrimstr($root)' "$1/compile_commands.json") |
    sort -R --random-source=<(printf '%s' "$seed$seed$seed$seed")
}

# tidy_build: a build folder that clang-tidy can read (a command for each file, no precompiled headers)
# with the generated headers in it and nothing compiled.
tidy_build() {
  local build=$ROOT/build/tidy
  (cd "$ROOT" && cmake --preset debug -B "$build") >"$ROOT/build/tidy.log" 2>&1 &&
    ninja -C "$build" -t targets all | sed -n 's/^\(.*\.pb\.h\): .*/\1/p' |
    xargs ninja -C "$build" >>"$ROOT/build/tidy.log" 2>&1 || {
    tail -20 "$ROOT/build/tidy.log"
    return 1
  }
}

# check_tidy MAX_FILES SECONDS: clang-tidy on the changed files, bounded in number and time; says how
# many the bounds left out.
check_tidy() {
  local build=$ROOT/build/tidy log all code=0
  tidy_build || return 1
  log=$(mktemp -d)
  changed_sources "$build" >"$log/all" || true
  head -n "$1" "$log/all" >"$log/files"
  (cd "$ROOT" && timeout "$2" xargs -r -P "$(nproc)" -n 1 "$ROOT/tests/lib/tidy-one" "$build" "$log" \
    <"$log/files") || code=$?
  touch "$log/done" "$log/failed"
  all=$(wc -l <"$log/all")
  echo "clang-tidy: $(wc -l <"$log/done") of $all changed files looked at, $(wc -l <"$log/failed") with findings"
  [ "$code" != 124 ] || echo "clang-tidy: stopped after $2 s; the other files were not looked at"
  [ ! -s "$log/failed" ]
  code=$?
  rm -rf "$log"
  return $code
}
