// A paragraph: lines joined to one, with the way back to the canonical text.
#ifndef REZON_SERVICES_DECISIONS_READER_TEXT_PARAGRAPH_H_
#define REZON_SERVICES_DECISIONS_READER_TEXT_PARAGRAPH_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "services/decisions/reader/document.h"

namespace rezon::reader {

// Text with its blanks folded to one and hyphenation joined; `low` is Fold(text).
struct Paragraph {
  std::string text;
  std::string low;
  // (offset in text, offset in the canonical text), rising; between two entries both run alike.
  absl::InlinedVector<std::pair<uint32_t, uint32_t>, 1> map;

  // Adds canonical[begin, end); a blank or nothing (hyphenation) goes between two lines.
  // `folded` is Fold(canonical).
  void AddLine(std::string_view canonical, std::string_view folded, uint32_t begin, uint32_t end);

  // Place in the canonical text of text[begin, end).
  Span SpanOf(size_t begin, size_t end) const;
  bool empty() const { return text.empty(); }
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_TEXT_PARAGRAPH_H_
