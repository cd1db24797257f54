#include "services/decisions/reader/lexicon/grammar.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kCyr = 2;  // bytes of a Russian letter

// Two Russian letters as a number, for one comparison.
constexpr uint32_t TwoLetters(std::string_view letters) {
  return std::bit_cast<uint32_t>(
      std::array<char, 2 * kCyr>{letters[0], letters[1], letters[2], letters[3]});
}

// Of a word that has two letters at least.
uint32_t LastTwoLetters(std::string_view word) {
  uint32_t letters;
  std::memcpy(&letters, word.data() + word.size() - sizeof(letters), sizeof(letters));
  return letters;
}

// Words that end like an infinitive and are none.
bool IsFalseInfinitive(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "память", "печать",     "опять",      "пять",     "девять",       "десять", "сеть",   "треть",
      "мать",   "кровать",    "путь",       "суть",     "нить",         "ртуть",  "плоть",  "хоть",
      "прядь",  "рать",       "двадцать",   "тридцать", "чуть",         "есть",   "стать-", "пядь",
      "зять",   "двенадцать", "пятнадцать", "соцсеть",  "интернет-сеть"};
  static constexpr WordTable kTable(kWords);
  return kTable.Holds(word);
}

// «центральным», «школьных»: made from an agent's stem, but no noun.
bool IsPlainAdjective(std::string_view word) {
  static constexpr std::string_view kEndings[] = {
      "ьным",  "нным",  "ским", "овым", "ьных",  "нных",  "ских",  "овых",  "ьные",  "нные",
      "ские",  "овые",  "ьный", "нный", "ский",  "овый",  "ьная",  "нная",  "ская",  "овая",
      "ьное",  "нное",  "ское", "овое", "ьного", "нного", "ского", "ового", "ьному", "нному",
      "скому", "овому", "ьной", "нной", "ской",  "овой",  "ебным", "ебных", "ейным"};
  static constexpr EndingTable kTable(kEndings);
  return kTable.Ends(word);
}

// A body of the feminine gender, whose dative ends in «е» or «и».
bool IsFeminineAgent(std::string_view word) {
  static constexpr std::string_view kStems[] = {
      "администраци",   "комисси",    "организаци",  "школ",       "гимнази",    "академи",
      "служб",          "палат",      "дум",         "групп",      "команд",     "библиотек",
      "редакци",        "газет",      "дирекци",     "инспекци",   "ассоциаци",  "федераци",
      "станци",         "лаборатори", "кафедр",      "секци",      "канцеляри",  "корпораци",
      "компани",        "типографи",  "больниц",     "поликлиник", "прокуратур", "глав",
      "общественности", "структур",   "спортшкол",   "полици",     "бухгалтери", "молодеж",
      "мэри",           "ассамбле",   "телекомпани", "фабрик",     "дружин",     "управ",
      "пресс-служб",    "методслужб", "медсестр",    "площадк",    "коллеги",    "госавтоинспекци",
      "госинспекци",    "автошкол",   "подкомисси"};
  static constexpr WordTable kTable(kStems);
  return kTable.Starts(word) &&
         !StartsWithAny(word, {"управлен", "управля", "глава", "главн", "главврач", "коллегиал"}) &&
         !IsPlainAdjective(word);
}

}  // namespace

bool IsInfinitiveByEnding(std::string_view word) {
  constexpr uint32_t kReflexive = TwoLetters("ся"), kShort = TwoLetters("сь");
  uint32_t last = LastTwoLetters(word);
  if (last == kReflexive || last == kShort) {
    word.remove_suffix(2 * kCyr);
    last = LastTwoLetters(word);
  }
  if (last == TwoLetters("ть")) {
    if (!EndsWithAny(word, {"ать", "ять", "ить", "еть", "уть", "ыть", "оть"})) {
      return EndsWithAny(word, {"учесть", "прочесть", "зачесть"});
    }
    return !IsFalseInfinitive(word) && !word.ends_with("надцать");
  }
  if (last == TwoLetters("ти")) {
    if (word.ends_with("йти")) return true;
    return EndsWithAny(word, {"вести", "внести", "нести", "обрести", "изобрести", "расти", "везти",
                              "блюсти", "спасти", "идти"});
  }
  return last == TwoLetters("чь") &&
         EndsWithAny(word,
                     {"влечь", "мочь", "беречь", "стичь", "сечь", "легчь", "речься", "жечь"}) &&
         word != "помощь";
}

