#include "services/decisions/reader/text/paragraph.h"

#include <algorithm>
#include <string>

#include "services/decisions/reader/text/scan.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kMinCompoundChars = 5;

// «научно-» at a line's end is the first half of a compound, «обес-» a hyphenated word.
bool IsCompoundFirst(std::string_view first_low, std::string_view second_low) {
  size_t letters = 0;
  while (letters < second_low.size()) {
    size_t size;
    if (!IsLetterChar(CharAt(second_low, letters, &size))) break;
    letters += size;
  }
  if (CountChars(second_low.substr(0, letters)) < kMinCompoundChars) return false;
  constexpr std::string_view kVowels = "аеиоуыэюя";
  if (first_low.size() < 8 || !first_low.ends_with("но")) return false;
  const size_t before = first_low.size() - 6;
  return kVowels.find(first_low.substr(before, 2)) == std::string_view::npos;
}

// True when the hyphen that ends `text` breaks a word which goes on in `next`.
bool EndsHyphenated(std::string_view text, std::string_view next) {
  if (text.size() < 3 || text.back() != '-' || !StartsLower(next)) return false;
  size_t size;
  return IsLetterChar(CharAt(text, PreviousChar(text, text.size() - 1), &size));
}

std::string_view LastWord(std::string_view text) {
  size_t at = text.size();
  while (at > 0) {
    const size_t previous = PreviousChar(text, at);
    size_t size;
    if (!IsLetterChar(CharAt(text, previous, &size))) break;
    at = previous;
  }
  return text.substr(at);
}

}  // namespace

void Paragraph::AddLine(std::string_view canonical, std::string_view folded, uint32_t begin,
                        uint32_t end, ParagraphPool* pool, bool spaced) {
  const std::string_view line = canonical.substr(begin, end - begin);
  std::string_view between;
  if (!text.empty()) {
    if (EndsHyphenated(text, line)) {
      const std::string first = Fold(LastWord(text.substr(0, text.size() - 1)));
      if (!IsCompoundFirst(first, folded.substr(begin, std::min<size_t>(end - begin, 40)))) {
        text = pool->text.DropLast(text);
        low = pool->low.DropLast(low);
      }
    } else {
      between = " ";
    }
  }
  AddWords(canonical, folded, begin, end, pool, spaced, between);
}

void Paragraph::AddWords(std::string_view canonical, std::string_view folded, uint32_t begin,
                         uint32_t end, ParagraphPool* pool, bool spaced, std::string_view between) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
  const std::string_view until = canonical.substr(0, end);
  size_t at = begin;
  while (at < end) {
    size_t run = spaced ? FindOddBlank(until, at) : end;
    map.emplace_back(text.size() + between.size(), at);
    if (text.empty() && between.empty()) {
      text = canonical.substr(at, run - at);
      low = folded.substr(at, run - at);
    } else {
      Append(canonical.substr(at, run - at), folded.substr(at, run - at), pool, between);
    }
    while (run < end && blank(canonical[run])) ++run;
    between = run < end ? " " : "";
    at = run;
  }
  if (!between.empty()) Append({}, {}, pool, between);
}

void Paragraph::Append(std::string_view more, std::string_view more_low, ParagraphPool* pool,
                       std::string_view between) {
  text = pool->text.Append(text, more, between);
  low = pool->low.Append(low, more_low, between);
}

void Paragraph::Append(char separator, const Paragraph& more, ParagraphPool* pool) {
  Append({&separator, 1}, {&separator, 1}, pool);
  for (const auto& [at, canonical] : more.map) map.emplace_back(at + text.size(), canonical);
  Append(more.text, more.low, pool);
}

Span Paragraph::SpanOf(size_t begin, size_t end) const {
  const auto place = [this](size_t offset) -> uint32_t {
    auto after = std::upper_bound(map.begin(), map.end(), offset,
                                  [](size_t value, const auto& e) { return value < e.first; });
    if (after == map.begin()) return 0;
    --after;
    return static_cast<uint32_t>(after->second + (offset - after->first));
  };
  if (begin >= end || map.empty()) return {};
  return {place(begin), place(end - 1) + 1};
}

}  // namespace rezon::reader
