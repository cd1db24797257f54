#include "services/decisions/convert/recognise.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "services/decisions/convert/files.h"

namespace rezon::convert {
namespace {

constexpr char kMostPages[] = "60";
constexpr char kDotsPerInch[] = "300";
constexpr size_t kColumns = 12;  // of tesseract's table

// Rows of tesseract's table: level, page, block, paragraph, line, word, left, top, width, height,
// confidence, text.
class TableReader {
 public:
  void Add(const std::string& table) {
    for (const absl::string_view row : absl::StrSplit(table, '\n')) {
      const std::vector<absl::string_view> cells =
          absl::StrSplit(row, absl::MaxSplits('\t', kColumns - 1));
      double sure = 0;
      if (cells.size() < kColumns || cells[0] != "5" || !absl::SimpleAtod(cells[10], &sure))
        continue;
      const absl::string_view word = absl::StripAsciiWhitespace(cells[11]);
      if (!word.empty()) AddWord(cells, word, sure);
    }
    paragraph_.clear();
  }

  Recognised Take() {
    out_.sure = words_ == 0 ? 0 : sum_ / static_cast<double>(words_) / 100;
    return std::move(out_);
  }

 private:
  void AddWord(const std::vector<absl::string_view>& cells, absl::string_view word, double sure) {
    const std::string paragraph = Key(cells, 4);
    const std::string line = Key(cells, 5);
    if (!out_.text.empty()) {
      out_.text += paragraph != paragraph_ ? "\n\n" : line != line_ ? "\n" : " ";
    }
    paragraph_ = paragraph;
    line_ = line;
    out_.text.append(word.data(), word.size());
    sum_ += std::clamp(sure, 0.0, 100.0);
    ++words_;
  }

  static std::string Key(const std::vector<absl::string_view>& cells, size_t count) {
    std::string key;
    for (size_t i = 1; i < count; ++i) key.append(cells[i].data(), cells[i].size()).push_back('.');
    return key;
  }

  Recognised out_;
  std::string paragraph_;
  std::string line_;
  double sum_ = 0;
  size_t words_ = 0;
};

absl::Status RecognisePage(const std::string& recogniser, const std::string& folder,
                           const std::string& page, const Bounds& bounds, TableReader* table) {
  absl::Status done =
      RunProgram({recogniser, page, "recognised", "-l", "rus", "tsv"}, folder, bounds);
  if (!done.ok()) return done;
  const auto rows = ReadFile(folder + "/recognised.tsv");
  if (!rows) return absl::AbortedError("tesseract wrote nothing");
  table->Add(*rows);
  return absl::OkStatus();
}

Bounds Until(Clock::time_point deadline) {
  Bounds bounds;
  bounds.deadline = deadline;
  return bounds;
}

}  // namespace

absl::StatusOr<Recognised> RecognisePicture(const std::string& recogniser, std::string_view bytes,
                                            Clock::time_point deadline) {
  const PrivateFolder folder;
  if (folder.path().empty() || !WriteFile(folder.path() + "/page", bytes)) {
    return absl::InternalError("no room for a recognition");
  }
  TableReader table;
  absl::Status bad = RecognisePage(recogniser, folder.path(), "page", Until(deadline), &table);
  if (!bad.ok()) return bad;
  return table.Take();
}

absl::StatusOr<Recognised> RecognisePdf(const std::string& painter, const std::string& recogniser,
                                        std::string_view bytes, Clock::time_point deadline) {
  const PrivateFolder folder;
  if (folder.path().empty() || !WriteFile(folder.path() + "/document.pdf", bytes)) {
    return absl::InternalError("no room for a recognition");
  }
  const absl::Status painted =
      RunProgram({painter, "-r", kDotsPerInch, "-gray", "-l", kMostPages, "document.pdf", "page"},
                 folder.path(), Until(deadline));
  if (!painted.ok()) return painted;
  std::vector<std::string> pages;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path(), error)) {
    if (entry.path().extension() == ".pgm") pages.push_back(entry.path().filename());
  }
  if (pages.empty()) return absl::AbortedError("no page was painted");
  std::sort(pages.begin(), pages.end());
  TableReader table;
  for (const std::string& page : pages) {
    absl::Status bad = RecognisePage(recogniser, folder.path(), page, Until(deadline), &table);
    if (!bad.ok()) return bad;
  }
  return table.Take();
}

}  // namespace rezon::convert
