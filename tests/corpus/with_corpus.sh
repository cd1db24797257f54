#!/bin/sh
# with_corpus.sh metamorphic|names READER_DUMP [SOURCE_DIR...]: runs a check over the corpus.
# Exit 77 (skipped) where the corpus is absent.
set -eu
check=$1 dump=$2
shift 2
corpus=${REZON_CORPUS:-../shared/corpus}
if [ ! -d "$corpus/documents" ]; then
  echo "SKIPPED: no corpus at $corpus (set REZON_CORPUS)"
  exit 77
fi
here=$(dirname "$0")
case $check in
  metamorphic) exec python3 "$here/metamorphic.py" "$dump" "$corpus" ;;
  names) exec python3 "$here/names.py" "$corpus" "$@" ;;
esac
echo "unknown check $check" >&2
exit 2
