#include "services/decisions/reader/structure/loose_labels.h"

#include <cstddef>

#include "services/decisions/reader/lexicon/match.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr int kMostLoose = 199;
constexpr size_t kLooseLetter = 2;  // bytes of a Russian letter

struct LabelWord {
  std::string_view word;
  uint8_t manner;
};
constexpr LabelWord kLabelWords[] = {{"пункт", 1},     {"подпункт", 1},    {"п.п.", 1},
                                     {"пп.", 1},       {"п.", 1},          {"статья", 2},
                                     {"ст.", 2},       {"раздел", 3},      {"рекомендация", 4},
                                     {"решение", 5},   {"предложение", 6}, {"задача", 7},
                                     {"поручение", 8}, {"направление", 9}, {"мероприятие", 10}};
constexpr Gate kLabelWordGate = [] {
  Gate gate;
  for (const LabelWord& one : kLabelWords) gate.AddStem(one.word);
  return gate;
}();
constexpr uint8_t kBySign = 16;
constexpr uint8_t kByDash = 17;
constexpr uint8_t kByMark = 18;     // «1/», «1:», «1,»
constexpr uint8_t kByBracket = 19;  // «[1]»
constexpr uint8_t kByCapital = 20;  // «А. …»
constexpr uint8_t kBySmall = 21;    // «г. …» behind «в. …»

size_t BehindBlanks(std::string_view line, size_t at) {
  while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
  return at;
}

// The number at `at` into `label`; the offset behind it, `at` when there is none.
size_t TakeNumber(std::string_view line, size_t at, Label* label) {
  size_t end = at;
  while (label->depth < Label::kMaxDepth) {
    size_t digits = at;
    int value = 0;
    while (digits < line.size() && digits < at + 4 && IsDigit(line[digits])) {
      value = value * 10 + (line[digits++] - '0');
    }
    if (digits == at || value == 0 || value > kMostLoose) break;
    label->parts[label->depth++] = static_cast<uint16_t>(value);
    end = digits;
    if (digits + 1 >= line.size() || line[digits] != '.' || !IsDigit(line[digits + 1])) break;
    at = digits + 1;
  }
  return end;
}

LooseLabel Made(std::string_view line, Label label, uint8_t manner, std::string_view mark,
                size_t printed) {
  label.kind = label.kind == LabelKind::kNone ? LabelKind::kNumber : label.kind;
  label.mark = mark;
  label.printed = line.substr(0, printed);
  label.size = static_cast<uint32_t>(BehindBlanks(line, printed));
  return {label, manner};
}

bool CapitalAt(std::string_view line, size_t at) {
  size_t size;
  const uint32_t code = CharAt(line, at, &size);
  return IsUpperChar(code) || code == 0xAB;
}

// «… решения от 1 марта», «… изложить в новой редакции»: the point is spoken of, none begins.
bool IsSpokenOf(std::string_view low) {
  return StartsWithAny(
      low, {"решени",      "резолюци",  "постановлени", "приказ",    "протокол",   "положени",
            "распоряжени", "настоящ",   "закон",        "федеральн", "порядк",     "договор",
            "плана",       "программы", "изложить",     "исключить", "признать",   "дополнить",
            "отменить",    "снять",     "считать",      "и ",        "в редакции", "слова"});
}

// «Пункт 1.», «п. 1.1.», «Рекомендация № 2:».
LooseLabel WordAt(std::string_view line, std::string_view low) {
  if (!kLabelWordGate.Passes(Head::Of(low))) return {};
  for (const auto& [word, manner] : kLabelWords) {
    if (!SameHead(low, word) || !low.starts_with(word)) continue;
    size_t at = BehindBlanks(line, word.size());
    if (word.back() != '.' && at == word.size()) continue;
    if (line.substr(at).starts_with("№")) at = BehindBlanks(line, at + 3);
    Label label;
    const size_t end = TakeNumber(line, at, &label);
    if (label.depth == 0) continue;
    size_t printed = end;
    bool closed = printed < line.size() && (line[printed] == '.' || line[printed] == ':');
    label.paren = printed < line.size() && line[printed] == ')';
    closed = closed || label.paren;
    if (closed) ++printed;
    size_t next = BehindBlanks(line, printed);
    size_t size;
    if (!closed && next > printed && IsDashChar(CharAt(line, next, &size))) {
      printed = next + size;
      next = BehindBlanks(line, printed);
      closed = true;
    }
    if (next < line.size() && next == printed && !CapitalAt(line, next)) continue;
    if (!CapitalAt(line, next) && next < line.size() && (!closed || IsSpokenOf(low.substr(next)))) {
      continue;
    }
    return Made(line, label, manner, line.substr(0, end), printed);
  }
  return {};
}

