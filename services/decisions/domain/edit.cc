#include "services/decisions/domain/edit.h"

#include <algorithm>
#include <set>

#include "services/decisions/domain/addressees.h"
#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/deadline.h"
#include "services/decisions/domain/life.h"
#include "services/decisions/domain/links.h"
#include "services/decisions/domain/mask.h"
#include "services/decisions/domain/tree.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

// A parent stands above its children, which rules out circles as well.
absl::Status CheckParent(const Aggregate& aggregate, size_t place) {
  const std::string& parent = aggregate.points[place].parent();
  if (parent.empty()) return absl::OkStatus();
  for (size_t i = 0; i < place; ++i) {
    if (aggregate.points[i].name() == parent) return absl::OkStatus();
  }
  return errors::InvalidField("point.parent", "must be a point of this resolution above this one",
                              "Вышестоящий пункт должен стоять в этой же резолюции раньше.");
}

const pb::Addressee* SamePhrase(const pb::Point& before, const std::string& phrase) {
  for (const pb::Addressee& addressee : before.addressees()) {
    if (!phrase.empty() && addressee.phrase() == phrase) return &addressee;
  }
  return nullptr;
}

// What is output only in an addressee comes from the registry and the reader, never from a caller.
void CompleteAddressees(const pb::Point& before, const Editor& editor, pb::Point& point) {
  for (pb::Addressee& addressee : *point.mutable_addressees()) {
    addressee.clear_target_display_names();
    addressee.clear_alternatives();
    addressee.clear_score();
    addressee.clear_reasons();
    addressee.clear_territory();
    addressee.clear_territory_display_name();
    for (const std::string& target : addressee.targets()) {
      auto name = editor.names.find(target);
      addressee.add_target_display_names(name == editor.names.end() ? "" : name->second);
    }
    if (const pb::Addressee* same = SamePhrase(before, addressee.phrase())) {
      *addressee.mutable_alternatives() = same->alternatives();
      if (same->has_span()) *addressee.mutable_span() = same->span();
      addressee.set_territory(same->territory());
      addressee.set_territory_display_name(same->territory_display_name());
    }
    if (addressee.targets_size() > 0) addressee.set_score(1);
  }
}

// The fields of `of` that the mask covers.
std::vector<std::string_view> Covered(const google::protobuf::FieldMask& mask,
                                      const std::set<std::string_view>& of) {
  std::vector<std::string_view> fields;
  for (std::string_view field : of) {
    if (Covers(mask, field)) fields.push_back(field);
  }
  return fields;
}

// What the reader said of the text does not hold for another one.
void ForgetReading(const pb::Point& before, pb::Point& point) {
  if (point.text() != before.text()) point.clear_proposed_parts();
}

pb::Resolution FactsOf(const pb::Resolution& resolution) {
  pb::Resolution facts;
  for (std::string_view field : FactFields()) {
    google::protobuf::FieldMask mask;
    mask.add_paths(std::string(field));
    Merge(mask, resolution, &facts);
  }
  return facts;
}

}  // namespace

std::vector<std::string> MissingNames(const pb::Point& point,
                                      const std::map<std::string, std::string>& known) {
  std::set<std::string> missing;
  for (const pb::Addressee& addressee : point.addressees()) {
    for (const std::string& target : addressee.targets()) {
      if (known.count(target) == 0) missing.insert(target);
    }
  }
  return {missing.begin(), missing.end()};
}

absl::StatusOr<size_t> AddPoint(Aggregate& aggregate, const pb::Point& given,
                                const std::string& name, const std::string& after,
                                const Editor& editor) {
  if (absl::Status wrong = CheckOpen(aggregate.resolution); !wrong.ok()) return wrong;
  if (absl::Status wrong = CheckPoint("point", given); !wrong.ok()) return wrong;
  size_t place = aggregate.points.size();
  if (!after.empty()) {
    auto found = PlaceOf(aggregate, after);
    if (!found.ok()) {
      return errors::InvalidField("after", "must be a point of this resolution",
                                  "Пункт, после которого вставить, не найден в этой резолюции.");
    }
    place = *found + 1;
  }
  pb::Point point;
  for (std::string_view field : PointFields()) {
    google::protobuf::FieldMask mask;
    mask.add_paths(std::string(field));
    Merge(mask, given, &point);
  }
  point.set_name(name);
  point.set_rule("manual");
  if (point.has_deadline()) KeepProvenance({}, point.mutable_deadline());
  SignWhole(editor, point, aggregate);
  CompleteAddressees(pb::Point(), editor, point);
  aggregate.points.insert(aggregate.points.begin() + static_cast<std::ptrdiff_t>(place), point);
  if (absl::Status wrong = CheckParent(aggregate, place); !wrong.ok()) return wrong;
  Renumber(aggregate);
  Count(aggregate);
  *Note(aggregate, editor, pb::Correction::ACTION_CREATE).add_after() = aggregate.points[place];
  return place;
}

