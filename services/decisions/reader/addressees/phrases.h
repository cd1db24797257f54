// Who is to act: addressees inside a point, in a heading, and on an «Ответственные» line.
#ifndef REZON_SERVICES_DECISIONS_READER_ADDRESSEES_PHRASES_H_
#define REZON_SERVICES_DECISIONS_READER_ADDRESSEES_PHRASES_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// A byte range of the text that was searched.
struct Phrase {
  size_t begin = 0;
  size_t end = 0;
  bool controller = false;
};

// Addressees that a point names itself: its opening dative («Отделу … обеспечить …»), the dative
// behind «рекомендовать», «поручить», whoever control is laid on, and «(отв. …)» in brackets.
// `text` is the point as printed, `low` its Fold and `tokens` those of `low`.
std::vector<Phrase> FindAddressees(std::string_view text, std::string_view low,
                                   const Tokens& tokens);

// Whom a point below «Обязать:», «обязываю:» names in the accusative: «директора школы …
// обеспечить».
std::vector<Phrase> FindObliged(std::string_view text, std::string_view low, const Tokens& tokens);

// True when the tokens from `first` on open with an addressee in the dative; `*end` gets the byte
// behind its phrase and `*last` the token behind it.
bool OpensWithAddressee(std::string_view text, const TokenText& tokens, size_t first, size_t* end,
                        size_t* last);

// Splits text[begin, end) on commas, semicolons and line ends, but not inside one body's or one
// person's name («органам, подведомственным …», «СОШ №№ 1, 2», «Иванов И.И., директор»).
std::vector<Phrase> SplitAddressees(std::string_view text, std::string_view low, size_t begin,
                                    size_t end);
// The same, put behind what `out` has.
void AppendSplit(std::string_view text, std::string_view low, size_t begin, size_t end,
                 std::vector<Phrase>* out);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_ADDRESSEES_PHRASES_H_
