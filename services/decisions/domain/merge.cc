#include "services/decisions/domain/merge.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "google/protobuf/util/message_differencer.h"
#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/life.h"
#include "services/decisions/domain/links.h"
#include "services/decisions/domain/tree.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

using google::protobuf::util::MessageDifferencer;
using rezon::common::v1::Deadline;
using rezon::common::v1::SourceSpan;

constexpr std::size_t kMostPoints = 100;
constexpr std::size_t kMostText = 64 << 10;
constexpr std::size_t kMostSeparator = 100;

// Places of the named points, rising.
absl::StatusOr<std::set<std::size_t>> Places(const Aggregate& aggregate,
                                             const std::vector<std::string>& names) {
  if (names.size() < 2 || names.size() > kMostPoints) {
    return errors::InvalidField("names", "must be 2 to 100 points",
                                "Выберите от 2 до 100 пунктов, которые надо объединить.");
  }
  std::set<std::size_t> places;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string field = absl::StrCat("names[", i, "]");
    auto place = PlaceOf(aggregate, names[i]);
    if (!place.ok()) {
      return errors::InvalidField(field, "must be a point of this resolution",
                                  "Объединяемый пункт не найден в этой резолюции.");
    }
    if (!places.insert(*place).second) {
      return errors::InvalidField(field, "is named twice", "Пункт указан дважды.");
    }
  }
  return places;
}

void AddAddressees(const pb::Point& from, pb::Point& whole) {
  for (const pb::Addressee& addressee : from.addressees()) {
    const bool known = std::any_of(
        whole.addressees().begin(), whole.addressees().end(), [&](const pb::Addressee& other) {
          return other.phrase() == addressee.phrase() &&
                 std::equal(other.targets().begin(), other.targets().end(),
                            addressee.targets().begin(), addressee.targets().end());
        });
    if (!known) *whole.add_addressees() = addressee;
  }
}

bool HasTerm(const Deadline& deadline) {
  return (deadline.kind() != Deadline::KIND_NONE &&
          deadline.kind() != Deadline::KIND_UNSPECIFIED) ||
         !deadline.printed().empty();
}

// The same term printed at two places is one.
bool IsOneTerm(Deadline a, Deadline b) {
  a.clear_span();
  b.clear_span();
  return MessageDifferencer::Equals(a, b);
}

void AddDeadline(const pb::Point& from, pb::Point& whole) {
  if (!HasTerm(from.deadline()) || IsOneTerm(from.deadline(), whole.deadline())) return;
  if (!HasTerm(whole.deadline())) {
    *whole.mutable_deadline() = from.deadline();
    return;
  }
  const std::string& printed = from.deadline().printed();
  whole.add_warnings("Сроки объединённых пунктов различаются, оставлен первый" +
                     (printed.empty() ? "" : "; другой: «" + printed + "»") + ".");
}

std::vector<SourceSpan> SpansOf(const pb::Point& point) {
  if (point.spans_size() > 0) return {point.spans().begin(), point.spans().end()};
  if (point.span().begin() < point.span().end()) return {point.span()};
  return {};
}

void SetSpans(std::vector<SourceSpan> spans, pb::Point& whole) {
  whole.clear_spans();
  if (spans.empty()) return;
  std::sort(spans.begin(), spans.end(), [](const SourceSpan& a, const SourceSpan& b) {
    return std::pair(a.begin(), a.end()) < std::pair(b.begin(), b.end());
  });
  SourceSpan hull = spans.front();
  for (const SourceSpan& span : spans) {
    hull.set_end(std::max(hull.end(), span.end()));
    *whole.add_spans() = span;
  }
  *whole.mutable_span() = hull;
}

void Append(const pb::Point& from, const std::string& separator, pb::Point& whole) {
  whole.set_text(whole.text() + separator + from.text());
  whole.set_actionable(whole.actionable() || from.actionable());
  AddAddressees(from, whole);
  AddDeadline(from, whole);
  for (const std::string& warning : from.warnings()) whole.add_warnings(warning);
}

// The point that stays takes what the others say and the points below them.
void TakeOver(Aggregate& aggregate, const std::set<std::size_t>& places,
              const std::string& separator) {
  pb::Point whole = aggregate.points[*places.begin()];
  std::vector<SourceSpan> spans;
  std::set<std::string> gone;
  for (std::size_t place : places) {
    const pb::Point& point = aggregate.points[place];
    for (const SourceSpan& span : SpansOf(point)) spans.push_back(span);
    if (point.name() == whole.name()) continue;
    Append(point, separator, whole);
    gone.insert(point.name());
  }
  SetSpans(std::move(spans), whole);
  whole.clear_proposed_parts();
  aggregate.points[*places.begin()] = whole;
  for (pb::Point& point : aggregate.points) {
    if (gone.count(point.parent()) == 0 || gone.count(point.name()) != 0) continue;
    point.set_parent(whole.name());
    aggregate.Touch(point);
  }
  aggregate.points.erase(
      std::remove_if(aggregate.points.begin(), aggregate.points.end(),
                     [&](const pb::Point& point) { return gone.count(point.name()) != 0; }),
      aggregate.points.end());
  aggregate.dropped_points.insert(gone.begin(), gone.end());
  LinksFollowMerge(gone, whole.name(), aggregate);
}

}  // namespace

absl::StatusOr<std::size_t> MergePoints(Aggregate& aggregate, const std::vector<std::string>& names,
                                        const std::string& separator, const Editor& editor) {
  if (absl::Status wrong = CheckOpen(aggregate.resolution); !wrong.ok()) return wrong;
  if (absl::Status wrong = CheckText("separator", separator, kMostSeparator, false); !wrong.ok()) {
    return wrong;
  }
  PutInTreeOrder(aggregate);
  auto places = Places(aggregate, names);
  if (!places.ok()) return places.status();
  const std::string name = aggregate.points[*places->begin()].name();
  pb::Correction& note = Note(aggregate, editor, pb::Correction::ACTION_MERGE);
  for (std::size_t place : *places) *note.add_before() = aggregate.points[place];
  TakeOver(aggregate, *places, separator.empty() ? "; " : separator);
  pb::Point* whole = aggregate.Find(name);
  if (whole->text().size() > kMostText) {
    return errors::InvalidField("names", "their text is longer than 64 KiB",
                                "Объединённый текст слишком длинный.");
  }
  if (absl::Status wrong = CheckAddressees("names", *whole); !wrong.ok()) return wrong;
  SignWhole(editor, *whole, aggregate);
  PutInTreeOrder(aggregate);
  Renumber(aggregate);
  Count(aggregate);
  auto place = PlaceOf(aggregate, name);
  *aggregate.corrections.back().add_after() = aggregate.points[*place];
  return place;
}

}  // namespace rezon::decisions
