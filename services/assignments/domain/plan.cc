#include "services/assignments/domain/plan.h"

#include "services/assignments/domain/due.h"
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

Addressed ExecutorsOf(const decisions::v1::Point& point, const Expansions& expansions) {
  Addressed out;
  std::set<std::string> seen;
  std::string first_phrase;
  for (const auto& addressee : point.addressees()) {
    if (first_phrase.empty()) first_phrase = addressee.phrase();
    std::size_t before = out.executors.size();
    bool known = false;
    for (const std::string& target : addressee.targets()) {
      auto found = expansions.find(target);
      if (found == expansions.end()) continue;
      for (const Executor& executor : found->second) {
        known = true;
        if (seen.insert(executor.id).second)
          out.executors.emplace_back(executor, addressee.phrase());
      }
    }
    if (out.executors.size() == before && !known) {
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

v1::PointIssue Summary(const decisions::v1::Point& point, const Addressed& addressed,
                       std::optional<absl::CivilDay> due) {
  v1::PointIssue issue;
  issue.set_point(point.name());
  issue.set_label(point.label());
  issue.set_text(point.text());
  if (due) issue.set_due_date(DayText(*due));
  int count = 0;
  for (const auto& [executor, phrase] : addressed.executors) {
    if (executor.id.empty()) continue;
    if (++count <= kShownExecutors) issue.add_executors(executor.display_name);
  }
  issue.set_executor_count(count);
  for (const std::string& warning : addressed.warnings) issue.add_warnings(warning);
  const auto kind = point.deadline().kind();
  if (kind == common::v1::Deadline::KIND_NONE || kind == common::v1::Deadline::KIND_UNSPECIFIED) {
    issue.add_warnings(due ? "Срок не указан: назначен один месяц со дня принятия"
                           : "Срок не указан");
  }
  return issue;
}

}  // namespace

std::vector<std::string> TargetsOf(const std::vector<decisions::v1::Point>& points) {
  std::set<std::string> targets;
  for (const auto& point : points) {
    if (!point.actionable()) continue;
    for (const auto& addressee : point.addressees()) {
      targets.insert(addressee.targets().begin(), addressee.targets().end());
    }
  }
  return {targets.begin(), targets.end()};
}

Plan MakePlan(const Adopted& adopted) {
  Plan plan;
  plan.resolution = LastPart(adopted.resolution.name());
  plan.issuance.set_resolution(adopted.resolution.name());
  std::set<std::string> executors;
  int unaddressed = 0;
  for (const auto& point : adopted.points) {
    if (!point.actionable()) continue;
    Addressed addressed = ExecutorsOf(point, adopted.expansions);
    auto due = DueDay(point.deadline(), ParseDay(adopted.resolution.adopt_date()));
    std::string id = LastPart(point.name());
    plan.points.push_back({id, &point});
    for (auto& [executor, phrase] : addressed.executors) {
      executor.id.empty() ? void(++unaddressed) : void(executors.insert(executor.id));
      plan.assignments.push_back({ids::NewUuid(), id, executor, phrase, due});
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
