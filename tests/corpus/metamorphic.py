#!/usr/bin/env python3
"""metamorphic.py READER_DUMP CORPUS: rewrites every corpus document in other forms and holds the
reading of each form to the plain text's own reading (issue: item F1 >= 0.98 for lossless forms)."""
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from office import write_docx

BARS = {'item_f1': 0.98, 'parent': 0.97, 'responsible_f1': 0.97, 'deadline': 0.97}
LABEL = re.compile(r'^(\s*)(\d{1,2})\.(\s)')
VOWELS = 'аеёиоуыэюя'


YEAR = re.compile(r'(?<!\d)((?:19|20)\d\d)(?!\d)')
SHORT_YEAR = re.compile(r'(?<!\d)(20\d\d)/(\d\d)(?!\d)')
ROMAN = ('', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV')
LETTERS = 'абвгдежзиклмнопрстуфхцчшщэюя'
SHIFT = 4  # years: every 29 February stays a day


def is_bullet(line):
    return re.match(r'^\s*[-–•]\s', line) is not None


def bullets(mark):
    return lambda text: re.sub(r'(?m)^(\s*)-\s+', r'\g<1>' + mark + ' ', text)


def crlf(text):
    return text.replace('\n', '\r\n')


def parens(text):
    """1. -> 1) for single numbers; 1.1. stays."""
    return re.sub(r'(?m)^(\s*)(\d{1,2})\.(\s)', r'\1\2)\3', text)


def glued(text):
    return re.sub(r'(?m)^(\s*(?:\d{1,2}\.)+)\s+(?=[А-ЯЁ])', r'\1', text)


def spaced(text):
    return re.sub(r'(?m)^(\s*\d{1,2})\.(\s+)(?=[А-ЯЁ])', r'\1 .\2', text)


def no_blank_indent(text):
    return re.sub(r'(?m)^[ \t]+(?=\S)', '', text)


def soft_hyphens(text):
    return re.sub(r'([бвгджзклмнпрст])([аеиоу])([бвгджзклмнпрст][аеиоу])', '\\1\\2\u00ad\\3', text)


def nbsp(text):
    return re.sub(r'(\d) (?=[а-яё])', '\\1\u00a0', text)


def hyphenate(word, room):
    """Longest head of the word that fits with a hyphen, cut behind a vowel."""
    for cut in range(min(len(word) - 3, room - 1), 2, -1):
        if word[cut - 1].lower() in VOWELS and word[cut].isalpha() and word[:cut].isalpha() \
                and word[cut + 1].isalpha() and any(c in VOWELS for c in word[cut:cut + 3]):
            return cut
    return 0


def wrap(text, width=70, hyphens=True, indent=0):
    out = []
    for line in text.split('\n'):
        words = line.split()
        current = ' ' * indent if words else ''
        for word in words:
            while True:
                room = width - len(current) - (1 if current.strip() else 0)
                if len(word) <= room:
                    current += (' ' if current.strip() else '') + word
                    break
                core = word.rstrip('.,;:»)')
                cut = hyphenate(word, room) if hyphens and core.isalpha() and len(core) > 6 else 0
                if cut:
                    current += (' ' if current.strip() else '') + word[:cut] + '-'
                    word = word[cut:]
                if not current.strip():
                    current += word
                    break
                out.append(current)
                current = ''
        out.append(current)
    return '\n'.join(out)


def roman(text):
    """1. -> I. for single numbers; 1.1. stays."""
    return re.sub(r'(?m)^(\s*)(\d{1,2})(\.\s)',
                  lambda m: m[1] + (ROMAN[int(m[2])] if int(m[2]) < len(ROMAN) else m[2]) + m[3], text)


def each_bullet(text, label):
    """Bullets become label(number above, place in the list)."""
    out, number, place = [], None, 0
    for line in text.split('\n'):
        found = LABEL.match(line)
        if found:
            number, place = int(found[2]), 0
        bullet = re.match(r'^(\s*)[-–•]\s+', line)
        if bullet:
            place += 1
            line = bullet[1] + label(number, place) + ' ' + line[bullet.end():]
        elif line.strip().endswith(':') and not found:
            number, place = None, 0
        out.append(line)
    return '\n'.join(out)


def letters(text):
    return each_bullet(text, lambda number, place: LETTERS[(place - 1) % len(LETTERS)] + ')')


def nested(text):
    return each_bullet(text, lambda number, place: f'{number}.{place}.' if number else '-')


def renumbered(text):
    return re.sub(r"(?m)^(\s*)(?!\d{1,2}\.\d{2}\.\d{4})(\d{1,2})(?=\s?[.)](?:\d|\s))",
                  lambda m: m[1] + str(int(m[2]) + 2), text)


def renumbered_labels(golden):
    items = [dict(item, label=re.sub(r'^\d+', lambda m: str(int(m[0]) + 2), item['label']))
             for item in golden['items']]
    return dict(golden, items=items)


def later(text):
    """Every year moves by SHIFT."""
    text = SHORT_YEAR.sub(lambda m: f'{m[1]}/{(int(m[2]) + SHIFT) % 100:02}', text)
    return YEAR.sub(lambda m: str(int(m[1]) + SHIFT), text)


def later_golden(golden):
    return json.loads(later(json.dumps(golden, ensure_ascii=False)))


# What the reading of a changed text must be, from that of the text as it was.
EXPECTED = {'renumbered': renumbered_labels, 'other-years': later_golden}

FORMS = {
    'crlf': (crlf, 'utf-8', True),
    'windows-1251': (lambda t: t, 'cp1251', True),
    'koi8-r': (lambda t: t.replace('«', '"').replace('»', '"').replace('–', '-').replace('№', 'N'),
               'koi8-r', True),
    'utf-16': (lambda t: t, 'utf-16', True),
    'bullet-dot': (bullets('•'), 'utf-8', True),
    'bullet-dash': (bullets('–'), 'utf-8', True),
    'bullet-star': (bullets('*'), 'utf-8', True),
    'bullet-square': (bullets('▪'), 'utf-8', True),
    'parens': (parens, 'utf-8', False),
    'roman': (roman, 'utf-8', False),
    'letters': (letters, 'utf-8', False),
    'nested-numbers': (nested, 'utf-8', False),
    'renumbered': (renumbered, 'utf-8', True),
    'other-years': (later, 'utf-8', True),
    'glued': (glued, 'utf-8', True),
    'spaced-label': (spaced, 'utf-8', True),
    'flush': (no_blank_indent, 'utf-8', True),
    'soft-hyphens': (soft_hyphens, 'utf-8', True),
    'nbsp': (nbsp, 'utf-8', True),
    'wrap70': (lambda t: wrap(t, 70, False), 'utf-8', True),
    'wrap70-hyphens': (lambda t: wrap(t, 70, True), 'utf-8', True),
    'wrap60-indent': (lambda t: wrap(t, 60, False, 5), 'utf-8', True),
}


def load_scorer(corpus):
    spec = importlib.util.spec_from_file_location('score', os.path.join(corpus, 'score.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(dump, files, out):
    subprocess.run([dump, *files, '--out', out], check=True)
    return {n: json.load(open(os.path.join(out, n), encoding='utf-8')) for n in os.listdir(out)}


def is_wrapped(text):
    lines = [line for line in text.split('\n') if line.strip()]
    return max(map(len, lines)) < 140


def check(scorer, form, golden, got, bars):
    worst = []
    for name, predicted in got.items():
        row = scorer.score_document(golden[name], predicted)
        low = [f'{k} {row[k]:.3f}' for k, bar in bars.items() if row[k] < bar]
        if low:
            worst.append(f'  {name[:-5]}: ' + ', '.join(low))
    print(f'{form}: {"ok" if not worst else "BELOW"}')
    print('\n'.join(worst), end='\n' if worst else '')
    return len(worst)


def office_forms(dump, scorer, plain, paths, tmp, only):
    """docx by our own writer; odt and pdf from it by LibreOffice, where that is installed."""
    folder = os.path.join(tmp, 'docx')
    os.makedirs(folder)
    files = []
    for path in paths:
        with open(path, encoding='utf-8') as f:
            text = f.read()
        if not is_wrapped(text):  # a wrapped line is no paragraph of a word processor
            files.append(os.path.join(folder, os.path.basename(path)[:-4] + '.docx'))
            write_docx(files[-1], text)
    bars = dict(BARS, label=0.97, event=0.9)
    faults = check(scorer, 'docx', plain, read(dump, files, folder + '-out'), bars)
    if not shutil.which('soffice'):
        print('odt, pdf: SKIPPED, no LibreOffice')
        return faults
    for form, these in (('odt', bars), ('pdf', dict(bars, item_f1=0.93, parent=0.9, label=0.9,
                                                    responsible_f1=0.9, deadline=0.9, event=0.8))):
        if only and form not in only:
            continue
        target = os.path.join(tmp, form)
        for path in paths if form == 'pdf' else ():  # LibreOffice prints deletions
            name = os.path.join(folder, os.path.basename(path)[:-4] + '.docx')
            if name in files:
                with open(path, encoding='utf-8') as f:
                    write_docx(name, f.read(), tracked=False)
        subprocess.run(['soffice', '-env:UserInstallation=file://' + os.path.join(tmp, 'profile'),
                        '--headless', '--convert-to', form, '--outdir', target, *files],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
        made = [os.path.join(target, n) for n in sorted(os.listdir(target))]
        faults += check(scorer, form, plain, read(dump, made, target + '-out'), these)
    return faults


def main():
    dump, corpus = sys.argv[1], sys.argv[2]
    only = sys.argv[3:]
    scorer = load_scorer(corpus)
    faults = 0
    with tempfile.TemporaryDirectory() as tmp:
        paths = [os.path.join(corpus, d, n) for d in ('documents', 'acts/documents')
                 for n in sorted(os.listdir(os.path.join(corpus, d))) if n.endswith('.txt')]
        plain = read(dump, paths, os.path.join(tmp, 'plain'))
        for form, (change, encoding, labels) in FORMS.items():
            if only and form not in only:
                continue
            folder = os.path.join(tmp, form)
            os.makedirs(folder)
            files = []
            for path in paths:
                with open(path, encoding='utf-8') as f:
                    text = f.read()
                files.append(os.path.join(folder, os.path.basename(path)))
                with open(files[-1], 'wb') as f:
                    f.write(change(text).encode(encoding, 'replace'))
            bars = dict(BARS, event=0.9, **({'label': 0.97} if labels else {}))
            change_golden = EXPECTED.get(form, lambda golden: golden)
            expected = {name: change_golden(golden) for name, golden in plain.items()}
            faults += check(scorer, form, expected, read(dump, files, folder + '-out'), bars)
        if not only or {'docx', 'odt', 'pdf'} & set(only):
            faults += office_forms(dump, scorer, plain, paths, tmp, only)
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
