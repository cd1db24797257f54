#include "services/decisions/reader/structure/labels.h"

#include <algorithm>

#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr int kMaxSingle = 199;                                         // «2024. …» is a year
constexpr std::string_view kAlphabet = "абвгдежзиклмнопрстуфхцчшщэюя";  // no й, ъ, ы, ь

size_t SkipBlanks(std::string_view line, size_t at) {
  while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
  return at;
}

bool IsBulletChar(uint32_t code) {
  switch (code) {
    case 0x00B7:
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x204C:
    case 0x2219:
      return true;
    default:
      return (code >= 0x2190 && code <= 0x21FF) ||  // arrows
             (code >= 0x25A0 && code <= 0x27BF) ||  // shapes, signs, dingbats
             (code >= 0x27F0 && code <= 0x27FF) ||  // long arrows
             (code >= 0x2900 && code <= 0x29FF) ||  // more arrows and shapes
             (code >= 0x2B00 && code <= 0x2BFF) ||  // more shapes
             (code >= 0xF000 && code <= 0xF0FF) ||  // Symbol and Wingdings
             (code >= 0x1F300 && code <= 0x1FAFF);  // pictures
  }
}

Label Finish(Label label, std::string_view line, size_t mark_end) {
  label.size = static_cast<uint32_t>(SkipBlanks(line, mark_end));
  label.printed = line.substr(0, mark_end);
  return label;
}

// «– 3 –»: a page's number between dashes.
bool IsPageNumber(std::string_view line, size_t at) {
  bool digit = false;
  for (; at < line.size();) {
    size_t size;
    const uint32_t code = CharAt(line, at, &size);
    digit = digit || IsDigit(line[at]);
    if (!IsDigit(line[at]) && !IsDashChar(code) && code != ' ' && code != '\t') return false;
    at += size;
  }
  return digit;
}

Label BulletAt(std::string_view line) {
  size_t size;
  const uint32_t code = CharAt(line, 0, &size);
  if (IsDashChar(code) && line.size() < 24 && IsPageNumber(line, size)) return {};
  // A picture may be followed by the mark that asks for its coloured form.
  if (line.substr(size, 3) == "\xEF\xB8\x8F") size += 3;
  const bool alone = size == line.size();
  const bool blank = !alone && (line[size] == ' ' || line[size] == '\t');
  bool found = IsBulletChar(code);
  if (IsDashChar(code)) {
    size_t next;
    found = blank || alone || IsLetterChar(CharAt(line, size, &next)) ||
            CharAt(line, size, &next) == 0xAB;
  } else if (code == '*' || code == '+' || code == 'o') {
    found = blank;
  }
  Label label;
  if (!found) return label;
  label.kind = LabelKind::kBullet;
  label.bullet = IsDashChar(code) ? '-' : code;
  // «- [ ] …», «- [x] …»: a list to be ticked off.
  const std::string_view rest = line.substr(SkipBlanks(line, size));
  if (rest.size() > 4 && rest[0] == '[' && rest[2] == ']' && rest[3] == ' ' &&
      (rest[1] == ' ' || rest[1] == 'x' || rest[1] == 'X')) {
    return Finish(label, line, line.size() - rest.size() + 3);
  }
  return Finish(label, line, size);
}

// What may follow a label: a blank, the end, or text glued to it.
bool TextFollows(std::string_view line, size_t at, bool closed) {
  if (at >= line.size()) return closed;
  if (line[at] == ' ' || line[at] == '\t') return true;
  size_t size;
  const uint32_t code = CharAt(line, at, &size);
  return IsLetterChar(code) || code == 0xAB || code == '"';
}

// Bytes of «°» behind a number («1° Школам …»), or of the mark that makes it a picture of a key.
size_t DegreeAt(std::string_view line, size_t at) {
  constexpr std::string_view kKey = "\xEF\xB8\x8F\xE2\x83\xA3";
  if (line.substr(at).starts_with(kKey)) return kKey.size();
  size_t size;
  const uint32_t code = CharAt(line, at, &size);
  if (code != 0xB0 && code != 0xBA) return 0;
  size_t next;
  const uint32_t behind = CharAt(line, SkipBlanks(line, at + size), &next);
  return behind == '.' || IsUpperChar(behind) ? size : 0;
}

