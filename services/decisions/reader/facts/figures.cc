#include <algorithm>
#include <cstdlib>
#include <string>

#include "services/decisions/reader/facts/event.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxSentence = 200;  // tokens to either side

bool IsPeople(std::string_view word) {
  if (IsAnyOf(word, {"человек", "человека", "чел", "участник", "обучающихся", "заведующих"}))
    return true;
  return EndsWithAny(word, {"а", "я", "ов", "ей", "ев"}) &&
         StartsWithAny(word, {"участник",   "педагог",   "делегат",  "слушател",     "представител",
                              "специалист", "работник",  "директор", "руководител",  "воспитател",
                              "учител",     "методист",  "психолог", "преподавател", "родител",
                              "студент",    "школьник",  "гост",     "депутат",      "библиотекар",
                              "логопед",    "наставник", "член",     "заместител",   "ветеран",
                              "волонтер",   "вожат",     "тренер"});
}

// Bounds of the sentence around token `i`.
size_t SentenceBegin(const TokenText& t, size_t i) {
  const size_t first = i > kMaxSentence ? i - kMaxSentence : 0;
  while (i > first &&
         !(t[i - 1] == "." && t.tokens[i].space_before && i >= 2 && t[i - 2].size() > 6)) {
    --i;
  }
  return i;
}

size_t SentenceEnd(const TokenText& t, size_t i) {
  const size_t last = std::min(t.size(), i + kMaxSentence);
  while (i < last && !(t[i] == "." && t[i - 1].size() > 6)) ++i;
  return i;
}

bool Has(const TokenText& t, size_t first, size_t last,
         std::initializer_list<std::string_view> stems) {
  for (size_t i = first; i < last; ++i) {
    if (t.IsWord(i) && StartsWithAny(t[i], stems)) return true;
  }
  return false;
}

bool IsRemoteWord(std::string_view word) {
  return StartsWithAny(word, {"дистанц", "онлайн", "очно-дистанц", "удаленн", "видеоконференц"});
}

enum class Manner { kNone, kInPerson, kRemote, kMixed };

Manner MannerOf(std::string_view word) {
  if (StartsWithAny(word, {"очно-", "смешанн", "гибридн", "комбинированн"})) return Manner::kMixed;
  if (IsRemoteWord(word) || StartsWithAny(word, {"заочн", "вкс", "вебинар", "видео-конференц",
                                                 "видеосвяз", "телемост"})) {
    return Manner::kRemote;
  }
  if (IsAnyOf(word, {"очно", "очном", "очная", "очный", "очной", "очную", "очного", "очное",
                     "офлайн", "оффлайн", "офлайн-формате", "очные"})) {
    return Manner::kInPerson;
  }
  return Manner::kNone;
}

// The word says how the event was held: it goes with a format, with the verb of holding or taking
// part, or with the gathering itself.
bool SaysManner(const TokenText& t, size_t i) {
  if (Contains(t[i], "-режим") || Contains(t[i], "-формат")) return true;
  const auto tells = [](std::string_view word) {
    return StartsWithAny(word, {"формат", "режим", "форме", "форма", "прошл", "прошел", "прошедш",
                                "проходил", "проведен", "проводил", "состоял", "состоявш",
                                "подключ", "собрал", "участвовал", "присутствовал"}) ||
           IsEventNoun(word);
  };
  const auto ends = [&t](size_t k) { return t[k] == "." && t[k - 1].size() > 6; };
  for (size_t k = i; k > 0 && i - k < 8 && !ends(k); --k) {
    if (t.IsWord(k - 1) && t.tokens[k - 1].quotes == 0 && tells(t[k - 1])) return true;
  }
  for (size_t k = i + 1; k < t.size() && k < i + 4 && !ends(k); ++k) {
    if (t.IsWord(k) && t.tokens[k].quotes == 0 && tells(t[k])) return true;
  }
  return false;
}

// «из них 640 – в дистанционном формате».
bool IsOfSome(const TokenText& t, size_t i) {
  constexpr size_t kReach = 8;
  for (size_t k = i; k > 1 && i - k < kReach && t[k - 1] != "."; --k) {
    if (t[k - 1] == "них" && t[k - 2] == "из") return true;
  }
  return false;
}

