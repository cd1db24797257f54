#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "google/protobuf/field_mask.pb.h"
#include "google/protobuf/message.h"

namespace rezon::registry {

// One of the five kinds of resource: how its proto, its collection and its table are named.
struct ResourceType {
  // Event types and table: "organisation".
  const char* singular;
  // Collection in resource names: "organisations".
  const char* collection;
  // Column by which lists are sorted.
  const char* sort_column;
};

inline constexpr ResourceType kTerritoryType{"territory", "territories", "display_name"};
inline constexpr ResourceType kOrganisationType{"organisation", "organisations", "display_name"};
inline constexpr ResourceType kOfficialType{"official", "officials", "full_name"};
inline constexpr ResourceType kAddresseeClassType{"addressee_class", "addresseeClasses",
                                                  "display_name"};
inline constexpr ResourceType kEventType{"event", "events", "display_name"};

// A stored row. `body` is the resource in proto3 JSON without its output-only fields.
struct Row {
  std::string id;
  std::int64_t version = 1;
  std::string body;
  // Stems of its names (matching/terms.h).
  std::vector<std::string> terms;
  absl::Time create_time;
  absl::Time update_time;
};

// The fields every resource has and a caller cannot write.
inline constexpr std::string_view kOutputOnly[] = {"name", "region", "create_time", "update_time",
                                                   "etag"};

// The JSON of a resource without its output-only fields.
std::string BodyOf(const google::protobuf::Message& resource);
// The whole resource of a row.
void Fill(const ResourceType& type, std::string_view region, const Row& row,
          google::protobuf::Message* resource);
// Any message as proto3 JSON and back. The JSON is always our own, so reading it cannot fail.
std::string ToJson(const google::protobuf::Message& message);
void FromJson(std::string_view json, google::protobuf::Message* message);

// Copies what the mask says of `patch` into `resource` (AIP-134): no mask = populated fields,
// "*" = all, output-only paths are ignored. INVALID_ARGUMENT on update_mask for unknown paths.
absl::Status ApplyPatch(const google::protobuf::FieldMask& mask,
                        const google::protobuf::Message& patch,
                        google::protobuf::Message* resource);

// `"7"` of 7; the version in an etag, 0 for an empty etag, -1 (which no row has) for any other
// text.
std::string MakeEtag(std::int64_t version);
std::int64_t ReadEtag(std::string_view etag);

}  // namespace rezon::registry
