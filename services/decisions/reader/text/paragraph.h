// A paragraph: lines joined to one, with the way back to the canonical text.
#ifndef REZON_SERVICES_DECISIONS_READER_TEXT_PARAGRAPH_H_
#define REZON_SERVICES_DECISIONS_READER_TEXT_PARAGRAPH_H_

#include <cstdint>
#include <string_view>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "services/decisions/reader/document.h"
#include "services/decisions/reader/text/text_pool.h"

namespace rezon::reader {

// Text with its blanks folded to one and hyphenation joined; `low` is Fold(text). Both are views of
// the canonical text and its fold, or of the pool where they had to be put together.
struct Paragraph {
  std::string_view text;
  std::string_view low;
  // (offset in text, offset in the canonical text), rising; between two entries both run alike.
  absl::InlinedVector<std::pair<uint32_t, uint32_t>, 4> map;

  // Adds canonical[begin, end); a blank or nothing (hyphenation) goes between two lines.
  // `folded` is Fold(canonical). `spaced`: see Line; true where it is not known.
  void AddLine(std::string_view canonical, std::string_view folded, uint32_t begin, uint32_t end,
               ParagraphPool* pool, bool spaced = true);

  // AddLine with `between` before the line, in the place of what goes between two lines.
  void AddWords(std::string_view canonical, std::string_view folded, uint32_t begin, uint32_t end,
                ParagraphPool* pool, bool spaced = true, std::string_view between = {});

  // Adds text without a place of its own, behind `between`.
  void Append(std::string_view more, std::string_view more_low, ParagraphPool* pool,
              std::string_view between = {});

  // Adds another paragraph behind `separator`, with its places.
  void Append(char separator, const Paragraph& more, ParagraphPool* pool);

  // Place in the canonical text of text[begin, end).
  Span SpanOf(size_t begin, size_t end) const;
  bool empty() const { return text.empty(); }
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_TEXT_PARAGRAPH_H_
