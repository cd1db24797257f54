#include <algorithm>
#include <cstdlib>

#include "services/decisions/reader/facts/event.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxSentence = 200;  // tokens to either side

bool IsPeople(std::string_view word) {
  return IsAnyOf(
      word, {"человек", "человека", "чел", "участников", "участника", "участник", "педагогов",
             "педагога", "делегатов", "делегата", "слушателей", "представителей", "представителя",
             "специалистов", "работников", "руководителей", "учителей", "воспитателей"});
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

const char* FigureAt(const TokenText& t, size_t number) {
  size_t noun = number + 1;
  bool municipal = false;
  bool school = false;
  bool preschool = false;
  while (noun < number + 4 && t.IsWord(noun) && IsAdjective(t[noun])) {
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
    bool remote = false;
    for (size_t i = first; i < number; ++i) remote = remote || (t.IsWord(i) && IsRemoteWord(t[i]));
    const bool base = number >= 1 && (t[number - 1] == "базе" || t[number - 1] == "на");
    if (remote && (site || base)) return "remote_sites";
    return site ? nullptr : "organizations";
  }
  return nullptr;
}

}  // namespace

void CountParticipants(const Block& block, Event* event) {
  std::vector<Token> tokens;
  Tokenize(block.body.low, &tokens);
  const TokenText t{block.body.low, tokens};
  for (size_t i = 0; i < t.size(); ++i) {
    if (!t.Is(i, TokenKind::kNumber) || t[i].size() > 7) continue;
    if (i > 0 && (t[i - 1] == "№" || t[i - 1] == "n")) continue;
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
                                      {"участ", "собрал", "присутств", "зарегистр", "объединил"})) {
        event->participants = value;
      }
      continue;
    }
    if (const char* name = FigureAt(t, last)) event->figures.push_back({name, value, span});
    i = last;
  }
}

EventMode FindMode(const Block& block) {
  std::vector<Token> tokens;
  Tokenize(block.body.low, &tokens);
  const TokenText t{block.body.low, tokens};
  for (size_t i = 0; i < t.size(); ++i) {
    const bool compound = t[i].find("-режим") != std::string_view::npos ||
                          t[i].find("-формат") != std::string_view::npos;
    if (!compound && !StartsWithAny(t[i], {"формат", "режим", "форме"})) continue;
    bool in_person = false;
    bool remote = false;
    bool mixed = false;
    const size_t first = i > 8 ? i - 8 : 0;
    for (size_t k = first; k < i + 3 && k < t.size(); ++k) {
      if (!t.IsWord(k)) continue;
      mixed = mixed || StartsWithAny(t[k], {"очно-", "смешанн", "гибридн", "комбинированн"});
      remote = remote || IsRemoteWord(t[k]) || StartsWithAny(t[k], {"заочн", "вкс", "вебинар"});
      in_person = in_person || (StartsWithAny(t[k], {"очно", "очны"}) && !mixed);
    }
    if (mixed || (in_person && remote)) return EventMode::kMixed;
    if (remote) return EventMode::kRemote;
    if (in_person) return EventMode::kInPerson;
  }
  return EventMode::kNone;
}

}  // namespace rezon::reader
