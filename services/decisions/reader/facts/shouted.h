// Headings set in capitals.
#ifndef REZON_SERVICES_DECISIONS_READER_FACTS_SHOUTED_H_
#define REZON_SERVICES_DECISIONS_READER_FACTS_SHOUTED_H_

#include "services/decisions/reader/text/paragraph.h"

namespace rezon::reader {

// Sets a paragraph that is all in capitals in small letters; its first word, quotations and the
// names of places keep their capitals. Other paragraphs stay. Lengths do not change.
void Unshout(Paragraph* paragraph, ParagraphPool* pool);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_FACTS_SHOUTED_H_