absl::StatusOr<size_t> ChangePoint(Aggregate& aggregate, const pb::Point& given,
                                   const google::protobuf::FieldMask& mask, const Editor& editor) {
  if (absl::Status wrong = CheckOpen(aggregate.resolution); !wrong.ok()) return wrong;
  auto place = PlaceOf(aggregate, given.name());
  if (!place.ok()) return place;
  pb::Point& point = aggregate.points[*place];
  if (absl::Status stale = CheckPointEtag(given.etag(), point); !stale.ok()) return stale;
  auto effective = EffectiveMask(mask, given, PointFields());
  if (!effective.ok()) return effective.status();
  const pb::Point before = point;
  Merge(*effective, given, &point);
  if (absl::Status wrong = CheckPoint("point", point); !wrong.ok()) return wrong;
  if (absl::Status wrong = CheckParent(aggregate, *place); !wrong.ok()) return wrong;
  if (Covers(*effective, "addressees")) CompleteAddressees(before, editor, point);
  if (point.has_deadline()) KeepProvenance(before.deadline(), point.mutable_deadline());
  ForgetReading(before, point);
  pb::Correction& note = Note(aggregate, editor, pb::Correction::ACTION_UPDATE);
  for (std::string_view field : Covered(*effective, PointFields())) {
    Sign(editor, {field}, point, aggregate);
    note.add_fields(std::string(field));
  }
  *note.add_before() = before;
  if (point.parent() != before.parent()) {
    PutInTreeOrder(aggregate);
    Renumber(aggregate);
  }
  Count(aggregate);
  place = PlaceOf(aggregate, before.name());
  *note.add_after() = aggregate.points[*place];
  return place;
}

absl::Status DropPoint(Aggregate& aggregate, const std::string& name, std::string_view etag,
                       const Editor& editor) {
  if (absl::Status wrong = CheckOpen(aggregate.resolution); !wrong.ok()) return wrong;
  auto place = PlaceOf(aggregate, name);
  if (!place.ok()) return place.status();
  const pb::Point dropped = aggregate.points[*place];
  if (absl::Status stale = CheckPointEtag(etag, dropped); !stale.ok()) return stale;
  *Note(aggregate, editor, pb::Correction::ACTION_DELETE).add_before() = dropped;
  aggregate.points.erase(aggregate.points.begin() + static_cast<std::ptrdiff_t>(*place));
  aggregate.dropped_points.insert(name);
  LinksFollowDrop(name, aggregate);
  for (pb::Point& point : aggregate.points) {
    if (point.parent() != name) continue;
    point.set_parent(dropped.parent());
    aggregate.Touch(point);
  }
  Renumber(aggregate);
  Count(aggregate);
  return absl::OkStatus();
}

absl::Status ChangeFacts(Aggregate& aggregate, const pb::Resolution& given,
                         const google::protobuf::FieldMask& mask, const Editor& editor) {
  pb::Resolution& resolution = aggregate.resolution;
  if (absl::Status wrong = CheckOpen(resolution); !wrong.ok()) return wrong;
  auto effective = EffectiveMask(mask, given, FactFields());
  if (!effective.ok()) return effective.status();
  pb::Correction& note = Note(aggregate, editor, pb::Correction::ACTION_UPDATE_FACTS);
  *note.mutable_resolution_before() = FactsOf(resolution);
  Merge(*effective, given, &resolution);
  if (!resolution.territory().empty()) ClearTerritoryWarning(resolution);
  // A place is what was read, not what a person says.
  if (resolution.has_letter()) {
    *resolution.mutable_letter()->mutable_span() = note.resolution_before().letter().span();
  }
  *note.mutable_resolution_after() = FactsOf(resolution);
  std::set<std::string> corrected(resolution.corrected_fields().begin(),
                                  resolution.corrected_fields().end());
  for (std::string_view field : Covered(*effective, FactFields())) {
    note.add_fields(std::string(field));
    corrected.emplace(field);
  }
  *resolution.mutable_corrected_fields() = {corrected.begin(), corrected.end()};
  return CheckFacts("resolution", resolution);
}

}  // namespace rezon::decisions
