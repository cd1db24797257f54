#include "services/decisions/reader/duplicates/notions.h"

#include <cstddef>

#include "services/decisions/reader/lexicon/grammar.h"

namespace rezon::reader {
namespace {

struct Synonym {
  std::string_view begins;  // the stem begins so
  StemMeaning meaning;
};

constexpr float kEmpty = 0.15f;   // verbs that only say that something is to be done
constexpr float kCommon = 0.35f;  // words that most points of a resolution have
constexpr float kUsual = 0.6f;

// The first that fits wins, so longer beginnings stand before shorter ones.
constexpr Synonym kSynonyms[] = {
    {"провест", {"провод", kEmpty}},
    {"проведен", {"провод", kEmpty}},
    {"провод", {"провод", kEmpty}},
    {"организац", {"организац", kCommon}},
    {"организ", {"провод", kEmpty}},
    {"осуществ", {"провод", kEmpty}},
    {"обеспеч", {"провод", kEmpty}},
    {"реализ", {"внедр", kCommon}},
    {"внедр", {"внедр", kUsual}},
    {"созда", {"созда", kCommon}},
    {"формир", {"созда", kCommon}},
    {"сформир", {"созда", kCommon}},
    {"продолж", {"продолж", kEmpty}},
    {"рекоменд", {"рекоменд", kEmpty}},
    {"активизир", {"усил", kCommon}},
    {"усил", {"усил", kCommon}},
    {"работ", {"работ", kEmpty}},
    {"разработ", {"подготов", kCommon}},
    {"подготов", {"подготов", kCommon}},
    {"состав", {"подготов", kCommon}},
    {"направлен", {"направлен", kEmpty}},
    {"направ", {"представ", kCommon}},
    {"представ", {"представ", kCommon}},
    {"предостав", {"представ", kCommon}},
    {"размест", {"размест", kUsual}},
    {"размещ", {"размест", kUsual}},
    {"опублик", {"размест", kUsual}},
    {"официальн", {"официальн", kEmpty}},
    {"сайт", {"сайт", kUsual}},
    {"вопрос", {"вопрос", kEmpty}},
    {"тем", {"вопрос", kEmpty}},
    {"мероприят", {"мероприят", kCommon}},
    {"план", {"план", kCommon}},
    {"программ", {"программ", kCommon}},
    {"проект", {"проект", kUsual}},
    {"сведен", {"информац", kCommon}},
    {"информац", {"информац", kCommon}},
    {"материал", {"материал", kUsual}},
    {"систем", {"систем", kCommon}},
    {"услов", {"услов", kCommon}},
    {"развит", {"развит", kCommon}},
    {"развива", {"развит", kCommon}},
    {"методическ", {"методическ", kUsual}},
    {"центр", {"центр", kUsual}},
    {"отдел", {"управлен", kCommon}},
    {"управлен", {"управлен", kCommon}},
    {"администрац", {"администрац", kCommon}},
    {"повыш", {"повыш", kCommon}},
    {"повыс", {"повыш", kCommon}},
    {"совершенств", {"повыш", kCommon}},
    {"качеств", {"качеств", kCommon}},
    {"образован", {"образован", kCommon}},
    {"образовательн", {"образован", kCommon}},
    {"учрежден", {"организац", kCommon}},
    {"муниципальн", {"муниципальн", kCommon}},
    {"участ", {"участ", kCommon}},
    {"привлечен", {"участ", kCommon}},
    {"использова", {"использова", kCommon}},
    {"контрол", {"контрол", kUsual}},
    {"результат", {"результат", kCommon}},
    {"итог", {"результат", kCommon}},
    {"анализ", {"анализ", kUsual}},
    {"проанализ", {"анализ", kUsual}},
    {"работник", {"работник", kEmpty}},
    {"коллектив", {"коллектив", kUsual}},
    {"педагог", {"педагог", kUsual}},
    {"учител", {"педагог", kUsual}},
    {"преподава", {"педагог", kUsual}},
    {"обуча", {"ученик", kCommon}},
    {"учащ", {"ученик", kCommon}},
    {"ученик", {"ученик", kCommon}},
    {"школьник", {"ученик", kCommon}},
    {"дет", {"ученик", kCommon}},
    {"ребен", {"ученик", kCommon}},
    {"общеобразовательн", {"школ", kCommon}},
    {"школ", {"школ", kCommon}},
    {"дошкольн", {"дошкольн", kUsual}},
    {"руководител", {"руководител", kUsual}},
    {"директор", {"руководител", kUsual}},
    {"начина", {"молод", 1}},
    {"молод", {"молод", 1}},
    {"наставн", {"наставн", 1}},
    {"талант", {"одарен", 1}},
    {"одарен", {"одарен", 1}},
    {"безопасн", {"безопасн", 1}},
    {"библиоте", {"библиоте", 1}},
    {"обобщ", {"обобщ", 1}},
    {"обновл", {"обнов", 1}},
    {"обнов", {"обнов", 1}},
    {"оснащ", {"оснаст", 1}},
    {"оснаст", {"оснаст", 1}},
    {"заключ", {"заключ", kUsual}},
    {"отчет", {"отчет", kUsual}},
    {"срок", {"срок", kEmpty}},
    {"нов", {"нов", kEmpty}},
    {"современ", {"нов", kEmpty}},
    {"кажд", {"кажд", kEmpty}},
    {"соответств", {"соответств", kEmpty}},
    {"согласн", {"соответств", kEmpty}},
    {"назнач", {"назнач", kCommon}},
    {"определ", {"назнач", kCommon}},
    {"включ", {"включ", kCommon}},
    {"внест", {"включ", kCommon}},
};

// The stemmer leaves «музе» of «музеев» and «муз» of «музеи».
std::string_view WithoutVowels(std::string_view stem) {
  constexpr size_t kLeast = 6;  // bytes of three letters
  while (stem.size() > kLeast &&
         EndsWithAny(stem, {"а", "е", "и", "о", "у", "ы", "ю", "я", "й", "ь"})) {
    stem.remove_suffix(2);
  }
  return stem;
}

}  // namespace

bool IsFunctionWord(std::string_view word) {
  return IsAnyOf(word,
                 {"и",     "в",       "во",     "на",    "с",    "со",    "по",    "для",     "о",
                  "об",    "от",      "до",     "из",    "к",    "ко",    "у",     "за",      "при",
                  "через", "под",     "над",    "между", "а",    "но",    "или",   "как",     "что",
                  "так",   "также",   "том",    "числе", "их",   "его",   "ее",    "это",     "том",
                  "целях", "целью",   "рамках", "год",   "года", "году",  "г",     "всех",    "все",
                  "в том", "позднее", "ходе",   "базе",  "лиц",  "своих", "более", "ежегодно"}) ||
         StartsWithAny(word, {"котор"});
}

StemMeaning MeaningOf(std::string_view stem) {
  for (const Synonym& synonym : kSynonyms) {
    if (stem.starts_with(synonym.begins)) return synonym.meaning;
  }
  return {WithoutVowels(stem), 1};
}

}  // namespace rezon::reader
