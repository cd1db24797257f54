// Words without which a rule finds nothing. Tokenize notes which kinds of them a text may hold, so
// that most rules need no look at most points.
#ifndef REZON_SERVICES_DECISIONS_READER_LEXICON_CUES_H_
#define REZON_SERVICES_DECISIONS_READER_LEXICON_CUES_H_

#include <cstdint>
#include <string_view>

namespace rezon::reader {

// One bit each.
enum class Cue : uint8_t {
  kCharge = 1,          // «возложить», «контроль»: addressees/phrases.cc
  kTakesNote = 2,       // «к сведению», «за собой»: points/items.cc
  kRelationRule = 4,    // «изменения», «утратившим»: relations/rules.cc
  kRelationTarget = 8,  // «решение», «пункт»: relations/rules.cc
  kContinues = 16,      // «продолжить»: relations/rules.cc
  kTakesEffect = 32,    // «вступает в силу»: deadlines/not_terms.cc
};

// What the words start with. A rule that learns a new first word gets it here.
inline constexpr std::string_view kChargeStems[] = {"контрол", "возлож", "возлаг", "остав",
                                                    "закреп",  "сохран", "поруч",  "осуществ",
                                                    "обеспеч", "отвеча", "назнач", "определ"};
inline constexpr std::string_view kNoteStems[] = {"собой", "сведению", "удовлетворительн"};
inline constexpr std::string_view kRelationRuleStems[] = {
    "измен",   "редакц", "замен",  "исключ", "дополн",     "утрат",  "утрач",  "отмен",
    "контрол", "исполн", "выполн", "реализ", "соответств", "взамен", "вместо", "срок"};
// «п.» and «пп.» too.
inline constexpr std::string_view kRelationTargetStems[] = {
    "пункт",    "подпункт", "п.",       "пп.",      "решени", "резолюц", "приказ", "постановл",
    "распоряж", "поручен",  "рекоменд", "протокол", "указ",   "закон",   "письм"};
inline constexpr std::string_view kContinueStem = "продолж";
inline constexpr std::string_view kEffectStems[] = {"вступ",   "вводится", "вводятся",
                                                    "ввести",  "вводить",  "распространя",
                                                    "действу", "применя",  "утративш"};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_LEXICON_CUES_H_
