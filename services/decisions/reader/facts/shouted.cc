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

// «N-ского муниципального района»: the adjective at `i` names a place.
bool NamesPlace(const TokenText& t, size_t i) {
  if (!Contains(t[i], "ск") || !IsAdjective(t[i])) return false;
  size_t noun = i + 1;
  while (noun < i + 4 && StartsWithAny(t[noun], {"муниципальн", "городск", "сельск", "автономн"})) {
    ++noun;
  }
  return StartsWithAny(t[i], {"муниципальн", "городск", "сельск"})
             ? false
             : StartsWithAny(t[noun], {"район", "округ", "област", "кра", "поселени", "республик"});
}

bool TakesCapital(const TokenText& t, size_t i) {
  if (i == 0 || t.Is(i - 1, TokenKind::kOpenQuote)) return true;
  if (NamesPlace(t, i)) return true;
  const size_t before = t[i - 1] == "." && i > 1 ? i - 2 : i - 1;
  return IsAnyOf(t[before], {"город", "города", "городе", "г", "село", "села", "поселок", "поселка",
                             "пос", "п", "с", "республика", "республики"});
}

}  // namespace

void Unshout(Paragraph* paragraph, ParagraphPool* pool) {
  if (!IsShouted(paragraph->text)) return;
  const std::string_view printed = paragraph->text;
  std::string text = Small(printed);
  std::vector<Token> tokens;
  Tokenize(paragraph->low, &tokens);
  const TokenText t{paragraph->low, tokens};
  for (size_t i = 0; i < t.size(); ++i) {
    if (!t.IsWord(i) || !TakesCapital(t, i)) continue;
    size_t size;
    CharAt(printed, t.tokens[i].begin, &size);
    text.replace(t.tokens[i].begin, size, printed, t.tokens[i].begin, size);
  }
  paragraph->text = pool->text.Append({}, text);
}

}  // namespace rezon::reader
