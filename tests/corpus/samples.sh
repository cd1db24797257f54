#!/bin/sh
# samples.sh READER_DUMP SET BAR: reads SET/documents (samples or unseen) and holds the score to BAR by
# the corpus's scorer. Of the unseen ones only the overall number is printed (see unseen/README.md).
# Exit 77 (skipped) where the corpus, which has the scorer, is absent.
set -eu
dump=$1
corpus=${REZON_CORPUS:-../shared/corpus}
if [ ! -f "$corpus/score.py" ]; then
  echo "SKIPPED: no scorer at $corpus (set REZON_CORPUS)"
  exit 77
fi
set=$(dirname "$0")/$2
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$dump" "$set"/documents/* --out "$out"
code=0
python3 "$corpus/score.py" "$set/golden" "$out" --min "$3" >"$out/score" || code=$?
if [ "$2" = unseen ]; then tail -n 1 "$out/score"; else cat "$out/score"; fi
exit $code
