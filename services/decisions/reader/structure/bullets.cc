#include "services/decisions/reader/structure/label_parts.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

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

}  // namespace

Label BulletLabelAt(std::string_view line) {
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
    return FinishLabel(label, line, line.size() - rest.size() + 3);
  }
  return FinishLabel(label, line, size);
}

}  // namespace rezon::reader
