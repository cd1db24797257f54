// From decoded text to the canonical text: line ends unified, artefacts of conversion removed
// («[bookmark: …]», «**», «##», soft hyphens, odd blanks, character entities), misprints kept.
#ifndef REZON_SERVICES_DECISIONS_READER_TEXT_CLEAN_H_
#define REZON_SERVICES_DECISIONS_READER_TEXT_CLEAN_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rezon::reader {

// Canonical text with the way back. `map` holds pairs (canonical offset, source offset) in rising
// order, one wherever the distance between the two changes.
struct CleanText {
  std::string text;
  std::vector<std::pair<uint32_t, uint32_t>> map;

  // Offset in the source of the byte at `canonical`.
  uint32_t SourceOffset(uint32_t canonical) const;
};

// `source` must be well-formed UTF-8.
CleanText Clean(std::string_view source);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_TEXT_CLEAN_H_
