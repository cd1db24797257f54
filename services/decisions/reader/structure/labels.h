// Labels at the start of a line: numbers, letters, Roman numerals and bullets in every style.
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_LABELS_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_LABELS_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace rezon::reader {

enum class LabelKind : uint8_t { kNone, kNumber, kLetter, kRoman, kBullet };

// A label as found. Two labels of one style differ only in their value.
struct Label {
  static constexpr int kMaxDepth = 6;

  LabelKind kind = LabelKind::kNone;
  uint8_t depth = 0;                        // parts of a number: 3 for 1.2.3
  bool paren = false;                       // closed by «)»
  uint32_t bullet = 0;                      // the bullet's code point
  std::array<uint16_t, kMaxDepth> parts{};  // values; a letter's place in the alphabet
  uint32_t size = 0;                        // bytes with the blanks behind it
  std::string_view printed;                 // exactly as printed, in the line it was found in
  std::string_view mark;                    // its beginning that Text is made of

  explicit operator bool() const { return kind != LabelKind::kNone; }
  // Less the closing dot; "-" for a bullet.
  std::string Text() const;
  int value() const { return depth == 0 ? 0 : parts[depth - 1]; }
  bool SameStyle(const Label& other) const {
    return kind == other.kind && depth == other.depth && paren == other.paren &&
           bullet == other.bullet;
  }
};

// The label that `line` (without leading blanks) starts with. Dates, decimals, initials and
// cited numbers are none.
Label FindLabel(std::string_view line);

// «3 Школам …»: a number of one or two digits with nothing behind it but a blank and a capital.
// It is a label only in a text that numbers all its points so.
Label FindBareNumber(std::string_view line);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_LABELS_H_
