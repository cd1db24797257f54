#include "services/decisions/domain/reread.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "services/decisions/domain/life.h"
#include "services/decisions/domain/links.h"
#include "services/decisions/domain/match.h"
#include "services/decisions/domain/reread_claims.h"
#include "services/decisions/domain/reread_fields.h"
#include "services/decisions/domain/reread_links.h"
#include "services/decisions/domain/source_place.h"
#include "services/decisions/domain/tree.h"

namespace rezon::decisions {
namespace {

using rezon::common::v1::SourceSpan;
using Difference = pb::PointDifference;

class ReReading {
 public:
  ReReading(Aggregate& aggregate, const Reading& reading)
      : aggregate_(aggregate),
        reading_(reading),
        fresh_(reading.fresh.points),
        carrier_(reading.text_before, reading.text) {}

  pb::ReReadResolutionResponse Run() {
    CarrySpans();
    match_ = MatchPoints(aggregate_.points, fresh_);
    claims_.emplace(aggregate_, reading_.removed, carrier_);
    NameFresh();
    Compare();
    Leave();
    Arrange();
    TakeLinks(reading_.fresh,
              {[this](const std::string& point, const SourceSpan& span) {
                 return LinkedPoint(point, span);
               },
               [this](const std::string& point) { return Above(point); }, carrier_},
              aggregate_, out_);
    return std::move(out_);
  }

  // The points that the reading changed, as they were and are.
  std::vector<pb::Point> before, after;

 private:
  SourceSpan CarryOne(const SourceSpan& span) const { return carrier_.Carry(span); }

  // Places of the standing points, in terms of the new text.
  void CarrySpans() {
    original_ = aggregate_.points;
    for (pb::Point& point : aggregate_.points) {
      if (point.has_span()) *point.mutable_span() = CarryOne(point.span());
      for (SourceSpan& span : *point.mutable_spans()) span = CarryOne(span);
      for (pb::Addressee& addressee : *point.mutable_addressees()) {
        if (addressee.has_span()) *addressee.mutable_span() = CarryOne(addressee.span());
      }
      if (point.deadline().has_span()) {
        *point.mutable_deadline()->mutable_span() = CarryOne(point.deadline().span());
      }
    }
  }

  // What each fresh point is called in the resolution, for those below it: the standing one's name,
  // its own when it is new, or, when a person put it away, that of the point above.
  void NameFresh() {
    for (std::size_t f = 0; f < fresh_.size(); ++f) {
      const pb::Point& read = fresh_[f];
      const pb::Point* owner = claims_->OwnerOf(read);
      if (match_[f] == kNoMatch && claims_->Hold(read)) claimed_.insert(f);
      if (match_[f] != kNoMatch && owner == nullptr) {
        names_[read.name()] = aggregate_.points[match_[f]].name();
      } else if (owner != nullptr) {
        names_[read.name()] = owner->name();
      } else {
        names_[read.name()] = claimed_.count(f) != 0 ? ParentOf(read) : read.name();
      }
    }
    std::vector<std::size_t> places;
    for (std::size_t place : match_) {
      if (place != kNoMatch && !IsCorrected(aggregate_.points[place], "parent")) {
        places.push_back(place);
      }
    }
    moved_ = OutOfOrder(places);
  }

  std::string ParentOf(const pb::Point& read) const {
    auto name = names_.find(read.parent());
    return name == names_.end() ? "" : name->second;
  }

  void Compare() {
    for (std::size_t f = 0; f < fresh_.size(); ++f) {
      Difference& difference = *out_.add_differences();
      *difference.mutable_read() = fresh_[f];
      difference.mutable_read()->clear_name();
      difference.mutable_read()->set_parent(ParentOf(fresh_[f]));
      if (match_[f] != kNoMatch) {
        CompareMatched(f, difference);
      } else {
        difference.set_kind(claimed_.count(f) != 0 ? Difference::KIND_KEPT : Difference::KIND_NEW);
      }
    }
  }

  void CompareMatched(std::size_t f, Difference& difference) {
    pb::Point& standing = aggregate_.points[match_[f]];
    const pb::Point& original = original_[match_[f]];
    *difference.mutable_point() = original;
    const std::string parent = ParentOf(fresh_[f]);
    const Differing differing = DifferingFields(standing, fresh_[f], parent);
    *difference.mutable_fields() = {differing.taken.begin(), differing.taken.end()};
    *difference.mutable_kept_fields() = {differing.kept.begin(), differing.kept.end()};
    const bool parent_differs = std::find(differing.taken.begin(), differing.taken.end(),
                                          "parent") != differing.taken.end();
    if (parent_differs || moved_.count(match_[f]) != 0) {
      difference.set_kind(Difference::KIND_MOVED);
    } else if (!differing.taken.empty()) {
      difference.set_kind(Difference::KIND_CHANGED);
    } else {
      difference.set_kind(differing.kept.empty() ? Difference::KIND_SAME : Difference::KIND_KEPT);
    }
    TakeFields(differing.taken, fresh_[f], parent, standing);
    if (!differing.taken.empty()) {
      before.push_back(original);
      after.push_back(standing);
    }
  }

  // Standing points that the reading does not have.
  void Leave() {
    std::set<std::size_t> matched(match_.begin(), match_.end());
    for (std::size_t i = 0; i < aggregate_.points.size(); ++i) {
      if (matched.count(i) != 0) continue;
      Difference& difference = *out_.add_differences();
      *difference.mutable_point() = original_[i];
      const bool gone = aggregate_.points[i].corrector().empty();
      difference.set_kind(gone ? Difference::KIND_GONE : Difference::KIND_KEPT);
      if (!gone) continue;
      gone_[aggregate_.points[i].name()] = aggregate_.points[i].parent();
      before.push_back(original_[i]);
    }
  }

