#include "services/decisions/reader/structure/attributes.h"

#include <algorithm>

#include "services/decisions/reader/lexicon/grammar.h"
#include "services/decisions/reader/text/scan.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMaxCaption = 110;  // bytes from the caption's start to its colon

size_t WordEndAt(std::string_view low, size_t at) {
  while (at < low.size() && (static_cast<unsigned char>(low[at]) >= 0x80 || low[at] == '-')) ++at;
  return at;
}

// Offset behind «:» or a dash that closes a caption of ordinary words; 0 when there is none.
size_t CaptionEnd(std::string_view low, size_t at) {
  const size_t limit = std::min(low.size(), kMaxCaption);
  int words = 0;
  while (at < limit) {
    if (low[at] == ' ' || low[at] == '\t') {
      ++at;
      continue;
    }
    if (low[at] == ':') return at + 1;
    if (low[at] == '(' && low.substr(at, 4) == "(и)") {
      at += 4;
      continue;
    }
    size_t size;
    const uint32_t code = CharAt(low, at, &size);
    if (IsDashChar(code)) return low.substr(at - 1, 1) == " " ? at + size : 0;
    if (!IsLowerChar(code) || ++words > 4) return 0;
    const size_t end = WordEndAt(low, at);
    if (IsInfinitive(low.substr(at, end - at))) return 0;  // «Контроль … возложить на:»
    at = end;
  }
  return 0;
}

bool IsResponsibleWord(std::string_view word) {
  return IsAnyOf(word, {"ответственный", "ответственные", "ответственная", "ответственность",
                        "исполнитель", "исполнители", "соисполнители", "ответственное",
                        "исполнение", "соисполнитель", "исполняет", "исполняют", "кому"});
}

// «Отв.», «Отв. исполнитель:», «Исп.:» behind which `at` stands: where the names begin, 0 when the
// caption is none.
size_t BehindShortCaption(std::string_view low, std::string_view word, size_t at) {
  if (word == "исп") {
    const size_t behind = CaptionEnd(low, at + 1);
    return low[at] == '.' && behind > 0 && low.substr(at + 1, behind - at - 1).size() < 4 ? behind
                                                                                          : 0;
  }
  size_t value = at + 1;
  const std::string_view rest = Trim(low.substr(value));
  const std::string_view caption = rest.substr(0, WordEndAt(rest, 0));
  if (IsResponsibleWord(caption) || IsAnyOf(caption, {"лицо", "лица"}) || rest.starts_with("за ")) {
    const size_t behind = CaptionEnd(low, value);
    if (behind > 0) return behind;
  }
  while (value < low.size() && (low[value] == ' ' || low[value] == ':')) ++value;
  size_t size;
  if (IsDashChar(CharAt(low, value, &size))) value += size;
  return value;
}

// «срок до …», «срок исполнения не позднее …»: where the term begins, 0 when none follows.
size_t BehindTermWord(std::string_view low, size_t at) {
  if (StartsWithAny(low.substr(at), {" действия", " полномочий", " хранения", " обучения"}))
    return 0;
  const size_t behind = CaptionEnd(low, at);
  if (behind > 0) return behind;
  const auto term_at = [low](size_t from) {
    const std::string_view rest = Trim(low.substr(from));
    return StartsWithAny(rest, {"до ", "не позднее", "постоянно", "в течение"}) ||
           (!rest.empty() && IsDigit(rest[0]));
  };
  if (term_at(at)) return at;
  if (at >= low.size() || low[at] != ' ') return 0;
  const size_t second = WordEndAt(low, at + 1);
  const std::string_view of = low.substr(at + 1, second - at - 1);
  const bool named = IsAnyOf(
      of, {"исполнения", "выполнения", "реализации", "представления", "проведения", "сдачи"});
  return named && term_at(second) ? second : 0;
}

}  // namespace

