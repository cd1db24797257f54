#include "services/decisions/reader/structure/letter.h"

#include <algorithm>
#include <string>

#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/structure/kinds.h"
#include "services/decisions/reader/structure/letter_lines.h"
#include "services/decisions/reader/structure/openers.h"
#include "services/decisions/reader/text/sentence.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kHeadReach = 40;       // paragraphs before which a letter has opened
constexpr size_t kMostBlocks = 1000;    // paragraphs of a letter that stands alone, at most
constexpr size_t kTitleLook = 40;       // paragraphs below a title within which it has a text
constexpr size_t kTailReach = 60;       // paragraphs of a letter behind the resolution
constexpr size_t kHeadLine = 160;       // bytes of a line of the letter's head
constexpr size_t kLongParagraph = 150;  // bytes of a paragraph that says something
constexpr size_t kSendsWithin = 6;      // paragraphs from the greeting to what is sent

bool Greets(const Block& block) {
  return !block.label && block.body.low.starts_with("уважаем") &&
         block.body.text.size() <= kHeadLine;
}

// «Приложение: на 3 л. в 1 экз.», and an entry of such a list.
bool NamesEnclosure(std::string_view low) {
  return low.starts_with("приложени") || Contains(low, " л.") || Contains(low, " экз.");
}

// «Направляем …», «Прилагаем …», whatever is sent.
bool Sends(std::string_view low) {
  return Contains(low, "направля") || Contains(low, "прилага") || Contains(low, "высыла");
}

// The formula is that of a gathering, or of an act: it decides, or names who speaks.
bool OfGathering(const Block& block) {
  const auto opener = FindOpener(block.body.text, block.body.low);
  if (!opener || !opener->strong) return false;
  if (opener->decides) return true;
  Tokens tokens;
  Tokenize(block.body.low, &tokens);
  const TokenText t{block.body.low, tokens};
  size_t first = 0;  // of the last sentence, which the formula closes
  for (size_t end = 0; (end = SentenceEndAfter(block.body.text, t, first)) < t.size();) first = end;
  bool gathering = false;
  for (size_t i = first; i < t.size(); ++i) {
    if (t.tokens[i].quotes > 0) continue;
    if (IsAnyOf(t[i], {"прошу", "просим"})) return false;
    gathering = gathering || IsEventNoun(t[i]) || t[i].starts_with("участник");
  }
  return gathering;
}

// A title with something to read below it; a letter's list of enclosures has none.
bool HeadsResolution(const std::vector<Block>& blocks, size_t i) {
  if (!IsTitle(blocks[i], false) || NamesEnclosure(blocks[i].body.low)) return false;
  for (size_t k = i + 1; k < blocks.size() && k <= i + kTitleLook; ++k) {
    if (blocks[k].label || blocks[k].row || blocks[k].body.text.size() > kLongParagraph)
      return true;
  }
  return false;
}

bool IsNumberLine(const Block& block) {
  std::string number, date;
  return !block.label && ReadLetterNumber(block.body, &number, &date);
}

// A line of day and nothing else belongs to what stands before the letter.
bool IsDayAlone(const Block& block) {
  Tokens tokens;
  Tokenize(block.body.low, &tokens);
  const TokenText t{block.body.low, tokens};
  const auto found = ParseInterval(t, 0);
  if (!found || !found->has_year()) return false;
  size_t rest = found->last;
  while (rest < t.size() && IsAnyOf(t[rest], {"г", "года", "."})) ++rest;
  return rest == t.size();
}

bool MayHeadLetter(const Block& block) {
  return !block.label && !block.row && block.attribute == AttributeKind::kNone &&
         block.body.text.size() <= kHeadLine && !block.body.text.ends_with(';') &&
         (IsContact(block.body.low) || IsDativeBlock(block) || !IsSignature(block));
}

// A resolution stands before paragraph `end`.
bool HoldsResolution(const std::vector<Block>& blocks, size_t end) {
  bool heading = false;
  for (size_t i = 0; i < end; ++i) {
    const Block& block = blocks[i];
    if (block.label && heading) return true;
    if (block.label) continue;
    heading = heading || IsTitle(block, i < 2) || OfGathering(block);
  }
  return false;
}

}  // namespace

bool IsLetterAlone(const std::vector<Block>& blocks) {
  size_t opening = 0;
  const size_t reach = std::min(blocks.size(), kHeadReach);
  while (opening < reach && (blocks[opening].label || !OpensLetter(blocks[opening]))) ++opening;
  if (opening == reach || blocks.size() > kMostBlocks) return false;
  bool number = false;
  bool address = false;
  for (size_t i = 0; i < opening; ++i) {
    if (OfGathering(blocks[i])) return false;
    number = number || IsNumberLine(blocks[i]);
    address = address || (!blocks[i].label && IsDativeBlock(blocks[i]));
  }
  bool sends = false;
  bool encloses = false;
  for (size_t i = opening; i < blocks.size(); ++i) {
    if (HeadsResolution(blocks, i) || OfGathering(blocks[i])) return false;
    sends = sends || Sends(blocks[i].body.low);
    encloses = encloses || blocks[i].body.low.starts_with("приложени");
  }
  return number + address + sends + encloses >= 2;
}

size_t FindTrailingLetter(const std::vector<Block>& blocks) {
  const size_t none = blocks.size();
  const size_t from = none > kTailReach ? none - kTailReach : 0;
  size_t greeting = from;
  while (greeting < none && !Greets(blocks[greeting]) &&
         (blocks[greeting].label || !OpensLetter(blocks[greeting]))) {
    ++greeting;
  }
  if (greeting == none || greeting == 0) return none;
  bool sends = false;
  for (size_t i = greeting; i < none && i < greeting + kSendsWithin; ++i) {
    sends = sends || Sends(blocks[i].body.low);
  }
  size_t first = greeting;
  bool number = false;
  bool address = false;
  while (first > 0 && first + kHeadReach > greeting && MayHeadLetter(blocks[first - 1])) {
    --first;
    number = number || IsNumberLine(blocks[first]);
    address = address || IsDativeBlock(blocks[first]);
  }
  while (first < greeting && IsDayAlone(blocks[first])) ++first;
  if (!sends || !(number || address) || !HoldsResolution(blocks, first)) return none;
  return first;
}

}  // namespace rezon::reader
