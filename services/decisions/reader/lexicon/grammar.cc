#include "services/decisions/reader/lexicon/grammar.h"

#include <algorithm>
#include <cstddef>

namespace rezon::reader {
namespace {

constexpr size_t kCyr = 2;  // bytes of a Russian letter

// Words that end like an infinitive and are none.
bool IsFalseInfinitive(std::string_view word) {
  return IsAnyOf(word, {"память",   "печать",     "опять",      "пять",    "девять",       "десять",
                        "сеть",     "треть",      "мать",       "кровать", "путь",         "суть",
                        "нить",     "ртуть",      "плоть",      "хоть",    "прядь",        "рать",
                        "двадцать", "тридцать",   "чуть",       "есть",    "стать-",       "пядь",
                        "зять",     "двенадцать", "пятнадцать", "соцсеть", "интернет-сеть"});
}

// «центральным», «школьных»: made from an agent's stem, but no noun.
bool IsPlainAdjective(std::string_view word) {
  return EndsWithAny(
      word, {"ьным",  "нным",  "ским", "овым", "ьных",  "нных",  "ских",  "овых",  "ьные",  "нные",
             "ские",  "овые",  "ьный", "нный", "ский",  "овый",  "ьная",  "нная",  "ская",  "овая",
             "ьное",  "нное",  "ское", "овое", "ьного", "нного", "ского", "ового", "ьному", "нному",
             "скому", "овому", "ьной", "нной", "ской",  "овой",  "ебным", "ебных", "ейным"});
}

// A body of the feminine gender, whose dative ends in «е» or «и».
bool IsFeminineAgent(std::string_view word) {
  return StartsWithAny(
             word,
             {"администраци",   "комисси",    "организаци", "школ",       "гимнази",    "академи",
              "служб",          "палат",      "дум",        "групп",      "команд",     "библиотек",
              "редакци",        "газет",      "дирекци",    "инспекци",   "ассоциаци",  "федераци",
              "станци",         "лаборатори", "кафедр",     "секци",      "канцеляри",  "корпораци",
              "компани",        "типографи",  "больниц",    "поликлиник", "прокуратур", "главе",
              "общественности", "структур",   "спортшкол"}) &&
         !IsPlainAdjective(word);
}

}  // namespace

bool StartsWithAny(std::string_view word, std::initializer_list<std::string_view> stems) {
  return std::any_of(stems.begin(), stems.end(),
                     [word](std::string_view stem) { return word.starts_with(stem); });
}

bool EndsWithAny(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [word](std::string_view ending) { return word.ends_with(ending); });
}

bool IsAnyOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsInfinitive(std::string_view word) {
  if (word.size() < 4 * kCyr) return IsAnyOf(word, {"вести", "дать"});
  if (word.ends_with("ся") || word.ends_with("сь")) word.remove_suffix(2 * kCyr);
  if (word.ends_with("ть")) {
    if (!EndsWithAny(word, {"ать", "ять", "ить", "еть", "уть", "ыть", "оть"})) {
      return EndsWithAny(word, {"учесть", "прочесть", "зачесть"});
    }
    return !IsFalseInfinitive(word) && !word.ends_with("надцать");
  }
  if (word.ends_with("ти")) {
    if (word.ends_with("йти")) return true;
    return EndsWithAny(word, {"вести", "внести", "нести", "обрести", "изобрести", "расти"}) &&
           !EndsWithAny(word, {"известности"});
  }
  return word.ends_with("чь") &&
         EndsWithAny(word, {"влечь", "мочь", "беречь", "стичь", "сечь", "легчь", "речься"}) &&
         word != "помощь";
}

