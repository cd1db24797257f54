// Tab-separated tables of phrases beside the tests.
#ifndef REZON_TESTS_UNIT_READER_TABLE_H_
#define REZON_TESTS_UNIT_READER_TABLE_H_

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace rezon::reader {

// Rows of tests/unit/reader/data/NAME without comments and empty lines, each with at least
// `columns` cells.
inline std::vector<std::vector<std::string>> ReadTable(const std::string& name, size_t columns) {
  const char* root = std::getenv("REZON_SOURCE_DIR");
  std::ifstream in(std::string(root == nullptr ? "." : root) + "/tests/unit/reader/data/" + name);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> row;
    size_t at = 0;
    while (at <= line.size()) {
      const size_t end = std::min(line.find('\t', at), line.size());
      row.push_back(line.substr(at, end - at));
      at = end + 1;
    }
    row.resize(std::max(row.size(), columns));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace rezon::reader

#endif  // REZON_TESTS_UNIT_READER_TABLE_H_
