#include "services/decisions/handlers/relate.h"

#include <string>
#include <utility>

#include "services/decisions/domain/letters.h"
#include "services/decisions/domain/relate.h"
#include "services/decisions/domain/relations.h"
#include "services/decisions/handlers/access.h"
#include "services/decisions/handlers/change.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"

namespace rezon::decisions {

absl::Status RelateHandlers::Create(server::CallContext& call,
                                    const pb::CreateRelationRequest& request, pb::Relation* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  if (absl::Status letter = CheckNoLetter(request.parent()); !letter.ok()) return letter;
  auto id = names::ParseUuid("resolutions", request.parent(), "parent");
  if (!id.ok()) return id.status();
  if (!request.relation().name().empty()) {
    return errors::InvalidField("relation.name", "must be empty",
                                "Имя новой связи задаёт система.");
  }
  auto named = TargetOf(request.relation());
  if (!named.ok()) return named.status();
  pb::Relation target;
  if (*named) {
    auto found = relations_.Target(call, **named);
    if (!found.ok()) return found.status();
    target = *std::move(found);
  }
  const std::string name = RelationName(*id, ids::NewUuid());
  std::size_t place = 0;
  Work work;
  work.method = "CreateRelation";
  work.resolution_id = *id;
  work.etag = request.etag();
  work.change = [&](Aggregate& aggregate) {
    auto made =
        AddRelation(aggregate, request.relation(), target, name, {call.principal().subject, {}});
    if (made.ok()) place = *made;
    return made.status();
  };
  work.answer = [&](const Aggregate& aggregate, google::protobuf::Message* answer) {
    auto& relation = static_cast<pb::Relation&>(*answer);
    relation = aggregate.relations[place].relation;
    if (request.validate_only()) relation.clear_name();
  };
  return Do(store_, call, request, work, out);
}

absl::Status RelateHandlers::Delete(server::CallContext& call,
                                    const pb::DeleteRelationRequest& request,
                                    pb::DeleteRelationResponse*) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = ParseRelationName(request.name());
  if (!id.ok()) return id.status();
  auto key = MakeKey("DeleteRelation", request.request_id(), request);
  if (!key.ok()) return key.status();
  auto change = [&](Aggregate& aggregate) {
    return DropRelation(aggregate, request.name(), request.etag(), {call.principal().subject, {}});
  };
  auto answer = [](const Aggregate&) { return std::string("{}"); };
  return store_
      .Apply(call, {*key, id->resolution, std::nullopt, store::Happening::kChanged, change, answer})
      .status();
}

}  // namespace rezon::decisions
