"""Writes a plain text as docx with automatic numbering, so that no label is in the text."""
import re
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LABEL = re.compile(r'^(\d{1,2}(?:\.\d{1,2})*)([.)])\s+(?=\D)')
BULLET = re.compile(r'^[-–•]\s+')


class Writer:
    """One abstract list of numbers, one of bullets; a w:num with an override where the printed
    number is not the next one."""

    def __init__(self, tracked):
        self.tracked = tracked
        self.body, self.nums, self.counts = [], [(1, 1, {}), (2, 2, {})], {}
        self.abstracts = {'.': 1}

    def number(self, parts, mark):
        level = len(parts) - 1
        abstract = 1 if mark == '.' else 3
        counts = self.counts.setdefault(abstract, {})
        expected = counts.get(level, 0) + 1
        num = next(n for n, a, _ in reversed(self.nums + [(3, 3, {})]) if a == abstract)
        if parts[-1] != expected or parts[:-1] != [counts.get(k, 1) for k in range(level)]:
            num = len(self.nums) + 10
            self.nums.append((num, abstract, {k: v for k, v in enumerate(parts)}))
        for k, v in enumerate(parts):
            counts[k] = v
        for k in [k for k in counts if k > level]:
            del counts[k]
        return num, level

    def paragraph(self, text, numbering=None):
        properties = ''
        if numbering:
            properties = f'<w:pPr><w:numPr><w:ilvl w:val="{numbering[1]}"/>' \
                         f'<w:numId w:val="{numbering[0]}"/></w:numPr></w:pPr>'
        # Runs cut in the middle of words and a deleted run must make no difference.
        half = len(text) // 2
        runs = ''.join(f'<w:r><w:t xml:space="preserve">{escape(t)}</w:t></w:r>'
                       for t in (text[:half], text[half:]) if t)
        gone = '<w:del w:id="1" w:author="x"><w:r><w:delText>удалено</w:delText></w:r></w:del>'
        self.body.append(f'<w:p>{properties}{runs}{gone if text and self.tracked else ""}</w:p>')

    def add(self, text):
        label = LABEL.match(text)
        if label:
            parts = [int(p) for p in label.group(1).split('.')]
            self.paragraph(text[label.end():], self.number(parts, label.group(2)))
        elif BULLET.match(text):
            self.paragraph(BULLET.sub('', text), (2, 0))
        else:
            self.paragraph(text)

    def numbering(self):
        def level(k, fmt, text):
            return f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/>' \
                   f'<w:lvlText w:val="{text}"/></w:lvl>'
        dots = ''.join(level(k, 'decimal', '.'.join(f'%{i + 1}' for i in range(k + 1)) + '.')
                       for k in range(5))
        out = f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="1">{dots}</w:abstractNum>' \
              f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", chr(0xF0B7))}</w:abstractNum>' \
              f'<w:abstractNum w:abstractNumId="3">{level(0, "decimal", "%1)")}</w:abstractNum>'
        for num, abstract, overrides in self.nums + [(3, 3, {})]:
            out += f'<w:num w:numId="{num}"><w:abstractNumId w:val="{abstract}"/>'
            out += ''.join(f'<w:lvlOverride w:ilvl="{k}"><w:startOverride w:val="{v}"/></w:lvlOverride>'
                           for k, v in overrides.items())
            out += '</w:num>'
        return out + '</w:numbering>'


def write_docx(path, text, tracked=True):
    """`tracked`: every paragraph also holds a deletion, which must not be read."""
    writer = Writer(tracked)
    for line in re.sub(r'(?m)^(\d+\s?\.)\s*\n(?=\S)', r'\1 ', text).split('\n'):
        line = re.sub(r'[ \t]+', ' ', line.replace('**', '').replace('## ', '')).strip()
        writer.add(re.sub(r'^(\d+) \.', r'\1.', line))
    rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    types = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('[Content_Types].xml', HEAD +
                   '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                   '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                   f'<Override PartName="/word/document.xml" ContentType="{types}document.main+xml"/>'
                   f'<Override PartName="/word/numbering.xml" ContentType="{types}numbering+xml"/></Types>')
        z.writestr('_rels/.rels', HEAD +
                   '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                   f'<Relationship Id="r1" Type="{rel}/officeDocument" Target="word/document.xml"/></Relationships>')
        z.writestr('word/_rels/document.xml.rels', HEAD +
                   '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                   f'<Relationship Id="r1" Type="{rel}/numbering" Target="numbering.xml"/></Relationships>')
        z.writestr('word/document.xml',
                   f'{HEAD}<w:document {W}><w:body>{"".join(writer.body)}</w:body></w:document>')
        z.writestr('word/numbering.xml', writer.numbering())
