#include "services/decisions/reader/structure/zones.h"

#include <algorithm>

#include "services/decisions/reader/addressees/phrases.h"
#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/structure/table.h"
#include "services/decisions/reader/text/token.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxSignature = 400;
constexpr size_t kMaxTitle = 300;           // of a paragraph in capitals
constexpr size_t kMaxTitleWithName = 1200;  // of «Резолюция» with the event's name
constexpr double kTaskShare = 0.4;          // of a list's entries, to take it without a formula
constexpr size_t kTaskReach = 26;           // tokens within which the task's verb stands

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

bool IsTitle(const Block& block) {
  if (block.label || block.body.text.size() > kMaxTitleWithName || block.body.text.ends_with(':')) {
    return false;
  }
  if (block.body.text.size() > kMaxTitle && block.body.text.ends_with('.')) return false;
  if (!StartsUpper(block.body.text)) return false;
  const std::string low = CollapseSpaced(std::string_view(block.body.low).substr(0, 100));
  std::string_view word = FirstWord(low);
  if (word == "проект" || word == "итоговая" || word == "итоговый") {
    const size_t blank = low.find(' ');
    if (blank == std::string::npos) return false;
    word = FirstWord(std::string_view(low).substr(blank + 1));
  }
  return IsAnyOf(word, {"резолюция", "резолюции", "решение", "рекомендации", "документ",
                        "постановление", "приказ", "распоряжение", "протокол"}) &&
         StartsUpper(block.body.text);
}

// Capitals only, short, no colon: the title of an annex.
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

bool EndsOperative(const Block& block) {
  if (block.label || block.row || block.attribute != AttributeKind::kNone) return false;
  return IsBoundaryLine(block.body.low) || IsSignature(block) || IsShouting(block);
}

size_t FindEnd(const std::vector<Block>& blocks, size_t from) {
  for (size_t i = from; i < blocks.size(); ++i) {
    if (EndsOperative(blocks[i])) return i;
  }
  return blocks.size();
}

// The first list most of whose entries are tasks; the paragraph before it opens it. Sums up to each
// paragraph tell the entries between any two.
bool FindList(const std::vector<Block>& blocks, size_t from, Zones* zones) {
  while (from < blocks.size() && !blocks[from].label) ++from;
  if (from == blocks.size()) return false;
  std::vector<size_t> entries(blocks.size() + 1);
  std::vector<size_t> tasks(blocks.size() + 1);
  std::vector<size_t> ends(blocks.size() + 1, blocks.size());  // of a list that goes on here
  for (size_t i = from; i < blocks.size(); ++i) {
    const bool entry = static_cast<bool>(blocks[i].label);
    entries[i + 1] = entries[i] + entry;
    tasks[i + 1] = tasks[i] + (entry && (IsTask(blocks[i]) || blocks[i].body.text.ends_with(':')));
  }
  for (size_t i = blocks.size(); i-- > from;) {
    ends[i] = EndsOperative(blocks[i]) ? i : ends[i + 1];
  }
  for (size_t i = from; i < blocks.size(); ++i) {
    if (!blocks[i].label) continue;
    const size_t all = entries[ends[i]] - entries[i];
    if (all >= 2 && tasks[ends[i]] - tasks[i] >= kTaskShare * all) {
      zones->operative = i;
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
    if (!blocks[i].row) continue;
    const std::vector<Column> columns = ColumnsOf(blocks[i]);
    for (const Column column : columns) {
      if (column != Column::kDeadline && column != Column::kResponsible) continue;
      zones->operative = i;
      return true;
    }
  }
  return false;
}

bool FindFormula(const std::vector<Block>& blocks, size_t from, bool strong, Zones* zones) {
  for (size_t i = from; i < blocks.size(); ++i) {
    if (blocks[i].label || blocks[i].row || blocks[i].attribute != AttributeKind::kNone) continue;
    const auto opener = FindOpener(blocks[i].body.text, blocks[i].body.low);
    if (!opener || opener->strong != strong) continue;
    const bool inside = opener->rest < blocks[i].body.text.size();
    if (!inside && i + 1 >= blocks.size()) continue;
    if (!inside && !strong && !blocks[i + 1].label) continue;
    zones->opener = i;
    zones->operative = i;
    zones->formula = true;
    return true;
  }
  return false;
}

}  // namespace

bool IsSignature(const Block& block) {
  const std::string& low = block.body.low;
  if (block.label || block.body.text.size() > kMaxSignature) return false;
  if (low.ends_with(':') || low.ends_with(';')) return false;
  std::string_view word = FirstWord(low);
  const bool acting = StartsWithAny(low, {"и.о.", "и. о.", "врио "});
  if (acting || IsPostNominative(word)) {
    return StartsUpper(block.body.text) && (HoldsPerson(block.body.text) || !low.ends_with('.'));
  }
  return block.body.text.size() < 80 && HoldsPerson(block.body.text) && low.find(' ') < 12;
}

bool IsTask(const Block& block) {
  const std::string_view low = block.body.low;
  const std::string_view head = low.substr(0, std::min<size_t>(low.size(), 700));
  std::vector<Token> tokens;
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

Zones FindZones(const std::vector<Block>& blocks) {
  Zones zones;
  zones.end = blocks.size();
  size_t salutation = Zones::kNone;
  size_t start = 0;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (salutation == Zones::kNone && !block.label && block.body.low.starts_with("уважаем")) {
      salutation = i;
    }
    if (!block.body.empty() && IsTitle(block)) {
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
  if (!FindFormula(blocks, start, true, &zones) && !FindFormula(blocks, start, false, &zones) &&
      !FindList(blocks, start, &zones) && !FindTable(blocks, start, &zones) &&
      !FindPlain(blocks, start, &zones)) {
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