bool IsDecisionVerb(std::string_view word) {
  static constexpr std::string_view kStems[] = {"постановля", "постановил", "приказыва",
                                                "приказал",   "распоряжа",  "обязыва"};
  static constexpr WordTable kStemTable(kStems);
  if (kStemTable.Starts(word)) {
    return !IsInfinitive(word) && !EndsWithAny(word, {"ние", "ния", "нию", "щий", "щего"});
  }
  static constexpr std::string_view kWords[] = {
      "решил",          "решила",        "решили",        "решило",        "решает",
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
      "утвердил",       "просит",        "просят",        "обратились",    "обратилась",
      "постановили",    "согласились",   "сочли",         "считаем",       "призываем",
      "призвали",       "просим",        "предлагаю",     "рекомендую",    "поручили"};
  static constexpr WordTable kTable(kWords);
  return kTable.Holds(word) && !IsInfinitive(word);
}

bool IsDativeAdjective(std::string_view word) {
  if (word.size() < 5 * kCyr) return IsAnyOf(word, {"всем", "всему", "иным", "этим", "тем"});
  static constexpr std::string_view kEndings[] = {"ому", "ему", "ым", "им", "имся"};
  static constexpr EndingTable kTable(kEndings);
  return kTable.Ends(word) && !EndsWithAny(word, {"аким", "потому", "поэтому"});
}

bool IsAdjective(std::string_view word) {
  if (word.size() < 5 * kCyr) return IsAnyOf(word, {"иные", "иных", "иным", "все", "всех", "всем"});
  static constexpr std::string_view kEndings[] = {
      "ый",  "ий", "ой", "ая", "яя", "ое", "ее", "ые",  "ие",  "ого", "его", "ому",
      "ему", "ым", "им", "ую", "юю", "ых", "их", "ыми", "ими", "ом",  "ем",  "ей"};
  static constexpr std::string_view kOthers[] = {"ние", "тие", "ций",  "ний",
                                                 "лей", "тей", "цией", "телем"};
  static constexpr EndingTable kTable(kEndings);
  static constexpr EndingTable kNone(kOthers);
  return kTable.Ends(word) && !kNone.Ends(word);
}

bool IsParticiple(std::string_view word) {
  if (word.starts_with("подведомственн") || word.starts_with("ответственн")) return true;
  if (word.size() < 7 * kCyr || word.starts_with("заведующ") || word.starts_with("управляющ")) {
    return false;  // posts, not participles
  }
  std::string_view stem = word;
  if (stem.ends_with("ся")) stem.remove_suffix(2 * kCyr);
  static constexpr std::string_view kEndings[] = {"ими", "ыми", "его", "ого", "ему", "ому", "ий",
                                                  "ый",  "ая",  "ее",  "ое",  "ие",  "ые",  "им",
                                                  "ым",  "их",  "ых",  "ей",  "ой",  "ую"};
  static constexpr EndingTable kTable(kEndings);
  const size_t ending = kTable.EndingOf(stem);
  if (ending == 0) return false;
  stem.remove_suffix(ending);
  static constexpr std::string_view kStemEndings[] = {"ющ",  "ущ",  "ящ",  "ащ", "вш",
                                                      "енн", "анн", "янн", "ем", "им"};
  static constexpr EndingTable kStemTable(kStemEndings);
  return kStemTable.Ends(stem) && !EndsWithAny(stem, {"ственн", "венн"});
}

