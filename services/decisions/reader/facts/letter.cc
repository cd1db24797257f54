#include "services/decisions/reader/facts/letter.h"

#include <algorithm>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/facts/letter_body.h"
#include "services/decisions/reader/structure/letter_lines.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kActReach = 12;  // paragraphs around the heading of an act

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

Letter ReadLetter(const std::vector<Block>& blocks, size_t first, size_t last,
                  const terms::Regime& regime) {
  Letter letter;
  if (first >= last) return letter;
  letter.span = {blocks[first].begin, blocks[last - 1].end};
  size_t greeting = last;
  bool issued = false;
  bool address = false;  // the block above is part of an address
  for (size_t i = first; i < last; ++i) {
    const Block& block = blocks[i];
    const std::string_view low = block.body.low;
    if (greeting == last && !block.label && OpensLetter(block)) greeting = i;
    if (greeting < last) {
      const std::string person = PersonIn(block.body.text);
      const bool signs = IsSignature(block) || block.body.text.size() < 80;
      if (letter.signatory.empty() && signs && !person.empty()) letter.signatory = person;
      continue;
    }
    if (letter.number.empty() && ReadLetterNumber(block.body, &letter.number, &letter.date)) {
      issued = true;
      continue;
    }
    if (low.starts_with("на №")) continue;
    if (IsContact(low)) {
      issued = issued || !letter.issuer.empty();
      address = false;
      continue;
    }
    // «АДМИНИСТРАЦИИ … РАЙОНА» below «УПРАВЛЕНИЕ ОБРАЗОВАНИЯ» goes on with the sender's name.
    const bool goes_on =
        !issued && !letter.issuer.empty() && block.blanks == 0 && IsShouting(block);
    if (!goes_on && IsDativeBlock(block)) {
      letter.addressees.emplace_back(block.body.text);
      address = true;
      issued = true;
    } else if (!goes_on && address && block.blanks == 0) {
      letter.addressees.back().append(" ").append(block.body.text);
    } else if (!issued && !block.label) {
      address = false;
      if (!letter.issuer.empty()) letter.issuer += " ";
      letter.issuer += block.body.text;
    } else {
      address = false;
    }
  }
  letter.annex = FindAnnex(blocks, first, last);
  letter.requests = FindRequests(blocks, greeting, last, letter.date, regime);
  return letter;
}

std::optional<Letter> FindLetter(const std::vector<Block>& blocks, const Zones& zones,
                                 const terms::Regime& regime) {
  if (!zones.letter || zones.heading == Zones::kNone || zones.heading == 0) return std::nullopt;
  return ReadLetter(blocks, 0, zones.heading, regime);
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
    Tokens tokens;
    Tokenize(blocks[i].body.low, &tokens);
    const auto found = ParseInterval({blocks[i].body.low, tokens}, 0);
    if (found && found->has_year() && found->shape == Shape::kDay) act.date = Iso(found->start);
  }
  return act;
}

}  // namespace rezon::reader
