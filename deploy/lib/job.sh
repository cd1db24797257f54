# The main job over files, through rezonctl. Sourced after region.sh.

# run_job FILE...: import, adopt, issue; on our own samples also report and accept some; then the
# summaries. A file that was taken through before is only summed up again.
run_job() {
  local file name
  local resolutions=()
  for file in "$@"; do
    say "$(basename "$file")"
    name=$(take_through "$file")
    [ -z "$name" ] || resolutions+=("$name")
  done
  for name in "${resolutions[@]}"; do
    wait_for 120 summary_is_current "$name" || warn "reporting is still catching up with $name"
    ctl summary "$name"
  done
}

# take_through FILE: prints the resolution's name; nothing for a cover letter without one. Each step is
# skipped when it was done before.
take_through() {
  local file=$1 name state
  name=$(ctl import --json "$file" | jq -r '.resolution.name // empty') || die "import of $file failed"
  if [ -z "$name" ]; then
    warn "$(basename "$file") is a cover letter without its resolution: rezonctl link joins them"
    return
  fi
  if [ -e "$RUN/done/${name#*/}" ]; then
    printf '%s\n' "$name"
    return
  fi
  state=$(call GET "/v1/$name" | jq -r .state)
  tell_what_is_open "$name"
  [ "$state" = STATE_ADOPTED ] || ctl adopt "$name" >&2 || die "adoption of $name failed"
  ctl issue "$name" --quiet "--request-id=$(request_id "issue $name")" >&2 || die "issue of $name failed"
  case $file in "$ROOT"/deploy/sample/*) sample_progress "$name" >&2 ;; esac
  mkdir -p "$RUN/done"
  touch "$RUN/done/${name#*/}"
  printf '%s\n' "$name"
}

# tell_what_is_open RESOLUTION: what a clerk would have to choose before adoption. Nobody chooses here and
# nothing is guessed: a point whose addressee is open is issued without an executor.
tell_what_is_open() {
  local open
  while IFS= read -r open; do
    warn "$open"
  done < <(call GET "/v1/$1" | jq -r '
    (.warnings // [])[],
    if (.unresolvedCount // 0) > 0 then
      "пунктов без исполнителя: \(.unresolvedCount) из \(.actionableCount); поручения по ним выдаются без исполнителя"
      + (if (.territory // "") == "" then
          ". До принятия адресатов находит выбор территории: rezonctl territory \(.name) НАЗВАНИЕ"
        else "" end)
    else empty end')
}

# assignments_of RESOLUTION: names and states by due date, one a line.
assignments_of() {
  ctl assignments --resolution "$1" --limit 1000000 --json | jq -r '[.name, .state] | @tsv'
}

# sample_progress RESOLUTION: of each five assignments two are reported, and one of these accepted, so
# that the sample's summary has something to show.
sample_progress() {
  local name state number=0
  while IFS=$'\t' read -r name state; do
    number=$((number + 1))
    [ "$state" = STATE_ISSUED ] || continue
    case $((number % 5)) in
      1 | 2) ctl report "$name" --text 'Образец: выполнено, материалы размещены на сайте.' >/dev/null ;;
    esac
    [ $((number % 5)) != 1 ] || ctl accept "$name" >/dev/null
  done < <(assignments_of "$1")
}

# summary_is_current RESOLUTION: the summary counts what assignments has: all of them, and the accepted.
summary_is_current() {
  local rows counts
  rows=$(assignments_of "$1")
  counts=$(call GET "/v1/$1/summary" 2>/dev/null |
    jq -r '.total.counts | "\(.total // 0) \(.accepted // 0)"') || return 1
  [ "$counts" = "$(grep -c . <<<"$rows") $(grep -c STATE_ACCEPTED <<<"$rows")" ]
}
