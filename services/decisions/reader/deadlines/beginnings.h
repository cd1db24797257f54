// Words that calendar phrases and terms begin with: what lets most words pass without a look.
// Whoever teaches ParseInterval or TermAt a new first word adds it here.
#ifndef REZON_SERVICES_DECISIONS_READER_DEADLINES_BEGINNINGS_H_
#define REZON_SERVICES_DECISIONS_READER_DEADLINES_BEGINNINGS_H_

#include <string_view>

#include "services/decisions/reader/lexicon/gate.h"

namespace rezon::reader {

inline constexpr std::string_view kMonthStems[] = {"январ",   "феврал", "март",  "апрел",
                                                   "ма",      "июн",    "июл",   "август",
                                                   "сентябр", "октябр", "ноябр", "декабр"};
inline constexpr std::string_view kRomanQuarters[] = {
    "i",    "ii",    "iii",    "iv",    "i-i",     "i-ii",   "i-iii",
    "i-iv", "ii-ii", "ii-iii", "ii-iv", "iii-iii", "iii-iv", "iv-iv"};
inline constexpr std::string_view kOrdinalsAndSeasons[] = {"перв", "втор", "трет", "четверт",
                                                           "осен", "весн", "лет"};

// Of the words that ParseInterval finds something at.
inline constexpr Gate kIntervalBeginnings =
    Gate::OfStems(kMonthStems) | Gate::OfStems(kOrdinalsAndSeasons) | Gate::OfWords(kRomanQuarters);

// «в», «до», «не позднее»: what leads a term. The other leads are longer.
inline constexpr std::string_view kShortLeads[] = {"в",  "во", "до", "к", "ко",
                                                   "на", "не", "по", "с", "со"};
inline constexpr Gate kShortLeadGate = Gate::OfWords(kShortLeads);
// «начиная с», «конца», «начала» and their like.
inline constexpr std::string_view kLongLeads[] = {"начин", "начал", "конц", "окончани",
                                                  "завершени"};
inline constexpr Gate kLongLeadGate = Gate::OfStems(kLongLeads);

// Of the words that TermAt finds something at.
inline constexpr Gate kTermBeginnings = kIntervalBeginnings | kShortLeadGate | kLongLeadGate;

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_DEADLINES_BEGINNINGS_H_
