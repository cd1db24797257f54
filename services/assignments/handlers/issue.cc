#include "services/assignments/handlers/issue.h"

#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/server/db_context.h"
#include "services/platform/trace/context.h"

namespace rezon::assignments {
namespace {

bool SendLast(const IssueHandlers::Send& send, const v1::Issuance& issuance) {
  v1::IssueAssignmentsResponse message;
  message.set_written_count(issuance.assignment_count());
  message.set_total_count(issuance.assignment_count());
  *message.mutable_issuance() = issuance;
  return send(message);
}

absl::StatusOr<std::string> IssuedResolution(const std::string& name) {
  if (!names::Match("letters/{letter}", name)) {
    return names::ParseUuid("resolutions", name, "resolution");
  }
  return errors::FailedPrecondition(
      "IS_LETTER", "a cover letter gives no assignments",
      "Это сопроводительное письмо: поручения выдают по резолюции, которую оно направляет.",
      {{"resource", name}});
}

absl::Status Gone() { return errors::Cancelled("the caller has gone"); }

}  // namespace

absl::StatusOr<v1::Issuance> IssueHandlers::PreviewOf(server::CallContext& call, const Plan& plan) {
  auto existing = store_.Existing(server::DbContext(call), call.region(), plan.resolution);
  if (!existing.ok()) return existing.status();
  v1::Issuance issuance = plan.issuance;
  int count = 0;
  for (const PlannedAssignment& planned : plan.assignments) {
    count += existing->contains({planned.point, planned.executor.id}) ? 1 : 0;
  }
  issuance.set_existing_count(count);
  issuance.set_assignment_count(issuance.assignment_count() - count);
  return issuance;
}

absl::Status IssueHandlers::Preview(server::CallContext& call,
                                    const v1::PreviewIssueRequest& request, v1::Issuance* out) {
  auto id = IssuedResolution(request.resolution());
  if (!id.ok()) return id.status();
  auto adopted = sources_.Read(call, request.resolution());
  if (!adopted.ok()) return adopted.status();
  auto issuance = PreviewOf(call, MakePlan(*adopted, regimes_.Of(call.region())));
  if (issuance.ok()) *out = std::move(*issuance);
  return issuance.status();
}

absl::Status IssueHandlers::Issue(server::CallContext& call,
                                  const v1::IssueAssignmentsRequest& request, const Send& send) {
  if (absl::Status role = RequireRole(call, {"operator"}); !role.ok()) return role;
  auto id = IssuedResolution(request.resolution());
  if (!id.ok()) return id.status();
  auto request_id = RequestId(request.request_id());
  if (!request_id.ok()) return request_id.status();
  store::IssueOrder order{call.region(), call.principal().subject, *request_id,
                          ContentHash(request), trace::FormatTraceparent(trace::Current())};
  const db::Context context = server::DbContext(call);
  if (!order.request_id.empty() && !request.validate_only()) {
    // A retry is answered without asking the other services again.
    auto first = store_.FindIssue(context, order);
    if (!first.ok()) return first.status();
    if (*first) return SendLast(send, **first) ? absl::OkStatus() : Gone();
  }
  auto adopted = sources_.Read(call, request.resolution());
  if (!adopted.ok()) return adopted.status();
  const Plan plan = MakePlan(*adopted, regimes_.Of(call.region()));
  if (request.validate_only()) {
    auto preview = PreviewOf(call, plan);
    if (!preview.ok()) return preview.status();
    return SendLast(send, *preview) ? absl::OkStatus() : Gone();
  }
  v1::IssueAssignmentsResponse progress;
  progress.set_total_count(static_cast<int>(plan.assignments.size()));
  if (!send(progress)) return Gone();
  auto issuance = store_.Issue(context, order, *adopted, plan, [&](int written) {
    progress.set_written_count(written);
    return send(progress);
  });
  if (!issuance.ok()) return issuance.status();
  committed_();
  return SendLast(send, *issuance) ? absl::OkStatus() : Gone();
}

}  // namespace rezon::assignments
