"""bars.py DOCUMENTS.json ACTS.json: holds score.py's figures to the reader's bars."""
import json
import sys

ACT_BARS = {'item_f1': 0.92, 'label': 0.90, 'parent': 0.90, 'responsible_f1': 0.90, 'deadline': 0.95}
DOCUMENT_FLOOR = 0.93
OVERALL = 0.97


def load(path):
    with open(path, encoding='utf-8') as f:
        return json.load(f)


def main():
    documents, acts = load(sys.argv[1]), load(sys.argv[2])
    faults = [f'{name}: score {row["score"]:.3f} < {DOCUMENT_FLOOR}'
              for name, row in documents['documents'].items() if row['score'] < DOCUMENT_FLOOR]
    overall = documents['overall']['score']
    if overall < OVERALL:
        faults.append(f'documents overall: score {overall:.3f} < {OVERALL}')
    faults += [f'acts: {key} {acts["overall"][key]:.3f} < {bar}'
               for key, bar in ACT_BARS.items() if acts['overall'][key] < bar]
    print('\n'.join(faults) or 'all bars met')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
