// Where the names of bodies, places and groups end in running text, and how a row of them parts.
#ifndef REZON_SERVICES_DECISIONS_READER_FACTS_PARTY_NAMES_H_
#define REZON_SERVICES_DECISIONS_READER_FACTS_PARTY_NAMES_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "services/decisions/reader/addressees/phrases.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// The token behind the names that start at token `from`: before a verb, a clause, a date, or words
// of manner and purpose; at most `to`.
size_t NamesEnd(const TokenText& t, size_t from, size_t to);

// True when tokens [from, to) name somebody who can act: a body's or people's noun, an
// abbreviation in capitals, or a quoted name.
bool NamesSomebody(std::string_view text, const TokenText& t, size_t from, size_t to);

// The names in tokens [from, to), parted at commas and at «и» between two bodies. `genitive`: the
// names stand in the genitive, so that a genitive behind «и» may be a name of its own.
std::vector<Phrase> SplitNames(std::string_view text, const TokenText& t, size_t from, size_t to,
                               bool genitive);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_FACTS_PARTY_NAMES_H_
