#ifndef REZON_SERVICES_DECISIONS_DOMAIN_MASK_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_MASK_H_

#include <set>
#include <string_view>

#include "absl/status/statusor.h"
#include "google/protobuf/field_mask.pb.h"
#include "google/protobuf/message.h"

namespace rezon::decisions {

// The paths that an update really changes (AIP-134, AIP-161): without a mask the populated fields
// of `given`, with `*` every field of `writable`, else the mask's own. Paths of known fields that
// are not writable (output only) are left out. INVALID_ARGUMENT on update_mask for a path that the
// message does not have, or when nothing is left to change.
absl::StatusOr<google::protobuf::FieldMask> EffectiveMask(
    const google::protobuf::FieldMask& mask, const google::protobuf::Message& given,
    const std::set<std::string_view>& writable);

// True when the mask changes `field` or something inside it.
bool Covers(const google::protobuf::FieldMask& mask, std::string_view field);

// Copies the masked fields of `from` into `to`: absent fields are cleared, lists are replaced.
void Merge(const google::protobuf::FieldMask& mask, const google::protobuf::Message& from,
           google::protobuf::Message* to);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_MASK_H_
