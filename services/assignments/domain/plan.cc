#include "services/assignments/domain/plan.h"

#include "absl/strings/str_format.h"
#include "services/platform/ids/uuid.h"

namespace rezon::assignments {
namespace {

constexpr int kShownExecutors = 10;

std::string LastPart(const std::string& name) { return name.substr(name.rfind('/') + 1); }

// One point's executors in the order in which the document names them, and what to tell the clerk.
struct Addressed {
  std::vector<std::pair<Executor, std::string>> executors;  // with the phrase
  std::vector<std::string> warnings;
};

Addressed ExecutorsOf(const decisions::v1::Point& point, const Adopted& adopted) {
  const Expansions& expansions = adopted.expansions;
  Addressed out;
  std::set<std::string> seen;
  std::string first_phrase;
  for (const auto& addressee : point.addressees()) {
    if (first_phrase.empty()) first_phrase = addressee.phrase();
    std::size_t before = out.executors.size();
    bool known = false, unbounded = false;
    for (const std::string& name : addressee.targets()) {
      const Target target{name, addressee.territory()};
      unbounded = unbounded || adopted.unbounded.contains(target);
      auto found = expansions.find(target);
      if (found == expansions.end()) continue;
      for (const Executor& executor : found->second) {
        known = true;
        if (seen.insert(executor.id).second)
          out.executors.emplace_back(executor, addressee.phrase());
      }
    }
    if (unbounded) {
      out.warnings.push_back("Территория резолюции не указана: группа «" + addressee.phrase() +
                             "» не раскрыта, чтобы не охватить весь регион");
    } else if (out.executors.size() == before && !known) {
      out.warnings.push_back("Адресат «" + addressee.phrase() +
                             "» не определён или не имеет действующих организаций");
    }
  }
  if (out.executors.empty()) {
    if (point.addressees().empty()) out.warnings.push_back("Адресат не указан");
    out.warnings.push_back("Поручение будет создано без исполнителя");
    Executor nobody;
    nobody.display_name = first_phrase;
    out.executors.emplace_back(nobody, first_phrase);
  }
  return out;
}

// What the clerk should know of the due day; empty where it is the printed one.
std::string DueWarning(const common::v1::Deadline& deadline, const DueDay& due) {
  if (deadline.kind() == common::v1::Deadline::KIND_STANDING) return "";
  if (!due.day) return "Срок не указан";
  const std::string day =
      absl::StrFormat("%02d.%02d.%04d", due.day->day(), due.day->month(), due.day->year());
  const std::string provisional =
      due.provisional ? "; производственный календарь этого года ещё не опубликован" : "";
  if (deadline.end_date().empty()) {
    return "Срок не указан: назначен по правилу для пунктов без срока, " + day + provisional;
  }
  if (DayText(*due.day) == deadline.end_date()) return "";
  return "Срок приходится на нерабочий день: исполнить до " + day + provisional;
}

v1::PointIssue Summary(const decisions::v1::Point& point, const Addressed& addressed,
                       const DueDay& due) {
  v1::PointIssue issue;
  issue.set_point(point.name());
  issue.set_label(point.label());
  issue.set_text(point.text());
  if (due.day) issue.set_due_date(DayText(*due.day));
  int count = 0;
  for (const auto& [executor, phrase] : addressed.executors) {
    if (executor.id.empty()) continue;
    if (++count <= kShownExecutors) issue.add_executors(executor.display_name);
  }
  issue.set_executor_count(count);
  for (const std::string& warning : addressed.warnings) issue.add_warnings(warning);
  if (std::string warning = DueWarning(point.deadline(), due); !warning.empty()) {
    issue.add_warnings(std::move(warning));
  }
  return issue;
}

}  // namespace

std::vector<Target> TargetsOf(const std::vector<decisions::v1::Point>& points) {
  std::set<Target> targets;
  for (const auto& point : points) {
    if (!point.actionable()) continue;
    for (const auto& addressee : point.addressees()) {
      for (const std::string& name : addressee.targets()) {
        targets.insert({name, addressee.territory()});
      }
    }
  }
  return {targets.begin(), targets.end()};
}

Plan MakePlan(const Adopted& adopted, const terms::Regime& regime) {
  Plan plan;
  plan.resolution = LastPart(adopted.resolution.name());
  plan.issuance.set_resolution(adopted.resolution.name());
  std::set<std::string> executors;
  int unaddressed = 0;
  for (const auto& point : adopted.points) {
    if (!point.actionable()) continue;
    Addressed addressed = ExecutorsOf(point, adopted);
    const DueDay due = DueOf(point.deadline(), ParseDay(adopted.resolution.adopt_date()), regime);
    std::string id = LastPart(point.name());
    plan.points.push_back({id, &point, due});
    for (auto& [executor, phrase] : addressed.executors) {
      executor.id.empty() ? void(++unaddressed) : void(executors.insert(executor.id));
      plan.assignments.push_back({ids::NewUuid(), id, executor, phrase, due.day});
    }
    *plan.issuance.add_points() = Summary(point, addressed, due);
  }
  plan.issuance.set_point_count(static_cast<int>(plan.points.size()));
  plan.issuance.set_assignment_count(static_cast<int>(plan.assignments.size()));
  plan.issuance.set_executor_count(static_cast<int>(executors.size()));
  plan.issuance.set_unaddressed_count(unaddressed);
  return plan;
}

}  // namespace rezon::assignments
