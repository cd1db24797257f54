#include "services/decisions/domain/reread_fields.h"

#include <algorithm>

#include "google/protobuf/field_mask.pb.h"
#include "google/protobuf/util/message_differencer.h"
#include "services/decisions/domain/correct.h"
#include "services/decisions/domain/mask.h"

namespace rezon::decisions {
namespace {

using google::protobuf::util::MessageDifferencer;
using rezon::common::v1::Deadline;

pb::LetterFacts WithoutPlace(pb::LetterFacts letter) {
  letter.clear_span();
  return letter;
}

bool SamePhrases(const pb::Point& a, const pb::Point& b) {
  return std::equal(
      a.addressees().begin(), a.addressees().end(), b.addressees().begin(), b.addressees().end(),
      [](const pb::Addressee& x, const pb::Addressee& y) { return x.phrase() == y.phrase(); });
}

bool SameTerm(const Deadline& a, const Deadline& b) {
  return a.kind() == b.kind() && a.start_date() == b.start_date() && a.end_date() == b.end_date() &&
         a.printed() == b.printed() && a.recurrence() == b.recurrence();
}

bool Same(std::string_view field, const pb::Point& a, const pb::Point& b,
          const std::string& parent) {
  if (field == "label") return a.label() == b.label();
  if (field == "parent") return a.parent() == parent;
  if (field == "text") return a.text() == b.text();
  if (field == "actionable") return a.actionable() == b.actionable();
  if (field == "addressees") return SamePhrases(a, b);
  if (field == "responsible_from") return a.responsible_from() == b.responsible_from();
  return SameTerm(a.deadline(), b.deadline());
}

// Targets that were found before stay; an open phrase gets what the registry says now.
void TakeSamePhrase(const pb::Addressee& read, pb::Addressee& standing) {
  if (standing.targets_size() == 0) {
    standing = read;
    return;
  }
  if (read.has_span()) *standing.mutable_span() = read.span();
  if (read.territory().empty()) return;
  standing.set_territory(read.territory());
  standing.set_territory_display_name(read.territory_display_name());
}

void TakePlace(const pb::Point& read, pb::Point& standing) {
  // The same term may be counted by another rule or calendar now.
  if (!IsCorrected(standing, "deadline")) *standing.mutable_deadline() = read.deadline();
  if (IsCorrected(standing, "text")) return;
  *standing.mutable_span() = read.span();
  *standing.mutable_proposed_parts() = read.proposed_parts();
  if (!standing.corrector().empty()) return;
  standing.set_confidence(read.confidence());
  standing.set_rule(read.rule());
  *standing.mutable_warnings() = read.warnings();
}

}  // namespace

Differing DifferingFields(const pb::Point& standing, const pb::Point& read,
                          const std::string& parent) {
  Differing differing;
  for (std::string_view field : PointFields()) {
    if (Same(field, standing, read, parent)) continue;
    auto& list = IsCorrected(standing, field) ? differing.kept : differing.taken;
    list.emplace_back(field);
  }
  return differing;
}

Differing DifferingFacts(const pb::Resolution& standing, const pb::Resolution& read) {
  Differing differing;
  auto tell = [&](const char* field, bool same) {
    if (same) return;
    const auto& corrected = standing.corrected_fields();
    const bool kept = std::find(corrected.begin(), corrected.end(), field) != corrected.end();
    (kept ? differing.kept : differing.taken).emplace_back(field);
  };
  tell("display_name", standing.display_name() == read.display_name());
  tell("event", MessageDifferencer::Equals(standing.event(), read.event()));
  tell("letter", standing.has_letter() == read.has_letter() &&
                     MessageDifferencer::Equals(WithoutPlace(standing.letter()),
                                                WithoutPlace(read.letter())));
  return differing;
}

void TakeFields(const std::vector<std::string>& fields, const pb::Point& read,
                const std::string& parent, pb::Point& standing) {
  google::protobuf::FieldMask mask;
  for (const std::string& field : fields) {
    if (field == "parent") {
      standing.set_parent(parent);
    } else {
      mask.add_paths(field);
    }
  }
  if (!mask.paths().empty()) Merge(mask, read, &standing);
  if (!IsCorrected(standing, "addressees") && SamePhrases(standing, read)) {
    for (int i = 0; i < standing.addressees_size(); ++i) {
      TakeSamePhrase(read.addressees(i), *standing.mutable_addressees(i));
    }
  }
  TakePlace(read, standing);
}

void TakeFacts(const pb::Resolution& read, Aggregate& aggregate,
               pb::ReReadResolutionResponse& out) {
  pb::Resolution& resolution = aggregate.resolution;
  const Differing differing = DifferingFacts(resolution, read);
  *out.mutable_fields() = {differing.taken.begin(), differing.taken.end()};
  *out.mutable_kept_fields() = {differing.kept.begin(), differing.kept.end()};
  for (const std::string& field : differing.taken) {
    if (field == "display_name") resolution.set_display_name(read.display_name());
    if (field == "event") *resolution.mutable_event() = read.event();
    if (field == "letter" && read.has_letter()) *resolution.mutable_letter() = read.letter();
    if (field == "letter" && !read.has_letter()) resolution.clear_letter();
  }
  if (!MessageDifferencer::Equals(resolution.act(), read.act())) {
    out.add_fields("act");
    resolution.clear_act();
    if (read.has_act()) *resolution.mutable_act() = read.act();
  }
  if (resolution.has_letter() && read.has_letter()) {
    *resolution.mutable_letter()->mutable_span() = read.letter().span();
  }
  *resolution.mutable_span() = read.span();
  if (resolution.territory().empty()) {
    resolution.set_territory(read.territory());
  }
  resolution.set_document_kind(read.document_kind());
  *resolution.mutable_warnings() = read.warnings();
  out.set_reader_version_before(resolution.reader_version());
  out.set_reader_version(read.reader_version());
  resolution.set_reader_version(read.reader_version());
}

}  // namespace rezon::decisions
