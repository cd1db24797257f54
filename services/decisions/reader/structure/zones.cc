#include "services/decisions/reader/structure/zones.h"

#include <algorithm>
#include <string>

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/structure/joins.h"
#include "services/decisions/reader/structure/table.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kFirstBlocks = 2;       // where a title may be set in small letters
constexpr size_t kMaxListHeading = 300;  // bytes of a heading over a list
constexpr double kTaskShare = 0.4;       // of a list's entries, to take it without a formula

// A title in capitals ends the decision, unless points go on right below it («РЕШИЛИ», «В СФЕРЕ
// ВОСПИТАНИЯ»).
bool EndsByTitle(const std::vector<Block>& blocks, size_t i) {
  if (!IsShouting(blocks[i])) return false;
  if (FindOpener(blocks[i].body.text, blocks[i].body.low)) return false;
  const std::string low = CollapseSpaced(blocks[i].body.low);
  return IsAnnexTitle(low) || i + 1 >= blocks.size() ||
         !(blocks[i + 1].label || IsTask(blocks[i + 1]) || IsHearing(blocks[i + 1].body.low));
}

bool EndsOperative(const std::vector<Block>& blocks, size_t i) {
  const Block& block = blocks[i];
  if (block.label || block.row || block.attribute != AttributeKind::kNone) return false;
  return IsBoundaryLine(block.body.low) || IsSignature(block) || EndsByTitle(blocks, i);
}

size_t FindEnd(const std::vector<Block>& blocks, size_t from) {
  for (size_t i = from; i < blocks.size(); ++i) {
    if (EndsOperative(blocks, i)) return i;
  }
  return blocks.size();
}

// The entries that follow one another from block `i` hold a task.
bool RunHoldsTask(const std::vector<Block>& blocks, size_t i) {
  for (; i < blocks.size() && (blocks[i].label || blocks[i].attribute != AttributeKind::kNone);
       ++i) {
    if (!blocks[i].label || blocks[i].body.empty()) continue;
    if (IsTask(blocks[i]) || blocks[i].body.text.ends_with(':')) return true;
  }
  return false;
}

// «Директорам школ:», «В сфере воспитания:»: a few words with a colon that open no discussion.
bool IsHeading(const Block& block) {
  return block.body.text.size() <= kMaxListHeading && block.attribute == AttributeKind::kNone &&
         StartsUpper(block.body.text) && !OpensDiscussion(block) &&
         (IsTask(block) ||
          StartsWithAny(block.body.low, {"в сфер", "в област", "в част", "по направл", "по вопрос",
                                         "для ", "на уровн"}));
}

// The first list most of whose entries are tasks; the paragraph before it opens it. Sums up to each
// paragraph tell the entries between any two.
bool FindList(const std::vector<Block>& blocks, size_t from, Zones* zones) {
  const size_t first = from;
  while (from < blocks.size() && !blocks[from].label) ++from;
  if (from == blocks.size()) return false;
  std::vector<size_t> entries(blocks.size() + 1);
  std::vector<size_t> tasks(blocks.size() + 1);
  std::vector<size_t> ends(blocks.size() + 1, blocks.size());  // of a list that goes on here
  for (size_t i = from; i < blocks.size(); ++i) {
    const bool entry = blocks[i].label && !blocks[i].body.empty();
    entries[i + 1] = entries[i] + entry;
    tasks[i + 1] = tasks[i] + (entry && (IsTask(blocks[i]) || blocks[i].body.text.ends_with(':')));
  }
  for (size_t i = blocks.size(); i-- > from;) {
    ends[i] = EndsOperative(blocks, i) ? i : ends[i + 1];
  }
  for (size_t i = from; i < blocks.size(); ++i) {
    if (!blocks[i].label) continue;
    const bool discussed = i > from && OpensDiscussion(blocks[i - 1]);
    const size_t all = entries[ends[i]] - entries[i];
    if (!discussed && all >= 2 && tasks[ends[i]] - tasks[i] >= kTaskShare * all &&
        RunHoldsTask(blocks, i)) {
      zones->operative = i;
      // Headings right above the first list («Директорам школ:», «В сфере …:») belong to it.
      while (zones->operative > first && !blocks[zones->operative - 1].label &&
             ((blocks[zones->operative - 1].body.text.ends_with(':') &&
               IsHeading(blocks[zones->operative - 1])) ||
              IsNumberedPart(blocks[zones->operative - 1].body.low))) {
        --zones->operative;
      }
      zones->opener = i > 0 && !blocks[i - 1].label ? i - 1 : Zones::kNone;
      return true;
    }
    ++i;
    while (i < blocks.size() && blocks[i].label) ++i;
  }
  return false;
}

// Unlabelled tasks without a formula: the first paragraph that starts with its verb.
bool FindPlain(const std::vector<Block>& blocks, size_t from, Zones* zones) {
  for (size_t i = from; i < blocks.size(); ++i) {
    if (blocks[i].label || !IsInfinitive(FirstWord(blocks[i].body.low))) continue;
    zones->operative = i;
    return true;
  }
  return false;
}

// A table of measures: its head names terms or executors.
bool FindTable(const std::vector<Block>& blocks, size_t from, Zones* zones) {
  for (size_t i = from; i < blocks.size(); ++i) {
    if (!blocks[i].row || !IsPlanHead(blocks[i])) continue;
    zones->operative = i;
    return true;
  }
  return false;
}

