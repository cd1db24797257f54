#include "services/decisions/domain/correct.h"

#include <algorithm>

#include "services/decisions/domain/etag.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

void AddField(std::string_view field, pb::Point& point) {
  for (const std::string& known : point.corrected_fields()) {
    if (known == field) return;
  }
  point.add_corrected_fields(std::string(field));
}

void Close(const Editor& editor, pb::Point& point, Aggregate& aggregate) {
  std::sort(point.mutable_corrected_fields()->begin(), point.mutable_corrected_fields()->end());
  point.set_corrector(editor.subject);
  point.set_confidence(1);
  aggregate.Touch(point);
}

// A row from before corrected_fields were kept says of them all that a person set them.
void Recall(pb::Point& point) {
  if (point.corrector().empty() || point.corrected_fields_size() > 0) return;
  for (std::string_view field : PointFields()) point.add_corrected_fields(std::string(field));
}

}  // namespace

const std::set<std::string_view>& PointFields() {
  static const auto* const fields = new std::set<std::string_view>{
      "label", "parent", "text", "actionable", "addressees", "responsible_from", "deadline"};
  return *fields;
}

const std::set<std::string_view>& FactFields() {
  static const auto* const fields =
      new std::set<std::string_view>{"display_name", "event", "letter", "territory"};
  return *fields;
}

void Sign(const Editor& editor, std::initializer_list<std::string_view> fields, pb::Point& point,
          Aggregate& aggregate) {
  Recall(point);
  for (std::string_view field : fields) AddField(field, point);
  Close(editor, point, aggregate);
}

void SignWhole(const Editor& editor, pb::Point& point, Aggregate& aggregate) {
  for (std::string_view field : PointFields()) AddField(field, point);
  Close(editor, point, aggregate);
}

bool IsCorrected(const pb::Point& point, std::string_view field) {
  if (point.corrector().empty()) return false;
  if (point.corrected_fields_size() == 0) return true;
  return std::any_of(point.corrected_fields().begin(), point.corrected_fields().end(),
                     [&](const std::string& known) { return known == field; });
}

pb::Correction& Note(Aggregate& aggregate, const Editor& editor, pb::Correction::Action action) {
  pb::Correction& note = aggregate.corrections.emplace_back();
  note.set_action(action);
  note.set_corrector(editor.subject);
  return note;
}

absl::Status CheckPointEtag(std::string_view given, const pb::Point& point) {
  auto wanted = ReadEtag(given);
  if (!wanted || MakeEtag(*wanted) == point.etag()) return absl::OkStatus();
  return errors::EtagMismatch(point.name(), point.etag());
}

absl::StatusOr<size_t> PlaceOf(const Aggregate& aggregate, std::string_view name) {
  for (size_t i = 0; i < aggregate.points.size(); ++i) {
    if (aggregate.points[i].name() == name) return i;
  }
  return errors::NotFound(name);
}

}  // namespace rezon::decisions
