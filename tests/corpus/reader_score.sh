#!/bin/sh
# reader_score.sh READER_DUMP: reads the corpus and holds the corpus's own scorer to its bars.
# Exit 77 (skipped) where the corpus is absent.
set -eu
dump=$1
corpus=${REZON_CORPUS:-../shared/corpus}
if [ ! -d "$corpus/documents" ]; then
  echo "SKIPPED: no corpus at $corpus (set REZON_CORPUS)"
  exit 77
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$dump" "$corpus"/documents/*.txt --out "$out/documents"
python3 "$corpus/score.py" "$corpus/golden" "$out/documents" --min 0.97
"$dump" "$corpus"/acts/documents/*.txt --out "$out/acts"
python3 "$corpus/score.py" "$corpus/acts/golden" "$out/acts"
python3 "$corpus/score.py" "$corpus/golden" "$out/documents" --json >"$out/documents.json"
python3 "$corpus/score.py" "$corpus/acts/golden" "$out/acts" --json >"$out/acts.json"
python3 "$(dirname "$0")/bars.py" "$out/documents.json" "$out/acts.json"
