// Lines that say who answers for the point above and by when: «Ответственные: …», «Срок: …».
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_ATTRIBUTES_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_ATTRIBUTES_H_

#include <cstddef>
#include <string_view>

namespace rezon::reader {

enum class AttributeKind { kNone, kResponsible, kDeadline, kController };

struct Attribute {
  AttributeKind kind = AttributeKind::kNone;
  size_t value = 0;  // offset of the value behind the caption
};

// The attribute that folded text starts with.
Attribute AttributeAt(std::string_view low);

// First attribute caption inside a folded text that follows a sentence's end («…. Срок: май.»);
// npos when there is none. Used to cut such clauses off a point's own text. `commas`: a comma also
// ends the clause before («Ответственный: школы, срок: май»).
size_t FindInlineAttribute(std::string_view low, size_t from, bool commas = false);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_ATTRIBUTES_H_
