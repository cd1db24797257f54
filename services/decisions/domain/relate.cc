#include "services/decisions/domain/relate.h"

#include <algorithm>

#include "google/protobuf/util/message_differencer.h"
#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/life.h"
#include "services/decisions/domain/names.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"

namespace rezon::decisions {
namespace {

bool CitesAnything(const pb::Relation::Target& target) {
  return !target.act().empty() || !target.number().empty() || !target.act_date().empty() ||
         !target.title().empty();
}

absl::Status CheckGiven(const Aggregate& aggregate, const pb::Relation& given,
                        const pb::Relation& target) {
  if (KindWord(given.kind()) == KindWord(pb::Relation::KIND_UNSPECIFIED)) {
    return errors::InvalidField("relation.kind", "must be a kind of relation",
                                "Выберите, что делается с прежним решением.");
  }
  if (absl::Status wrong = CheckCitation("relation.target", given.target()); !wrong.ok()) {
    return wrong;
  }
  if (target.target_resolution().empty() && !CitesAnything(given.target())) {
    return errors::InvalidField("relation.target", "must name a resolution, a point or an act",
                                "Укажите прежнее решение: найдите его или назовите.");
  }
  if (given.point().empty()) return absl::OkStatus();
  if (!PlaceOf(aggregate, given.point()).ok()) {
    return errors::InvalidField("relation.point", "must be a point of this resolution",
                                "Такого пункта в этой резолюции нет.");
  }
  if (given.point() == target.target_point()) {
    return errors::InvalidField("relation.target_point", "is the point that says it",
                                "Пункт не может ссылаться сам на себя.");
  }
  return absl::OkStatus();
}

// By what was found, else by what is cited.
bool SameTarget(const pb::Relation& a, const pb::Relation& b) {
  if (!a.target_resolution().empty() || !b.target_resolution().empty()) {
    return a.target_resolution() == b.target_resolution() && a.target_point() == b.target_point();
  }
  return google::protobuf::util::MessageDifferencer::Equals(a.target(), b.target());
}

absl::Status CheckNew(const Aggregate& aggregate, const pb::Relation& added) {
  auto same = std::find_if(aggregate.relations.begin(), aggregate.relations.end(),
                           [&](const ToldRelation& told) {
                             const pb::Relation& other = told.relation;
                             return other.kind() == added.kind() &&
                                    other.point() == added.point() && SameTarget(other, added);
                           });
  if (same == aggregate.relations.end()) return absl::OkStatus();
  return errors::FailedPrecondition(
      "RELATION_EXISTS", "there is such a relation already",
      "Такая связь уже есть: подтвердите её вместо новой.",
      {{"resource", aggregate.resolution.name()}, {"relation", same->relation.name()}});
}

}  // namespace

absl::StatusOr<std::optional<TargetId>> TargetOf(const pb::Relation& given) {
  std::optional<TargetId> target;
  if (!given.target_resolution().empty()) {
    auto id =
        names::ParseUuid("resolutions", given.target_resolution(), "relation.target_resolution");
    if (!id.ok()) return id.status();
    target = TargetId{*id, ""};
  }
  if (given.target_point().empty()) return target;
  auto point = ParsePointName(given.target_point(), "relation.target_point");
  if (!point.ok()) return point.status();
  if (target && target->resolution != point->resolution) {
    return errors::InvalidField("relation.target_point", "must be of relation.target_resolution",
                                "Пункт не из указанной резолюции.");
  }
  target = TargetId{point->resolution, point->point};
  return target;
}

absl::StatusOr<std::size_t> AddRelation(Aggregate& aggregate, const pb::Relation& given,
                                        const pb::Relation& target, const std::string& name,
                                        const Editor& editor) {
  if (absl::Status wrong = CheckOpen(aggregate.resolution); !wrong.ok()) return wrong;
  if (absl::Status wrong = CheckGiven(aggregate, given, target); !wrong.ok()) return wrong;
  pb::Relation added = target;
  added.set_name(name);
  added.set_point(given.point());
  added.set_kind(given.kind());
  added.set_state(pb::Relation::STATE_CONFIRMED);
  added.set_origin(pb::Relation::ORIGIN_PERSON);
  *added.mutable_target() = given.target();
  added.mutable_target()->set_own(target.target_resolution() == aggregate.resolution.name());
  added.set_score(target.target_resolution().empty() ? 0 : 1);
  added.set_confidence(1);
  added.set_decider(editor.subject);
  if (absl::Status wrong = CheckNew(aggregate, added); !wrong.ok()) return wrong;
  aggregate.relations.push_back({added, "", 0});
  aggregate.relations_changed = true;
  aggregate.added_relations.insert(name);
  *Note(aggregate, editor, pb::Correction::ACTION_CREATE_RELATION).mutable_relation() = added;
  return aggregate.relations.size() - 1;
}

absl::Status DropRelation(Aggregate& aggregate, const std::string& name, const std::string& etag,
                          const Editor& editor) {
  if (absl::Status wrong = CheckOpen(aggregate.resolution); !wrong.ok()) return wrong;
  auto found = std::find_if(aggregate.relations.begin(), aggregate.relations.end(),
                            [&](const ToldRelation& told) { return told.relation.name() == name; });
  if (found == aggregate.relations.end()) return errors::NotFound(name);
  const pb::Relation removed = found->relation;
  const auto wanted = ReadEtag(etag);
  if (wanted && MakeEtag(*wanted) != removed.etag()) {
    return errors::EtagMismatch(name, removed.etag());
  }
  if (removed.origin() != pb::Relation::ORIGIN_PERSON) {
    return errors::FailedPrecondition("RELATION_READ", "the relation was read from the text",
                                      "Связь прочитана из текста: её не удаляют, а отклоняют.",
                                      {{"resource", name}});
  }
  aggregate.relations.erase(found);
  aggregate.relations_changed = true;
  aggregate.removed_relations.push_back(removed);
  *Note(aggregate, editor, pb::Correction::ACTION_DELETE_RELATION).mutable_relation() = removed;
  return absl::OkStatus();
}

}  // namespace rezon::decisions
