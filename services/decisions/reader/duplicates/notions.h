// Which stems mean the same in the language of education offices, and how much each one tells.
#ifndef REZON_SERVICES_DECISIONS_READER_DUPLICATES_NOTIONS_H_
#define REZON_SERVICES_DECISIONS_READER_DUPLICATES_NOTIONS_H_

#include <string_view>

namespace rezon::reader {

// The notion behind a stem: `name` is the stem or what stands for its synonyms.
struct StemMeaning {
  std::string_view name;
  float weight = 1;
};

// True for a folded word that tells nothing alone: prepositions, «также», «целях», «год».
bool IsFunctionWord(std::string_view word);

// `stem` is what the Russian stemmer leaves of a folded word.
StemMeaning MeaningOf(std::string_view stem);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_DUPLICATES_NOTIONS_H_