bool IsDecisionVerb(std::string_view word) {
  if (IsInfinitive(word)) return false;
  static constexpr std::string_view kStems[] = {"постановля", "постановил", "приказыва",
                                                "приказал",   "распоряжа",  "обязыва"};
  for (const auto stem : kStems) {
    if (word.starts_with(stem)) return !EndsWithAny(word, {"ние", "ния", "нию", "щий", "щего"});
  }
  return IsAnyOf(
      word, {"решил",          "решила",        "решили",        "решило",        "решает",
             "решают",         "решено",        "рекомендует",   "рекомендуют",   "рекомендуем",
             "рекомендуется",  "рекомендовано", "рекомендовала", "рекомендовали", "рекомендовал",
             "рекомендовало",  "предлагает",    "предлагают",    "предлагаем",    "предлагается",
             "предложено",     "предложены",    "предложили",    "предложила",    "предложил",
             "поручает",       "поручаю",       "поручено",      "поручают",      "призывает",
             "призывают",      "считает",       "считают",       "определили",    "определила",
             "определены",     "определил",     "определяет",    "определено",    "наметили",
             "намечены",       "наметила",      "выработали",    "выработаны",    "выработала",
             "приняли",        "приняла",       "принял",        "приняты",       "принято",
             "принимает",      "принимают",     "договорились",  "одобряет",      "сформулированы",
             "сформулировали", "поставлены",    "поставили",     "обращаются",    "обращается",
             "ходатайствует",  "ходатайствуют", "утверждает",    "утвердила",     "утвердили",
             "утвердил",       "просит",        "просят"});
}

bool IsDativeAdjective(std::string_view word) {
  if (word.size() < 5 * kCyr) return IsAnyOf(word, {"всем", "всему", "иным", "этим", "тем"});
  return EndsWithAny(word, {"ому", "ему", "ым", "им", "имся"}) &&
         !EndsWithAny(word, {"аким", "потому", "поэтому"});
}

bool IsAdjective(std::string_view word) {
  if (word.size() < 5 * kCyr) return IsAnyOf(word, {"иные", "иных", "иным", "все", "всех", "всем"});
  return EndsWithAny(
             word, {"ый",  "ий", "ой", "ая", "яя", "ое", "ее", "ые",  "ие",  "ого", "его", "ому",
                    "ему", "ым", "им", "ую", "юю", "ых", "их", "ыми", "ими", "ом",  "ем",  "ей"}) &&
         !EndsWithAny(word, {"ние", "тие", "ций", "ний", "лей", "тей", "цией", "телем"});
}

bool IsParticiple(std::string_view word) {
  if (word.starts_with("подведомственн") || word.starts_with("ответственн")) return true;
  if (word.size() < 7 * kCyr || word.starts_with("заведующ") || word.starts_with("управляющ")) {
    return false;  // posts, not participles
  }
  std::string_view stem = word;
  if (stem.ends_with("ся")) stem.remove_suffix(2 * kCyr);
  for (const std::string_view ending :
       {"ими", "ыми", "его", "ого", "ему", "ому", "ий", "ый", "ая", "ее",
        "ое",  "ие",  "ые",  "им",  "ым",  "их",  "ых", "ей", "ой", "ую"}) {
    if (stem.ends_with(ending)) {
      stem.remove_suffix(ending.size());
      return EndsWithAny(stem, {"ющ", "ущ", "ящ", "ащ", "вш", "енн", "анн", "янн", "ем", "им"}) &&
             !EndsWithAny(stem, {"ственн", "венн"});
    }
  }
  return false;
}

