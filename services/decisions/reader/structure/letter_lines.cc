#include "services/decisions/reader/structure/letter_lines.h"

#include <cstddef>
#include <vector>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxHeadLine = 200;  // bytes of a line that holds number and day

bool IsNumero(std::string_view token) { return token == "№" || token == "n"; }

// The number behind its sign at token `mark`: one word without blanks. `*last` gets the token
// behind it; false when nothing is printed there.
bool NumberBehind(const Paragraph& body, const TokenText& t, size_t mark, std::string* number,
                  size_t* last) {
  *last = mark + 1;
  while (*last < t.size() && (*last == mark + 1 || !t.tokens[*last].space_before)) ++*last;
  if (*last <= mark + 1 || t[mark + 1] == "_") return false;
  const size_t begin = t.tokens[mark + 1].begin;
  *number = std::string(body.text.substr(begin, t.tokens[*last - 1].end - begin));
  return true;
}

}  // namespace

bool ReadNumber(const Paragraph& body, std::string* number, std::string* date) {
  Tokens tokens;
  Tokenize(body.low, &tokens);
  const TokenText t{body.low, tokens};
  for (size_t i = 0; i < t.size(); ++i) {
    const auto found = ParseInterval(t, i);
    if (!found) continue;
    if (!found->has_year() || found->shape != Shape::kDay) {
      i = found->last - 1;
      continue;
    }
    size_t mark = found->last;
    while (mark < t.size() && mark < found->last + 2 && !IsNumero(t[mark])) ++mark;
    size_t last;
    if (!IsNumero(t[mark]) || !NumberBehind(body, t, mark, number, &last)) return false;
    *date = Iso(found->start);
    return true;
  }
  return false;
}

bool ReadLetterNumber(const Paragraph& body, std::string* number, std::string* date) {
  if (body.text.size() > kMaxHeadLine || body.low.starts_with("на №")) return false;
  if (ReadNumber(body, number, date)) return true;
  Tokens tokens;
  Tokenize(body.low, &tokens);
  const TokenText t{body.low, tokens};
  const size_t mark = t[0] == "исх" ? (t[1] == "." ? 2 : 1) : 0;
  size_t last;
  std::string read;
  if (!IsNumero(t[mark]) || !NumberBehind(body, t, mark, &read, &last) || t[last] != "от")
    return false;
  const auto found = ParseInterval(t, last + 1);
  if (!found || !found->has_year() || found->shape != Shape::kDay) return false;
  *number = read;
  *date = Iso(found->start);
  return true;
}

bool IsContact(std::string_view low) {
  return low.find('@') != std::string_view::npos || low.find("окпо") != std::string_view::npos ||
         StartsWithAny(low, {"ул.", "тел", "факс", "г.", "пр.", "пл.", "http", "www", "e-mail",
                             "инн", "огрн"}) ||
         (!low.empty() && IsDigit(low[0])) || low.find("тел.") != std::string_view::npos;
}

bool IsDativeBlock(const Block& block) {
  Tokens tokens;
  Tokenize(block.body.low, &tokens);
  const TokenText t{block.body.low, tokens};
  return t.IsWord(0) && StartsUpper(block.body.text) &&
         (IsDativeHead(t[0]) || IsDativeAdjective(t[0]));
}

}  // namespace rezon::reader
