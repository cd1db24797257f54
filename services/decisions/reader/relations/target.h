// How an earlier decision is named: «пункты 3, 5 решения районной конференции от 12.03.2020 № 45
// «О …»», «подпункт «а» пункта 2 настоящего решения», «приказ № 12-п от 1 марта 2021 г.».
#ifndef REZON_SERVICES_DECISIONS_READER_RELATIONS_TARGET_H_
#define REZON_SERVICES_DECISIONS_READER_RELATIONS_TARGET_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "services/decisions/reader/document.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// A target in tokens [first, last); target.span is not set.
struct NamedTarget {
  RelationTarget target;
  size_t first = 0;
  size_t last = 0;
};

// Name of the act in the nominative that this folded word is a form of («решением» → «решение»),
// empty for any other word.
std::string_view ActNoun(std::string_view word);

// The labels that start at token `at` with a word for a point («пункты 3, 5-7», «подпункт «а»
// пункта 2» → "2.а"); nullopt when there is none. `*last` gets the token behind them.
std::optional<std::vector<std::string>> ReadPointLabels(std::string_view text, const TokenText& t,
                                                        size_t at, size_t* last);

// The first target in tokens [from, to) of `text`, whose Fold is t.low. An act without a number, a
// date, a title or a gathering's name is none, unless labels of its points go before.
std::optional<NamedTarget> FindTarget(std::string_view text, const TokenText& t, size_t from,
                                      size_t to);

// All targets of one enumeration: the first in [from, to) and those that follow it behind a comma
// or «и» («… от 1 марта 2021 г. № 3, от 4 мая 2021 г. № 7»).
std::vector<NamedTarget> FindTargets(std::string_view text, const TokenText& t, size_t from,
                                     size_t to);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_RELATIONS_TARGET_H_
