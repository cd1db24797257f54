#include "services/decisions/reader/intake/pdf_page.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "services/decisions/reader/intake/pdf_boxes.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kLargestPage = 256u << 10;  // bytes of text; a larger one is read as it stands
constexpr size_t kColumnText = 24;           // bytes on either side of a gap between columns
constexpr double kParagraphGap = 0.9;        // of a line's height between two lines: a blank line

constexpr double kLeastBetweenColumns = 8;  // points
constexpr double kFar = std::numeric_limits<double>::max();

using Lines = std::vector<std::string>;

std::string TextOf(const poppler::page& page, const poppler::rectf& part,
                   poppler::page::text_layout_enum layout) {
  const poppler::byte_array text = page.text(part, layout).to_utf8();
  return std::string(text.begin(), text.end());
}

Lines SplitAtEnds(const std::string& text) {
  Lines lines;
  size_t at = 0;
  while (at <= text.size()) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    if (!line.empty() && line.back() == '\f') line.pop_back();
    lines.push_back(std::move(line));
    at = end + 1;
  }
  while (!lines.empty() && Trim(lines.back()).empty()) lines.pop_back();
  return lines;
}

// Text in two columns: many lines of the page's picture have a wide gap inside.
bool MayBeColumns(const Lines& page) {
  size_t lines = 0;
  size_t gaps = 0;
  for (const std::string& line : page) {
    const std::string_view text = Trim(line);
    if (text.size() < kColumnText) continue;
    ++lines;
    const size_t gap = text.find("  ", kColumnText);
    gaps += gap != std::string_view::npos && gap + kColumnText < text.size();
  }
  return lines >= 6 && gaps * 3 > lines;
}

// A line at the page's lower half begins like a footnote.
bool MayHaveFootnotes(const Lines& page) {
  for (size_t i = page.size() / 2; i < page.size(); ++i) {
    const std::string_view text = Trim(page[i]);
    if (!text.empty() && (text[0] == '*' || IsDigit(text[0]))) return true;
  }
  return false;
}

void AddLine(const PdfLine& line, std::string text, double* above, Lines* out) {
  if (text.empty()) return;
  if (*above > 0 && line.top - *above > kParagraphGap * (line.bottom - line.top))
    out->push_back("");
  *above = line.bottom;
  out->push_back(std::move(text));
}

// The line goes across the columns: a word stands on the gutter, or no more than a blank does.
bool Crosses(const PdfLine& line, double gutter) {
  double left = -kFar;
  double right = kFar;
  for (const PdfWord& word : line.words) {
    if (word.left < gutter && word.right > gutter) return true;
    if (word.right <= gutter) left = std::max(left, word.right);
    if (word.left >= gutter) right = std::min(right, word.left);
  }
  return left > -kFar && right < kFar && right - left < kLeastBetweenColumns;
}

// A line of the page's own at its top or foot, set off from the text.
bool IsMargin(const std::vector<PdfLine>& lines, size_t i) {
  const double height = lines[i].bottom - lines[i].top;
  if (i == 0) return lines.size() > 1 && lines[1].top - lines[0].bottom > height;
  return i + 1 == lines.size() && lines[i].top - lines[i - 1].bottom > height;
}

// The left column and then the right one, between headings that go across both.
Lines ReadColumns(const std::vector<PdfLine>& lines, double gutter) {
  Lines out;
  double above = 0;
  const auto across = [&](size_t i) { return Crosses(lines[i], gutter) || IsMargin(lines, i); };
  for (size_t at = 0; at < lines.size(); ++at) {
    size_t end = at;
    while (end < lines.size() && !across(end)) ++end;
    for (const auto& [from, to] : {std::pair{-kFar, gutter}, std::pair{gutter, kFar}}) {
      above = 0;
      for (size_t i = at; i < end; ++i) {
        AddLine(lines[i], TextBetween(lines[i], from, to), &above, &out);
      }
    }
    if (end < lines.size()) AddLine(lines[end], TextBetween(lines[end], -kFar, kFar), &above, &out);
    at = end;
  }
  return out;
}

// Takes the notes' marks away from the words that they stand behind: «музеев1» → «музеев».
void DropMarks(const std::vector<Note>& notes, Lines* lines) {
  for (std::string& line : *lines) {
    for (const Note& note : notes) {
      for (size_t at = line.find(note.label, 1); at != std::string::npos;
           at = line.find(note.label, at + 1)) {
        size_t size;
        const size_t end = at + note.label.size();
        const bool glued = IsLetterChar(CharAt(line, PreviousChar(line, at), &size));
        const uint32_t next = CharAt(line, end, &size);
        if (!glued || (next < 0x80 && IsDigit(static_cast<char>(next))) || IsLetterChar(next))
          continue;
        line.erase(at, note.label.size());
        break;
      }
    }
  }
}

std::vector<Note> NotesOf(const std::vector<PdfLine>& lines) {
  std::vector<Note> notes;
  for (const PdfLine& line : lines) {
    const std::string text = TextBetween(line, -kFar, kFar);
    size_t mark = 0;
    while (mark < text.size() && (IsDigit(text[mark]) || text[mark] == '*')) ++mark;
    if (mark > 0) {
      const size_t begin = text.find_first_not_of(" )", mark);
      notes.push_back({NoteKind::kFootnote, text.substr(0, mark),
                       begin == std::string::npos ? "" : text.substr(begin)});
    } else if (!notes.empty()) {
      std::string& note = notes.back().text;
      const bool broken = note.ends_with('-') && StartsLower(text);
      if (broken) note.pop_back();
      note += (broken ? "" : " ") + text;
    }
  }
  return notes;
}

}  // namespace

PdfPage ReadPdfPage(const poppler::page& page) {
  PdfPage read;
  const std::string text = TextOf(page, poppler::rectf(), poppler::page::physical_layout);
  read.lines = SplitAtEnds(text);
  if (text.size() > kLargestPage) return read;
  const bool columns = MayBeColumns(read.lines);
  if (!columns && !MayHaveFootnotes(read.lines)) return read;
  std::vector<PdfLine> lines = PdfLinesOf(page);
  if (const auto [begin, end] = FootnoteLines(lines); begin < end) {
    const auto first = lines.begin() + static_cast<ptrdiff_t>(begin);
    const auto last = lines.begin() + static_cast<ptrdiff_t>(end);
    read.footnotes = NotesOf({first, last});
    const double width = page.page_rect().width();
    read.lines = SplitAtEnds(
        TextOf(page, poppler::rectf(0, 0, width, first->top - 1), poppler::page::physical_layout));
    for (auto below = last; below != lines.end(); ++below) {
      read.lines.push_back(TextBetween(*below, 0, width));
    }
    lines.erase(first, last);
  }
  const std::optional<double> gutter = columns ? GutterOf(lines) : std::nullopt;
  if (gutter) read.lines = ReadColumns(lines, *gutter);
  DropMarks(read.footnotes, &read.lines);
  return read;
}

}  // namespace rezon::reader
