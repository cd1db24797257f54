#include "services/decisions/domain/draft.h"

#include <limits>
#include <map>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "services/decisions/domain/deadline.h"
#include "services/decisions/domain/letters.h"
#include "services/decisions/domain/names.h"
#include "services/decisions/domain/relations.h"
#include "services/decisions/domain/utf8.h"
#include "services/platform/ids/names.h"

namespace rezon::decisions {
namespace {

using rezon::common::v1::Deadline;
constexpr std::size_t kTitleCharacters = 160;
// A label with nothing behind it is still a point of the document.
constexpr char kNoText[] = "(без текста)";

pb::Resolution::DocumentKind KindOf(reader::DocumentKind kind) {
  switch (kind) {
    case reader::DocumentKind::kCoverLetterWithResolution:
      return pb::Resolution::DOCUMENT_KIND_COVER_LETTER_WITH_RESOLUTION;
    case reader::DocumentKind::kRoundTableOutcome:
      return pb::Resolution::DOCUMENT_KIND_ROUND_TABLE_OUTCOME;
    case reader::DocumentKind::kResolution:
    case reader::DocumentKind::kCoverLetter:
      break;
  }
  return pb::Resolution::DOCUMENT_KIND_RESOLUTION;
}

pb::Point::ResponsibleFrom FromOf(reader::ResponsibleFrom from) {
  switch (from) {
    case reader::ResponsibleFrom::kOwn:
      return pb::Point::RESPONSIBLE_FROM_OWN;
    case reader::ResponsibleFrom::kParentHeading:
      return pb::Point::RESPONSIBLE_FROM_PARENT_HEADING;
    case reader::ResponsibleFrom::kResponsibleLine:
      return pb::Point::RESPONSIBLE_FROM_RESPONSIBLE_LINE;
    case reader::ResponsibleFrom::kNone:
      break;
  }
  return pb::Point::RESPONSIBLE_FROM_NONE;
}

void FillDeadline(const reader::Deadline& read, pb::Point& point) {
  *point.mutable_deadline() = DeadlineOf(read);
  if (point.deadline().kind() == Deadline::KIND_NONE && !read.printed.empty()) {
    point.add_warnings("Срок напечатан без полной даты: укажите день исполнения.");
  }
}

// Where the parts begin in the point's text; none when one of them is not there in its order.
void FillParts(const reader::Item& item, pb::Point& point) {
  std::size_t from = 0;
  for (const reader::ProposedPart& part : item.parts) {
    const std::size_t at = item.text.find(part.text, from);
    if (at == std::string::npos || part.text.empty()) {
      point.clear_proposed_parts();
      return;
    }
    pb::ProposedPart* proposed = point.add_proposed_parts();
    proposed->set_offset(proposed == &point.proposed_parts(0) ? 0 : static_cast<int>(at));
    proposed->set_text(part.text);
    from = at + part.text.size();
  }
}

pb::Point MakePoint(const reader::Item& item, const std::string& name) {
  pb::Point point;
  point.set_name(name);
  point.set_ordinal(item.ordinal);
  point.set_label(item.label);
  point.set_text(item.text.empty() ? kNoText : item.text);
  point.set_actionable(item.actionable);
  point.set_responsible_from(FromOf(item.responsible_from));
  point.set_confidence(item.confidence);
  point.set_rule(item.rule);
  *point.mutable_span() = SourceSpanOf(item.span);
  for (const reader::Responsible& responsible : item.responsible) {
    pb::Addressee* addressee = point.add_addressees();
    addressee->set_phrase(responsible.phrase);
    *addressee->mutable_span() = SourceSpanOf(responsible.span);
  }
  for (const std::string& warning : item.warnings) point.add_warnings(warning);
  if (item.text.empty()) point.add_warnings("Текст пункта не прочитан: впишите его.");
  FillParts(item, point);
  FillDeadline(item.deadline, point);
  return point;
}

void FillEvent(const reader::Event& read, pb::EventFacts* event) {
  event->set_display_name(read.name);
  event->set_form(reader::Name(read.form));
  event->set_level(reader::Name(read.level));
  event->set_territory(read.territory);
  event->set_start_date(read.start);
  event->set_end_date(read.end);
  event->set_mode(reader::Name(read.mode));
  if (read.participants && *read.participants <= std::numeric_limits<int32_t>::max()) {
    event->set_participants(static_cast<int32_t>(*read.participants));
  }
  for (const reader::Figure& figure : read.figures) {
    auto* out = event->add_figures();
    out->set_name(figure.name);
    out->set_value(figure.value);
  }
  for (const reader::Party& party : read.parties) {
    auto* out = event->add_parties();
    out->set_kind(reader::Name(party.kind));
    out->set_display_name(party.name);
    *out->mutable_span() = SourceSpanOf(party.span);
  }
}

std::string Title(const reader::Document& document) {
  if (!document.event.name.empty()) return document.event.name;
  for (absl::string_view line : absl::StrSplit(document.text, '\n')) {
    line = absl::StripAsciiWhitespace(line);
    if (!line.empty()) return Shorten({line.data(), line.size()}, kTitleCharacters);
  }
  return document.file_name.empty() ? "Документ без названия" : document.file_name;
}

void FillPoints(const reader::Document& document, const DraftNames& names, Aggregate& draft) {
  std::map<int32_t, std::string> by_ordinal;
  for (const reader::Item& item : document.items) {
    by_ordinal[item.ordinal] = PointName(names.resolution_id, names.new_id());
  }
  for (const reader::Item& item : document.items) {
    pb::Point point = MakePoint(item, by_ordinal[item.ordinal]);
    if (auto parent = by_ordinal.find(item.parent); parent != by_ordinal.end()) {
      point.set_parent(parent->second);
    }
    draft.Touch(point);
    draft.points.push_back(std::move(point));
  }
}

}  // namespace

Aggregate MakeDraft(const reader::Document& document, const DraftNames& names) {
  Aggregate draft;
  pb::Resolution& resolution = draft.resolution;
  resolution.set_name(names::Join("resolutions", names.resolution_id));
  resolution.set_region(names.region);
  resolution.set_document(names::Join("documents", names.document_id));
  resolution.set_state(pb::Resolution::STATE_DRAFT);
  resolution.set_document_kind(KindOf(document.kind));
  resolution.set_display_name(Title(document));
  FillEvent(document.event, resolution.mutable_event());
  *resolution.mutable_span() = SourceSpanOf(document.resolution);
  if (document.letter) {
    FillLetterFacts(*document.letter, resolution.mutable_letter());
    draft.letter = MakeLetter(document);
  }
  if (!document.act.number.empty() || !document.act.date.empty()) {
    resolution.mutable_act()->set_number(document.act.number);
    resolution.mutable_act()->set_act_date(document.act.date);
  }
  for (const std::string& warning : document.warnings) resolution.add_warnings(warning);
  resolution.set_reader_version(document.reader_version);
  FillPoints(document, names, draft);
  AddLinks(document, names.new_id, draft);
  if (draft.points.empty()) {
    resolution.add_warnings("В документе не найдено ни одного пункта: добавьте их вручную.");
  }
  Count(draft);
  return draft;
}

std::string MediaType(reader::Format format) {
  switch (format) {
    case reader::Format::kText:
      return "text/plain";
    case reader::Format::kMarkdown:
      return "text/markdown";
    case reader::Format::kDocx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case reader::Format::kOdt:
      return "application/vnd.oasis.opendocument.text";
    case reader::Format::kPdf:
      return "application/pdf";
    case reader::Format::kRtf:
      return "application/rtf";
    case reader::Format::kDoc:
      return "application/msword";
    case reader::Format::kPicture:  // of several kinds; a download needs no more
    case reader::Format::kUnknown:
      break;
  }
  return "application/octet-stream";
}

}  // namespace rezon::decisions
