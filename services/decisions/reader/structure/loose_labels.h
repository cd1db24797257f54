// Labels that are ones only in a text that numbers its points so: «Пункт 1.», «п. 1.1.», «№ 1»,
// «1 – …», «[1]», «А. …». One of them alone is a citation, an initial or a word of the text.
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_LOOSE_LABELS_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_LOOSE_LABELS_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "services/decisions/reader/structure/labels.h"

namespace rezon::reader {

// A label as found, with the manner it is set in (0: none). «Пункт 4.» and «п. 4.1.» are one
// manner.
struct LooseLabel {
  static constexpr uint8_t kManners = 32;

  Label label;
  uint8_t manner = 0;
};

// False for a line (without leading blanks; `low` is its Fold) that surely starts with none.
bool MayHoldLooseLabel(std::string_view line, std::string_view low);

// What `line` starts with, if it may be such a label.
LooseLabel FindLooseLabel(std::string_view line, std::string_view low);

// Which manners a text uses: those whose labels count on from a first one.
class LooseManners {
 public:
  // Takes the lines of the text one by one, in order.
  void See(const LooseLabel& found);
  bool Uses(uint8_t manner) const { return manner != 0 && follows_[manner] > 0; }
  bool any() const { return any_; }

 private:
  std::array<Label, LooseLabel::kManners> last_{};
  std::array<uint8_t, LooseLabel::kManners> follows_{};  // labels that count on, 255 at most
  bool any_ = false;
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_LOOSE_LABELS_H_
