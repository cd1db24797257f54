// Where the words of an addressee's phrase end, and persons with initials in it.
#ifndef REZON_SERVICES_DECISIONS_READER_ADDRESSEES_PHRASE_ENDS_H_
#define REZON_SERVICES_DECISIONS_READER_ADDRESSEES_PHRASE_ENDS_H_

#include <cstddef>
#include <string_view>

#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// Token behind the dative phrase whose head noun is at `head`: before the duty, its term or its
// circumstances.
size_t PhraseEnd(std::string_view text, const TokenText& tokens, size_t head);

// Token behind a phrase of names that starts at `first`: a semicolon, a new duty or a new sentence
// ends it.
size_t NamesEnd(const TokenText& tokens, size_t first);

// «Ивановой А.С. подготовить», «А.С. Ивановой подготовить»: a person with initials; the token of
// the last word of the name, size() when there is none. `text` is as printed.
size_t PersonAt(std::string_view text, const TokenText& tokens, size_t first);

// Whether the words from `i` on appoint whom they name («ответственным за исполнение назначить …»),
// rather than give a duty to who is responsible («ответственным за исполнение обеспечить …»).
bool IsAppointed(const TokenText& tokens, size_t i);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_ADDRESSEES_PHRASE_ENDS_H_