Label NumberAt(std::string_view line) {
  Label label;
  size_t at = line[0] == '(' ? 1 : 0;
  const bool opened = at == 1;
  size_t end = at;
  while (label.depth < Label::kMaxDepth) {
    size_t digits = at;
    while (digits < line.size() && IsDigit(line[digits])) ++digits;
    const size_t length = digits - at;
    if (length == 0 || length > 3) break;
    if (label.depth > 0 && line[at] == '0') break;  // 10.05 is a time or a date
    int value = 0;
    for (size_t i = at; i < digits; ++i) value = value * 10 + (line[i] - '0');
    label.parts[label.depth++] = static_cast<uint16_t>(value);
    end = digits;
    if (digits + 1 < line.size() && line[digits] == '.' && IsDigit(line[digits + 1])) {
      at = digits + 1;
      continue;
    }
    break;
  }
  if (label.depth == 0) return {};
  bool closed = false;
  if (const size_t degree = DegreeAt(line, end); degree > 0 && !opened) {
    end += degree;
    closed = true;
  }
  const size_t after = SkipBlanks(line, end);
  size_t mark_end = end;
  if (after < line.size() && after <= end + 1 && (line[after] == '.' || line[after] == ')')) {
    label.paren = line[after] == ')';
    closed = true;
    mark_end = after + 1;
    if (after == end && line.substr(after, 2) == ".)") ++mark_end;
  }
  if (opened && !label.paren) return {};
  if (label.depth == 1 && (!closed || label.parts[0] > kMaxSingle)) return {};
  if (!TextFollows(line, mark_end, closed)) return {};
  if (end < line.size() && line[end] == '.' && end + 1 < line.size() && IsDigit(line[end + 1])) {
    return {};  // a date such as 24.08.2019
  }
  label.kind = LabelKind::kNumber;
  label.mark = line.substr(0, mark_end > after + 1 ? mark_end : end);
  return Finish(label, line, mark_end);
}

// «① …» to «⑳ …»
Label CircledAt(std::string_view line) {
  size_t size;
  const uint32_t code = CharAt(line, 0, &size);
  if (code < 0x2460 || code > 0x2473) return {};
  Label label;
  label.kind = LabelKind::kNumber;
  label.depth = 1;
  label.parts[0] = static_cast<uint16_t>(code - 0x2460 + 1);
  label.mark = line.substr(0, size);
  return Finish(label, line, size);
}

int RomanDigit(uint32_t code) {
  switch (code) {
    case 'I':
    case 0x406:
      return 1;
    case 'V':
      return 5;
    case 'X':
    case 0x425:
      return 10;
    case 'L':
      return 50;
    default:
      return 0;
  }
}

Label RomanAt(std::string_view line) {
  size_t at = 0;
  int value = 0;
  int previous = 0;
  while (at < line.size()) {
    size_t size;
    const int digit = RomanDigit(CharAt(line, at, &size));
    if (digit == 0) break;
    value += digit > previous ? digit - 2 * previous : digit;
    previous = digit;
    at += size;
  }
  const size_t after = SkipBlanks(line, at);
  if (at == 0 || value <= 0 || value > 60 || after > at + 1 || after >= line.size()) return {};
  if (line[after] != '.' && line[after] != ')') return {};
  const size_t next = SkipBlanks(line, after + 1);
  size_t size;
  // «I. И. Иванов» is a person.
  if (next < line.size() && IsUpperChar(CharAt(line, next, &size)) && next + size < line.size() &&
      line[next + size] == '.') {
    return {};
  }
  Label label;
  label.kind = LabelKind::kRoman;
  label.depth = 1;
  label.paren = line[after] == ')';
  label.parts[0] = static_cast<uint16_t>(value);
  label.mark = line.substr(0, at);
  return Finish(label, line, after + 1);
}

// Two Russian letters that are no numeral: most lines, and no label.
bool StartsWithWord(std::string_view line) {
  const auto russian = [line](size_t at) { return (line[at] & '\xFE') == '\xD0'; };
  size_t size;
  return line.size() >= 4 && russian(0) && russian(2) && RomanDigit(CharAt(line, 0, &size)) == 0;
}

