#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace rezon::registry {

// A CSV file as read: header names and rows by column.
struct CsvRow {
  // Line of the file where the row starts, from 1; the header is line 1.
  int line = 0;
  std::map<std::string, std::string> cells;
  // Set when the row has more or fewer cells than the header.
  bool ragged = false;
};

struct CsvTable {
  std::vector<std::string> columns;
  std::vector<CsvRow> rows;
};

inline constexpr size_t kMaxCsvRows = 10000;

// Reads RFC 4180 CSV in UTF-8, with or without a byte order mark, separated by `;` or `,`
// (whichever the header has more of). Cells are trimmed of blanks; empty lines are skipped.
// INVALID_ARGUMENT when it is not UTF-8 (reason NOT_UTF8), has no header or an unclosed quote
// (CSV_MALFORMED), or more than kMaxCsvRows rows (TOO_MANY_ROWS).
absl::StatusOr<CsvTable> ReadCsv(std::string_view bytes);

}  // namespace rezon::registry
