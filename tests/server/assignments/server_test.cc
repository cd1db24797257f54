#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"
#include "tests/server/assignments/server_fixture.h"

namespace rezon::assignments {
namespace {

TEST_F(ServerTest, IssueStreamsProgressAndARetryAnswersTheSame) {
  registry_.size = 150;
  v1::PreviewIssueRequest preview;
  preview.set_resolution(decisions_.resolution.name());
  v1::Issuance foreseen;
  ASSERT_TRUE(Call(&Stub::PreviewIssue, preview, &foreseen).ok());
  EXPECT_EQ(foreseen.assignment_count(), 450);
  EXPECT_EQ(foreseen.points(0).executors_size(), 10);
  EXPECT_EQ(Count(), "0");
  auto request = IssueRequest();
  std::vector<v1::IssueAssignmentsResponse> first, again;
  absl::Status status = Issue(request, &first);
  ASSERT_TRUE(status.ok()) << status;
  ASSERT_EQ(first.size(), 5u);
  EXPECT_EQ(first[1].written_count(), 200);
  EXPECT_EQ(first[1].total_count(), 450);
  EXPECT_FALSE(first[3].has_issuance());
  EXPECT_EQ(first[4].issuance().assignment_count(), 450);
  ASSERT_TRUE(Issue(request, &again).ok());
  EXPECT_EQ(again.back().SerializeAsString(), first.back().SerializeAsString());
  EXPECT_EQ(Count(), "450");
  EXPECT_THAT(decisions_.traceparent, ::testing::HasSubstr("0af7651916cd43dd8448eb211c80319c"));
  v1::GetIssuanceRequest get;
  get.set_name(first.back().issuance().name());
  v1::Issuance stored;
  ASSERT_TRUE(Call(&Stub::GetIssuance, get, &stored).ok());
  EXPECT_EQ(stored.SerializeAsString(), first.back().issuance().SerializeAsString());
}

TEST_F(ServerTest, AGroupIsExpandedInItsOwnTerritory) {
  decisions_.points[1].mutable_addressees(0)->set_territory("territories/forest");
  std::vector<v1::IssueAssignmentsResponse> messages;
  ASSERT_TRUE(Issue(IssueRequest(), &messages).ok());
  ASSERT_FALSE(messages.empty());
  // Every school for two points, the one of the territory for the other.
  EXPECT_EQ(messages.back().issuance().assignment_count(), 2 * registry_.size + 1);
}

TEST_F(ServerTest, ValidateOnlyChangesNothing) {
  auto request = IssueRequest();
  request.set_validate_only(true);
  std::vector<v1::IssueAssignmentsResponse> messages;
  ASSERT_TRUE(Issue(request, &messages).ok());
  EXPECT_EQ(messages.back().issuance().assignment_count(), 150);
  EXPECT_EQ(Count(), "0");
}

TEST_F(ServerTest, OnlyAnAdoptedResolutionIsIssued) {
  decisions_.resolution.set_state(decisions::v1::Resolution::STATE_DRAFT);
  std::vector<v1::IssueAssignmentsResponse> messages;
  absl::Status status = Issue(IssueRequest(), &messages);
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(errors::Reason(status), "RESOLUTION_NOT_ADOPTED");
  auto missing = IssueRequest();
  missing.set_resolution(ResolutionName(ids::NewUuid()));
  EXPECT_EQ(Issue(missing, &messages).code(), absl::StatusCode::kNotFound);
  missing.set_resolution("resolutions/x");
  EXPECT_EQ(Issue(missing, &messages).code(), absl::StatusCode::kInvalidArgument);
  peers_->Shutdown(std::chrono::system_clock::now());
  EXPECT_EQ(Issue(IssueRequest(), &messages).code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(Count(), "0");
}

TEST_F(ServerTest, AStaleEtagIsAbortedAndAForbiddenMoveAPrecondition) {
  v1::Assignment assignment = First(), changed;
  v1::StartAssignmentRequest start;
  start.set_name(assignment.name());
  start.set_etag(assignment.etag());
  start.set_request_id(ids::NewUuid());
  ASSERT_TRUE(Call(&Stub::StartAssignment, start, &changed).ok());
  EXPECT_EQ(changed.state(), v1::Assignment::STATE_IN_PROGRESS);
  EXPECT_TRUE(changed.overdue());
  v1::Assignment again;
  ASSERT_TRUE(Call(&Stub::StartAssignment, start, &again).ok());
  EXPECT_EQ(again.SerializeAsString(), changed.SerializeAsString());
  start.set_request_id(ids::NewUuid());
  absl::Status stale = Call(&Stub::StartAssignment, start, &again);
  EXPECT_EQ(stale.code(), absl::StatusCode::kAborted);
  EXPECT_EQ(errors::MetadataValue(stale, "etag"), changed.etag());
  start.clear_etag();
  absl::Status forbidden = Call(&Stub::StartAssignment, start, &again);
  EXPECT_EQ(forbidden.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(errors::Reason(forbidden), "STATE_FORBIDS");
  EXPECT_THAT(errors::MessageRu(forbidden), ::testing::HasSubstr("в работе"));
  v1::ListHistoryRequest list;
  list.set_parent(assignment.name());
  list.set_page_size(1);
  v1::ListHistoryResponse page;
  ASSERT_TRUE(Call(&Stub::ListHistory, list, &page).ok());
  EXPECT_EQ(page.entries(0).operation(), "issue");
  EXPECT_EQ(page.entries(0).trace_id(), "0af7651916cd43dd8448eb211c80319c");
  list.set_page_token(page.next_page_token());
  ASSERT_TRUE(Call(&Stub::ListHistory, list, &page).ok());
  EXPECT_EQ(page.entries(0).operation(), "start");
  EXPECT_EQ(page.entries(0).actor(), "tester");
}

TEST_F(ServerTest, AReportIsAcceptedOrReturned) {
  v1::Assignment assignment = First(), out;
  v1::ReportAssignmentRequest report;
  report.set_name(assignment.name());
  EXPECT_EQ(Call(&Stub::ReportAssignment, report, &out).code(), absl::StatusCode::kInvalidArgument);
  report.mutable_report()->set_text("Сделано");
  report.mutable_report()->add_links("http://example.org");
  absl::Status link = Call(&Stub::ReportAssignment, report, &out);
  ASSERT_EQ(errors::Violations(link).size(), 1u);
  EXPECT_EQ(errors::Violations(link)[0].path, "report.links[0]");
  report.mutable_report()->set_links(0, "https://example.org/отчёт");
  ASSERT_TRUE(Call(&Stub::ReportAssignment, report, &out).ok());
  EXPECT_EQ(out.state(), v1::Assignment::STATE_REPORTED);
  v1::ReturnAssignmentRequest back;
  back.set_name(assignment.name());
  EXPECT_EQ(Call(&Stub::ReturnAssignment, back, &out).code(), absl::StatusCode::kInvalidArgument);
  back.set_comment("Нет документов");
  back.set_due_date("2099-01-01");
  ASSERT_TRUE(Call(&Stub::ReturnAssignment, back, &out).ok());
  EXPECT_EQ(out.due_date(), "2099-01-01");
  EXPECT_FALSE(out.overdue());
  ASSERT_TRUE(Call(&Stub::ReportAssignment, report, &out).ok());
  v1::AcceptAssignmentRequest accept;
  accept.set_name(assignment.name());
  ASSERT_TRUE(Call(&Stub::AcceptAssignment, accept, &out).ok());
  EXPECT_EQ(out.state(), v1::Assignment::STATE_ACCEPTED);
  v1::ListReportsRequest list;
  list.set_parent(assignment.name());
  v1::ListReportsResponse reports;
  ASSERT_TRUE(Call(&Stub::ListReports, list, &reports).ok());
  ASSERT_EQ(reports.reports_size(), 2);
  EXPECT_EQ(reports.reports(0).links(0), "https://example.org/отчёт");
}

TEST_F(ServerTest, RolesAndRegionsAreHeld) {
  v1::Assignment assignment = First(), out;
  v1::AcknowledgeAssignmentRequest acknowledge;
  acknowledge.set_name(assignment.name());
  v1::CancelAssignmentRequest cancel;
  cancel.set_name(assignment.name());
  cancel.set_comment("x");
  v1::GetAssignmentRequest get;
  get.set_name(assignment.name());
  Serve({"auditor"}, "ru-tyu");
  EXPECT_TRUE(Call(&Stub::GetAssignment, get, &out).ok());
  EXPECT_EQ(Call(&Stub::AcknowledgeAssignment, acknowledge, &out).code(),
            absl::StatusCode::kPermissionDenied);
  Serve({"clerk"}, "ru-tyu");
  EXPECT_EQ(Call(&Stub::CancelAssignment, cancel, &out).code(),
            absl::StatusCode::kPermissionDenied);
  EXPECT_TRUE(Call(&Stub::AcknowledgeAssignment, acknowledge, &out).ok());
  Serve({"operator"}, "ru-sve");
  EXPECT_EQ(Call(&Stub::GetAssignment, get, &out).code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(Call(&Stub::CancelAssignment, cancel, &out).code(), absl::StatusCode::kNotFound);
}

TEST_F(ServerTest, WrongListsAreRefusedOnTheirField) {
  First();
  v1::ListAssignmentsRequest list;
  v1::ListAssignmentsResponse page;
  auto field = [&](const v1::ListAssignmentsRequest& request) {
    auto violations = errors::Violations(Call(&Stub::ListAssignments, request, &page));
    return violations.size() == 1 ? violations[0].path : "";
  };
  list.set_page_size(-1);
  EXPECT_EQ(field(list), "page_size");
  list.set_page_size(7);
  list.set_page_token("garbage");
  EXPECT_EQ(field(list), "page_token");
  list.clear_page_token();
  list.set_order_by("executor");
  EXPECT_EQ(field(list), "order_by");
  list.clear_order_by();
  list.set_filter("colour = red");
  EXPECT_EQ(field(list), "filter");
  list.set_filter("executor = \"organisations/school-1\" AND overdue = true");
  ASSERT_EQ(field(list), "");
  EXPECT_EQ(page.assignments_size(), 3);
  list.set_page_size(2);
  ASSERT_EQ(field(list), "");
  list.set_page_token(page.next_page_token());
  list.set_filter("state = ISSUED");
  EXPECT_EQ(field(list), "page_token");
}

TEST_F(ServerTest, BatchGetKeepsTheOrderAsked) {
  First();
  v1::ListAssignmentsRequest list;
  list.set_page_size(3);
  v1::ListAssignmentsResponse page;
  ASSERT_TRUE(Call(&Stub::ListAssignments, list, &page).ok());
  v1::BatchGetAssignmentsRequest request;
  for (int i : {2, 0, 1, 0}) request.add_names(page.assignments(i).name());
  v1::BatchGetAssignmentsResponse batch;
  ASSERT_TRUE(Call(&Stub::BatchGetAssignments, request, &batch).ok());
  ASSERT_EQ(batch.assignments_size(), 4);
  EXPECT_EQ(batch.assignments(0).name(), page.assignments(2).name());
  EXPECT_EQ(batch.assignments(3).name(), page.assignments(0).name());
  request.add_names(AssignmentName(ids::NewUuid()));
  EXPECT_EQ(Call(&Stub::BatchGetAssignments, request, &batch).code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace rezon::assignments
