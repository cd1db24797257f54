// What a paragraph's end and the next line's beginning say about whether they belong together.
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_JOINS_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_JOINS_H_

#include <string_view>

namespace rezon::reader {

// True for a line that never continues the one above: «Приложение», «Разослано:»,
// «УТВЕРЖДЕНО», a letterhead's address.
bool IsBoundaryLine(std::string_view low);

// «г. N, 12 мая 2024 года» on a line of its own; `dated`: only with a year in it.
bool IsPlaceLine(std::string_view low, bool dated);

// Ends with a mark that may end a sentence or a clause.
inline bool EndsTerminally(std::string_view text) {
  if (text.empty()) return false;
  const char last = text.back();
  return last == '.' || last == ';' || last == ':' || last == '!' || last == '?';
}

// The last word or bracket of the text `low` asks for more: «в срок до», «посёлка», «(отв. Белов».
// `next` is the line below, `bracketed` whether the text may hold «(».
bool AsksForMore(std::string_view low, std::string_view next, bool bracketed);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_JOINS_H_
