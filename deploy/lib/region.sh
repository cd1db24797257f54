# Loads the sample region through the gateway, as any client would. Sourced after services.sh.

# ctl ARGS...: rezonctl against this run's gateway.
ctl() {
  REZON_SERVER="$URL" REZON_TOKEN="$(cat "$RUN/keys/operator.token")" "$BIN/rezonctl" "$@"
}

# call METHOD PATH [JSON]: the answer's body; dies with the error.
call() {
  local method=$1 path=$2 answer
  local args=(-sS --noproxy '*' -m 120 -X "$method" --fail-with-body
    -H "Authorization: Bearer $(cat "$RUN/keys/operator.token")")
  [ $# -lt 3 ] || args+=(-H 'Content-Type: application/json' --data-binary "$3")
  answer=$(curl "${args[@]}" "$URL$path") || die "$method $path: $answer"
  printf '%s' "$answer"
}

# request_id TEXT: a UUID that is the same for the same text, so that a repeated load is a retry.
request_id() {
  printf '%s' "$1" | sha1sum | sed -E 's/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/\1-\2-5\3-8\4-\5/'
}

# names_of COLLECTION FIELD: display_name<TAB>name of what is there.
names_of() { call GET "/v1/$1?page_size=1000" | jq -r ".$2[]? | [.displayName, .name] | @tsv"; }

# load_region DIR: territories.json, organisations.csv and classes.json; what is there already stays.
load_region() {
  local dir=$1 want
  want=$(cat "$dir"/territories.json "$dir"/organisations.csv "$dir"/classes.json | sha256sum | cut -d' ' -f1)
  [ "$(cat "$RUN/region" 2>/dev/null || true)" != "$want" ] || return 0
  say "loading the sample region"
  load_territories "$dir/territories.json"
  ctl organisations import --quiet "$dir/organisations.csv" >"$RUN/log/organisations.log" ||
    die "the sample organisations could not be imported; see .run/log/organisations.log"
  load_classes "$dir/classes.json"
  printf '%s\n' "$want" >"$RUN/region"
}

load_territories() {
  local row name region there
  there=$(names_of territories territories)
  region=$(awk -F '\t' -v name="$(jq -r '.[0].displayName' "$1")" '$1 == name { print $2 }' <<<"$there")
  while read -r row; do
    name=$(jq -r .displayName <<<"$row")
    cut -f1 <<<"$there" | grep -qxF "$name" && continue
    [ -z "$region" ] || row=$(jq -c --arg parent "$region" '.parent = $parent' <<<"$row")
    row=$(call POST "/v1/territories?request_id=$(request_id "territory $row")" "$row")
    [ -n "$region" ] || region=$(jq -r .name <<<"$row")
  done < <(jq -c '.[]' "$1")
}

load_classes() {
  local row there
  there=$(names_of addresseeClasses addresseeClasses | cut -f1)
  while read -r row; do
    grep -qxF "$(jq -r .displayName <<<"$row")" <<<"$there" && continue
    call POST "/v1/addresseeClasses?request_id=$(request_id "class $row")" "$row" >/dev/null
  done < <(jq -c '.[]' "$1")
}