// A paragraph of telling: between two formulas it says that the first one is of the preamble.
bool IsNarrative(const Block& block) {
  if (block.label || block.row || block.attribute != AttributeKind::kNone) return false;
  return block.body.text.ends_with('.') && !IsTask(block) && !IsHearing(block.body.low);
}

// Which formulas are looked for: those that surely open a decision, those that may, and at last the
// sure ones whose sentence goes on.
enum class Search { kStrong, kWeak, kDoubted };

// The sentence of the formula goes on in the next line: no list stands below.
bool RunsOn(const std::vector<Block>& blocks, size_t formula) {
  if (formula + 1 >= blocks.size()) return false;
  const Block& next = blocks[formula + 1];
  return !next.label && !next.row && next.blanks == 0 && !StartsUpper(next.body.text) &&
         next.body.text.ends_with('.') && !IsTask(next);
}

// A paragraph of telling stands before block `i`, among the first ones.
bool HasPreamble(const std::vector<Block>& blocks, size_t i) {
  constexpr size_t kSentence = 60;   // bytes
  constexpr size_t kPreamble = 200;  // paragraphs
  return std::any_of(
      blocks.begin(), blocks.begin() + static_cast<ptrdiff_t>(std::min(i, kPreamble)),
      [](const Block& b) { return b.body.text.size() >= kSentence && b.body.text.ends_with('.'); });
}

bool IsFormula(const std::vector<Block>& blocks, size_t i, Search search, Opener* opener) {
  const Block& block = blocks[i];
  if (block.label || block.row || block.attribute != AttributeKind::kNone) return false;
  const auto found = FindOpener(block.body.text, block.body.low);
  const bool strong = search != Search::kWeak;
  if (!found || found->strong != strong) return false;
  if (found->heading && !HasPreamble(blocks, i)) return false;  // the document's own title
  const bool inside = found->rest < block.body.text.size();
  if (!inside && i + 1 >= blocks.size()) return false;
  const bool doubted = !inside && !found->decides && RunsOn(blocks, i);
  if (search == Search::kStrong && doubted) return false;
  // A weak formula stands right above its list, or above the first heading of its lists.
  const bool heads = !blocks[i + 1 < blocks.size() ? i + 1 : i].label && i + 2 < blocks.size() &&
                     blocks[i + 1].body.text.ends_with(':') && blocks[i + 2].label;
  const bool listed = i + 1 < blocks.size() && StartsLower(blocks[i + 1].body.text) &&
                      blocks[i + 1].body.text.ends_with(';');
  if (!inside && !strong && !blocks[i + 1].label && !heads && !listed) return false;
  *opener = *found;
  return true;
}

// The first formula; one that a part of the gathering speaks, or that only recommends, gives way
// to a later one of the whole gathering that decides.
bool FindFormula(const std::vector<Block>& blocks, size_t from, Search search, Zones* zones) {
  size_t best = Zones::kNone;
  Opener first;
  bool narrative = false;  // since the best so far
  for (size_t i = from; i < blocks.size(); ++i) {
    Opener opener;
    if (!IsFormula(blocks, i, search, &opener)) {
      narrative = narrative || (best != Zones::kNone && IsNarrative(blocks[i]));
      continue;
    }
    if (best != Zones::kNone) {
      const bool better =
          (first.partial && !opener.partial) || (!first.decides && opener.decides && narrative);
      if (!better) continue;
    }
    best = i;
    first = opener;
    narrative = false;
    if (search == Search::kWeak || (opener.decides && !opener.partial)) break;
  }
  if (best == Zones::kNone) return false;
  zones->opener = best;
  zones->operative = best;
  zones->formula = true;
  return true;
}

}  // namespace

Zones FindZones(const std::vector<Block>& blocks) {
  Zones zones;
  zones.end = blocks.size();
  size_t salutation = Zones::kNone;
  size_t start = 0;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (salutation == Zones::kNone && !block.label && OpensLetter(block)) salutation = i;
    if (!block.body.empty() && IsTitle(block, i < kFirstBlocks)) {
      if (zones.heading == Zones::kNone ||
          (salutation != Zones::kNone && zones.heading < salutation)) {
        zones.heading = i;
      }
    }
    if (i > 400 && zones.heading != Zones::kNone) break;
  }
  if (salutation != Zones::kNone && zones.heading != Zones::kNone && zones.heading > salutation) {
    zones.letter = true;
    start = zones.heading;
  }
  if (!FindFormula(blocks, start, Search::kStrong, &zones) &&
      !FindFormula(blocks, start, Search::kWeak, &zones) &&
      !FindFormula(blocks, start, Search::kDoubted, &zones) && !FindList(blocks, start, &zones) &&
      !FindTable(blocks, start, &zones) && !FindPlain(blocks, start, &zones)) {
    return zones;
  }
  if (zones.heading != Zones::kNone && zones.heading > zones.operative) {
    zones.heading = Zones::kNone;
  }
  const size_t from = zones.formula ? zones.opener + 1 : zones.operative;
  zones.end = std::max(FindEnd(blocks, from), from);
  return zones;
}

}  // namespace rezon::reader