bool IsAgentNoun(std::string_view word) {
  // «оргкомитет», «медиацентр», «замдиректора», «райуправление»: the second half tells.
  static constexpr std::string_view kHeads[] = {"комитет", "центр",      "директор", "совет",
                                                "отдел",   "дефектолог", "кабинет"};
  static constexpr std::string_view kStems[] = {"управлени",
                                                "департамент",
                                                "министерств",
                                                "комитет",
                                                "отдел",
                                                "администраци",
                                                "орган",
                                                "учреждени",
                                                "руководител",
                                                "директор",
                                                "заведующ",
                                                "педагог",
                                                "учител",
                                                "работник",
                                                "специалист",
                                                "институт",
                                                "центр",
                                                "школ",
                                                "гимнази",
                                                "лице",
                                                "методист",
                                                "объединени",
                                                "совет",
                                                "комисси",
                                                "ассоциаци",
                                                "профсоюз",
                                                "глав",
                                                "заместител",
                                                "начальник",
                                                "председател",
                                                "ректор",
                                                "университет",
                                                "академи",
                                                "колледж",
                                                "техникум",
                                                "служб",
                                                "агентств",
                                                "фонд",
                                                "редакци",
                                                "газет",
                                                "групп",
                                                "команд",
                                                "куратор",
                                                "координатор",
                                                "воспитател",
                                                "психолог",
                                                "логопед",
                                                "родител",
                                                "общественн",
                                                "участник",
                                                "сообществ",
                                                "клуб",
                                                "предприяти",
                                                "инспекци",
                                                "прокур",
                                                "палат",
                                                "дум",
                                                "собрани",
                                                "правительств",
                                                "губернатор",
                                                "президент",
                                                "минюст",
                                                "минобр",
                                                "минздрав",
                                                "минфин",
                                                "минпросв",
                                                "минэконом",
                                                "минцифр",
                                                "минтруд",
                                                "минкульт",
                                                "минсельхоз",
                                                "минстро",
                                                "рособр",
                                                "роспотреб",
                                                "росстат",
                                                "бухгалтер",
                                                "секретар",
                                                "юрист",
                                                "представител",
                                                "член",
                                                "сад",
                                                "ведомств",
                                                "организатор",
                                                "исполнител",
                                                "филиал",
                                                "секци",
                                                "лаборатори",
                                                "кафедр",
                                                "факультет",
                                                "библиотек",
                                                "музе",
                                                "театр",
                                                "дом",
                                                "дворц",
                                                "дворец",
                                                "станци",
                                                "союз",
                                                "федераци",
                                                "обществ",
                                                "коллектив",
                                                "структур",
                                                "подразделени",
                                                "оператор",
                                                "интернат",
                                                "спортшкол",
                                                "территори",
                                                "муниципалитет",
                                                "район",
                                                "округ",
                                                "поселени",
                                                "бюро",
                                                "штаб",
                                                "мэр",
                                                "референт",
                                                "инспектор",
                                                "инженер",
                                                "врач",
                                                "библиотекар",
                                                "тьютор",
                                                "наставник",
                                                "модератор",
                                                "эксперт",
                                                "консультант",
                                                "помощник",
                                                "аппарат",
                                                "поликлиник",
                                                "больниц",
                                                "банк",
                                                "суд",
                                                "дирекци",
                                                "корпораци",
                                                "компани",
                                                "холдинг",
                                                "типографи",
                                                "сектор",
                                                "канцеляри",
                                                "казначейств",
                                                "организаци",
                                                "управляющ",
                                                "учредител",
                                                "попечител",
                                                "старост",
                                                "депутат",
                                                "вуз",
                                                "доу",
                                                "партнер",
                                                "преподавател",
                                                "лидер",
                                                "волонтер",
                                                "гражда",
                                                "лиц",
                                                "сотрудник",
                                                "тренер",
                                                "редактор",
                                                "журналист",
                                                "корреспондент",
                                                "предпринимател",
                                                "работодател",
                                                "перевозчик",
                                                "подрядчик",
                                                "застройщик",
                                                "издател",
                                                "обучающ",
                                                "учащ",
                                                "студент",
                                                "воспитанник",
                                                "ученик",
                                                "слушател",
                                                "молодеж",
                                                "ветеран",
                                                "хозяйств",
                                                "полици",
                                                "умвд",
                                                "омвд",
                                                "гибдд",
                                                "комиссариат",
                                                "военкомат",
                                                "комбинат",
                                                "лагер",
                                                "кванториум",
                                                "технопарк",
                                                "ведущ",
                                                "докладчик",
                                                "жюри",
                                                "инициатор",
                                                "разработчик",
                                                "главврач",
                                                "фельдшер",
                                                "медсестр",
                                                "площадк",
                                                "кабинет",
                                                "мэри",
                                                "коллеги",
                                                "социолог",
                                                "хореограф",
                                                "физрук",
                                                "вожат",
                                                "ассамбле",
                                                "префект",
                                                "бухгалтери",
                                                "телекомпани",
                                                "завод",
                                                "школьник",
                                                "выпускник",
                                                "заведени",
                                                "омбудсмен",
                                                "уполномоченн",
                                                "советник",
                                                "завуч",
                                                "профком",
                                                "местком",
                                                "педсовет",
                                                "правлени",
                                                "президиум",
                                                "исполком",
                                                "пленум",
                                                "редколлеги",
                                                "завхоз",
                                                "повар",
                                                "шеф-повар",
                                                "водител",
                                                "лаборант",
                                                "инструктор",
                                                "концертмейстер",
                                                "медработник",
                                                "госавтоинспекци",
                                                "госинспекци",
                                                "автошкол",
                                                "подкомисси"};
  static constexpr WordTable kTable(kStems);
  if (kTable.Starts(word)) return !IsPlainAdjective(word);
  if (IsPlainAdjective(word)) return false;
  for (const auto head : kHeads) {
    const size_t at = word.size() > head.size() ? word.rfind(head) : std::string_view::npos;
    if (at != std::string_view::npos && at > 0 && word.size() - at <= head.size() + 3 * kCyr) {
      return true;
    }
  }
  const size_t hyphen = word.rfind('-');
  return hyphen != std::string_view::npos && hyphen + 1 < word.size() &&
         IsAgentNoun(word.substr(hyphen + 1));
}

