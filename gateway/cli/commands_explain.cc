#include <iostream>
#include <nlohmann/json.hpp>

#include "gateway/cli/client.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/text.h"
#include "services/decisions/reader/deadlines/dates.h"
#include "services/decisions/reader/deadlines/resolve.h"
#include "services/platform/terms/files.h"

namespace rezon::cli {
namespace {

using Json = nlohmann::json;

std::string IsoDay(const std::optional<absl::CivilDay>& day) {
  return day ? absl::FormatCivilTime(*day) : "";
}

// The answer of ExplainDeadline, as the server gives it.
Json ExplanationJson(const reader::Explanation& told) {
  Json steps = Json::array();
  for (const auto& step : told.steps) {
    steps.push_back({{"description", step.russian},
                     {"descriptionEnglish", step.english},
                     {"rule", step.rule},
                     {"beforeDate", IsoDay(step.before)},
                     {"afterDate", IsoDay(step.after)},
                     {"source", step.source}});
  }
  return {{"deadline",
           {{"startDate", told.deadline.start},
            {"endDate", told.deadline.end},
            {"printed", told.deadline.printed},
            {"rule", told.deadline.rule},
            {"calendarVersion", told.deadline.calendar_version},
            {"provisional", told.deadline.provisional},
            {"jurisdiction", told.deadline.jurisdiction},
            {"baseDate", told.deadline.base_date}}},
          {"dueDate", told.due},
          {"reportDate", told.report},
          {"steps", std::move(steps)}};
}

void ShowStep(size_t number, const Json& step) {
  const std::string before = step.value("beforeDate", ""), after = step.value("afterDate", "");
  std::cout << number << ". " << step.value("description", "") << "\n   "
            << step.value("descriptionEnglish", "") << "\n   ";
  if (!before.empty() && before != after) std::cout << RussianDate(before) << " → ";
  if (!after.empty()) std::cout << RussianDate(after) << "; ";
  std::cout << "правило " << step.value("rule", "");
  if (const auto source = step.value("source", ""); !source.empty()) {
    std::cout << "; источник: " << source;
  }
  std::cout << "\n";
}

void ShowExplanation(const Json& answer) {
  size_t number = 0;
  for (const auto& step : answer.value("steps", Json::array())) ShowStep(++number, step);
  const std::string due = answer.value("dueDate", ""), report = answer.value("reportDate", "");
  std::cout << "Исполнить до: " << (due.empty() ? "не определено" : RussianDate(due));
  if (!report.empty()) std::cout << "; ближайший доклад: " << RussianDate(report);
  const Json deadline = answer.value("deadline", Json::object());
  if (deadline.value("provisional", false)) std::cout << "; дата предварительная";
  if (const auto version = deadline.value("calendarVersion", ""); !version.empty()) {
    std::cout << "; календарь " << version;
  }
  std::cout << "\n";
}

absl::StatusOr<Json> ExplainHere(const Arguments& arguments) {
  auto regimes = terms::Load({arguments.Get("calendar-file"), arguments.Get("rules-file")});
  if (!regimes.ok()) return regimes.status();
  const std::string jurisdiction = arguments.Get("jurisdiction", "ru");
  if ((*regimes)->rules().Find(jurisdiction) == nullptr) {
    return absl::InvalidArgumentError("--jurisdiction бывает: " + (*regimes)->rules().Ids());
  }
  return ExplanationJson(reader::ExplainPhrase(arguments.positional[0], arguments.Get("base"),
                                               (*regimes)->Of(jurisdiction)));
}

absl::StatusOr<Json> ExplainOfPoint(const Arguments& arguments) {
  auto client = Client::Make(arguments);
  if (!client.ok()) return client.status();
  auto answer = (*client)->Call(
      "GET", "/v1/" + arguments.positional[0] + ":explainDeadline",
      {{"baseDate", arguments.Get("base")}, {"jurisdiction", arguments.Get("jurisdiction")}});
  if (!answer.ok()) return answer.status();
  return Json::parse(*answer);
}

int Explain(const Arguments& arguments) {
  const std::string base = arguments.Get("base");
  if (!base.empty() && !reader::ParseIso(base)) {
    std::cerr << "rezonctl explain-deadline: --base бывает вида 2024-09-01\n";
    return kUsage;
  }
  const bool point = arguments.positional[0].starts_with("resolutions/");
  auto answer = point ? ExplainOfPoint(arguments) : ExplainHere(arguments);
  if (!answer.ok()) return Report(answer.status());
  if (arguments.Has("json")) {
    std::cout << answer->dump() << "\n";
  } else {
    ShowExplanation(*answer);
  }
  return kDone;
}

}  // namespace

Command ExplainDeadlineCommand() {
  return {"explain-deadline",
          "ФРАЗА|ПУНКТ",
          1,
          1,
          "показать по шагам, как получился срок: фразы на месте, без сервера, пункта с сервера",
          {{"base", "ДАТА", "день отсчёта, 2024-09-01"},
           {"jurisdiction", "КОД", "чьи правила, например ru-sve (по умолчанию ru)"},
           {"calendar-file", "ФАЙЛ", "год производственного календаря сверх встроенных"},
           {"rules-file", "ФАЙЛ", "свои правила сроков сверх встроенных"}},
          {"rezonctl explain-deadline 'до конца III квартала 2024 года'",
           "rezonctl explain-deadline срочно --base 2025-03-06 --jurisdiction ru-sve",
           "rezonctl explain-deadline resolutions/…/points/…"},
          Explain};
}

}  // namespace rezon::cli
