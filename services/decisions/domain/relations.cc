#include "services/decisions/domain/relations.h"

#include <array>
#include <utility>

#include "services/decisions/domain/deadline.h"
#include "services/decisions/domain/names.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"

namespace rezon::decisions {
namespace {

using RelationKind = pb::Relation::Kind;
using RelationState = pb::Relation::State;

constexpr std::array<std::pair<RelationState, std::string_view>, 3> kRelationStates = {{
    {pb::Relation::STATE_PROPOSED, "proposed"},
    {pb::Relation::STATE_CONFIRMED, "confirmed"},
    {pb::Relation::STATE_REJECTED, "rejected"},
}};

constexpr std::array<std::pair<pb::Suggestion::State, std::string_view>, 3> kSuggestionStates = {{
    {pb::Suggestion::STATE_OPEN, "open"},
    {pb::Suggestion::STATE_TAKEN, "taken"},
    {pb::Suggestion::STATE_DISMISSED, "dismissed"},
}};

// The word of a value among pairs, and back.
template <typename Pairs, typename Value>
std::string_view WordIn(const Pairs& pairs, Value value) {
  for (const auto& [known, word] : pairs) {
    if (known == value) return word;
  }
  return "unspecified";
}

template <typename Value, typename Pairs>
Value ValueIn(const Pairs& pairs, std::string_view text) {
  for (const auto& [value, word] : pairs) {
    if (word == text) return value;
  }
  return Value();
}

std::string ResolutionId(const Aggregate& draft) {
  const std::string& name = draft.resolution.name();
  return name.substr(name.find('/') + 1);
}

pb::Relation MakeRelation(const reader::Relation& read, const Aggregate& draft) {
  pb::Relation relation;
  for (const pb::Point& point : draft.points) {
    if (point.ordinal() == read.item) relation.set_point(point.name());
  }
  relation.set_kind(RelationKindOf(reader::Name(read.kind)));
  relation.set_state(pb::Relation::STATE_PROPOSED);
  relation.set_origin(pb::Relation::ORIGIN_READ);
  pb::Relation::Target* target = relation.mutable_target();
  target->set_act(read.target.act);
  target->set_number(read.target.number);
  target->set_act_date(read.target.date);
  target->set_issuer(read.target.issuer);
  target->set_title(read.target.title);
  target->set_own(read.target.own);
  *relation.mutable_span() = SourceSpanOf(read.span);
  relation.set_rule(read.rule);
  relation.set_confidence(read.confidence);
  return relation;
}

}  // namespace

void AddLinks(const reader::Document& document, const std::function<std::string()>& new_id,
              Aggregate& draft) {
  const std::string id = ResolutionId(draft);
  for (const reader::Relation& read : document.relations) {
    std::vector<std::string> labels = read.target.labels;
    if (labels.empty()) labels.emplace_back();
    for (const std::string& label : labels) {
      pb::Relation& relation =
          draft.relations.emplace_back(ToldRelation{MakeRelation(read, draft), "", 0}).relation;
      relation.set_name(RelationName(id, new_id()));
      relation.mutable_target()->set_label(label);
    }
  }
  for (const reader::Suggestion& read : document.suggestions) {
    pb::Suggestion& suggestion = draft.suggestions.emplace_back();
    suggestion.set_name(SuggestionName(id, new_id()));
    suggestion.set_text(read.text);
    *suggestion.mutable_span() = SourceSpanOf(read.span);
    suggestion.set_rule(read.rule);
    suggestion.set_confidence(read.confidence);
    suggestion.set_state(pb::Suggestion::STATE_OPEN);
  }
}

std::string_view KindWord(RelationKind kind) {
  static constexpr std::array<std::string_view, 8> kWords = {
      "unspecified",          "amends",    "supplements", "supersedes", "repeals",
      "removes_from_control", "continues", "executes"};
  const auto at = static_cast<std::size_t>(kind);
  return at < kWords.size() ? kWords[at] : kWords[0];
}

RelationKind RelationKindOf(std::string_view word) {
  for (int number = pb::Relation::KIND_AMENDS; number <= pb::Relation::Kind_MAX; ++number) {
    const auto kind = static_cast<RelationKind>(number);
    if (KindWord(kind) == word) return kind;
  }
  return pb::Relation::KIND_UNSPECIFIED;
}

std::string_view RelationStateWord(RelationState state) { return WordIn(kRelationStates, state); }

RelationState RelationStateOf(std::string_view text) {
  return ValueIn<RelationState>(kRelationStates, text);
}

std::string_view SuggestionStateWord(pb::Suggestion::State state) {
  return WordIn(kSuggestionStates, state);
}

pb::Suggestion::State SuggestionStateOf(std::string_view text) {
  return ValueIn<pb::Suggestion::State>(kSuggestionStates, text);
}

std::string RelationName(std::string_view resolution_id, std::string_view relation_id) {
  return names::Join(names::Join("resolutions", resolution_id) + "/relations", relation_id);
}

std::string SuggestionName(std::string_view resolution_id, std::string_view suggestion_id) {
  return names::Join(names::Join("resolutions", resolution_id) + "/suggestions", suggestion_id);
}

absl::StatusOr<RelationId> ParseRelationName(std::string_view name) {
  auto parts = names::Match("resolutions/{resolution}/relations/{relation}", name);
  if (!parts || !ids::IsUuid((*parts)[0]) || !ids::IsUuid((*parts)[1])) {
    return errors::InvalidField("name", "must be resolutions/{uuid}/relations/{uuid}",
                                "Неверное имя связи.");
  }
  return RelationId{std::string((*parts)[0]), std::string((*parts)[1])};
}

absl::StatusOr<SuggestionId> ParseSuggestionName(std::string_view name) {
  auto parts = names::Match("resolutions/{resolution}/suggestions/{suggestion}", name);
  if (!parts || !ids::IsUuid((*parts)[0]) || !ids::IsUuid((*parts)[1])) {
    return errors::InvalidField("name", "must be resolutions/{uuid}/suggestions/{uuid}",
                                "Неверное имя предложения.");
  }
  return SuggestionId{std::string((*parts)[0]), std::string((*parts)[1])};
}

absl::StatusOr<TargetId> ParseTarget(std::string_view target) {
  if (auto point = ParsePointName(target, "target"); point.ok()) {
    return TargetId{point->resolution, point->point};
  }
  auto resolution = names::ParseUuid("resolutions", target, "target");
  if (!resolution.ok()) return resolution.status();
  return TargetId{*resolution, ""};
}

pb::Relation TargetOnly(const TargetId& target) {
  pb::Relation relation;
  relation.set_target_resolution(names::Join("resolutions", target.resolution));
  if (!target.point.empty()) {
    relation.set_target_point(PointName(target.resolution, target.point));
  }
  return relation;
}

absl::Status CheckDecision(const pb::Relation& relation, const Decision& decision) {
  if (decision.state != pb::Relation::STATE_REJECTED ||
      relation.state() != pb::Relation::STATE_REJECTED) {
    return absl::OkStatus();
  }
  return errors::FailedPrecondition("STATE_FORBIDS", "the relation is rejected already",
                                    "Связь уже отклонена.", {{"resource", relation.name()}});
}

}  // namespace rezon::decisions