bool IsDativeHead(std::string_view word) {
  static constexpr std::string_view kPlural[] = {"ам", "ям"};
  static constexpr EndingTable kPluralTable(kPlural);
  if (word.size() >= 4 * kCyr && kPluralTable.Ends(word) && !word.ends_with("грамм")) {
    return true;
  }
  // Posts and people named by a participle: «заведующим», «обучающимся», «управляющему».
  static constexpr std::string_view kPosts[] = {"заведующ",  "управляющ",   "обучающ", "учащ",
                                                "ведущ",     "служащ",      "нуждающ", "поступающ",
                                                "исполняющ", "уполномоченн"};
  static constexpr WordTable kPostTable(kPosts);
  if (kPostTable.Starts(word)) {
    return EndsWithAny(word, {"им", "имся", "ему", "емуся", "ей", "ейся", "ым", "ому"});
  }
  // «школу», «комиссию» are an object, not an addressee.
  if (EndsWithAny(word, {"у", "ю"})) return IsAgentNoun(word) && !IsFeminineAgent(word);
  return EndsWithAny(word, {"е", "и"}) && IsFeminineAgent(word);
}

bool IsAcronym(std::string_view printed) {
  size_t upper = 0;
  bool last = false;
  for (size_t at = 0; at < printed.size();) {
    size_t size;
    const uint32_t code = CharAt(printed, at, &size);
    if (!IsLetterChar(code)) return false;
    last = IsUpperChar(code);
    if (at == 0 && !last) return false;
    upper += last;
    at += size;
  }
  return upper >= 2 && last;
}

bool IsAdverb(std::string_view word) {
  static constexpr std::string_view kWords[] = {"систематически", "периодически", "также",
                                                "срочно",         "вновь",        "ежегодно"};
  static constexpr WordTable kTable(kWords);
  static constexpr std::string_view kEndings[] = {"но", "ески", "менее", "шему"};
  static constexpr EndingTable kEndingTable(kEndings);
  return (word.size() >= 6 * kCyr && kEndingTable.Ends(word) && !EndsWithAny(word, {"оно"})) ||
         kTable.Holds(word);
}

bool IsPostNominative(std::string_view word) {
  static constexpr std::string_view kWords[] = {"глава",           "председатель",
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
                                                "проректор"};
  static constexpr WordTable kTable(kWords);
  return kTable.Holds(word);
}

bool IsEventNoun(std::string_view word) {
  static constexpr std::string_view kStems[] = {
      "конференци", "совещани", "форум",     "семинар", "съезд",     "педсовет",  "слет",
      "чтени",      "фестивал", "заседани",  "собрани", "конгресс",  "симпозиум", "вебинар",
      "стратсесси", "хакатон",  "практикум", "саммит",  "августовк", "дискусси",  "марафон",
      "форсайт",    "планерк",  "брифинг",   "слушани"};
  static constexpr std::string_view kWords[] = {
      "стол",   "стола",     "столу",     "столе",         "столом",   "сессия",
      "сессии", "встреча",   "встречи",   "сессию",        "встречу",  "совет",
      "совета", "ассамблея", "ассамблеи", "школа-семинар", "неделя",   "недели",
      "актив",  "актива",    "коллегия",  "коллегии",      "коллегию", "коллегией"};
  static constexpr WordTable kStemTable(kStems);
  static constexpr WordTable kWordTable(kWords);
  return kStemTable.Starts(word) || kWordTable.Holds(word);
}

int MonthOf(std::string_view word) {
  static constexpr std::string_view kStems[] = {"январ",   "феврал", "март",  "апрел",
                                                "ма",      "июн",    "июл",   "август",
                                                "сентябр", "октябр", "ноябр", "декабр"};
  static constexpr Gate kGate = Gate::OfStems(kStems);
  if (!kGate.Passes(Head::Of(word))) return 0;
  for (int month = 0; month < 12; ++month) {
    const std::string_view stem = kStems[month];
    if (!SameHead(word, stem) || !word.starts_with(stem)) continue;
    const std::string_view ending = word.substr(stem.size());
    if (month == 4) return IsAnyOf(ending, {"й", "я", "ю", "е", "ем"}) ? 5 : 0;
    if (IsAnyOf(ending, {"", "ь", "я", "ю", "е", "ем", "а", "у", "ом"})) return month + 1;
  }
  return 0;
}

}  // namespace rezon::reader
