#include "services/decisions/reader/intake/pdf_boxes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr double kSameLine = 0.5;         // of a word's height that must lie within the line's
constexpr double kMiddle[] = {0.3, 0.7};  // of the text's width, where a gutter may stand
constexpr double kLeastGutter = 9;        // points
constexpr size_t kLeastParted = 5;        // lines that have words on both sides
constexpr double kMostCrossing = 0.2;     // of the lines may cross the gutter: headings
constexpr double kPartedShare = 0.6;      // of a side's lines, that make it two columns of a table
constexpr double kFilled = 0.55;          // of a column's width that its lines fill by rule
constexpr double kSmaller = 0.9;          // of the page's size, at most, are footnotes
constexpr double kWidestPage = 5000;      // points; a larger page is not looked at
constexpr size_t kMostLines = 2000;       // likewise
constexpr size_t kMarkDigits = 3;
constexpr double kGlued = 0.15;    // of a mark's size between it and its word
constexpr size_t kBelowNotes = 2;  // lines that may stand below the notes

PdfWord WordOf(const poppler::text_box& box) {
  PdfWord word;
  const poppler::byte_array bytes = box.text().to_utf8();
  word.text.assign(bytes.begin(), bytes.end());
  const poppler::rectf place = box.bbox();
  word.left = place.left();
  word.right = place.right();
  word.top = std::min(place.top(), place.bottom());
  word.bottom = std::max(place.top(), place.bottom());
  word.size = box.has_font_info() ? box.get_font_size() : word.bottom - word.top;
  return word;
}

bool OnLine(const PdfWord& word, const PdfLine& line) {
  const double shared = std::min(word.bottom, line.bottom) - std::max(word.top, line.top);
  return shared >= kSameLine * std::min(word.bottom - word.top, line.bottom - line.top);
}

bool IsMark(std::string_view text) {
  if (text.starts_with("*")) return true;
  size_t digits = 0;
  while (digits < text.size() && IsDigit(text[digits])) ++digits;
  return digits > 0 && digits <= kMarkDigits && (digits == text.size() || text[digits] == ')');
}

// The size of most of the page's characters.
double UsualSize(const std::vector<PdfLine>& lines) {
  std::map<int, size_t> sizes;  // by tenths of a point
  for (const PdfLine& line : lines) {
    for (const PdfWord& word : line.words) {
      sizes[static_cast<int>(std::lround(word.size * 10))] += word.text.size();
    }
  }
  const auto most = std::max_element(
      sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == sizes.end() ? 0 : most->first / 10.0;
}

double LargestSize(const PdfLine& line) {
  double size = 0;
  for (const PdfWord& word : line.words) size = std::max(size, word.size);
  return size;
}

// How a line stands to a strip across the page.
enum class Side { kLeft, kRight, kBoth, kCrosses };

Side SideOf(const PdfLine& line, double from, double to) {
  bool left = false;
  bool right = false;
  for (const PdfWord& word : line.words) {
    if (word.right > from && word.left < to) return Side::kCrosses;
    (word.right <= from ? left : right) = true;
  }
  return left && right ? Side::kBoth : left ? Side::kLeft : Side::kRight;
}

// The share of [from, to] that the line's words take.
double Fill(const PdfLine& line, double from, double to) {
  double taken = 0;
  for (const PdfWord& word : line.words) {
    taken += std::max(0.0, std::min(word.right, to) - std::max(word.left, from));
  }
  return taken / (to - from);
}

double Median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::nth_element(values.begin(), values.begin() + static_cast<ptrdiff_t>(values.size() / 2),
                   values.end());
  return values[values.size() / 2];
}

struct Strip {
  double from = 0;
  double to = 0;

  double width() const { return to - from; }
};

// The widest strip in the middle of [left, right] that few lines cross, by places of one point.
Strip WidestStrip(const std::vector<PdfLine>& lines, double left, double right) {
  if (!(right - left < kWidestPage) || lines.size() > kMostLines) return {};
  const auto width = static_cast<size_t>(right - left) + 1;
  std::vector<size_t> crossed(width, 0);
  for (const PdfLine& line : lines) {
    size_t done = 0;
    for (const PdfWord& word : line.words) {
      if (word.left < left || word.right > right) continue;
      const auto from = std::max(done, static_cast<size_t>(word.left - left));
      const auto to = std::min(width, static_cast<size_t>(word.right - left) + 1);
      for (size_t at = from; at < to; ++at) ++crossed[at];
      done = std::max(done, to);
    }
  }
  const auto most = static_cast<size_t>(kMostCrossing * static_cast<double>(lines.size()));
  Strip best;
  size_t begin = width;
  for (size_t at = 0; at <= width; ++at) {
    const bool clear = at < width && crossed[at] <= most;
    if (clear && begin == width) begin = at;
    if (clear || begin == width) continue;
    const double middle = static_cast<double>(begin + at) / 2 / static_cast<double>(width);
    if (middle > kMiddle[0] && middle < kMiddle[1] &&
        static_cast<double>(at - begin) > best.width()) {
      best = {left + static_cast<double>(begin), left + static_cast<double>(at)};
    }
    begin = width;
  }
  return best;
}

