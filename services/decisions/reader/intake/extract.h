// Text taken out of a file piece by piece, each with its place in the file.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_EXTRACT_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_EXTRACT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "services/decisions/reader/source_map.h"

namespace rezon::reader {

// Text with the places it came from; `runs` rise in `begin`, see SourceMap.
struct Extract {
  std::string text;
  std::vector<SourceRun> runs;

  // Adds text whose first byte is at `place`; the following bytes run alike.
  void Add(std::string_view piece, SourcePlace place);
  // Adds a part of another extract with its places.
  void Add(const Extract& other, size_t begin, size_t end);
  // Adds a mark of ours, which counts as of the place before it.
  void Mark(std::string_view mark) { text += mark; }
  size_t size() const { return text.size(); }
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_EXTRACT_H_
