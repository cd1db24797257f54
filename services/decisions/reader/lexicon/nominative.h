// Names of gatherings and places from an oblique case to the nominative, by endings.
#ifndef REZON_SERVICES_DECISIONS_READER_LEXICON_NOMINATIVE_H_
#define REZON_SERVICES_DECISIONS_READER_LEXICON_NOMINATIVE_H_

#include <string>
#include <string_view>

namespace rezon::reader {

enum class Gender { kMasculine, kFeminine, kNeuter, kPlural };

// «конференции» → «конференция», «совещания» → «совещание», «стола» → «стол»; `*gender` gets the
// noun's. The case of letters is kept. A noun that is in the nominative already stays;
// `*changed` says which it was.
std::string EventNounNominative(std::string_view noun, Gender* gender, bool* changed);

// «городской» (of a feminine) → «городская», «муниципального» → «муниципальный».
std::string AdjectiveNominative(std::string_view adjective, Gender gender);

// A town's name from the genitive or prepositional: «Казани» → «Казань». `text` is the document:
// of several possible nominatives the one that it prints wins.
std::string TownNominative(std::string_view town, std::string_view text);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_LEXICON_NOMINATIVE_H_
