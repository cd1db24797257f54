#include "services/reporting/handlers/convert.h"

#include <google/protobuf/timestamp.pb.h>

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"

namespace rezon::reporting::handlers {
namespace {

std::string Key(Dimension dimension, std::string_view resolution, const Row& row) {
  if (row.id.empty()) return "";
  switch (dimension) {
    case Dimension::kResolution:
      return absl::StrCat("resolutions/", row.id);
    case Dimension::kPoint:
      return absl::StrCat(names::Join("resolutions", resolution), "/points/", row.id);
    case Dimension::kMunicipality:
      return absl::StrCat("territories/", row.id);
    case Dimension::kExecutor:
      return absl::StrCat("organisations/", row.id);
  }
  return "";
}

void WriteCounts(const Counts& counts, pb::Counts* out) {
  out->set_total(counts.total);
  out->set_open(counts.open);
  out->set_reported(counts.reported);
  out->set_accepted(counts.accepted);
  out->set_cancelled(counts.cancelled);
  out->set_overdue(counts.overdue);
  out->set_done_late(counts.done_late);
  out->set_in_progress(counts.in_progress);
}

}  // namespace

absl::StatusOr<Selection> ReadSelection(std::string_view region, std::string_view resolution,
                                        std::string_view territory) {
  Selection selection;
  selection.region = std::string(region);
  if (!resolution.empty()) {
    auto id = names::ParseUuid("resolutions", resolution, "resolution");
    if (!id.ok()) return id.status();
    selection.resolution = *std::move(id);
  }
  if (!territory.empty()) {
    auto id = names::ParseId("territories", territory, "territory");
    if (!id.ok()) return id.status();
    selection.territory = *std::move(id);
  }
  return selection;
}

absl::StatusOr<Dimension> ReadDimension(pb::Dimension dimension, const Selection& selection) {
  switch (dimension) {
    case pb::DIMENSION_RESOLUTION:
      return Dimension::kResolution;
    case pb::DIMENSION_MUNICIPALITY:
      return Dimension::kMunicipality;
    case pb::DIMENSION_EXECUTOR:
      return Dimension::kExecutor;
    case pb::DIMENSION_POINT:
      if (!selection.resolution.empty()) return Dimension::kPoint;
      return errors::InvalidField("resolution", "required for points",
                                  "Для сводки по пунктам укажите резолюцию");
    default:
      return errors::InvalidField("dimension", "required", "Укажите, по чему строить сводку");
  }
}

void WriteTime(absl::Time time, google::protobuf::Timestamp* out) {
  const int64_t seconds = absl::ToUnixSeconds(time);
  out->set_seconds(seconds);
  out->set_nanos(
      static_cast<int32_t>(absl::ToInt64Nanoseconds(time - absl::FromUnixSeconds(seconds))));
}

std::string WriteDay(const std::optional<absl::CivilDay>& day) {
  return day ? absl::FormatCivilTime(*day) : "";
}

void WriteRow(Dimension dimension, std::string_view resolution, const Row& row,
              pb::SummaryRow* out) {
  out->set_key(Key(dimension, resolution, row));
  out->set_display_name(DisplayName(dimension, row));
  out->set_label(row.label);
  out->set_ordinal(row.ordinal);
  out->set_actionable(row.actionable);
  WriteCounts(row.counts, out->mutable_counts());
  out->set_accepted_share(AcceptedShare(row.counts));
  out->set_next_due_date(WriteDay(row.next_due_date));
}

}  // namespace rezon::reporting::handlers
