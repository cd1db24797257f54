#include "services/decisions/domain/split.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/decisions/domain/life.h"
#include "services/decisions/domain/links.h"
#include "services/decisions/domain/source_place.h"
#include "services/decisions/domain/tree.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

using rezon::common::v1::Deadline;
using rezon::common::v1::SourceSpan;

constexpr std::size_t kMostParts = 50;
constexpr char kSpace[] = " \t\n";
constexpr char kOtherDeadline[] =
    "Срок напечатан в другой части разделённого пункта: проверьте, относится ли он и к этой.";

// A half-open range of bytes of the text.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

absl::Status WrongOffset(std::size_t i, std::string_view en, std::string_view ru) {
  return errors::InvalidField(absl::StrCat("offsets[", i, "]"), en, ru);
}

absl::StatusOr<std::vector<std::int64_t>> Offsets(const pb::Point& point, const Cuts& cuts) {
  if (!cuts.as_proposed) {
    if (!cuts.offsets.empty() && cuts.offsets.size() < kMostParts) return cuts.offsets;
    return errors::InvalidField("offsets", "must be 1 to 49 places in the text",
                                "Укажите от 1 до 49 мест, где разделить текст пункта.");
  }
  if (!cuts.offsets.empty()) {
    return errors::InvalidField("offsets", "must be empty with as_proposed",
                                "Места деления не указываются, если принят вариант программы.");
  }
  std::vector<std::int64_t> offsets;
  for (int i = 1; i < point.proposed_parts_size(); ++i) {
    offsets.push_back(point.proposed_parts(i).offset());
  }
  if (!offsets.empty()) return offsets;
  return errors::FailedPrecondition("NO_PROPOSAL", "the reader proposes no parts of this point",
                                    "Для этого пункта нет предложенного деления.",
                                    {{"resource", point.name()}});
}

// Without white space at both ends; a part that another one follows loses the mark of a list, too.
Range Trim(std::string_view text, Range range, bool last) {
  auto in = [&](std::size_t at, std::string_view marks) {
    return marks.find(text[at]) != std::string_view::npos;
  };
  while (range.begin < range.end && in(range.begin, kSpace)) ++range.begin;
  while (range.end > range.begin && in(range.end - 1, last ? " \t\n" : " \t\n;,")) --range.end;
  return range;
}

absl::StatusOr<std::vector<Range>> Cut(std::string_view text,
                                       const std::vector<std::int64_t>& offsets) {
  std::vector<Range> ranges;
  std::int64_t before = 0;
  for (std::size_t i = 0; i <= offsets.size(); ++i) {
    const auto size = static_cast<std::int64_t>(text.size());
    const std::int64_t end = i < offsets.size() ? offsets[i] : size;
    const std::size_t cut = std::min(i, offsets.size() - 1);
    if (i < offsets.size() && (end <= before || end >= size)) {
      return WrongOffset(i, "must rise inside the text",
                         "Место деления должно быть внутри текста и дальше предыдущего.");
    }
    if (i < offsets.size() &&
        (static_cast<unsigned char>(text[static_cast<std::size_t>(end)]) & 0xC0u) == 0x80u) {
      return WrongOffset(i, "is inside a letter", "Место деления попало внутрь буквы.");
    }
    const Range range =
        Trim(text, {static_cast<std::size_t>(before), static_cast<std::size_t>(end)},
             i == offsets.size());
    if (range.begin == range.end) {
      return WrongOffset(cut, "leaves a part without text", "Одна из частей осталась без текста.");
    }
    ranges.push_back(range);
    before = end;
  }
  return ranges;
}

// Places of the parts in the source; the first keeps the label, the last what closes the point. The
// whole place for each where the text does not stand in the source.
std::vector<SourceSpan> Spans(const pb::Point& point, const std::vector<Range>& ranges,
                              std::string_view source) {
  std::vector<SourceSpan> spans(ranges.size(), point.span());
  const auto bytes = BytesInSource(point.text(), source, point.span());
  if (bytes.empty()) return spans;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (i > 0) spans[i].set_begin(static_cast<std::int64_t>(bytes[ranges[i].begin]));
    if (i + 1 < ranges.size()) {
      spans[i].set_end(static_cast<std::int64_t>(bytes[ranges[i].end - 1]) + 1);
    }
  }
  return spans;
}

