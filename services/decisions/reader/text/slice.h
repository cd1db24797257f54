// Parts of a paragraph that keep the way back to the canonical text.
#ifndef REZON_SERVICES_DECISIONS_READER_TEXT_SLICE_H_
#define REZON_SERVICES_DECISIONS_READER_TEXT_SLICE_H_

#include <cstddef>

#include "services/decisions/reader/text/paragraph.h"

namespace rezon::reader {

// The part of a paragraph from byte `from` on.
Paragraph Tail(const Paragraph& whole, size_t from);

// The part [from, to), without blanks at its end.
Paragraph Slice(const Paragraph& whole, size_t from, size_t to);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_TEXT_SLICE_H_
