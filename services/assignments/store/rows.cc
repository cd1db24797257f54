#include "services/assignments/store/rows.h"

#include "services/assignments/domain/names.h"

namespace rezon::assignments::store {
namespace {

// Column numbers of REZON_ASSIGNMENT_COLUMNS.
enum Column {
  kId,
  kRegion,
  kResolution,
  kResolutionTitle,
  kPoint,
  kOrdinal,
  kLabel,
  kText,
  kContentHash,
  kExecutor,
  kExecutorName,
  kExecutorKind,
  kTerritory,
  kTerritoryName,
  kPhrase,
  kDeadlineKind,
  kStartDate,
  kEndDate,
  kPrinted,
  kRecurrence,
  kRule,
  kDueRules,
  kCalendarVersion,
  kProvisional,
  kDueDate,
  kState,
  kLastReport,
  kReportTime,
  kAcceptTime,
  kDecisionComment,
  kCreateTime,
  kUpdateTime,
  kVersion,
  kOverdue,
};
static_assert(kOverdue + 1 == kAssignmentColumns);

std::string Prefixed(const char* collection, std::string_view id) {
  std::string name;
  if (id.empty()) return name;
  name.append(collection).append(id);
  return name;
}

void FillDeadline(const db::Result& rows, int row, int first, common::v1::Deadline* out) {
  out->set_kind(static_cast<common::v1::Deadline::Kind>(rows.Int(row, first + kDeadlineKind)));
  out->set_start_date(rows.Text(row, first + kStartDate));
  out->set_end_date(rows.Text(row, first + kEndDate));
  out->set_printed(rows.Text(row, first + kPrinted));
  out->set_recurrence(rows.Text(row, first + kRecurrence));
  out->set_rule(rows.Text(row, first + kRule));
  out->set_calendar_version(rows.Text(row, first + kCalendarVersion));
  out->set_provisional(rows.Bool(row, first + kProvisional));
}

void FillState(const db::Result& rows, int row, int first, v1::Assignment* out) {
  out->set_due_date(rows.Text(row, first + kDueDate));
  out->set_due_rules(rows.Text(row, first + kDueRules));
  out->set_state(static_cast<v1::Assignment::State>(rows.Int(row, first + kState)));
  out->set_overdue(rows.Bool(row, first + kOverdue));
  out->set_last_report_text(rows.Text(row, first + kLastReport));
  if (!rows.IsNull(row, first + kReportTime)) {
    FillTime(rows, row, first + kReportTime, out->mutable_report_time());
  }
  if (!rows.IsNull(row, first + kAcceptTime)) {
    FillTime(rows, row, first + kAcceptTime, out->mutable_accept_time());
  }
  out->set_decision_comment(rows.Text(row, first + kDecisionComment));
  FillTime(rows, row, first + kCreateTime, out->mutable_create_time());
  FillTime(rows, row, first + kUpdateTime, out->mutable_update_time());
  out->set_etag(EtagOf(rows.Int(row, first + kVersion)));
}

}  // namespace

void FillTime(const db::Result& rows, int row, int column, google::protobuf::Timestamp* out) {
  std::int64_t micros = absl::ToUnixMicros(rows.Time(row, column));
  out->set_seconds(micros / 1'000'000);
  out->set_nanos(static_cast<int>(micros % 1'000'000) * 1000);
}

void Fill(const db::Result& rows, int row, int first, v1::Assignment* out) {
  out->set_name(AssignmentName(rows.Text(row, first + kId)));
  out->set_region(rows.Text(row, first + kRegion));
  std::string resolution = rows.Text(row, first + kResolution);
  out->set_point(PointName(resolution, rows.Text(row, first + kPoint)));
  out->set_resolution(ResolutionName(resolution));
  out->set_resolution_display_name(rows.Text(row, first + kResolutionTitle));
  out->set_point_ordinal(static_cast<int>(rows.Int(row, first + kOrdinal)));
  out->set_point_label(rows.Text(row, first + kLabel));
  out->set_point_text(rows.Text(row, first + kText));
  out->set_content_hash(rows.Text(row, first + kContentHash));
  out->set_executor(Prefixed("organisations/", rows.View(row, first + kExecutor)));
  out->set_executor_display_name(rows.Text(row, first + kExecutorName));
  out->set_executor_kind(rows.Text(row, first + kExecutorKind));
  out->set_territory(Prefixed("territories/", rows.View(row, first + kTerritory)));
  out->set_territory_display_name(rows.Text(row, first + kTerritoryName));
  out->set_addressee_phrase(rows.Text(row, first + kPhrase));
  FillDeadline(rows, row, first, out->mutable_deadline());
  FillState(rows, row, first, out);
}

}  // namespace rezon::assignments::store
