#include "services/decisions/reader/intake/xml_part.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "services/decisions/reader/error.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

// What pugixml takes for an element with the text beside it, and for an attribute.
constexpr size_t kNodeBytes = 2 * 64;
constexpr size_t kAttributeBytes = 40;
constexpr size_t kMaxTreeBytes = 128u << 20;

bool TreeFits(const std::string& xml) {
  const auto nodes = static_cast<size_t>(std::count(xml.begin(), xml.end(), '<'));
  const auto attributes = static_cast<size_t>(std::count(xml.begin(), xml.end(), '='));
  return nodes * kNodeBytes + attributes * kAttributeBytes <= kMaxTreeBytes;
}

}  // namespace

absl::Status ParseXmlPart(const Archive& archive, const std::string& name, bool blanks_between,
                          pugi::xml_document* out) {
  auto part = archive.Part(name);
  if (!part.ok()) return part.status();
  if (Contains(*part, "<!ENTITY")) return MakeReadError(ReadFailure::kBomb, "declared entities");
  if (!TreeFits(*part)) return MakeReadError(ReadFailure::kBomb, name);
  // Without zeros it is not UTF-16, so pugixml would hand broken characters on as they are.
  if (part->find('\0') == std::string::npos) KeepUtf8(&*part);
  const unsigned blanks = blanks_between ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single;
  const auto result = out->load_buffer(part->data(), part->size(), pugi::parse_default | blanks);
  if (!result) return MakeReadError(ReadFailure::kTruncated, name);
  return absl::OkStatus();
}

bool Is(const pugi::xml_node& node, const char* name) {
  return std::strcmp(node.name(), name) == 0;
}

}  // namespace rezon::reader
