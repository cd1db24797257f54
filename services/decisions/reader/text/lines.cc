#include "services/decisions/reader/text/lines.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "services/decisions/reader/text/scan.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kWidest = 140;      // a wider line was never wrapped by hand
constexpr double kLongShare = 0.3;   // more text than this in wide lines: not wrapped
constexpr double kSoftShare = 0.15;  // of the line ends inside a text that was wrapped
constexpr size_t kFewSoft = 3;
constexpr double kFullLineRank = 0.93;  // the line width that this share of lines keeps below

uint16_t Clip(size_t value) { return static_cast<uint16_t>(std::min<size_t>(value, UINT16_MAX)); }

// Lines that break a sentence: no mark at the end, a small letter at the next one's start.
bool BreaksSentences(std::string_view text, const std::vector<Line>& lines) {
  size_t ends = 0;
  size_t soft = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].blanks > 0) continue;
    ++ends;
    const char last = text[lines[i].end - 1];
    if (last == '.' || last == ';' || last == ':') continue;
    soft += StartsLower(text.substr(lines[i + 1].begin, 2));
  }
  return soft >= kFewSoft && soft >= kSoftShare * ends;
}

uint16_t FindWrap(std::string_view text, const std::vector<Line>& lines) {
  std::array<uint32_t, kWidest + 1> by_width{};
  size_t all = 0;
  size_t wide = 0;
  size_t narrow_lines = 0;
  for (const Line& line : lines) {
    all += line.width;
    if (line.width > kWidest) {
      wide += line.width;
    } else {
      ++by_width[line.width];
      ++narrow_lines;
    }
  }
  if (all == 0 || wide > kLongShare * all || !BreaksSentences(text, lines)) return 0;
  size_t seen = 0;
  for (size_t width = 0; width <= kWidest; ++width) {
    seen += by_width[width];
    if (seen >= kFullLineRank * narrow_lines) return Clip(width);
  }
  return 0;
}

// «Проект решения      страница 1 из 2»: what stands on every page, by its number at the end.
bool NumbersPage(std::string_view line) {
  constexpr size_t kLongest = 240;  // bytes
  if (line.empty() || line.size() > kLongest || !IsDigit(line.back())) return false;
  const auto before = [&line](std::string_view what) {
    line = Trim(line);
    if (!line.ends_with(what)) return false;
    line.remove_suffix(what.size());
    return true;
  };
  const auto number = [&line] {
    while (!line.empty() && IsDigit(line.back())) line.remove_suffix(1);
  };
  number();
  const bool of = before("из");
  if (of) {
    line = Trim(line);
    number();
  }
  if (!before("страница") && !before("Страница") &&
      !(of && (before("стр.") || before("Стр.") || before("лист") || before("Лист")))) {
    return false;
  }
  return of || Trim(line).empty();
}

// A sentence stops in the middle at the end of `text`.
bool IsUnfinished(std::string_view text) {
  return !text.empty() && !text.ends_with('.') && !text.ends_with(';') && !text.ends_with(':');
}

}  // namespace

Layout SplitLines(std::string_view text, bool paragraphs, size_t max_lines) {
  Layout layout;
  size_t at = 0;
  uint16_t blanks = 0;
  bool torn = false;  // a page ended in the middle of a sentence
  while (at < text.size() && layout.lines.size() <= max_lines) {
    const void* found = std::memchr(text.data() + at, '\n', text.size() - at);
    const size_t end = found ? static_cast<const char*>(found) - text.data() : text.size();
    size_t begin = at;
    size_t indent = 0;
    while (begin < end && (text[begin] == ' ' || text[begin] == '\t')) {
      indent += text[begin] == '\t' ? 8 : 1;
      ++begin;
    }
    size_t last = end;
    while (last > begin && (text[last - 1] == ' ' || text[last - 1] == '\t')) --last;
    if (last > begin && NumbersPage(text.substr(begin, last - begin))) {
      torn = !layout.lines.empty() &&
             IsUnfinished(text.substr(layout.lines.back().begin,
                                      layout.lines.back().end - layout.lines.back().begin));
    } else if (last > begin) {
      Line line;
      line.begin = static_cast<uint32_t>(begin);
      line.end = static_cast<uint32_t>(last);
      line.indent = Clip(indent);
      const LineMarks marks = MarksOf(text, begin, last);
      line.width = Clip(marks.starts);
      line.blanks = torn ? 0 : blanks;
      line.spaced = marks.spaced;
      line.quoted = marks.quoted;
      line.bracketed = marks.bracketed;
      torn = false;
      layout.lines.push_back(line);
      blanks = 0;
    } else if (blanks < UINT16_MAX) {
      ++blanks;
    }
    at = end + 1;
  }
  layout.paragraphs = paragraphs;
  if (!paragraphs) layout.wrap = FindWrap(text, layout.lines);
  return layout;
}

}  // namespace rezon::reader
