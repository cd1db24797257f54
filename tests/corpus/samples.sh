#!/bin/sh
# samples.sh READER_DUMP: reads samples/documents and holds the corpus's scorer to a bar.
# Exit 77 (skipped) where the corpus, which has the scorer, is absent.
set -eu
dump=$1
corpus=${REZON_CORPUS:-../shared/corpus}
if [ ! -f "$corpus/score.py" ]; then
  echo "SKIPPED: no scorer at $corpus (set REZON_CORPUS)"
  exit 77
fi
samples=$(dirname "$0")/samples
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$dump" "$samples"/documents/* --out "$out"
python3 "$corpus/score.py" "$samples/golden" "$out" --min 0.97
