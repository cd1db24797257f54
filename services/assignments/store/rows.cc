#include "services/assignments/store/rows.h"

#include <cstdlib>

#include "services/assignments/domain/names.h"
#include "services/assignments/store/row_writer.h"

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

void WriteDeadline(RowWriter row) {
  using Deadline = common::v1::Deadline;
  row.Int(Deadline::kKindFieldNumber, kDeadlineKind);
  row.Date(Deadline::kStartDateFieldNumber, kStartDate);
  row.Date(Deadline::kEndDateFieldNumber, kEndDate);
  row.Text(Deadline::kPrintedFieldNumber, kPrinted);
  row.Text(Deadline::kRecurrenceFieldNumber, kRecurrence);
  row.Text(Deadline::kRuleFieldNumber, kRule);
  row.Text(Deadline::kCalendarVersionFieldNumber, kCalendarVersion);
  row.Bool(Deadline::kProvisionalFieldNumber, kProvisional);
}

void WriteNames(RowWriter row) {
  using Row = v1::Assignment;
  row.Name(Row::kNameFieldNumber, {{"assignments/", kId}});
  row.Text(Row::kRegionFieldNumber, kRegion);
  row.Name(Row::kResolutionFieldNumber, {{"resolutions/", kResolution}});
  row.Text(Row::kResolutionDisplayNameFieldNumber, kResolutionTitle);
  row.Name(Row::kPointFieldNumber, {{"resolutions/", kResolution}, {"/points/", kPoint}});
  row.Int(Row::kPointOrdinalFieldNumber, kOrdinal);
  row.Text(Row::kPointLabelFieldNumber, kLabel);
  row.Text(Row::kPointTextFieldNumber, kText);
  row.Text(Row::kContentHashFieldNumber, kContentHash);
  row.Reference(Row::kExecutorFieldNumber, "organisations/", kExecutor);
  row.Text(Row::kExecutorDisplayNameFieldNumber, kExecutorName);
  row.Text(Row::kExecutorKindFieldNumber, kExecutorKind);
  row.Reference(Row::kTerritoryFieldNumber, "territories/", kTerritory);
  row.Text(Row::kTerritoryDisplayNameFieldNumber, kTerritoryName);
  row.Text(Row::kAddresseePhraseFieldNumber, kPhrase);
}

void WriteState(RowWriter row) {
  using Row = v1::Assignment;
  row.Date(Row::kDueDateFieldNumber, kDueDate);
  row.Int(Row::kStateFieldNumber, kState);
  row.Bool(Row::kOverdueFieldNumber, kOverdue);
  row.Text(Row::kLastReportTextFieldNumber, kLastReport);
  row.Time(Row::kReportTimeFieldNumber, kReportTime);
  row.Time(Row::kAcceptTimeFieldNumber, kAcceptTime);
  row.Text(Row::kDecisionCommentFieldNumber, kDecisionComment);
  row.Time(Row::kCreateTimeFieldNumber, kCreateTime);
  row.Time(Row::kUpdateTimeFieldNumber, kUpdateTime);
}

}  // namespace

void FillTime(const db::Result& rows, int row, int column, google::protobuf::Timestamp* out) {
  const auto [seconds, nanos] = SecondsAndNanos(rows.Time(row, column));
  out->set_seconds(seconds);
  out->set_nanos(static_cast<int>(nanos));
}

void Encode(const db::Result& rows, int row, int first, std::string& out) {
  wire::MessageWriter message(out);
  WriteNames(RowWriter(rows, row, first, message));
  message.Message(v1::Assignment::kDeadlineFieldNumber, [&](wire::MessageWriter& deadline) {
    WriteDeadline(RowWriter(rows, row, first, deadline));
  });
  WriteState(RowWriter(rows, row, first, message));
  message.Text(v1::Assignment::kEtagFieldNumber, EtagOf(rows.Int(row, first + kVersion)));
  message.Text(v1::Assignment::kDueRulesFieldNumber, rows.View(row, first + kDueRules));
}

void Fill(const db::Result& rows, int row, int first, v1::Assignment* out) {
  std::string bytes;
  Encode(rows, row, first, bytes);
  // Only text that is not UTF-8 could fail, and the database has none.
  if (!out->ParseFromString(bytes)) std::abort();
}

std::string IdAt(const db::Result& rows, int row) { return rows.Text(row, kId); }

std::string DueAt(const db::Result& rows, int row) { return rows.Text(row, kDueDate); }

}  // namespace rezon::assignments::store
