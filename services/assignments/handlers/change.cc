#include "services/assignments/handlers/change.h"

#include <nlohmann/json.hpp>

#include "services/assignments/domain/due.h"
#include "services/assignments/domain/names.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"
#include "services/platform/server/db_context.h"
#include "services/platform/trace/context.h"

namespace rezon::assignments {
namespace {

constexpr std::size_t kMaxReport = 20'000;
constexpr std::size_t kMaxComment = 4'000;
constexpr std::size_t kMaxLink = 2'000;
constexpr int kMaxLinks = 20;

// What all change requests have in common: name, etag, request_id.
template <typename Request>
absl::StatusOr<store::Change> Begin(const server::CallContext& call, const Request& request,
                                    Operation operation) {
  store::Change change;
  auto id = AssignmentId(request.name());
  if (!id.ok()) return id.status();
  auto version = VersionOf(request.etag());
  if (!version.ok()) return version.status();
  auto request_id = RequestId(request.request_id());
  if (!request_id.ok()) return request_id.status();
  change.region = call.region();
  change.id = *id;
  change.version = *version;
  change.move = &MoveOf(operation);
  change.actor = call.principal().subject;
  change.request_id = *request_id;
  if (!request_id->empty()) change.request_hash = ContentHash(request);
  change.traceparent = trace::FormatTraceparent(trace::Current());
  return change;
}

absl::Status CheckLinks(const v1::ProgressReport& report) {
  if (report.links_size() > kMaxLinks) {
    return errors::InvalidField("report.links", "has more than 20 entries", "Не более 20 ссылок");
  }
  for (int i = 0; i < report.links_size(); ++i) {
    const std::string field = "report.links[" + std::to_string(i) + "]";
    if (!report.links(i).starts_with("https://")) {
      return errors::InvalidField(field, "must start with https://",
                                  "Ссылка должна начинаться с https://");
    }
    absl::Status text = CheckText(field, report.links(i), true, kMaxLink);
    if (!text.ok()) return text;
  }
  return absl::OkStatus();
}

absl::Status Forbidden(const store::Change& change, const store::Outcome& outcome) {
  std::string ru = "Действие недоступно: поручение в состоянии «";
  ru.append(RussianName(outcome.state)).append("»");
  return errors::FailedPrecondition("STATE_FORBIDS", "the state does not allow the operation", ru,
                                    {{"state", v1::Assignment::State_Name(outcome.state)},
                                     {"operation", std::string(change.move->name)}});
}

}  // namespace

absl::Status ChangeHandlers::Answer(const store::Change& change, store::Outcome& outcome,
                                    v1::Assignment* out) {
  using Kind = store::Outcome::Kind;
  switch (outcome.kind) {
    case Kind::kChanged:
      committed_();
      *out = std::move(outcome.assignment);
      return absl::OkStatus();
    case Kind::kReplayed:
      *out = std::move(outcome.assignment);
      return absl::OkStatus();
    case Kind::kReused:
      return store::RequestIdReused();
    case Kind::kMissing:
      return errors::NotFound(AssignmentName(change.id));
    case Kind::kForbidden:
      return Forbidden(change, outcome);
    case Kind::kStale:
      return errors::EtagMismatch(AssignmentName(change.id), EtagOf(outcome.version));
    case Kind::kRaced:
      break;
  }
  return errors::Aborted("CONCURRENT_CHANGE", "the assignment is being changed; try again",
                         "Поручение одновременно меняет кто-то ещё, повторите попытку");
}

void ChangeHandlers::Apply(absl::Span<ChangeCall> calls) {
  std::vector<store::AskedChange> asked;
  asked.reserve(calls.size());
  for (const ChangeCall& call : calls) asked.push_back({call.job, server::DbContext(*call.call)});
  auto outcomes = store::ApplyTogether(
      [this](const db::Context& context, absl::Span<const store::Change> changes,
             absl::CivilDay day) { return store_.Apply(context, changes, day); },
      server::SharedContext(absl::Span<const ChangeCall>(calls)), asked, today_());
  for (std::size_t i = 0; i < calls.size(); ++i) {
    calls[i].status = outcomes[i].ok() ? Answer(calls[i].job, *outcomes[i], calls[i].response)
                                       : outcomes[i].status();
  }
}

absl::StatusOr<store::Change> ChangeHandlers::Acknowledge(
    server::CallContext& call, const v1::AcknowledgeAssignmentRequest& request) {
  absl::Status role = RequireRole(call, {"clerk", "reporter", "operator", "integration"});
  if (!role.ok()) return role;
  auto change = Begin(call, request, Operation::kAcknowledge);
  return change;
}

absl::StatusOr<store::Change> ChangeHandlers::Start(server::CallContext& call,
                                                    const v1::StartAssignmentRequest& request) {
  absl::Status role = RequireRole(call, {"clerk", "reporter", "operator", "integration"});
  if (!role.ok()) return role;
  auto change = Begin(call, request, Operation::kStart);
  return change;
}

absl::StatusOr<store::Change> ChangeHandlers::Report(server::CallContext& call,
                                                     const v1::ReportAssignmentRequest& request) {
  absl::Status role = RequireRole(call, {"clerk", "reporter", "operator", "integration"});
  if (!role.ok()) return role;
  const v1::ProgressReport& report = request.report();
  absl::Status text = CheckText("report.text", report.text(), true, kMaxReport);
  if (text.ok()) text = CheckLinks(report);
  if (!text.ok()) return text;
  if (!v1::ProgressReport::Ask_IsValid(report.ask())) {
    return errors::InvalidField("report.ask", "is not a known value", "Неизвестная просьба");
  }
  const bool informs = report.ask() == v1::ProgressReport::ASK_INFORMATION;
  auto change = Begin(call, request, informs ? Operation::kInform : Operation::kReport);
  if (!change.ok()) return change.status();
  change->comment = report.text();
  change->report_id = ids::NewUuid();
  change->ask = informs ? report.ask() : v1::ProgressReport::ASK_REMOVE_FROM_CONTROL;
  change->links =
      nlohmann::json(std::vector<std::string>(report.links().begin(), report.links().end())).dump();
  return change;
}

absl::StatusOr<store::Change> ChangeHandlers::Accept(server::CallContext& call,
                                                     const v1::AcceptAssignmentRequest& request) {
  if (absl::Status role = RequireRole(call, {"operator", "controller"}); !role.ok()) return role;
  absl::Status text = CheckText("comment", request.comment(), false, kMaxComment);
  if (!text.ok()) return text;
  auto change = Begin(call, request, Operation::kAccept);
  if (!change.ok()) return change.status();
  change->comment = request.comment();
  return change;
}

absl::StatusOr<store::Change> ChangeHandlers::Return(server::CallContext& call,
                                                     const v1::ReturnAssignmentRequest& request) {
  if (absl::Status role = RequireRole(call, {"operator", "controller"}); !role.ok()) return role;
  absl::Status text = CheckText("comment", request.comment(), true, kMaxComment);
  if (!text.ok()) return text;
  auto change = Begin(call, request, Operation::kReturn);
  if (!change.ok()) return change.status();
  change->comment = request.comment();
  change->due = ParseDay(request.due_date());
  if (!request.due_date().empty() && !change->due) {
    return errors::InvalidField("due_date", "must be a day as YYYY-MM-DD",
                                "Срок задаётся в виде ГГГГ-ММ-ДД");
  }
  return change;
}

absl::StatusOr<store::Change> ChangeHandlers::Cancel(server::CallContext& call,
                                                     const v1::CancelAssignmentRequest& request) {
  if (absl::Status role = RequireRole(call, {"operator"}); !role.ok()) return role;
  absl::Status text = CheckText("comment", request.comment(), true, kMaxComment);
  if (!text.ok()) return text;
  auto change = Begin(call, request, Operation::kCancel);
  if (!change.ok()) return change.status();
  change->comment = request.comment();
  return change;
}

}  // namespace rezon::assignments
