#include "services/decisions/domain/reread_links.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "services/decisions/domain/links.h"

namespace rezon::decisions {
namespace {

using rezon::common::v1::SourceSpan;
using Difference = pb::PointDifference;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool IsDecided(const pb::Relation& relation) {
  return relation.state() != pb::Relation::STATE_PROPOSED;
}
bool IsDecided(const pb::Suggestion& suggestion) {
  return suggestion.state() != pb::Suggestion::STATE_OPEN;
}

bool SameWords(const pb::Relation& a, const pb::Relation& b) { return SayTheSame(a, b); }
bool SameWords(const pb::Suggestion& a, const pb::Suggestion& b) { return a.text() == b.text(); }

// Read from the same words although otherwise: of two labels of one target each is its own.
bool SamePlace(const pb::Relation& a, const pb::Relation& b) {
  return a.target().label() == b.target().label() && Overlap(a.span(), b.span()) > 0;
}
bool SamePlace(const pb::Suggestion& a, const pb::Suggestion& b) {
  return Overlap(a.span(), b.span()) > 0;
}

// What a person added has no place: anything read is nearer.
std::size_t Distance(const SourceSpan& a, const SourceSpan& b) {
  if (a.end() == 0 || b.end() == 0) return kNone - 1;
  return static_cast<std::size_t>(a.begin() < b.begin() ? b.begin() - a.begin()
                                                        : a.begin() - b.begin());
}

// For each fresh row the standing one that was read from the same words, or kNone; each is used
// once, and the same words win over the same place.
template <typename Row>
std::vector<std::size_t> MatchRows(const std::vector<Row>& standing,
                                   const std::vector<Row>& fresh) {
  std::vector<std::size_t> match(fresh.size(), kNone);
  std::vector<bool> used(standing.size());
  auto pair = [&](auto alike) {
    for (std::size_t f = 0; f < fresh.size(); ++f) {
      if (match[f] != kNone) continue;
      std::size_t best = kNone;
      for (std::size_t s = 0; s < standing.size(); ++s) {
        if (used[s] || !alike(standing[s], fresh[f])) continue;
        if (best == kNone || Distance(standing[s].span(), fresh[f].span()) <
                                 Distance(standing[best].span(), fresh[f].span())) {
          best = s;
        }
      }
      if (best == kNone) continue;
      match[f] = best;
      used[best] = true;
    }
  };
  pair([](const Row& a, const Row& b) { return SameWords(a, b); });
  pair([](const Row& a, const Row& b) { return SamePlace(a, b); });
  return match;
}

const SourceSpan& SpanOf(const ToldRelation& told) { return told.relation.span(); }
const SourceSpan& SpanOf(const pb::Suggestion& suggestion) { return suggestion.span(); }

// Rows of the reading stand in its order; one that it does not have goes where its place leads, one
// without a place behind all.
template <typename Row>
void InsertByPlace(Row row, std::vector<Row>& rows) {
  if (SpanOf(row).end() == 0) {
    rows.push_back(std::move(row));
    return;
  }
  auto behind = std::find_if(rows.begin(), rows.end(), [&](const Row& other) {
    return SpanOf(other).begin() > SpanOf(row).begin();
  });
  rows.insert(behind, std::move(row));
}

pb::Relation AsRead(pb::Relation read) {
  read.clear_name();
  return read;
}

class RelationReading {
 public:
  RelationReading(const LinkPlaces& places, Aggregate& aggregate, pb::ReReadResolutionResponse& out)
      : places_(places), aggregate_(aggregate), out_(out) {}

  void Run(const Aggregate& fresh) {
    std::vector<pb::Relation> standing;
    for (const ToldRelation& told : aggregate_.relations) {
      standing.push_back(told.relation);
      if (told.relation.has_span()) {
        *standing.back().mutable_span() = places_.carrier.Carry(told.relation.span());
      }
      standing.back().set_point(places_.standing(told.relation.point()));
    }
    const std::vector<pb::Relation> read = Placed(fresh);
    const std::vector<std::size_t> match = MatchRows(standing, read);
    std::vector<ToldRelation> now;
    std::vector<bool> read_again(standing.size());
    for (std::size_t f = 0; f < read.size(); ++f) {
      pb::RelationDifference& difference = *out_.add_relation_differences();
      *difference.mutable_read() = AsRead(read[f]);
      if (match[f] != kNone) {
        read_again[match[f]] = true;
        now.push_back(Compare(match[f], standing[match[f]], read[f], difference));
      } else {
        difference.set_kind(Difference::KIND_NEW);
        now.push_back({read[f], "", 0});
      }
    }
    Leave(standing, read_again, now);
    Put(std::move(now));
  }

 private:
  // The fresh relations with their points' names in the resolution, each once; those of removed
  // points are told and left out.
  std::vector<pb::Relation> Placed(const Aggregate& fresh) {
    Aggregate placed;
    for (const ToldRelation& told : fresh.relations) {
      pb::Relation relation = told.relation;
      if (!relation.point().empty()) {
        auto point = places_.fresh(relation.point(), relation.span());
        if (!point) {
          pb::RelationDifference& difference = *out_.add_relation_differences();
          difference.set_kind(Difference::KIND_KEPT);
          *difference.mutable_read() = AsRead(relation);
          difference.mutable_read()->clear_point();
          continue;
        }
        relation.set_point(*point);
      }
      placed.relations.push_back({std::move(relation), "", 0});
    }
    JoinRelations(placed);
    std::vector<pb::Relation> rows;
    for (ToldRelation& told : placed.relations) rows.push_back(std::move(told.relation));
    return rows;
  }

