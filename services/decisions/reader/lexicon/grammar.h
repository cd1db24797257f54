// Just enough Russian morphology to tell a task, an addressee and a formula by their words'
// endings. Every function takes one folded word (lower case, ё→е) as Tokenize gives it.
//
// The word lists hold the vocabulary of office language in general; no list names a place, an
// organisation or a person.
#ifndef REZON_SERVICES_DECISIONS_READER_LEXICON_GRAMMAR_H_
#define REZON_SERVICES_DECISIONS_READER_LEXICON_GRAMMAR_H_

#include <string_view>

#include "services/decisions/reader/lexicon/match.h"

namespace rezon::reader {

// IsInfinitive for words of four letters and more.
bool IsInfinitiveByEnding(std::string_view word);

// «обеспечить», «провести», «сосредоточиться»; not «область», «деятельности».
inline bool IsInfinitive(std::string_view word) {
  if (word.size() < 8) return false;
  const std::string_view last = word.substr(word.size() - 2);
  return (last == "ь" || last == "и" || last == "я") && IsInfinitiveByEnding(word);
}

// Finite verb of a decision: «постановляет», «рекомендуют», «предложено», «решили», «поручаю».
bool IsDecisionVerb(std::string_view word);

// Adjective or participle in the dative or instrumental: «муниципальным», «финансовому».
bool IsDativeAdjective(std::string_view word);

// Adjective or participle in any case, by its ending.
bool IsAdjective(std::string_view word);

// Participle in any case: «подведомственным», «осуществляющих», «утверждённый».
bool IsParticiple(std::string_view word);

// Noun that names who can act (body, office, post, group of people), in any case.
bool IsAgentNoun(std::string_view word);

// Noun in the dative that an addressee's phrase may have as its head.
bool IsDativeHead(std::string_view word);

// «совместно», «ежегодно», «систематически»: an adverb, which ends an addressee's phrase.
bool IsAdverb(std::string_view word);

// Post in the nominative that opens a signature: «глава», «председатель», «директор».
bool IsPostNominative(std::string_view word);

// «МАОУ», «ДОУ», «СибГУ» as printed (not folded): two capitals or more, one of them at the end.
bool IsAcronym(std::string_view printed);

// Noun that names a gathering («конференция», «совещание», «форум») in any case.
bool IsEventNoun(std::string_view word);

// 1..12 for the name of a month in any case, else 0.
int MonthOf(std::string_view word);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_LEXICON_GRAMMAR_H_
