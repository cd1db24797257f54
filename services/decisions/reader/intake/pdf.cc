#include "services/decisions/reader/intake/pdf.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "services/decisions/reader/error.h"
#include "services/decisions/reader/intake/extract.h"
#include "services/decisions/reader/intake/pdf_page.h"
#include "services/decisions/reader/intake/pdf_streams.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr int kMaxPages = 3000;
constexpr size_t kMaxUnpacked = 48u << 20;  // of the streams that are not pictures
constexpr size_t kMaxPdfText = 8u << 20;
constexpr size_t kEdgeLines = 2;      // at a page's top and bottom that may repeat
constexpr double kRepeatShare = 0.6;  // of the pages

using Page = std::vector<std::string>;

// The line with its digits dropped, so that page numbers are alike.
std::string Shape(const std::string& line) {
  std::string shape;
  for (const char c : Trim(line)) {
    if (!IsDigit(c)) shape.push_back(c);
  }
  return shape;
}

bool IsPageNumber(const std::string& line) {
  const std::string_view text = Trim(line);
  return !text.empty() && text.size() <= 4 && Shape(line).empty();
}

// Takes away what repeats at the edges of the pages, and keeps it as notes (but not page numbers).
void DropRepeated(std::vector<Page>* pages, std::vector<Note>* notes) {
  if (pages->size() < 2) return;
  std::map<std::string, size_t> top;
  std::map<std::string, size_t> bottom;
  for (const Page& page : *pages) {
    for (size_t i = 0; i < std::min(kEdgeLines, page.size()); ++i) {
      ++top[Shape(page[i])];
      ++bottom[Shape(page[page.size() - 1 - i])];
    }
  }
  const auto repeats = [&](const std::map<std::string, size_t>& seen, const std::string& line) {
    const auto found = seen.find(Shape(line));
    return IsPageNumber(line) || (found != seen.end() && found->second >= 2 &&
                                  found->second >= kRepeatShare * pages->size());
  };
  const auto keep = [&](NoteKind kind, const std::string& line) {
    if (!IsPageNumber(line)) AddNote({kind, "", line}, notes);
  };
  for (Page& page : *pages) {
    for (size_t i = 0; i < kEdgeLines && !page.empty() && repeats(bottom, page.back()); ++i) {
      keep(NoteKind::kFooter, page.back());
      page.pop_back();
    }
    for (size_t i = 0; i < kEdgeLines && !page.empty() && repeats(top, page.front()); ++i) {
      keep(NoteKind::kHeader, page.front());
      page.erase(page.begin());
    }
    while (!page.empty() && Trim(page.back()).empty()) page.pop_back();
    const auto text = std::find_if(page.begin(), page.end(),
                                   [](const std::string& line) { return !Trim(line).empty(); });
    page.erase(page.begin(), text);
  }
}

// Poppler tells a damaged file's faults on stderr otherwise; the reader has no such output.
void Quieten() {
  static std::once_flag once;
  std::call_once(
      once, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
}

// The pages' lines in reading order.
absl::StatusOr<std::vector<Page>> ReadPages(const poppler::document& document, size_t limit,
                                            std::vector<Note>* notes) {
  std::vector<Page> pages;
  size_t total = 0;
  for (int i = 0; i < document.pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    if (page == nullptr) return MakeReadError(ReadFailure::kTruncated);
    PdfPage read = ReadPdfPage(*page);
    for (const std::string& line : read.lines) total += line.size() + 1;
    if (total > limit) return MakeReadError(ReadFailure::kBomb);
    for (Note& note : read.footnotes) AddNote(std::move(note), notes);
    pages.push_back(std::move(read.lines));
  }
  return pages;
}

}  // namespace

absl::StatusOr<SourceText> ReadPdf(std::string_view bytes, const ReadOptions& options) {
  Quieten();
  if (!PdfUnpacksWithin(bytes, kMaxUnpacked)) return MakeReadError(ReadFailure::kBomb);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (document == nullptr) return MakeReadError(ReadFailure::kTruncated);
  if (document->is_locked()) return MakeReadError(ReadFailure::kEncrypted);
  if (document->pages() > kMaxPages) return MakeReadError(ReadFailure::kTooLarge, "too many pages");
  SourceText source;
  source.format = Format::kPdf;
  auto pages = ReadPages(*document, std::min(options.max_text_bytes, kMaxPdfText), &source.notes);
  if (!pages.ok()) return pages.status();
  DropRepeated(&*pages, &source.notes);
  Extract text;
  for (size_t page = 0; page < pages->size(); ++page) {
    uint32_t offset = 0;
    for (const std::string& line : (*pages)[page]) {
      text.Add(line + "\n", {static_cast<uint32_t>(page), offset});
      offset += static_cast<uint32_t>(line.size()) + 1;
    }
  }
  if (Trim(text.text).empty()) return MakeReadError(ReadFailure::kNoTextLayer);
  if (!IsUtf8(text.text)) return MakeReadError(ReadFailure::kUnknownEncoding);
  source.text = std::move(text.text);
  source.runs = std::move(text.runs);
  return source;
}

}  // namespace rezon::reader
