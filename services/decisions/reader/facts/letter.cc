#include "services/decisions/reader/facts/letter.h"

#include <algorithm>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kActReach = 12;  // paragraphs around the heading of an act

// «24.08.2019 № 3925», «от 26 марта 2019 г. № 176».
bool ReadNumber(const Paragraph& body, std::string* number, std::string* date) {
  std::vector<Token> tokens;
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
    while (mark < t.size() && mark < found->last + 2 && t[mark] != "№" && t[mark] != "n") ++mark;
    if (t[mark] != "№" && t[mark] != "n") return false;
    size_t last = mark + 1;
    while (last < t.size() && (last == mark + 1 || !t.tokens[last].space_before)) ++last;
    if (last <= mark + 1 || t[mark + 1] == "_") return false;
    const size_t begin = t.tokens[mark + 1].begin;
    *number = body.text.substr(begin, t.tokens[last - 1].end - begin);
    *date = Iso(found->start);
    return true;
  }
  return false;
}

bool IsContact(std::string_view low) {
  return low.find('@') != std::string_view::npos || low.find("окпо") != std::string_view::npos ||
         StartsWithAny(low, {"ул.", "тел", "факс", "г.", "пр.", "пл.", "http", "www", "e-mail",
                             "инн", "огрн"}) ||
         (!low.empty() && IsDigit(low[0])) || low.find("тел.") != std::string_view::npos;
}

bool IsDativeBlock(const Block& block) {
  std::vector<Token> tokens;
  Tokenize(block.body.low, &tokens);
  const TokenText t{block.body.low, tokens};
  return t.IsWord(0) && StartsUpper(block.body.text) &&
         (IsDativeHead(t[0]) || IsDativeAdjective(t[0]));
}

// «И.П. Фамилия» or «Фамилия И.П.» in the text; empty when there is none.
std::string PersonIn(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    size_t size;
    const uint32_t code = CharAt(text, at, &size);
    size_t next = at + size;
    const bool start = at == 0 || text[at - 1] == ' ' || text[at - 1] == '_';
    if (start && IsUpperChar(code) && next < text.size() && text[next] == '.') {
      size_t end = next + 1;
      while (end < text.size() && text[end] == ' ') ++end;
      while (end < text.size()) {
        const uint32_t c = CharAt(text, end, &size);
        if (!IsLetterChar(c) && c != '.' && c != '-' && !(c == ' ' && text[end - 1] == '.')) break;
        end += size;
      }
      while (end > at && (text[end - 1] == ' ')) --end;
      if (end > next + 4) return std::string(text.substr(at, end - at));
    }
    at = next;
  }
  return "";
}

}  // namespace

std::optional<Letter> FindLetter(const std::vector<Block>& blocks, const Zones& zones) {
  if (!zones.letter || zones.heading == Zones::kNone || zones.heading == 0) return std::nullopt;
  Letter letter;
  letter.span = {blocks.front().begin, blocks[zones.heading - 1].end};
  bool greeted = false;
  bool issued = false;
  bool address = false;  // the block above is part of an address
  for (size_t i = 0; i < zones.heading; ++i) {
    const Block& block = blocks[i];
    const std::string_view low = block.body.low;
    if (low.starts_with("уважаем")) greeted = true;
    if (greeted) {
      const std::string person = PersonIn(block.body.text);
      const bool signs = IsSignature(block) || block.body.text.size() < 80;
      if (letter.signatory.empty() && signs && !person.empty()) letter.signatory = person;
      continue;
    }
    if (letter.number.empty() && ReadNumber(block.body, &letter.number, &letter.date)) {
      issued = true;
      continue;
    }
    if (low.starts_with("на №")) continue;
    if (IsContact(low)) {
      issued = issued || !letter.issuer.empty();
      address = false;
      continue;
    }
    const bool goes_on =
        !letter.issuer.empty() && !issued && block.blanks == 0 && IsShouting(block);
    if (IsDativeBlock(block) && !goes_on) {
      letter.addressees.emplace_back(block.body.text);
      address = true;
      issued = true;
    } else if (address && block.blanks == 0) {
      letter.addressees.back().append(" ").append(block.body.text);
    } else if (!issued && !block.label) {
      address = false;
      if (!letter.issuer.empty()) letter.issuer += " ";
      letter.issuer += block.body.text;
    } else {
      address = false;
    }
  }
  return letter;
}

Act FindAct(const std::vector<Block>& blocks, const Zones& zones) {
  Act act;
  if (zones.heading == Zones::kNone) return act;
  const size_t first = zones.heading;
  const size_t last = std::min({blocks.size(), first + kActReach, zones.end});
  for (size_t i = first; i < last && act.number.empty(); ++i) {
    if (blocks[i].body.text.size() < 400) ReadNumber(blocks[i].body, &act.number, &act.date);
  }
  for (size_t i = zones.end; act.date.empty() && i < blocks.size() && i < zones.end + 4; ++i) {
    std::vector<Token> tokens;
    Tokenize(blocks[i].body.low, &tokens);
    const auto found = ParseInterval({blocks[i].body.low, tokens}, 0);
    if (found && found->has_year() && found->shape == Shape::kDay) act.date = Iso(found->start);
  }
  return act;
}

}  // namespace rezon::reader
