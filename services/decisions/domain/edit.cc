#include "services/decisions/domain/edit.h"

#include <algorithm>
#include <set>

#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/deadline.h"
#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/life.h"
#include "services/decisions/domain/mask.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

const std::set<std::string_view> kPointFields = {
    "label", "parent", "text", "actionable", "addressees", "responsible_from", "deadline"};
const std::set<std::string_view> kFactFields = {"display_name", "event", "letter", "territory"};

absl::Status CheckEtag(std::string_view given, std::string_view present, const std::string& name) {
  auto wanted = ReadEtag(given);
  if (!wanted || MakeEtag(*wanted) == present) return absl::OkStatus();
  return errors::EtagMismatch(name, present);
}

absl::StatusOr<size_t> Place(const Aggregate& aggregate, const std::string& name) {
  for (size_t i = 0; i < aggregate.points.size(); ++i) {
    if (aggregate.points[i].name() == name) return i;
  }
  return errors::NotFound(name);
}

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
    for (const std::string& target : addressee.targets()) {
      auto name = editor.names.find(target);
      addressee.add_target_display_names(name == editor.names.end() ? "" : name->second);
    }
    if (const pb::Addressee* same = SamePhrase(before, addressee.phrase())) {
      *addressee.mutable_alternatives() = same->alternatives();
      if (same->has_span()) *addressee.mutable_span() = same->span();
    }
    if (addressee.targets_size() > 0) addressee.set_score(1);
  }
}

void Sign(const Editor& editor, pb::Point& point) {
  point.set_corrector(editor.subject);
  point.set_confidence(1);
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
    auto found = Place(aggregate, after);
    if (!found.ok()) {
      return errors::InvalidField("after", "must be a point of this resolution",
                                  "Пункт, после которого вставить, не найден в этой резолюции.");
    }
    place = *found + 1;
  }
  pb::Point point;
  for (std::string_view field : kPointFields) {
    google::protobuf::FieldMask mask;
    mask.add_paths(std::string(field));
    Merge(mask, given, &point);
  }
  point.set_name(name);
  point.set_rule("manual");
  if (point.has_deadline()) KeepProvenance({}, point.mutable_deadline());
  Sign(editor, point);
  CompleteAddressees(pb::Point(), editor, point);
  aggregate.points.insert(aggregate.points.begin() + static_cast<std::ptrdiff_t>(place), point);
  if (absl::Status wrong = CheckParent(aggregate, place); !wrong.ok()) return wrong;
  aggregate.Touch(point);
  Renumber(aggregate);
  Count(aggregate);
  return place;
}

absl::StatusOr<size_t> ChangePoint(Aggregate& aggregate, const pb::Point& given,
                                   const google::protobuf::FieldMask& mask, const Editor& editor) {
  if (absl::Status wrong = CheckOpen(aggregate.resolution); !wrong.ok()) return wrong;
  auto place = Place(aggregate, given.name());
  if (!place.ok()) return place;
  pb::Point& point = aggregate.points[*place];
  if (absl::Status stale = CheckEtag(given.etag(), point.etag(), point.name()); !stale.ok()) {
    return stale;
  }
  auto effective = EffectiveMask(mask, given, kPointFields);
  if (!effective.ok()) return effective.status();
  const pb::Point before = point;
  Merge(*effective, given, &point);
  if (absl::Status wrong = CheckPoint("point", point); !wrong.ok()) return wrong;
  if (absl::Status wrong = CheckParent(aggregate, *place); !wrong.ok()) return wrong;
  if (Covers(*effective, "addressees")) CompleteAddressees(before, editor, point);
  if (point.has_deadline()) KeepProvenance(before.deadline(), point.mutable_deadline());
  Sign(editor, point);
  aggregate.Touch(point);
  Count(aggregate);
  return place;
}

absl::Status DropPoint(Aggregate& aggregate, const std::string& name, std::string_view etag) {
  if (absl::Status wrong = CheckOpen(aggregate.resolution); !wrong.ok()) return wrong;
  auto place = Place(aggregate, name);
  if (!place.ok()) return place.status();
  const pb::Point dropped = aggregate.points[*place];
  if (absl::Status stale = CheckEtag(etag, dropped.etag(), name); !stale.ok()) return stale;
  aggregate.points.erase(aggregate.points.begin() + static_cast<std::ptrdiff_t>(*place));
  aggregate.dropped_points.insert(name);
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
                         const google::protobuf::FieldMask& mask) {
  if (absl::Status wrong = CheckOpen(aggregate.resolution); !wrong.ok()) return wrong;
  auto effective = EffectiveMask(mask, given, kFactFields);
  if (!effective.ok()) return effective.status();
  Merge(*effective, given, &aggregate.resolution);
  return CheckFacts("resolution", aggregate.resolution);
}

}  // namespace rezon::decisions