bool IsAgentNoun(std::string_view word) {
  static constexpr std::string_view kStems[] = {
      "управлени",    "департамент", "министерств",  "комитет",     "отдел",         "администраци",
      "орган",        "учреждени",   "руководител",  "директор",    "заведующ",      "педагог",
      "учител",       "работник",    "специалист",   "институт",    "центр",         "школ",
      "гимнази",      "лице",        "методист",     "объединени",  "совет",         "комисси",
      "ассоциаци",    "профсоюз",    "глав",         "заместител",  "начальник",     "председател",
      "ректор",       "университет", "академи",      "колледж",     "техникум",      "служб",
      "агентств",     "фонд",        "редакци",      "газет",       "групп",         "команд",
      "куратор",      "координатор", "воспитател",   "психолог",    "логопед",       "родител",
      "общественн",   "участник",    "сообществ",    "клуб",        "предприяти",    "инспекци",
      "прокур",       "палат",       "дум",          "собрани",     "правительств",  "губернатор",
      "президент",    "минюст",      "минобр",       "минздрав",    "минфин",        "минпросв",
      "минэконом",    "минцифр",     "минтруд",      "минкульт",    "минсельхоз",    "минстро",
      "рособр",       "роспотреб",   "росстат",      "бухгалтер",   "секретар",      "юрист",
      "представител", "член",        "сад",          "ведомств",    "организатор",   "исполнител",
      "филиал",       "секци",       "лаборатори",   "кафедр",      "факультет",     "библиотек",
      "музе",         "театр",       "дом",          "дворц",       "дворец",        "станци",
      "союз",         "федераци",    "обществ",      "коллектив",   "структур",      "подразделени",
      "оператор",     "интернат",    "спортшкол",    "территори",   "муниципалитет", "район",
      "округ",        "поселени",    "бюро",         "штаб",        "мэр",           "референт",
      "инспектор",    "инженер",     "врач",         "библиотекар", "тьютор",        "наставник",
      "модератор",    "эксперт",     "консультант",  "помощник",    "аппарат",       "поликлиник",
      "больниц",      "банк",        "суд",          "дирекци",     "корпораци",     "компани",
      "холдинг",      "типографи",   "сектор",       "канцеляри",   "казначейств",   "организаци",
      "управляющ",    "учредител",   "попечител",    "старост",     "депутат",       "вуз",
      "доу",          "партнер",     "преподавател", "лидер",       "волонтер",      "гражда",
      "лиц"};
  if (IsPlainAdjective(word)) return false;
  for (const auto stem : kStems) {
    if (word.starts_with(stem)) return true;
  }
  const size_t hyphen = word.rfind('-');
  return hyphen != std::string_view::npos && hyphen + 1 < word.size() &&
         IsAgentNoun(word.substr(hyphen + 1));
}

bool IsDativeHead(std::string_view word) {
  if (word.size() >= 4 * kCyr && EndsWithAny(word, {"ам", "ям"}) && !word.ends_with("грамм")) {
    return true;
  }
  if (EndsWithAny(word, {"у", "ю"})) return IsAgentNoun(word);
  return EndsWithAny(word, {"е", "и"}) && IsFeminineAgent(word);
}

bool IsAdverb(std::string_view word) {
  if (IsAnyOf(word, {"систематически", "периодически", "также", "срочно", "вновь", "ежегодно"})) {
    return true;
  }
  return word.size() >= 6 * kCyr && EndsWithAny(word, {"но", "ески", "менее", "шему"}) &&
         !EndsWithAny(word, {"оно"});
}

bool IsPostNominative(std::string_view word) {
  return IsAnyOf(word, {"глава",           "председатель",
                        "директор",        "министр",
                        "президент",       "губернатор",
                        "начальник",       "руководитель",
                        "заместитель",     "секретарь",
                        "ректор",          "заведующий",
                        "заведующая",      "исполняющий",
                        "исполняющая",     "мэр",
                        "премьер-министр", "председательствующий",
                        "модератор",       "врио",
                        "первый",          "руководителя",
                        "координатор",     "сопредседатель",
                        "сопредседатели",  "управляющий",
                        "проректор"});
}

bool IsEventNoun(std::string_view word) {
  return StartsWithAny(word, {"конференци", "совещани",  "форум",     "семинар",  "съезд",
                              "педсовет",   "слет",      "чтени",     "фестивал", "заседани",
                              "собрани",    "конгресс",  "симпозиум", "вебинар",  "стратсесси",
                              "хакатон",    "практикум", "симпозиум", "саммит",   "августовк"}) ||
         IsAnyOf(word, {"стол",          "стола",  "столу",   "столе",     "столом",
                        "сессия",        "сессии", "встреча", "встречи",   "сессию",
                        "встречу",       "совет",  "совета",  "ассамблея", "ассамблеи",
                        "школа-семинар", "неделя", "недели",  "актив",     "актива"});
}

int MonthOf(std::string_view word) {
  static constexpr std::string_view kStems[] = {"январ",   "феврал", "март",  "апрел",
                                                "ма",      "июн",    "июл",   "август",
                                                "сентябр", "октябр", "ноябр", "декабр"};
  for (int month = 0; month < 12; ++month) {
    const std::string_view stem = kStems[month];
    if (!word.starts_with(stem)) continue;
    const std::string_view ending = word.substr(stem.size());
    if (month == 4) return IsAnyOf(ending, {"й", "я", "ю", "е", "ем"}) ? 5 : 0;
    if (IsAnyOf(ending, {"", "ь", "я", "ю", "е", "ем", "а", "у", "ом"})) return month + 1;
  }
  return 0;
}

}  // namespace rezon::reader
