// The way back from the canonical text to the file.
#ifndef REZON_SERVICES_DECISIONS_READER_SOURCE_MAP_H_
#define REZON_SERVICES_DECISIONS_READER_SOURCE_MAP_H_

#include <cstdint>
#include <utility>
#include <vector>

namespace rezon::reader {

// A place in the source. txt, md: unit 0 and the byte offset in the decoded text (UTF-8, before
// cleaning). docx, odt: the number of the paragraph, from 0, in the order of word/document.xml or
// content.xml, tables and text boxes included, and the byte offset in its text as printed (with an
// automatic number). pdf: the page, from 0, and the byte offset in its text as laid out.
struct SourcePlace {
  uint32_t unit = 0;
  uint32_t offset = 0;
  friend bool operator==(const SourcePlace&, const SourcePlace&) = default;
};

// From `begin` of the canonical text on, text and source run alike, up to the next run.
struct SourceRun {
  uint32_t begin = 0;
  SourcePlace place;
};

// Compact: one run wherever the distance between the two changes. Plain data.
struct SourceMap {
  std::vector<SourceRun> runs;  // rising in `begin`

  // Place of the byte of the canonical text at `offset`; the text's own offset when there is no
  // run before it.
  SourcePlace At(uint32_t offset) const;
};

// The map of a text that was cleaned: `cleaned` leads from the canonical text to the extracted
// one (pairs of offsets, rising), `extracted` on to the source; without it the extracted text is
// the source.
SourceMap ComposeMap(const std::vector<std::pair<uint32_t, uint32_t>>& cleaned,
                     const std::vector<SourceRun>& extracted);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_SOURCE_MAP_H_
