#include "services/decisions/domain/links.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "google/protobuf/util/message_differencer.h"
#include "services/decisions/domain/source_place.h"

namespace rezon::decisions {
namespace {

using rezon::common::v1::SourceSpan;

// How much a person's word in it weighs when two relations are joined.
int Weight(const pb::Relation& relation) {
  switch (relation.state()) {
    case pb::Relation::STATE_CONFIRMED:
      return 2;
    case pb::Relation::STATE_REJECTED:
      return 1;
    default:
      return 0;
  }
}

bool HasWords(const pb::Point& part, const SourceSpan& span, std::string_view source) {
  if (span.begin() < 0 || span.begin() >= span.end() ||
      static_cast<std::size_t>(span.end()) > source.size()) {
    return false;
  }
  const std::string_view words = source.substr(static_cast<std::size_t>(span.begin()),
                                               static_cast<std::size_t>(span.end() - span.begin()));
  SourceSpan all;
  all.set_end(static_cast<std::int64_t>(part.text().size()));
  return !BytesInSource(words, part.text(), all).empty();
}

}  // namespace

const std::string& PartOf(const SourceSpan& span, const std::vector<pb::Point>& parts,
                          std::string_view source) {
  if (span.end() <= span.begin()) return parts.front().name();
  const auto here = [&](const pb::Point& part) { return HoldsEnd(part.span(), span); };
  // Parts of a rewritten text have one place, which tells nothing.
  if (std::count_if(parts.begin(), parts.end(), here) == 1) {
    return std::find_if(parts.begin(), parts.end(), here)->name();
  }
  const auto words = std::find_if(parts.begin(), parts.end(), [&](const pb::Point& part) {
    return HasWords(part, span, source);
  });
  return words == parts.end() ? parts.front().name() : words->name();
}

bool SayTheSame(const pb::Relation& a, const pb::Relation& b) {
  if (a.kind() != b.kind() ||
      !google::protobuf::util::MessageDifferencer::Equals(a.target(), b.target())) {
    return false;
  }
  const bool as_read =
      a.origin() != pb::Relation::ORIGIN_PERSON && b.origin() != pb::Relation::ORIGIN_PERSON;
  return as_read ||
         (a.target_resolution() == b.target_resolution() && a.target_point() == b.target_point());
}

void JoinRelations(Aggregate& aggregate) {
  std::vector<ToldRelation> joined;
  for (ToldRelation& told : aggregate.relations) {
    auto same = std::find_if(joined.begin(), joined.end(), [&](const ToldRelation& other) {
      return other.relation.point() == told.relation.point() &&
             SayTheSame(other.relation, told.relation);
    });
    if (same == joined.end()) {
      joined.push_back(std::move(told));
    } else if (Weight(told.relation) > Weight(same->relation)) {
      *same = std::move(told);
    }
  }
  aggregate.relations = std::move(joined);
}

void LinksFollowMerge(const std::set<std::string>& gone, const std::string& whole,
                      Aggregate& aggregate) {
  for (const std::string& name : gone) aggregate.merged_points[name] = whole;
  for (ToldRelation& told : aggregate.relations) {
    if (gone.count(told.relation.point()) == 0) continue;
    told.relation.set_point(whole);
    aggregate.relations_changed = true;
  }
  if (aggregate.relations_changed) JoinRelations(aggregate);
  for (pb::Suggestion& suggestion : aggregate.suggestions) {
    if (gone.count(suggestion.point()) == 0) continue;
    suggestion.set_point(whole);
    aggregate.suggestions_changed = true;
  }
}

void LinksFollowSplit(const pb::Point& whole, const std::vector<pb::Point>& parts,
                      std::string_view source, Aggregate& aggregate) {
  for (ToldRelation& told : aggregate.relations) {
    if (told.relation.point() != whole.name()) continue;
    told.relation.set_point(PartOf(told.relation.span(), parts, source));
    aggregate.relations_changed = true;
  }
  for (pb::Suggestion& suggestion : aggregate.suggestions) {
    if (suggestion.point() != whole.name()) continue;
    suggestion.set_point(PartOf(suggestion.span(), parts, source));
    aggregate.suggestions_changed = true;
  }
}

void LinksFollowDrop(const std::string& point, Aggregate& aggregate) {
  const std::size_t before = aggregate.relations.size();
  std::erase_if(aggregate.relations,
                [&](const ToldRelation& told) { return told.relation.point() == point; });
  if (aggregate.relations.size() < before) aggregate.relations_changed = true;
  for (pb::Suggestion& suggestion : aggregate.suggestions) {
    if (suggestion.point() != point) continue;
    suggestion.set_state(pb::Suggestion::STATE_OPEN);
    suggestion.clear_point();
    suggestion.clear_decider();
    suggestion.clear_decide_time();
    aggregate.suggestions_changed = true;
  }
}

}  // namespace rezon::decisions
