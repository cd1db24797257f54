// Points that are set in one paragraph («1. … 2. …»), and headings that only name an addressee.
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_RUN_IN_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_RUN_IN_H_

#include <cstddef>
#include <string_view>

#include "services/decisions/reader/structure/labels.h"
#include "services/decisions/reader/text/paragraph.h"

namespace rezon::reader {

// Where the next label of a run-in list behind `label` starts in `low`: its sibling, its first
// child or the next of a point above it; npos when the point goes on to the end.
size_t NextRunIn(std::string_view text, std::string_view low, const Label& label);

// True for a paragraph that opens with an addressee and ends with a colon, without a task.
bool IsAddressHeading(const Paragraph& body);

// True for a page's number or a rule of dashes.
bool IsNoise(std::string_view text);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_RUN_IN_H_
