#include "services/decisions/reader/facts/shouted.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr uint32_t kCaseStep = 0x20;  // from a capital А..Я or A..Z to its small letter
constexpr size_t kLeastLetters = 8;

bool IsShouted(std::string_view text) {
  size_t upper = 0;
  for (size_t at = 0; at < text.size();) {
    size_t size;
    const uint32_t code = CharAt(text, at, &size);
    if (IsLowerChar(code)) return false;
    upper += IsUpperChar(code);
    at += size;
  }
  return upper >= kLeastLetters;
}

std::string Small(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    size_t size;
    const uint32_t code = CharAt(text, at, &size);
    if (code == 0x401) {
      AppendChar(0x451, &out);
    } else {
      const bool plain = (code >= 'A' && code <= 'Z') || (code >= 0x410 && code <= 0x42F);
      AppendChar(plain ? code + kCaseStep : code, &out);
    }
    at += size;
  }
  return out;
}

// «N-ского муниципального района», «Лугового района»: the adjective at `i` names a place.
bool NamesPlace(const TokenText& t, size_t i) {
  const auto common = [](std::string_view word) {
    return StartsWithAny(word, {"муниципальн", "городск", "сельск", "автономн"});
  };
  const bool singular = !EndsWithAny(t[i], {"их", "ых", "ими", "ыми", "ие", "ые", "им", "ым"});
  if (!singular || !IsAdjective(t[i]) || common(t[i])) return false;
  size_t noun = i + 1;
  while (noun < i + 4 && common(t[noun])) ++noun;
  return StartsWithAny(t[noun], {"район", "округ", "област", "поселени", "республик"}) ||
         IsAnyOf(t[noun], {"край", "края", "краю", "крае"});
}

bool TakesCapital(const TokenText& t, size_t i) {
  if (i == 0 || t.Is(i - 1, TokenKind::kOpenQuote)) return true;
  if (NamesPlace(t, i)) return true;
  const size_t before = t[i - 1] == "." && i > 1 ? i - 2 : i - 1;
  return IsAnyOf(t[before], {"город", "города", "городе", "г", "село", "села", "поселок", "поселка",
                             "пос", "п", "с", "республика", "республики"});
}

// «II», «МАОУ»: also printed so in text that is not set in capitals.
bool StaysInCapitals(std::string_view word) {
  return word.find_first_not_of("ivx") == std::string_view::npos ||
         IsAnyOf(word,
                 {"маоу", "мбоу", "мкоу",  "гбоу",  "гкоу", "моу", "сош", "оош", "мадоу", "мбдоу",
                  "мдоу", "доу",  "гбпоу", "гапоу", "мау",  "мбу", "мку", "рмо", "гмо",   "рф"});
}

// «СОВЕТА ДИРЕКТОРОВ школ района»: the end of the words in capitals that name the gathering before
// others; 0 when there are none.
size_t ShoutedNameEnd(const std::string& printed, const TokenText& t) {
  size_t end = 0;
  bool gathering = false;
  for (size_t i = 0; i < t.size() && t.IsWord(i); ++i) {
    const std::string_view word = std::string_view(printed).substr(t.tokens[i].begin, t[i].size());
    size_t size;
    for (size_t at = 0; at < word.size(); at += size) {
      if (IsLowerChar(CharAt(word, at, &size))) return gathering ? end : 0;
    }
    gathering = gathering || IsEventNoun(t[i]);
    end = t.tokens[i].end;
  }
  return 0;
}

}  // namespace

void Unshout(Paragraph* paragraph, ParagraphPool* pool) {
  Tokens tokens;
  Tokenize(paragraph->low, &tokens);
  const TokenText t{paragraph->low, tokens};
  const std::string printed(paragraph->text);
  const size_t end = IsShouted(printed) ? printed.size() : ShoutedNameEnd(printed, t);
  if (end == 0) return;
  std::string text = Small(printed.substr(0, end)) + printed.substr(end);
  for (size_t i = 0; i < t.size() && t.tokens[i].begin < end; ++i) {
    if (t.IsWord(i) && StaysInCapitals(t[i])) {
      text.replace(t.tokens[i].begin, t[i].size(), printed, t.tokens[i].begin, t[i].size());
    }
    if (!t.IsWord(i) || !TakesCapital(t, i)) continue;
    size_t size;
    CharAt(printed, t.tokens[i].begin, &size);
    text.replace(t.tokens[i].begin, size, printed, t.tokens[i].begin, size);
  }
  paragraph->text = pool->text.Append({}, text);
}

}  // namespace rezon::reader
