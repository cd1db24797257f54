#include <iostream>
#include <nlohmann/json.hpp>

#include "gateway/cli/client.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/table.h"
#include "gateway/cli/text.h"
#include "services/platform/ids/uuid.h"

namespace rezon::cli {
namespace {

using Json = nlohmann::json;

std::string Quoted(const std::string& text) {
  std::string quoted = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

void And(std::string* filter, const std::string& term) {
  *filter += (filter->empty() ? "" : " AND ") + term;
}

std::string FilterOf(const Arguments& arguments) {
  std::string filter = arguments.Get("filter");
  if (!filter.empty()) filter = "(" + filter + ")";
  for (const auto& [option, collection] :
       {std::pair{"executor", "organisations"}, std::pair{"territory", "territories"},
        std::pair{"resolution", "resolutions"}}) {
    if (!arguments.Has(option)) continue;
    And(&filter, std::string(option) + " = " + Quoted(NameIn(collection, arguments.Get(option))));
  }
  if (arguments.Has("point")) And(&filter, "point = " + Quoted(arguments.Get("point")));
  if (arguments.Has("state")) {
    std::string state = arguments.Get("state");
    for (char& c : state) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    And(&filter, "state = " + state);
  }
  if (arguments.Has("due-before"))
    And(&filter, "due_date < " + Quoted(arguments.Get("due-before")));
  if (arguments.Has("overdue")) And(&filter, "overdue = true");
  return filter;
}

void AddRow(const Json& a, Table* table) {
  std::string due = RussianDate(a.value("dueDate", ""));
  if (due.empty()) due = "постоянно";
  if (a.value("overdue", false)) due += " просрочено";
  table->Add({a.value("name", ""), a.value("pointLabel", ""), a.value("pointText", ""),
              a.value("executorDisplayName", ""), due, StateWord(a.value("state", ""))});
}

int List(const Arguments& arguments) {
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  const int64_t limit = std::strtoll(arguments.Get("limit", "200").c_str(), nullptr, 10);
  Table table({{"Поручение"},
               {"Пункт"},
               {"Текст", false, true},
               {"Исполнитель", false, true},
               {"Срок"},
               {"Состояние"}});
  int64_t count = 0;
  std::string token;
  do {
    const int64_t size = std::min<int64_t>(limit - count, 1000);
    auto answer = (*client)->Call("GET", "/v1/assignments",
                                  {{"pageSize", std::to_string(size)},
                                   {"pageToken", token},
                                   {"filter", FilterOf(arguments)},
                                   {"orderBy", arguments.Get("order-by")}});
    if (!answer.ok()) return Report(answer.status());
    const Json page = Json::parse(*answer);
    for (const auto& assignment : page.value("assignments", Json::array())) {
      ++count;
      if (arguments.Has("json")) {
        std::cout << assignment.dump() << "\n";
      } else {
        AddRow(assignment, &table);
      }
    }
    token = page.value("nextPageToken", "");
  } while (!token.empty() && count < limit);
  if (arguments.Has("json")) return kDone;
  if (!table.empty()) std::cout << table.Render(TerminalWidth());
  std::cout << Plural(count, "поручение", "поручения", "поручений")
            << (token.empty() ? "" : ", есть ещё: увеличьте --limit") << "\n";
  return kDone;
}

// Moves one assignment; `body` is what the operation wants beside etag and request id.
int Move(const Arguments& arguments, const char* operation, Json body) {
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  body["requestId"] = arguments.Get("request-id", ids::NewUuid());
  if (arguments.Has("etag")) body["etag"] = arguments.Get("etag");
  const std::string name = NameIn("assignments", arguments.positional[0]);
  auto answer = (*client)->Call("POST", "/v1/" + name + ":" + operation, {}, body.dump());
  if (!answer.ok()) return Report(answer.status());
  if (arguments.Has("json")) {
    std::cout << *answer << "\n";
  } else {
    std::cout << name << "  " << StateWord(Json::parse(*answer).value("state", "")) << "\n";
  }
  return kDone;
}

int SendReport(const Arguments& arguments) {
  if (!arguments.Has("text")) {
    std::cerr << "rezonctl report: нужен --text\n";
    return kUsage;
  }
  Json report = {{"text", arguments.Get("text")}};
  if (arguments.Has("link")) report["links"] = arguments.All("link");
  if (arguments.Has("information")) report["ask"] = "ASK_INFORMATION";
  return Move(arguments, "report", {{"report", report}});
}

int SendBack(const Arguments& arguments) {
  if (!arguments.Has("comment")) {
    std::cerr << "rezonctl return: нужен --comment\n";
    return kUsage;
  }
  Json body = {{"comment", arguments.Get("comment")}};
  if (arguments.Has("due")) body["dueDate"] = arguments.Get("due");
  return Move(arguments, "return", body);
}

int Accept(const Arguments& arguments) {
  Json body = Json::object();
  if (arguments.Has("comment")) body["comment"] = arguments.Get("comment");
  return Move(arguments, "accept", body);
}

const Option kEtag = {"etag", "ETAG", "версия, которую вы видели; другая не изменится"};
const Option kRequestId = {"request-id", "UUID",
                           "повтор с тем же номером ничего не делает второй раз"};

}  // namespace

Command AssignmentsCommand() {
  return {
      "assignments",
      "",
      0,
      0,
      "показать поручения, ближайшие по сроку первыми",
      {{"executor", "ИМЯ", "исполнитель, organisations/…"},
       {"territory", "ИМЯ", "территория исполнителя, territories/…"},
       {"resolution", "ИМЯ", "резолюция, resolutions/…"},
       {"point", "ИМЯ", "пункт, resolutions/…/points/…"},
       {"state", "СОСТОЯНИЕ",
        "issued, delivered, acknowledged, in_progress, reported, returned, accepted, cancelled"},
       {"due-before", "ГГГГ-ММ-ДД", "срок раньше этого дня"},
       {"overdue", "", "только просроченные"},
       {"filter", "ФИЛЬТР", "условие по AIP-160, вдобавок к остальным"},
       {"order-by", "ПОРЯДОК", "due_date или due_date desc"},
       {"limit", "ЧИСЛО", "не больше строк (200)"}},
      {"rezonctl assignments --executor organisations/0192… --state issued",
       "rezonctl assignments --overdue --json | jq -r .name"},
      List};
}

Command AcknowledgeCommand() {
  return {
      "acknowledge",
      "ASSIGNMENT",
      1,
      1,
      "подтвердить получение поручения",
      {kEtag, kRequestId},
      {"rezonctl acknowledge assignments/0192…"},
      [](const Arguments& arguments) { return Move(arguments, "acknowledge", Json::object()); }};
}

Command ReportCommand() {
  return {"report",
          "ASSIGNMENT",
          1,
          1,
          "отчитаться о поручении",
          {{"text", "ТЕКСТ", "что сделано"},
           {"link", "URL", "ссылка на подтверждение", true},
           {"information", "", "только сообщить, без просьбы снять с контроля"},
           kEtag,
           kRequestId},
          {"rezonctl report assignments/0192… --text 'Семинар проведён 12 сентября'",
           "rezonctl report 0192… --text 'Готово' --link https://школа.рф/отчёт"},
          SendReport};
}

Command AcceptCommand() {
  return {"accept",
          "ASSIGNMENT",
          1,
          1,
          "принять отчёт и снять поручение с контроля",
          {{"comment", "ТЕКСТ", "замечание"}, kEtag, kRequestId},
          {"rezonctl accept assignments/0192…"},
          Accept};
}

Command ReturnCommand() {
  return {"return",
          "ASSIGNMENT",
          1,
          1,
          "вернуть отчёт исполнителю",
          {{"comment", "ТЕКСТ", "почему"}, {"due", "ГГГГ-ММ-ДД", "новый срок"}, kEtag, kRequestId},
          {"rezonctl return assignments/0192… --comment 'Нет списка участников' --due 2024-10-01"},
          SendBack};
}

}  // namespace rezon::cli