  // The order of the reading; what it does not place stands behind its old neighbour.
  void Arrange() {
    std::vector<std::size_t> order;  // places of standing points; fresh ones count on from there
    const std::size_t standing = aggregate_.points.size();
    for (std::size_t f = 0; f < fresh_.size(); ++f) {
      if (match_[f] == kNoMatch && claimed_.count(f) == 0) order.push_back(standing + f);
      if (match_[f] != kNoMatch && !IsCorrected(aggregate_.points[match_[f]], "parent")) {
        order.push_back(match_[f]);
      }
    }
    const std::set<std::size_t> placed(order.begin(), order.end());
    std::size_t neighbour = kNoMatch;
    for (std::size_t i = 0; i < standing; ++i) {
      if (gone_.count(aggregate_.points[i].name()) != 0) continue;
      if (placed.count(i) == 0) {
        auto at = std::find(order.begin(), order.end(), neighbour);
        order.insert(at == order.end() ? order.begin() : std::next(at), i);
      }
      neighbour = i;
    }
    Rebuild(order);
  }

  void Rebuild(const std::vector<std::size_t>& order) {
    std::vector<pb::Point> points;
    for (std::size_t place : order) {
      if (place < aggregate_.points.size()) {
        points.push_back(std::move(aggregate_.points[place]));
        continue;
      }
      pb::Point& fresh = points.emplace_back(fresh_[place - aggregate_.points.size()]);
      fresh.set_parent(ParentOf(fresh));
      after.push_back(fresh);
    }
    for (const auto& [name, parent] : gone_) aggregate_.dropped_points.insert(name);
    aggregate_.points = std::move(points);
    for (pb::Point& point : aggregate_.points) point.set_parent(Above(point.parent()));
    BreakCircles();
    PutInTreeOrder(aggregate_);
    TouchChanged();
  }

  // The point itself, or the nearest above it that is not gone; empty for none.
  std::string Above(std::string point) const {
    for (auto up = gone_.find(point); up != gone_.end(); up = gone_.find(point)) {
      point = up->second;
    }
    return point;
  }

  // The point that a relation of the reading's point belongs to: where a person made the points of
  // that place otherwise, the one whose own place has the words.
  std::optional<std::string> LinkedPoint(const std::string& read, const SourceSpan& span) const {
    auto fresh = std::find_if(fresh_.begin(), fresh_.end(),
                              [&](const pb::Point& point) { return point.name() == read; });
    if (fresh == fresh_.end()) return "";
    const auto f = static_cast<std::size_t>(std::distance(fresh_.begin(), fresh));
    const pb::Point* owner = claims_->OwnerOf(*fresh);
    if (owner == nullptr && claimed_.count(f) != 0) return std::nullopt;
    if (owner == nullptr) return names_.at(read);
    return PartOf(span, claims_->OwnersOf(*fresh), reading_.text);
  }

  // A point that a person put below another may meet a reading that puts that other below it: what
  // the reading says of the other gives way.
  void BreakCircles() {
    std::map<std::string, pb::Point*> by_name;
    for (pb::Point& point : aggregate_.points) by_name[point.name()] = &point;
    for (pb::Point& point : aggregate_.points) {
      if (!IsCorrected(point, "parent")) continue;  // a reading alone has no circle
      std::set<std::string> seen = {point.name()};
      pb::Point* at = &point;
      while (!at->parent().empty() && by_name.count(at->parent()) != 0) {
        if (!seen.insert(at->parent()).second) {
          pb::Point* loose = IsCorrected(*at, "parent") ? by_name[at->parent()] : at;
          loose->clear_parent();
          break;
        }
        at = by_name[at->parent()];
      }
    }
  }

  void TouchChanged() {
    std::map<std::string, const pb::Point*> was;
    for (const pb::Point& point : original_) was[point.name()] = &point;
    for (const pb::Point& point : aggregate_.points) {
      auto found = was.find(point.name());
      if (found == was.end() || found->second->SerializeAsString() != point.SerializeAsString()) {
        aggregate_.Touch(point);
      }
    }
  }

  Aggregate& aggregate_;
  const Reading& reading_;
  const std::vector<pb::Point>& fresh_;
  const Carrier carrier_;
  std::vector<pb::Point> original_;
  std::vector<std::size_t> match_;
  std::optional<Claims> claims_;
  std::set<std::size_t> claimed_;
  std::set<std::size_t> moved_;
  std::map<std::string, std::string> names_;
  std::map<std::string, std::string> gone_;
  pb::ReReadResolutionResponse out_;
};

}  // namespace

absl::StatusOr<pb::ReReadResolutionResponse> TakeReading(Aggregate& aggregate,
                                                         const Reading& reading,
                                                         const Editor& editor) {
  if (absl::Status wrong = CheckOpen(aggregate.resolution); !wrong.ok()) return wrong;
  ReReading work(aggregate, reading);
  pb::ReReadResolutionResponse out = work.Run();
  TakeFacts(reading.fresh.resolution, aggregate, out);
  aggregate.letter = reading.fresh.letter;
  if (reading.text != reading.text_before) aggregate.new_document_text = reading.text;
  Renumber(aggregate);
  Count(aggregate);
  pb::Correction& note = Note(aggregate, editor, pb::Correction::ACTION_RE_READ);
  *note.mutable_fields() = out.fields();
  *note.mutable_before() = {work.before.begin(), work.before.end()};
  *note.mutable_after() = {work.after.begin(), work.after.end()};
  return out;
}

}  // namespace rezon::decisions
