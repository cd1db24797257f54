#include "services/decisions/reader/structure/kinds.h"

#include <algorithm>
#include <string>
#include <vector>

#include "services/decisions/reader/addressees/phrases.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/structure/openers.h"
#include "services/decisions/reader/text/scan.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kLetterReach = 300;   // bytes within which a letter says what it sends
constexpr size_t kHearingReach = 160;  // bytes within which a record says what it is
constexpr size_t kMaxSignature = 400;
constexpr size_t kMaxTitle = 300;            // of a paragraph in capitals
constexpr size_t kMaxTitleParagraph = 1200;  // of «Резолюция» with the event's name
constexpr size_t kTitleReach = 14;           // tokens within which a title names its event
constexpr size_t kTaskReach = 26;            // tokens within which the task's verb stands

// «И.И. Иванов», «Иванов И.И.», «И.Иванов»: initials next to a word with a capital.
bool HoldsPerson(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    size_t size;
    const uint32_t code = CharAt(text, at, &size);
    if (IsUpperChar(code) && at + size < text.size() && text[at + size] == '.') {
      size_t next = at + size + 1;
      while (next < text.size() && text[next] == ' ') ++next;
      size_t following;
      if (IsUpperChar(CharAt(text, next, &following))) return true;
    }
    at += size;
  }
  return false;
}

// The words name a gathering outside quotation marks.
bool NamesEvent(std::string_view low) {
  Tokens tokens;
  Tokenize(low, &tokens);
  const TokenText t{low, tokens};
  for (size_t i = 1; i < t.size() && i < kTitleReach; ++i) {
    if (t.tokens[i].quotes == 0 && t.IsWord(i) && IsEventNoun(t[i])) return true;
  }
  return false;
}

}  // namespace

bool IsTitle(const Block& block, bool first) {
  if (block.label || block.row || block.body.text.size() > kMaxTitleParagraph ||
      block.body.text.ends_with(':')) {
    return false;
  }
  if (block.body.text.size() > kMaxTitle && block.body.text.ends_with('.')) return false;
  if (!StartsUpper(block.body.text) && !first) return false;
  const std::string low = CollapseSpaced(block.body.low.substr(0, 200));
  std::string_view word = FirstWord(low);
  if (IsAnyOf(word, {"проект", "итоговая", "итоговый", "итоговое", "итоговые", "общие", "выписка",
                     "текст"})) {
    std::string_view rest = low;
    do {
      const size_t blank = rest.find(' ');
      if (blank == std::string_view::npos) return false;
      rest = rest.substr(blank + 1);
      word = FirstWord(rest);
    } while (IsAnyOf(word, {"итоговой", "итогового", "из"}));
  }
  const bool alone = low == word && IsShouting(block);  // «ИТОГИ», and of what on the next line
  if (alone && IsAnyOf(word, {"итоги", "обращение", "меморандум", "декларация"})) return true;
  if (IsAnyOf(word, {"итоги", "предложения", "обращение", "заключение", "меморандум", "декларация",
                     "предложений", "материалы"})) {
    return NamesEvent(low);
  }
  if (word == "перечень" && low.starts_with("перечень поручений")) return true;
  if (!IsAnyOf(word, {"резолюция", "резолюции", "решение", "решения", "рекомендации", "документ",
                      "документа", "постановление", "приказ", "распоряжение", "протокол",
                      "протокола", "приказа", "постановления"})) {
    return false;
  }
  const bool sentence = block.body.text.ends_with('.') && !EndsWithAny(low, {" г.", " гг."}) &&
                        low.find(' ') != std::string::npos;
  return (!sentence && StartsUpper(block.body.text)) || NamesEvent(low);
}

bool IsShouting(const Block& block) {
  if (block.label || block.body.text.size() > kMaxTitle || block.body.text.ends_with(':')) {
    return false;
  }
  size_t upper = 0;
  for (size_t at = 0; at < block.body.text.size();) {
    size_t size;
    const uint32_t code = CharAt(block.body.text, at, &size);
    if (IsLowerChar(code)) return false;
    upper += IsUpperChar(code);
    at += size;
  }
  return upper >= 5;
}

bool IsAnnexTitle(std::string_view low) {
  return StartsWithAny(low, {"план", "перечень", "список", "состав", "положени", "программ",
                             "порядок", "график", "паспорт", "форма", "смета", "регламент",
                             "инструкци", "приложени", "резолюци", "постановлени", "приказ"});
}

bool IsNumberedPart(std::string_view low) {
  constexpr size_t kLongest = 240;  // bytes
  if (low.size() > kLongest || EndsWithAny(low, {".", ";", ","})) return false;
  for (const std::string_view word : {"секция ", "раздел ", "блок ", "направление ", "модуль "}) {
    if (!low.starts_with(word) || low.size() == word.size()) continue;
    const char next = low[word.size()];
    return IsDigit(next) || next == 'i' || next == 'v' || next == 'x' ||
           low.substr(word.size()).starts_with("№");
  }
  return false;
}

