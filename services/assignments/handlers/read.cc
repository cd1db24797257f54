#include "services/assignments/handlers/read.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "services/assignments/domain/names.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/server/db_context.h"

namespace rezon::assignments {
namespace {

constexpr int kMaxBatch = 1000;

using GetCall = server::BatchItem<std::string, v1::Assignment>;

}  // namespace

absl::StatusOr<std::string> ReadHandlers::ToGet(server::CallContext&,
                                                const v1::GetAssignmentRequest& request) {
  return AssignmentId(request.name());
}

void ReadHandlers::Get(absl::Span<GetCall> calls) {
  const db::Context context = server::SharedContext(absl::Span<const GetCall>(calls));
  std::unordered_map<std::string_view, std::vector<GetCall*>> by_region;
  for (GetCall& call : calls) by_region[call.call->region()].push_back(&call);
  for (auto& [region, asked] : by_region) {
    std::unordered_map<std::string_view, std::vector<GetCall*>> by_id;
    std::vector<std::string> ids;
    for (GetCall* call : asked) {
      auto& same = by_id[call->job];
      if (same.empty()) ids.push_back(call->job);
      same.push_back(call);
    }
    auto rows = store_.Get(context, std::string(region), ids, today_());
    for (GetCall* call : asked) {
      call->status = rows.ok() ? errors::NotFound(AssignmentName(call->job)) : rows.status();
    }
    if (!rows.ok()) continue;
    for (const v1::Assignment& row : *rows) {
      for (GetCall* call : by_id[std::string_view(row.name()).substr(row.name().rfind('/') + 1)]) {
        *call->response = row;
        call->status = absl::OkStatus();
      }
    }
  }
}

absl::Status ReadHandlers::BatchGet(server::CallContext& call,
                                    const v1::BatchGetAssignmentsRequest& request,
                                    v1::BatchGetAssignmentsResponse* out) {
  if (request.names_size() > kMaxBatch) {
    return errors::InvalidField("names", "has more than 1000 entries",
                                "Не более 1000 поручений за один запрос");
  }
  std::vector<std::string> ids;
  std::unordered_set<std::string> seen;
  for (int i = 0; i < request.names_size(); ++i) {
    auto id = AssignmentId(request.names(i), "names[" + std::to_string(i) + "]");
    if (!id.ok()) return id.status();
    if (seen.insert(*id).second) ids.push_back(*id);
  }
  if (ids.empty()) return absl::OkStatus();
  auto rows = store_.Get(server::DbContext(call), call.region(), ids, today_());
  if (!rows.ok()) return rows.status();
  std::unordered_map<std::string, const v1::Assignment*> by_name;
  for (const v1::Assignment& row : *rows) by_name[row.name()] = &row;
  for (const std::string& name : request.names()) {
    auto found = by_name.find(name);
    if (found == by_name.end()) return errors::NotFound(name);
    *out->add_assignments() = *found->second;
  }
  return absl::OkStatus();
}

absl::Status ReadHandlers::CheckExists(server::CallContext& call, const std::string& id) {
  auto rows = store_.Get(server::DbContext(call), call.region(), {id}, today_());
  if (!rows.ok()) return rows.status();
  return rows->empty() ? errors::NotFound(AssignmentName(id)) : absl::OkStatus();
}

absl::Status ReadHandlers::GetIssuance(server::CallContext& call,
                                       const v1::GetIssuanceRequest& request, v1::Issuance* out) {
  auto id = names::ParseUuid("issuances", request.name());
  if (!id.ok()) return id.status();
  auto issuance = store_.GetIssuance(server::DbContext(call), call.region(), *id);
  if (!issuance.ok()) return issuance.status();
  if (!*issuance) return errors::NotFound(request.name());
  *out = std::move(**issuance);
  return absl::OkStatus();
}

}  // namespace rezon::assignments