// The part whose text holds the phrase; nullopt for a phrase printed elsewhere or nowhere.
std::optional<std::size_t> PartWith(std::string_view text, const std::vector<Range>& ranges,
                                    std::string_view phrase) {
  if (phrase.empty()) return std::nullopt;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const std::string_view part = text.substr(ranges[i].begin, ranges[i].end - ranges[i].begin);
    if (part.find(phrase) != std::string_view::npos) return i;
  }
  return std::nullopt;
}

// An addressee printed in a part holds there and in the parts behind it that name nobody, as the
// subject of a sentence carries on; one printed elsewhere holds for all.
void ShareAddressees(const pb::Point& whole, const std::vector<Range>& ranges,
                     std::vector<pb::Point>& parts) {
  std::vector<bool> names_somebody(parts.size());
  for (const pb::Addressee& addressee : whole.addressees()) {
    if (auto home = PartWith(whole.text(), ranges, addressee.phrase()))
      names_somebody[*home] = true;
  }
  for (pb::Point& part : parts) part.clear_addressees();
  for (const pb::Addressee& addressee : whole.addressees()) {
    const auto home = PartWith(whole.text(), ranges, addressee.phrase());
    for (std::size_t i = home.value_or(0); i < parts.size(); ++i) {
      if (home && i > *home && names_somebody[i]) break;
      *parts[i].add_addressees() = addressee;
    }
  }
}

// A term printed in one part is that part's; one printed elsewhere is everybody's.
void ShareDeadline(const pb::Point& whole, const std::vector<Range>& ranges,
                   std::vector<pb::Point>& parts) {
  const auto home = PartWith(whole.text(), ranges, whole.deadline().printed());
  if (!home) return;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == *home) continue;
    parts[i].mutable_deadline()->Clear();
    parts[i].mutable_deadline()->set_kind(Deadline::KIND_NONE);
    parts[i].add_warnings(kOtherDeadline);
  }
}

std::vector<pb::Point> MakeParts(const pb::Point& whole, const std::vector<Range>& ranges,
                                 const Cuts& cuts) {
  std::vector<pb::Point> parts(ranges.size(), whole);
  const auto spans = Spans(whole, ranges, cuts.source);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i].set_text(whole.text().substr(ranges[i].begin, ranges[i].end - ranges[i].begin));
    parts[i].clear_proposed_parts();
    if (whole.has_span()) *parts[i].mutable_span() = spans[i];
    if (i == 0) continue;
    parts[i].set_name(cuts.new_name());
    parts[i].clear_etag();
    parts[i].clear_label();
    parts[i].clear_warnings();
  }
  ShareAddressees(whole, ranges, parts);
  ShareDeadline(whole, ranges, parts);
  return parts;
}

}  // namespace

absl::StatusOr<Parts> SplitPoint(Aggregate& aggregate, const Cuts& cuts, const Editor& editor) {
  if (absl::Status wrong = CheckOpen(aggregate.resolution); !wrong.ok()) return wrong;
  PutInTreeOrder(aggregate);
  auto place = PlaceOf(aggregate, cuts.name);
  if (!place.ok()) return place.status();
  const pb::Point whole = aggregate.points[*place];
  if (absl::Status stale = CheckPointEtag(cuts.etag, whole); !stale.ok()) return stale;
  auto offsets = Offsets(whole, cuts);
  if (!offsets.ok()) return offsets.status();
  auto ranges = Cut(whole.text(), *offsets);
  if (!ranges.ok()) return ranges.status();
  std::vector<pb::Point> parts = MakeParts(whole, *ranges, cuts);
  for (pb::Point& part : parts) SignWhole(editor, part, aggregate);
  LinksFollowSplit(whole, parts, cuts.source, aggregate);
  // What follows in the document follows the last part.
  for (pb::Point& point : aggregate.points) {
    if (point.parent() != whole.name()) continue;
    point.set_parent(parts.back().name());
    aggregate.Touch(point);
  }
  const Parts made{*place, parts.size()};
  aggregate.points[*place] = std::move(parts[0]);
  aggregate.points.insert(
      std::next(aggregate.points.begin(), static_cast<std::ptrdiff_t>(*place) + 1),
      std::make_move_iterator(parts.begin() + 1), std::make_move_iterator(parts.end()));
  Renumber(aggregate);
  Count(aggregate);
  pb::Correction& note = Note(aggregate, editor, pb::Correction::ACTION_SPLIT);
  *note.add_before() = whole;
  for (std::size_t i = 0; i < made.count; ++i) {
    *note.add_after() = aggregate.points[made.first + i];
  }
  return made;
}

}  // namespace rezon::decisions