bool OpensLetter(const Block& block) {
  const std::string_view low = block.body.low;
  if (low.starts_with("уважаем")) return true;
  if (!Contains(low.substr(0, kLetterReach), "направля")) return false;
  Tokens tokens;
  Tokenize(low.substr(0, std::min(low.size(), kLetterReach)), &tokens);
  const TokenText t{low, tokens};
  for (size_t i = 0; i < t.size() && i < kTaskReach; ++i) {
    if (!IsAnyOf(t[i], {"направляем", "направляю", "направляет", "направляется"})) continue;
    for (size_t k = i + 1; k < t.size() && k < i + 12; ++k) {
      if (StartsWithAny(t[k], {"резолюци", "решени", "рекомендаци", "материал", "протокол"})) {
        return true;
      }
    }
  }
  return false;
}

bool OpensDiscussion(const Block& block) {
  if (block.label || !block.body.text.ends_with(':')) return false;
  Tokens tokens;
  Tokenize(block.body.low, &tokens);
  const TokenText t{block.body.low, tokens};
  for (size_t i = 0; i < t.size(); ++i) {
    if (StartsWithAny(t[i], {"обсужд", "дискусси", "повестк", "рассматрива", "рассмотрен", "вопрос",
                             "тем", "доклад", "выступ", "секци", "участи", "присутств", "слуша"})) {
      return true;
    }
  }
  return false;
}

bool IsSignature(const Block& block) {
  const std::string_view low = block.body.low;
  if (block.label || block.body.text.size() > kMaxSignature) return false;
  if (low.ends_with(':') || low.ends_with(';')) return false;
  std::string_view word = FirstWord(low);
  const bool person = HoldsPerson(block.body.text);
  const bool acting = StartsWithAny(low, {"и.о.", "и. о.", "врио ", "зам.", "зав.", "нач.", "гл."});
  if (acting)
    return StartsUpper(block.body.text) && (person || !low.ends_with('.')) && !IsTask(block);
  if (IsPostNominative(word)) {
    return StartsUpper(block.body.text) && (person || !low.ends_with('.'));
  }
  return block.body.text.size() < 80 && person && low.find(' ') < 12 && !IsTask(block);
}

bool IsHearing(std::string_view low) {
  const std::string_view head = low.substr(0, kHearingReach);
  // What the first word starts with where it alone tells.
  static constexpr std::string_view kFirst[] = {"голосова",   "слушали",   "заслуш",    "выступи",
                                                "докладыва",  "присутств", "приглашен", "за",
                                                "результаты", "решение",   "по"};
  static constexpr Gate kGate = Gate::OfStems(kFirst);
  if (!kGate.Passes(Head::Of(low)) && !ContainsEither(head, "слушали", "выступил")) {
    return false;
  }
  if (!Contains(head, "лос") && !Contains(head, "слуша") && !Contains(head, "выступ") &&
      !Contains(head, "вопрос") &&
      !StartsWithAny(low, {"доклад", "присут", "пригл", "за ", "реш"})) {
    return false;
  }
  Tokens tokens;
  Tokenize(head, &tokens);
  const TokenText t{low, tokens};
  if (StartsWithAny(t[0], {"голосова", "слушали", "заслуш", "выступи", "докладыва", "присутств",
                           "приглашен"}) &&
      !IsInfinitive(t[0])) {
    return true;
  }
  if (t[0] == "за" && t.Is(1, TokenKind::kDash)) return true;  // «За – 14, против – нет»
  if (t[0] == "результаты" && t[1] == "голосования") return true;
  if (t[0] == "решение" && t[1].starts_with("принят")) return true;
  for (size_t i = 0; i < 10 && i < t.size(); ++i) {
    if (IsAnyOf(t[i], {"слушали", "выступили", "выступил", "выступила"})) return true;
    if (t[i].starts_with("вопрос") && t[0] == "по" && i <= 3) {
      return !std::any_of(tokens.begin(), tokens.end(), [low](const Token& token) {
        return IsInfinitive(low.substr(token.begin, token.end - token.begin));
      });
    }
  }
  return false;
}

bool IsTask(const Block& block) {
  const std::string_view low = block.body.low;
  const std::string_view head = low.substr(0, std::min<size_t>(low.size(), 700));
  Tokens tokens;
  Tokenize(head, &tokens);
  const TokenText t{head, tokens};
  if (t.size() == 0) return false;
  const size_t first = t[0] == "не" ? 1 : 0;
  if (!t.IsWord(first)) return false;
  if (IsInfinitive(t[first])) return true;
  if (IsAdverb(t[first]) && t.IsWord(first + 1) && IsInfinitive(t[first + 1])) return true;
  size_t end;
  size_t last;
  if (OpensWithAddressee(block.body.text, t, 0, &end, &last)) return true;
  if (StartsWithAny(t[0], {"настоящ", "данн", "контрол", "ответственност"}) ||
      (IsAnyOf(t[0], {"постановление", "решение", "приказ", "распоряжение", "резолюцию"}))) {
    return true;
  }
  const bool preposition = IsAnyOf(t[0], {"в", "во", "с", "со", "до", "к", "при", "для", "на", "по",
                                          "не", "за", "через", "ежегодно", "совместно"});
  for (size_t i = 0; i < t.size() && i < kTaskReach; ++i) {
    if (t.tokens[i].quotes > 0 || !t.IsWord(i)) continue;
    if (IsInfinitive(t[i])) return preposition || IsAdverb(t[0]) || EndsWithAny(t[0], {"у", "ю"});
    if (IsDecisionVerb(t[i]) || IsAnyOf(t[i], {"позволит", "позволяет", "является", "были"})) break;
  }
  return false;
}

}  // namespace rezon::reader
