#include "services/decisions/reader/structure/labels.h"

#include "services/decisions/reader/structure/label_parts.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr std::string_view kAlphabet = "абвгдежзиклмнопрстуфхцчшщэюя";  // no й, ъ, ы, ь

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
  return FinishLabel(label, line, after + 1);
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
  return FinishLabel(label, line, after + 1);
}

// «§ 2. …»
Label SectionAt(std::string_view line) {
  const size_t number = SkipBlanks(line, 2);
  if (number >= line.size() || !IsDigit(line[number])) return {};
  Label label = NumberLabelAt(line.substr(number));
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
    return NumberLabelAt(line);
  }
  Label label = BulletLabelAt(line);
  if (!label) label = RomanAt(line);
  if (!label) label = LetterAt(line);
  if (!label && line[0] == '\xE2') label = CircledLabelAt(line);
  return label;
}

}  // namespace rezon::reader
