// Formulas that open the operative part: «… предлагают:», «ПОСТАНОВЛЯЕТ:», «п р и к а з ы в а ю»,
// «По итогам … предложено:», «считать основными задачами:».
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_OPENERS_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_OPENERS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rezon::reader {

struct Opener {
  bool strong = false;  // the formula's verb closes it; a weak one only introduces a list
  bool decides = false;  // «решили», «постановляет»: it outranks recommendations before it
  bool word = false;  // «Решение:», «Решение по второму вопросу:», as protocols set it
  bool heading = false;  // a heading of nouns without a colon, as titles are
  bool partial = false;  // spoken by a part of the gathering («участники дискуссии предлагают»)
  size_t rest = 0;       // where points start in the same paragraph; its size when nowhere
  // «… рекомендует руководителям организаций:» names who is to act: [begin, end) of the phrase
  // with its colon, begin == end when it does not.
  size_t heading_begin = 0;
  size_t heading_end = 0;
};

// The formula in an unlabelled paragraph.
std::optional<Opener> FindOpener(std::string_view text, std::string_view low);

// «п о с т а н о в л я е т» → «постановляет»; other words stay.
std::string CollapseSpaced(std::string_view low);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_OPENERS_H_
