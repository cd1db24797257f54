#!/usr/bin/env python3
"""from_xml.py FILE.xml VERSION DECREE [SUPPLEMENT...]: prints a year's production calendar in the
compact form of this folder. The XML is of the xmlcalendar form: `t` 1 is a day off, 2 a shortened
working day of any weekday (also a Saturday), 3 a working Saturday or Sunday."""
import datetime
import sys
import xml.etree.ElementTree as tree


def runs(days):
    """01-01..08 for days that follow each other in a month, 02-23 for one."""
    words, first, last = [], None, None
    for day in sorted(days) + [None]:
        if last and day and day.month == last.month and (day - last).days == 1:
            last = day
            continue
        if last:
            words.append(f'{first:%m-%d}' + ('' if first == last else f'..{last:%d}'))
        first = last = day
    return ' '.join(words)


def main():
    root = tree.parse(sys.argv[1]).getroot()
    year = int(root.get('year'))
    off, short, work = [], [], []
    for node in root.iter('day'):
        month, number = map(int, node.get('d').split('.'))
        day = datetime.date(year, month, number)
        weekend = day.weekday() >= 5
        if node.get('t') == '1' and not weekend:
            off.append(day)
        if node.get('t') == '2':
            short.append(day)
        if node.get('t') in '23' and weekend:
            work.append(day)
    print(f'year {year}\nversion {sys.argv[2]}')
    for act in sys.argv[3:]:
        print(f'act {act}')
    for name, days in (('off', off), ('short', short), ('work', work)):
        if days:
            print(f'{name} {runs(days)}')


if __name__ == '__main__':
    main()