  ToldRelation Compare(std::size_t place, const pb::Relation& carried, const pb::Relation& read,
                       pb::RelationDifference& difference) {
    const ToldRelation& told = aggregate_.relations[place];
    *difference.mutable_relation() = told.relation;
    const bool same = SayTheSame(told.relation, read) && told.relation.point() == read.point();
    ToldRelation now = told;
    now.relation = carried;
    if (IsDecided(told.relation)) {
      difference.set_kind(same ? Difference::KIND_SAME : Difference::KIND_KEPT);
      return now;
    }
    difference.set_kind(same ? Difference::KIND_SAME : Difference::KIND_CHANGED);
    now.relation.set_point(read.point());
    now.relation.set_kind(read.kind());
    *now.relation.mutable_target() = read.target();
    *now.relation.mutable_span() = read.span();
    now.relation.set_rule(read.rule());
    now.relation.set_confidence(read.confidence());
    return now;
  }

  // Standing relations that the reading does not have.
  void Leave(const std::vector<pb::Relation>& standing, const std::vector<bool>& read_again,
             std::vector<ToldRelation>& now) {
    for (std::size_t s = 0; s < standing.size(); ++s) {
      if (read_again[s]) continue;
      pb::RelationDifference& difference = *out_.add_relation_differences();
      *difference.mutable_relation() = aggregate_.relations[s].relation;
      const bool kept = IsDecided(standing[s]);
      difference.set_kind(kept ? Difference::KIND_KEPT : Difference::KIND_GONE);
      if (!kept) continue;
      ToldRelation told = aggregate_.relations[s];
      told.relation = standing[s];
      InsertByPlace(std::move(told), now);
    }
  }

  void Put(std::vector<ToldRelation> now) {
    const bool same =
        std::equal(now.begin(), now.end(), aggregate_.relations.begin(), aggregate_.relations.end(),
                   [](const ToldRelation& a, const ToldRelation& b) {
                     return a.relation.SerializeAsString() == b.relation.SerializeAsString();
                   });
    if (same) return;
    aggregate_.relations = std::move(now);
    aggregate_.relations_changed = true;
    aggregate_.match_relations = true;
  }

  const LinkPlaces& places_;
  Aggregate& aggregate_;
  pb::ReReadResolutionResponse& out_;
};

pb::Suggestion CompareSuggestion(const pb::Suggestion& standing, const pb::Suggestion& carried,
                                 const pb::Suggestion& read, pb::SuggestionDifference& difference) {
  *difference.mutable_suggestion() = standing;
  const bool same = standing.text() == read.text();
  pb::Suggestion now = carried;
  if (IsDecided(standing)) {
    difference.set_kind(same ? Difference::KIND_SAME : Difference::KIND_KEPT);
    return now;
  }
  difference.set_kind(same ? Difference::KIND_SAME : Difference::KIND_CHANGED);
  now.set_text(read.text());
  *now.mutable_span() = read.span();
  now.set_rule(read.rule());
  now.set_confidence(read.confidence());
  return now;
}

void TakeSuggestions(const std::vector<pb::Suggestion>& read, const LinkPlaces& places,
                     Aggregate& aggregate, pb::ReReadResolutionResponse& out) {
  std::vector<pb::Suggestion> standing = aggregate.suggestions;
  for (pb::Suggestion& one : standing) *one.mutable_span() = places.carrier.Carry(one.span());
  const std::vector<std::size_t> match = MatchRows(standing, read);
  std::vector<pb::Suggestion> now;
  std::vector<bool> read_again(standing.size());
  for (std::size_t f = 0; f < read.size(); ++f) {
    pb::SuggestionDifference& difference = *out.add_suggestion_differences();
    *difference.mutable_read() = read[f];
    difference.mutable_read()->clear_name();
    if (match[f] == kNone) {
      difference.set_kind(Difference::KIND_NEW);
      now.push_back(read[f]);
      continue;
    }
    read_again[match[f]] = true;
    now.push_back(CompareSuggestion(aggregate.suggestions[match[f]], standing[match[f]], read[f],
                                    difference));
  }
  for (std::size_t s = 0; s < standing.size(); ++s) {
    if (read_again[s]) continue;
    pb::SuggestionDifference& difference = *out.add_suggestion_differences();
    *difference.mutable_suggestion() = aggregate.suggestions[s];
    const bool kept = IsDecided(standing[s]);
    difference.set_kind(kept ? Difference::KIND_KEPT : Difference::KIND_GONE);
    if (kept) InsertByPlace(standing[s], now);
  }
  const bool same =
      std::equal(now.begin(), now.end(), aggregate.suggestions.begin(), aggregate.suggestions.end(),
                 [](const pb::Suggestion& a, const pb::Suggestion& b) {
                   return a.SerializeAsString() == b.SerializeAsString();
                 });
  if (same) return;
  aggregate.suggestions = std::move(now);
  aggregate.suggestions_changed = true;
}

}  // namespace

void TakeLinks(const Aggregate& fresh, const LinkPlaces& places, Aggregate& aggregate,
               pb::ReReadResolutionResponse& out) {
  RelationReading(places, aggregate, out).Run(fresh);
  TakeSuggestions(fresh.suggestions, places, aggregate, out);
}

}  // namespace rezon::decisions