Attribute AttributeAt(std::string_view low) {
  Attribute result;
  // What the words below start with.
  static constexpr std::string_view kStems[] = {
      "ответственн", "исполн", "соисполнител", "кому", "контрол", "куратор", "отв",       "исп",
      "срок",        "период", "дата",         "пред", "доклад",  "отчет",   "информация"};
  static constexpr Gate kGate = Gate::OfStems(kStems);
  if (low.size() < 8 || !kGate.Passes(Head::Of(low))) return result;
  const size_t end = WordEndAt(low, 0);
  const std::string_view word = low.substr(0, end);
  if (IsResponsibleWord(word) && !low.substr(end).starts_with(" за выпуск")) {
    result.value = CaptionEnd(low, end);
    if (result.value > 0) result.kind = AttributeKind::kResponsible;
  } else if (IsAnyOf(word, {"контроль", "контролер", "куратор", "контролирует", "контролируют"})) {
    result.value = CaptionEnd(low, end);
    if (result.value > 0) result.kind = AttributeKind::kController;
  } else if (IsAnyOf(word, {"отв", "исп"}) && end < low.size() &&
             (low[end] == '.' || low[end] == ':')) {
    result.value = BehindShortCaption(low, word, end);
    if (result.value > 0) result.kind = AttributeKind::kResponsible;
  } else if (IsAnyOf(word, {"срок", "сроки"})) {
    result.value = BehindTermWord(low, end);
    if (result.value > 0) result.kind = AttributeKind::kDeadline;
  } else if (IsAnyOf(word, {"период", "дата"}) || (IsAnyOf(word, {"контрольный", "предельный"}) &&
                                                   low.substr(end).starts_with(" срок"))) {
    result.value = CaptionEnd(low, end);
    if (result.value > 0) result.kind = AttributeKind::kDeadline;
  } else if (IsAnyOf(word, {"доклад", "отчет", "информация"})) {
    result.value = CaptionEnd(low, end);
    const std::string_view term = Trim(low.substr(result.value));
    if (result.value > 0 && (StartsWithAny(term, {"до ", "не позднее", "еже"}) ||
                             (!term.empty() && IsDigit(term[0])))) {
      result.kind = AttributeKind::kDeadline;
    }
  } else if (word == "исполнить" && StartsWithAny(low.substr(end), {" до ", " в срок "})) {
    result.kind = AttributeKind::kDeadline;
    result.value = end;
  }
  while (result.value < low.size() && low[result.value] == ' ') ++result.value;
  return result;
}

namespace {

// A caption behind a mark that ends a clause.
size_t FindMarkedCaption(std::string_view low, size_t from, bool commas) {
  for (size_t at = from; at + 8 < low.size();) {
    const size_t plain = FindByte(low, at, '.', ';', ')');
    const size_t dot = commas ? std::min(plain, low.substr(0, plain).find(',', at)) : plain;
    if (dot >= low.size()) break;
    size_t next = dot + 1;
    while (next < low.size() && low[next] == ' ') ++next;
    if (next > dot + 1 && AttributeAt(low.substr(next)).kind != AttributeKind::kNone) return next;
    at = dot + 1;
  }
  return std::string_view::npos;
}

// Inside a line of captions a blank parts them as well: «Отв.: школы  Срок: до 1 мая».
size_t FindSpacedCaption(std::string_view low, size_t from) {
  for (size_t at = low.find(' ', from); at < low.size(); at = low.find(' ', at + 1)) {
    const std::string_view rest = low.substr(at + 1);
    if (!StartsWithAny(rest, {"срок", "отв", "исполнител"})) continue;
    const Attribute found = AttributeAt(rest);
    if (found.kind != AttributeKind::kNone && rest.substr(0, found.value).find(':') < found.value) {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

}  // namespace

size_t FindInlineAttribute(std::string_view low, size_t from, bool commas) {
  const size_t marked = FindMarkedCaption(low, from, commas);
  return commas ? std::min(marked, FindSpacedCaption(low, from)) : marked;
}

}  // namespace rezon::reader
