#include "services/registry/import/csv.h"

#include <algorithm>

#include "services/platform/errors/errors.h"

namespace rezon::registry {
namespace {

bool IsUtf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const auto byte = [&](size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char lead = byte(i);
    const size_t length = lead < 0x80                   ? 1
                          : lead >= 0xC2 && lead < 0xE0 ? 2
                          : lead >= 0xE0 && lead < 0xF0 ? 3
                          : lead >= 0xF0 && lead < 0xF5 ? 4
                                                        : 0;
    if (length == 0 || i + length > text.size() || lead == 0) return false;
    for (size_t k = 1; k < length; ++k) {
      if ((byte(i + k) & 0xC0) != 0x80) return false;
    }
    if ((lead == 0xE0 && byte(i + 1) < 0xA0) || (lead == 0xED && byte(i + 1) > 0x9F) ||
        (lead == 0xF0 && byte(i + 1) < 0x90) || (lead == 0xF4 && byte(i + 1) > 0x8F)) {
      return false;
    }
    i += length;
  }
  return true;
}

std::string Trim(const std::string& text) {
  const size_t first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Splits a file into records; a quoted cell may hold separators, quotes and line ends.
class Splitter {
 public:
  Splitter(std::string_view text, char separator) : text_(text), separator_(separator) {}

  // The next record's cells, or false at the end. `line` is where it starts.
  bool Next(std::vector<std::string>& cells, int& line) {
    if (at_ >= text_.size()) return false;
    cells.clear();
    line = line_;
    bool more = true;
    while (more) {
      std::string cell;
      more = Cell(cell);
      cells.push_back(Trim(cell));
    }
    return true;
  }
  bool unclosed() const { return unclosed_; }

 private:
  // Reads one cell; true when another follows in the record.
  bool Cell(std::string& cell) {
    bool quoted = false;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '\n') ++line_;
      if (quoted) {
        if (c != '"') {
          cell += c;
        } else if (at_ < text_.size() && text_[at_] == '"') {
          cell += text_[at_++];
        } else {
          quoted = false;
        }
      } else if (c == '"' && Trim(cell).empty()) {
        cell.clear();
        quoted = true;
      } else if (c == separator_) {
        return true;
      } else if (c == '\n') {
        return false;
      } else if (c != '\r') {
        cell += c;
      }
    }
    unclosed_ = unclosed_ || quoted;
    return false;
  }

  std::string_view text_;
  char separator_;
  size_t at_ = 0;
  int line_ = 1;
  bool unclosed_ = false;
};

absl::Status Malformed(const char* en, const char* ru) {
  return errors::InvalidArgument("CSV_MALFORMED", en, ru);
}

char SeparatorOf(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  return std::count(header.begin(), header.end(), ',') >
                 std::count(header.begin(), header.end(), ';')
             ? ','
             : ';';
}

CsvRow MakeRow(const std::vector<std::string>& columns, std::vector<std::string>& cells, int line) {
  CsvRow row;
  row.line = line;
  row.ragged = cells.size() != columns.size();
  for (size_t i = 0; i < std::min(columns.size(), cells.size()); ++i) {
    row.cells[columns[i]] = std::move(cells[i]);
  }
  return row;
}

}  // namespace

absl::StatusOr<CsvTable> ReadCsv(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  if (!IsUtf8(bytes)) {
    return errors::InvalidArgument("NOT_UTF8", "the file is not UTF-8 text",
                                   "Файл не в кодировке UTF-8. Сохраните его как CSV UTF-8");
  }
  Splitter splitter(bytes, SeparatorOf(bytes));
  CsvTable table;
  std::vector<std::string> cells;
  int line = 0;
  if (!splitter.Next(table.columns, line)) {
    return Malformed("the file is empty", "Файл пуст");
  }
  while (splitter.Next(cells, line)) {
    if (cells.size() == 1 && cells[0].empty()) continue;
    if (table.rows.size() == kMaxCsvRows) {
      return errors::InvalidArgument("TOO_MANY_ROWS", "the file has more than 10000 rows",
                                     "В файле больше 10000 строк. Разделите его на части");
    }
    table.rows.push_back(MakeRow(table.columns, cells, line));
  }
  if (splitter.unclosed()) {
    return Malformed("a quoted cell is not closed", "В файле не закрыта кавычка");
  }
  return table;
}

}  // namespace rezon::registry
