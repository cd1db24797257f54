#pragma once

#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "rezon/reporting/v1/reporting.pb.h"
#include "services/reporting/domain/summary.h"

namespace rezon::reporting::handlers {

namespace pb = ::rezon::reporting::v1;

// The region's assignments, limited to the resources named. INVALID_ARGUMENT on another kind of
// name.
absl::StatusOr<Selection> ReadSelection(std::string_view region, std::string_view resolution,
                                        std::string_view territory);

// INVALID_ARGUMENT when it is not set or unknown, or lacks the resolution that points need.
absl::StatusOr<Dimension> ReadDimension(pb::Dimension dimension, const Selection& selection);

void WriteTime(absl::Time time, google::protobuf::Timestamp* out);
// ISO 8601; empty for none.
std::string WriteDay(const std::optional<absl::CivilDay>& day);
// `resolution` is the id that the names of points begin with.
void WriteRow(Dimension dimension, std::string_view resolution, const Row& row,
              pb::SummaryRow* out);

}  // namespace rezon::reporting::handlers