// The words between two places are set in columns of their own: a table's.
bool IsParted(const std::vector<PdfLine>& lines, double left, double right) {
  const Strip strip = WidestStrip(lines, left, right);
  if (strip.width() < kLeastGutter) return false;
  size_t all = 0;
  size_t both = 0;
  for (const PdfLine& line : lines) {
    bool before = false;
    bool behind = false;
    for (const PdfWord& word : line.words) {
      before = before || (word.left >= left && word.right <= strip.from + 1);
      behind = behind || (word.left >= strip.to - 1 && word.right <= right);
    }
    all += before || behind;
    both += before && behind;
  }
  return static_cast<double>(both) >= kPartedShare * static_cast<double>(all);
}

}  // namespace

std::vector<PdfLine> PdfLinesOf(const poppler::page& page) {
  std::vector<PdfWord> words;
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    if (box.rotation() == 0) words.push_back(WordOf(box));
  }
  std::stable_sort(words.begin(), words.end(), [](const PdfWord& a, const PdfWord& b) {
    return a.top + a.bottom < b.top + b.bottom;
  });
  std::vector<PdfLine> lines;
  for (PdfWord& word : words) {
    if (lines.empty() || !OnLine(word, lines.back())) {
      lines.push_back({{}, word.top, word.bottom});
    }
    PdfLine& line = lines.back();
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
    line.words.push_back(std::move(word));
  }
  for (PdfLine& line : lines) {
    std::stable_sort(line.words.begin(), line.words.end(),
                     [](const PdfWord& a, const PdfWord& b) { return a.left < b.left; });
  }
  return lines;
}

std::optional<double> GutterOf(const std::vector<PdfLine>& lines) {
  double left = std::numeric_limits<double>::max();
  double right = 0;
  for (const PdfLine& line : lines) {
    left = std::min(left, line.words.front().left);
    for (const PdfWord& word : line.words) right = std::max(right, word.right);
  }
  if (right <= left) return std::nullopt;
  const Strip strip = WidestStrip(lines, left, right);
  if (strip.width() < kLeastGutter) return std::nullopt;
  const auto [from, to] = strip;
  if (IsParted(lines, left, from) || IsParted(lines, to, right)) return std::nullopt;
  std::vector<double> filled[2];
  size_t both = 0;
  for (const PdfLine& line : lines) {
    const Side side = SideOf(line, from, to);
    if (side == Side::kCrosses) continue;
    both += side == Side::kBoth;
    if (side != Side::kRight) filled[0].push_back(Fill(line, left, from));
    if (side != Side::kLeft) filled[1].push_back(Fill(line, to, right));
  }
  if (both < kLeastParted || Median(filled[0]) < kFilled || Median(filled[1]) < kFilled) {
    return std::nullopt;
  }
  return (from + to) / 2;
}

std::pair<size_t, size_t> FootnoteLines(const std::vector<PdfLine>& lines) {
  const double most = kSmaller * UsualSize(lines);
  size_t last = lines.size();
  while (last > 0 && lines.size() - last < kBelowNotes && LargestSize(lines[last - 1]) > most)
    --last;
  size_t first = last;
  while (first > 0 && LargestSize(lines[first - 1]) <= most) --first;
  if (first == 0) return {last, last};
  while (first < last && !IsMark(lines[first].words.front().text)) ++first;
  return {first, last};
}

std::string TextBetween(const PdfLine& line, double left, double right) {
  std::string text;
  const PdfWord* before = nullptr;
  for (const PdfWord& word : line.words) {
    if (word.left < left || word.left >= right) continue;
    // A note's mark in smaller type stands at its word.
    const bool glued = before != nullptr && word.size < kSmaller * before->size &&
                       word.left - before->right < word.size * kGlued;
    if (!text.empty() && !glued) text.push_back(' ');
    before = &word;
    text += word.text;
  }
  return text;
}

}  // namespace rezon::reader
