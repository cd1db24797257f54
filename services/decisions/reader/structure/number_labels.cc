#include "services/decisions/reader/structure/label_parts.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr int kMaxSingle = 199;  // «2024. …» is a year

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

}  // namespace

Label NumberLabelAt(std::string_view line) {
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
  return FinishLabel(label, line, mark_end);
}

Label CircledLabelAt(std::string_view line) {
  size_t size;
  const uint32_t code = CharAt(line, 0, &size);
  if (code < 0x2460 || code > 0x2473) return {};
  Label label;
  label.kind = LabelKind::kNumber;
  label.depth = 1;
  label.parts[0] = static_cast<uint16_t>(code - 0x2460 + 1);
  label.mark = line.substr(0, size);
  return FinishLabel(label, line, size);
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
  return FinishLabel(label, line, end);
}

}  // namespace rezon::reader