Label LetterAt(std::string_view line) {
  size_t size;
  const uint32_t code = CharAt(line, 0, &size);
  if (!IsLetterChar(code)) return {};
  const size_t after = SkipBlanks(line, size);
  if (after >= line.size() || after > size + 1) return {};
  const bool paren = line[after] == ')';
  if (!paren && (line[after] != '.' || IsUpperChar(code) || after != size)) return {};
  if (!paren) {  // «г. Город» and «д. 5» are no labels: a dot needs a blank and a long word
    const size_t word = SkipBlanks(line, after + 1);
    if (word == after + 1 && word < line.size()) return {};
    size_t second;
    CharAt(line, word, &second);
    if (line.substr(word + second).starts_with(".")) return {};  // «и. о. директора»
    if (code == 0x433 || code == 0x434 || code == 0x441 || code == 0x43F || code == 0x440) {
      size_t next;
      if (word < line.size() && !IsLowerChar(CharAt(line, word, &next))) return {};
    }
  }
  const std::string low = Fold(line.substr(0, size));
  const size_t place = kAlphabet.find(low);
  Label label;
  label.kind = LabelKind::kLetter;
  label.depth = 1;
  label.paren = paren;
  if (size == 1) {
    label.parts[0] = static_cast<uint16_t>(low[0] - 'a' + 1);
  } else if (place != std::string_view::npos) {
    label.parts[0] = static_cast<uint16_t>(place / 2 + 1);
  }
  label.mark = line.substr(0, size);
  return Finish(label, line, after + 1);
}

// «§ 2. …»
Label SectionAt(std::string_view line) {
  const size_t number = SkipBlanks(line, 2);
  if (number >= line.size() || !IsDigit(line[number])) return {};
  Label label = NumberAt(line.substr(number));
  if (!label) label = FindBareNumber(line.substr(number));
  if (!label) return {};
  label.kind = LabelKind::kRoman;  // ranks above plain numbers
  label.mark = line.substr(0, number + label.mark.size());
  label.printed = line.substr(0, number + label.printed.size());
  label.size += static_cast<uint32_t>(number);
  return label;
}

// «(а) …»
Label BracketedLetterAt(std::string_view line) {
  Label label = LetterAt(line.substr(1));
  if (!label || !label.paren) return {};
  label.mark = line.substr(0, 1 + label.mark.size());
  label.printed = line.substr(0, 1 + label.printed.size());
  ++label.size;
  return label;
}

}  // namespace

std::string Label::Text() const {
  if (kind == LabelKind::kBullet) return "-";
  std::string text(mark);
  if (paren && !text.ends_with(')')) text.push_back(')');
  return text;
}

Label FindLabel(std::string_view line) {
  if (line.empty() || StartsWithWord(line)) return {};
  if (line.starts_with("§")) return SectionAt(line);
  if (line[0] == '(' && line.size() > 3 && !IsDigit(line[1])) return BracketedLetterAt(line);
  if (IsDigit(line[0]) || (line[0] == '(' && line.size() > 1 && IsDigit(line[1]))) {
    return NumberAt(line);
  }
  Label label = BulletAt(line);
  if (!label) label = RomanAt(line);
  if (!label) label = LetterAt(line);
  if (!label && line[0] == '\xE2') label = CircledAt(line);
  return label;
}

Label FindBareNumber(std::string_view line) {
  size_t end = 0;
  int value = 0;
  while (end < line.size() && end < 2 && IsDigit(line[end]))
    value = value * 10 + (line[end++] - '0');
  if (value == 0 || end >= line.size() || (line[end] != ' ' && line[end] != '\t')) return {};
  const size_t word = SkipBlanks(line, end);
  size_t size;
  if (!IsUpperChar(CharAt(line, word, &size))) return {};
  Label label;
  label.kind = LabelKind::kNumber;
  label.depth = 1;
  label.parts[0] = static_cast<uint16_t>(value);
  label.mark = line.substr(0, end);
  return Finish(label, line, end);
}

}  // namespace rezon::reader
