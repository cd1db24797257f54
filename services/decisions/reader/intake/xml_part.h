// An XML part of an office file, parsed within bounds.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_XML_PART_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_XML_PART_H_

#include <pugixml.hpp>
#include <string>

#include "absl/status/status.h"
#include "services/decisions/reader/intake/archive.h"

namespace rezon::reader {

inline constexpr int kMaxXmlDepth = 200;  // of nested elements that are followed

// Parses the part `name`. `blanks_between` keeps blanks that stand between elements. Errors:
// INVALID_ARGUMENT for a damaged part, RESOURCE_EXHAUSTED for one that declares entities (office
// programs never do) or whose tree would take more than a fixed amount of memory.
absl::Status ParseXmlPart(const Archive& archive, const std::string& name, bool blanks_between,
                          pugi::xml_document* out);

bool Is(const pugi::xml_node& node, const char* name);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_XML_PART_H_