// «№ 1 …», «[1] …», «1 – …», «1/ …», «1: …», «1, …».
LooseLabel SignAt(std::string_view line) {
  Label label;
  size_t size;
  if (line.starts_with("№")) {
    const size_t at = BehindBlanks(line, 3);
    const size_t end = TakeNumber(line, at, &label);
    if (label.depth == 0 || end >= line.size()) return {};
    const bool closed = line[end] == '.' || line[end] == ')' || line[end] == ':';
    const size_t printed = end + closed;
    const size_t next = BehindBlanks(line, printed);
    if (next == printed || (!CapitalAt(line, next) && !closed)) return {};
    return Made(line, label, kBySign, line.substr(0, end), printed);
  }
  const bool bracket = line[0] == '[';
  const size_t end = TakeNumber(line, bracket ? 1 : 0, &label);
  if (label.depth != 1 || end + 2 >= line.size()) return {};
  if (bracket) {
    const size_t next = BehindBlanks(line, end + 1);
    if (line[end] != ']' || !IsLetterChar(CharAt(line, next, &size))) return {};
    return Made(line, label, kByBracket, line.substr(0, end + 1), end + 1);
  }
  if (line[end] == '/' || line[end] == ':' || line[end] == ',') {
    const size_t next = BehindBlanks(line, end + 1);
    if (next == end + 1 || !CapitalAt(line, next)) return {};
    return Made(line, label, kByMark, line.substr(0, end + (line[end] == '/')), end + 1);
  }
  const size_t dash = BehindBlanks(line, end);
  if (!IsDashChar(CharAt(line, dash, &size))) return {};
  const size_t next = BehindBlanks(line, dash + size);
  const bool apart = next > dash + size;
  if (!CapitalAt(line, next) && !(apart && IsLetterChar(CharAt(line, next, &size)))) return {};
  CharAt(line, dash, &size);
  const size_t printed = dash + size;
  return Made(line, label, kByDash, line.substr(0, dash == end ? printed : end), printed);
}

// «А. Управлению …», «г. Методистам …», but not «А. С. Пушкин» or «А.С. Пушкин».
LooseLabel LetterBefore(std::string_view line, std::string_view low) {
  constexpr std::string_view kOrder = "абвгдежзиклмнопрстуфхцчшщэюя";
  if (line.size() < 8 || line[kLooseLetter] != '.' || line[kLooseLetter + 1] != ' ') return {};
  const size_t place = kOrder.find(low.substr(0, kLooseLetter));
  const size_t next = BehindBlanks(line, kLooseLetter + 1);
  if (place == std::string_view::npos || next + kLooseLetter >= line.size()) return {};
  size_t size;
  if (!IsLetterChar(CharAt(line, next, &size)) || line[next + size] == '.') return {};
  Label label;
  label.kind = LabelKind::kLetter;
  label.depth = 1;
  label.parts[0] = static_cast<uint16_t>(place / kLooseLetter + 1);
  return Made(line, label, StartsUpper(line) ? kByCapital : kBySmall, line.substr(0, kLooseLetter),
              kLooseLetter + 1);
}

}  // namespace

bool MayHoldLooseLabel(std::string_view line, std::string_view low) {
  if (line.size() < 4) return false;
  const unsigned char first = static_cast<unsigned char>(line[0]);
  if (first != 0xD0 && first != 0xD1) return first == 0xE2 || first == '[' || IsDigit(line[0]);
  return line[kLooseLetter] == '.' || kLabelWordGate.Passes(Head::Of(low));
}

LooseLabel FindLooseLabel(std::string_view line, std::string_view low) {
  if (!MayHoldLooseLabel(line, low)) return {};
  const unsigned char first = static_cast<unsigned char>(line[0]);
  if (first == 0xE2 || first == '[' || IsDigit(line[0])) return SignAt(line);
  if (line[kLooseLetter] == '.') {
    LooseLabel letter = LetterBefore(line, low);
    if (letter.manner != 0) return letter;
  }
  return WordAt(line, low);
}

void LooseManners::See(const LooseLabel& found) {
  if (found.manner == 0) return;
  Label& last = last_[found.manner];
  const int value = found.label.value();
  const bool goes_on =
      last && (value == last.value() + 1 || (found.label.depth > last.depth && value == 1));
  if (!last && value != 1) return;
  if (goes_on && follows_[found.manner] < UINT8_MAX) {
    ++follows_[found.manner];
    any_ = true;
  }
  last = found.label;
}

}  // namespace rezon::reader