const char* FigureAt(const TokenText& t, size_t number) {
  // «открыто 47 детских садов»: what was done, not who met.
  if (number > 0 &&
      StartsWithAny(t[number - 1], {"открыт", "построен", "создан", "введен", "закрыт",
                                    "отремонтирован", "оснащен", "капитально"})) {
    return nullptr;
  }
  size_t noun = number + 1;
  bool municipal = false;
  bool school = false;
  bool preschool = false;
  bool distant = false;
  while (noun < number + 4 && t.IsWord(noun) && IsAdjective(t[noun])) {
    distant = distant || IsRemoteWord(t[noun]);
    municipal = municipal || t[noun].starts_with("муниципальн");
    school = school || t[noun].starts_with("общеобразовательн");
    preschool = preschool || StartsWithAny(t[noun], {"дошкольн", "детск"});
    ++noun;
  }
  const std::string_view word = t[noun];
  if (StartsWithAny(word, {"подключени"})) return "connections";
  if (StartsWithAny(word, {"муниципалитет"})) return "municipalities";
  if (municipal && StartsWithAny(word, {"образовани", "район", "округ"})) return "municipalities";
  if (IsAnyOf(word, {"доу", "доо", "мадоу", "мбдоу", "мдоу"})) return "kindergartens";
  if (preschool && StartsWithAny(word, {"сад", "учреждени", "организаци"})) return "kindergartens";
  if (IsAnyOf(word, {"оу", "сош", "школ", "школы", "школа", "школах"})) return "schools";
  if (school && StartsWithAny(word, {"учреждени", "организаци"})) return "schools";
  const bool site = StartsWithAny(word, {"площад"});
  if (StartsWithAny(word, {"организаци", "учреждени"}) || IsAnyOf(word, {"оо"}) || site) {
    const size_t first = SentenceBegin(t, number);
    bool remote = distant;
    for (size_t i = first; i < number; ++i) remote = remote || (t.IsWord(i) && IsRemoteWord(t[i]));
    const bool base = number >= 1 && (t[number - 1] == "базе" || t[number - 1] == "на");
    if (remote && (site || base)) return "remote_sites";
    return site ? nullptr : "organizations";
  }
  return nullptr;
}

}  // namespace

void CountParticipants(const Block& block, const TokenText& t, Event* event) {
  for (size_t i = 0; i < t.size(); ++i) {
    if (!t.Is(i, TokenKind::kNumber) || t[i].size() > 7) continue;
    if (i > 0 && (t[i - 1] == "№" || t[i - 1] == "n")) continue;
    // «Количество участников: 61», «Присутствовали – 27 чел.»
    if (!event->participants && i >= 2 && (t.IsMark(i - 1, ':') || t.Is(i - 1, TokenKind::kDash)) &&
        (IsAnyOf(t[i - 2], {"участников", "присутствовали", "присутствовало", "присутствующих"}))) {
      event->participants = std::atoll(std::string(t[i]).c_str());
      continue;
    }
    size_t last = i;  // «1 173»
    std::string digits(t[i]);
    while (t.Is(last + 1, TokenKind::kNumber) && t[last + 1].size() == 3 && digits.size() <= 3) {
      digits += t[++last];
    }
    const int64_t value = std::atoll(digits.c_str());
    const Span span = block.body.SpanOf(t.tokens[i].begin, t.tokens[last].end);
    size_t noun = last + 1;
    while (noun < last + 3 && t.IsWord(noun) && IsAdjective(t[noun]) && !IsPeople(t[noun])) ++noun;
    if (t.IsWord(noun) && IsPeople(t[noun])) {
      if (!event->participants && Has(t, SentenceBegin(t, i), SentenceEnd(t, noun),
                                      {"участ", "собрал", "присутств", "зарегистр", "объединил",
                                       "подключ", "приехал", "прибыл", "посетил", "делегат"})) {
        event->participants = value;
      }
      continue;
    }
    if (const char* name = FigureAt(t, last)) event->figures.push_back({name, value, span});
    i = last;
  }
}

EventMode FindMode(const TokenText& t) {
  // Of the words that MannerOf knows.
  static constexpr std::string_view kStems[] = {
      "очн",   "смешанн", "гибридн", "комбинированн", "дистанц",  "онлайн", "удаленн",
      "видео", "заочн",   "вкс",     "вебинар",       "телемост", "офлайн", "оффлайн"};
  static constexpr Gate kGate = Gate::OfStems(kStems);
  bool remote = false;
  bool in_person = false;
  for (size_t i = 0; i < t.size(); ++i) {
    if (t.tokens[i].quotes > 0 || !t.Passes(i, kGate)) continue;
    const Manner manner = MannerOf(t[i]);
    if (manner == Manner::kNone || !SaysManner(t, i)) continue;
    if (manner == Manner::kMixed || (manner == Manner::kRemote && IsOfSome(t, i))) {
      return EventMode::kMixed;
    }
    remote = remote || manner == Manner::kRemote;
    in_person = in_person || manner == Manner::kInPerson;
  }
  if (remote && in_person) return EventMode::kMixed;
  if (remote) return EventMode::kRemote;
  return in_person ? EventMode::kInPerson : EventMode::kNone;
}

}  // namespace rezon::reader
