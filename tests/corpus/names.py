#!/usr/bin/env python3
"""names.py CORPUS SOURCE_DIR...: no rule of the reader may name a document, a place, a person or
an organisation of the corpus. Collects the corpus's proper names and greps the sources for them."""
import os
import re
import sys

PLACE_AFTER = re.compile(r'(?:город[ауе]?|городов|г\.|пос\.|с\.|п\.|р\.п\.)\s*([А-ЯЁ][а-яё]{3,}(?:-[А-ЯЁа-яё]+)?)')
PLACE_BEFORE = re.compile(
    r'([А-ЯЁ][а-яё-]{4,})\s+(?:муниципальн\w+ |городск\w+ |сельск\w+ )?(?:район|област|округ|поселени|кра[йяю])')
SURNAME = re.compile(r'(?:[А-ЯЁ]\.\s?){1,2}([А-ЯЁ][а-яё]{3,})|([А-ЯЁ][а-яё]{3,})\s(?:[А-ЯЁ]\.\s?){2}')
QUOTED = re.compile(r'«\s?([А-ЯЁ][^«» ]+ [^«»]{5,80}?)\s?»')
GENERIC = ('муниципальн', 'городск', 'соответствующ', 'федеральн', 'резолюци', 'решени', 'приложени',
           'содержани', 'список', 'паспорт', 'программ', 'приказ', 'глав', 'представител', 'основн',
           'администрац')


def names(text):
    found = set()
    for pattern in (PLACE_AFTER, PLACE_BEFORE, SURNAME):
        for match in pattern.finditer(text):
            word = next(g for g in match.groups() if g)
            if not word.lower().startswith(GENERIC):
                found.add(word.lower()[:max(5, len(word) - 2)])
    found.update(m.group(1).lower() for m in QUOTED.finditer(text))
    return found


def main():
    corpus, folders = sys.argv[1], sys.argv[2:]
    wanted = set()
    for folder in ('documents', 'acts/documents'):
        for name in sorted(os.listdir(os.path.join(corpus, folder))):
            wanted.add(name[:-4].lower())
            with open(os.path.join(corpus, folder, name), encoding='utf-8') as f:
                wanted |= names(f.read())
    if len(wanted) < 40:
        print(f'only {len(wanted)} proper names found in the corpus: the search is broken')
        return 1
    faults = 0
    for folder in folders:
        for root, _, files in os.walk(folder):
            for name in files:
                with open(os.path.join(root, name), encoding='utf-8') as f:
                    text = f.read().lower().replace('ё', 'е')
                for word in sorted(wanted):
                    if word.replace('ё', 'е') in text:
                        print(f'{os.path.join(root, name)}: names {word!r}')
                        faults += 1
    print(f'{len(wanted)} proper names, {faults} faults')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
