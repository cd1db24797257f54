#include "services/decisions/handlers/suggestions.h"

#include <string>

#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/names.h"
#include "services/decisions/domain/relations.h"
#include "services/decisions/domain/suggest.h"
#include "services/decisions/handlers/access.h"
#include "services/decisions/store/rows.h"
#include "services/platform/ids/uuid.h"

namespace rezon::decisions {
namespace {

constexpr std::size_t kMostReason = 4000;

}  // namespace

absl::Status SuggestionHandlers::Take(server::CallContext& call,
                                      const pb::TakeSuggestionRequest& request,
                                      pb::TakeSuggestionResponse* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = ParseSuggestionName(request.name());
  if (!id.ok()) return id.status();
  auto key = MakeKey("TakeSuggestion", request.request_id(), request);
  if (!key.ok()) return key.status();
  const std::string name = PointName(id->resolution, ids::NewUuid());
  Taken taken;
  store::Store::Change change;
  change.key = *key;
  change.resolution_id = id->resolution;
  change.change = [&](Aggregate& aggregate) {
    auto made = TakeSuggestion(aggregate, {request.name(), request.etag()}, name, request.after(),
                               {call.principal().subject, {}});
    if (made.ok()) taken = *made;
    return made.status();
  };
  change.answer = [&](const Aggregate& aggregate) {
    pb::TakeSuggestionResponse response;
    *response.mutable_suggestion() = aggregate.suggestions[taken.suggestion];
    *response.mutable_point() = aggregate.points[taken.point];
    return store::ToJson(response);
  };
  auto json = store_.Apply(call, change);
  if (!json.ok()) return json.status();
  store::FromJson(*json, out);
  return absl::OkStatus();
}

absl::Status SuggestionHandlers::Dismiss(server::CallContext& call,
                                         const pb::DismissSuggestionRequest& request,
                                         pb::Suggestion* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = ParseSuggestionName(request.name());
  if (!id.ok()) return id.status();
  absl::Status wrong = CheckText("reason", request.reason(), kMostReason, false);
  if (!wrong.ok()) return wrong;
  auto key = MakeKey("DismissSuggestion", request.request_id(), request);
  if (!key.ok()) return key.status();
  std::size_t place = 0;
  store::Store::Change change;
  change.key = *key;
  change.resolution_id = id->resolution;
  change.change = [&](Aggregate& aggregate) {
    auto done = DismissSuggestion(aggregate, {request.name(), request.etag()}, request.reason(),
                                  {call.principal().subject, {}});
    if (done.ok()) place = *done;
    return done.status();
  };
  change.answer = [&](const Aggregate& aggregate) {
    return store::ToJson(aggregate.suggestions[place]);
  };
  auto json = store_.Apply(call, change);
  if (!json.ok()) return json.status();
  store::FromJson(*json, out);
  return absl::OkStatus();
}

}  // namespace rezon::decisions
