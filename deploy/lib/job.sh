# The main job over files, through rezonctl. Sourced after region.sh.

# ctl ARGS...: rezonctl against this run's gateway.
ctl() {
  REZON_SERVER="$URL" REZON_TOKEN="$(cat "$RUN/keys/operator.token")" "$BIN/rezonctl" "$@"
}

# run_job FILE...: import, adopt, issue; on our own samples also report and accept some; then the summary.
# A file that was taken through before is only summed up again.
run_job() {
  local file resolution
  local resolutions=()
  for file in "$@"; do
    say "$(basename "$file")"
    resolution=$(take_through "$file")
    resolutions+=("$resolution")
  done
  for resolution in "${resolutions[@]}"; do
    await_summary "$resolution"
    ctl summary "$resolution"
  done
}

# take_through FILE: prints the resolution's name. Each step is skipped when it was done before.
take_through() {
  local file=$1 imported name
  imported=$(ctl import --json "$file") || die "import of $file failed"
  name=$(jq -r '.resolution.name' <<<"$imported")
  if [ "$(call GET "/v1/$name" | jq -r .state)" != STATE_ADOPTED ]; then
    ctl adopt "$name" >&2 || die "adoption of $name failed"
  fi
  ctl issue "$name" --request-id="$(request_id "issue $name")" >&2 || die "issue of $name failed"
  case $file in "$ROOT"/deploy/sample/*) sample_progress "$name" >&2 ;; esac
  printf '%s\n' "$name"
}
