#include "services/decisions/domain/deadline.h"

#include <optional>

#include "services/decisions/domain/checks.h"
#include "services/decisions/reader/deadlines/resolve.h"
#include "services/platform/terms/count.h"

namespace rezon::decisions {
namespace {

using CommonDeadline = rezon::common::v1::Deadline;
using Response = pb::ExplainDeadlineResponse;

CommonDeadline::Kind KindOfDeadline(const reader::Deadline& deadline) {
  switch (deadline.kind) {
    case reader::DeadlineKind::kDate:
      return CommonDeadline::KIND_DATE;
    case reader::DeadlineKind::kRange:
      return CommonDeadline::KIND_RANGE;
    case reader::DeadlineKind::kStanding:
      return CommonDeadline::KIND_STANDING;
    case reader::DeadlineKind::kRelative:
    case reader::DeadlineKind::kUndated:
      if (deadline.end.empty()) return CommonDeadline::KIND_NONE;
      return deadline.start.empty() || deadline.start == deadline.end ? CommonDeadline::KIND_DATE
                                                                      : CommonDeadline::KIND_RANGE;
    case reader::DeadlineKind::kNone:
      break;
  }
  return CommonDeadline::KIND_NONE;
}

std::string DayOrEmpty(const std::optional<absl::CivilDay>& day) {
  return day ? absl::FormatCivilTime(*day) : "";
}

void AddSteps(const std::vector<terms::Step>& steps, Response* response) {
  for (const terms::Step& step : steps) {
    auto* out = response->add_steps();
    out->set_description(step.russian);
    out->set_description_english(step.english);
    out->set_rule(step.rule);
    out->set_before_date(DayOrEmpty(step.before));
    out->set_after_date(DayOrEmpty(step.after));
    out->set_source(step.source);
  }
}

bool SameDates(const CommonDeadline& one, const CommonDeadline& other) {
  return one.kind() == other.kind() && one.start_date() == other.start_date() &&
         one.end_date() == other.end_date();
}

std::string BaseOf(const pb::Resolution& resolution, const pb::Point& point) {
  for (const std::string* day : {&point.deadline().base_date(), &resolution.adopt_date(),
                                 &resolution.event().end_date(), &resolution.letter().date()}) {
    if (!day->empty()) return *day;
  }
  return "";
}

// The dates that stand in the point, whoever gave them.
Response ExplainStored(const CommonDeadline& deadline, const terms::Regime& regime) {
  terms::Term term;
  term.kind = deadline.kind() == CommonDeadline::KIND_STANDING ? terms::Term::Kind::kStanding
              : deadline.kind() == CommonDeadline::KIND_RANGE  ? terms::Term::Kind::kRange
                                                               : terms::Term::Kind::kDate;
  term.rule = "manual";
  term.start = ParseDay(deadline.start_date());
  term.end = ParseDay(deadline.end_date());
  std::vector<terms::Step> steps;
  const terms::Outcome outcome = terms::Count(term, std::nullopt, regime, &steps);
  Response response;
  *response.mutable_deadline() = deadline;
  response.mutable_deadline()->set_calendar_version(outcome.calendar_version);
  response.mutable_deadline()->set_provisional(outcome.provisional);
  response.mutable_deadline()->set_jurisdiction(regime.jurisdiction->id);
  response.set_due_date(DayOrEmpty(outcome.due));
  AddSteps(steps, &response);
  return response;
}

// The term that was printed gives no day, and nobody entered one.
Response ExplainWithout(const CommonDeadline& deadline, const std::string& base_date,
                        const terms::Regime& regime) {
  Response response;
  if (!deadline.printed().empty()) {
    AddSteps({{"Напечатано «" + deadline.printed() + "», но день в карточке пункта не указан",
               "A term is printed, but no day of it is entered",
               "phrase.no_day",
               {},
               {},
               "карточка пункта"}},
             &response);
  }
  response.MergeFrom(ExplainPhrase("", base_date, regime));
  *response.mutable_deadline() = deadline;
  return response;
}

}  // namespace

rezon::common::v1::SourceSpan SourceSpanOf(const reader::Span& read) {
  rezon::common::v1::SourceSpan span;
  span.set_begin(read.begin);
  span.set_end(read.end);
  return span;
}

CommonDeadline DeadlineOf(const reader::Deadline& read) {
  CommonDeadline deadline;
  deadline.set_kind(KindOfDeadline(read));
  deadline.set_printed(read.printed);
  deadline.set_rule(read.rule);
  if (read.rule == "standing.recurring") deadline.set_recurrence(read.printed);
  const bool range = deadline.kind() == CommonDeadline::KIND_RANGE;
  if (range) deadline.set_start_date(read.start);
  if (range || deadline.kind() == CommonDeadline::KIND_DATE) {
    deadline.set_end_date(read.end.empty() ? read.start : read.end);
  }
  deadline.set_calendar_version(read.calendar_version);
  deadline.set_provisional(read.provisional);
  deadline.set_jurisdiction(read.jurisdiction);
  deadline.set_base_date(read.base_date);
  if (read.span.begin < read.span.end) *deadline.mutable_span() = SourceSpanOf(read.span);
  return deadline;
}

void KeepProvenance(const CommonDeadline& before, CommonDeadline* deadline) {
  const bool same = SameDates(before, *deadline);
  deadline->set_calendar_version(same ? before.calendar_version() : "");
  deadline->set_provisional(same && before.provisional());
  deadline->set_jurisdiction(same ? before.jurisdiction() : "");
  deadline->set_base_date(same ? before.base_date() : "");
  deadline->clear_span();
  const bool same_phrase = before.printed() == deadline->printed();
  if (same_phrase && before.has_span()) *deadline->mutable_span() = before.span();
}

Response ExplainPhrase(const std::string& phrase, const std::string& base_date,
                       const terms::Regime& regime) {
  const reader::Explanation told = reader::ExplainPhrase(phrase, base_date, regime);
  Response response;
  *response.mutable_deadline() = DeadlineOf(told.deadline);
  response.set_due_date(told.due);
  response.set_report_date(told.report);
  AddSteps(told.steps, &response);
  return response;
}

Response ExplainPoint(const pb::Resolution& resolution, const pb::Point& point,
                      const std::string& base_date, const terms::Regime& regime) {
  const CommonDeadline& deadline = point.deadline();
  const std::string base = base_date.empty() ? BaseOf(resolution, point) : base_date;
  if (deadline.kind() == CommonDeadline::KIND_NONE ||
      deadline.kind() == CommonDeadline::KIND_UNSPECIFIED) {
    return ExplainWithout(deadline, base, regime);
  }
  Response read = ExplainPhrase(deadline.printed(), base, regime);
  if (!SameDates(read.deadline(), deadline)) return ExplainStored(deadline, regime);
  if (deadline.has_span()) *read.mutable_deadline()->mutable_span() = deadline.span();
  return read;
}

}  // namespace rezon::decisions
