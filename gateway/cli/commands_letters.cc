#include <iostream>
#include <nlohmann/json.hpp>

#include "gateway/cli/client.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/letter_text.h"
#include "gateway/cli/table.h"
#include "gateway/cli/text.h"
#include "services/platform/ids/uuid.h"

namespace rezon::cli {
namespace {

using Json = nlohmann::json;

constexpr char kMostLetters[] = "1000";

int ListLetters(const Arguments& arguments) {
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  const std::string parent =
      arguments.positional.empty() ? "" : NameIn("resolutions", arguments.positional[0]) + "/";
  Query query = {{"pageSize", kMostLetters}};
  if (arguments.Has("unlinked")) query.push_back({"filter", "linked = false"});
  auto answer = (*client)->Call("GET", "/v1/" + parent + "letters", query);
  if (!answer.ok()) return Report(answer.status());
  if (arguments.Has("json")) {
    std::cout << *answer << "\n";
    return kDone;
  }
  Table table({{"Письмо"}, {"Отправитель", false, true}, {"Резолюция", false, true}, {"Имя"}});
  for (const auto& letter : Json::parse(*answer).value("letters", Json::array())) {
    table.Add({letter.value("displayName", ""),
               letter.value("facts", Json::object()).value("issuer", ""), CarriedText(letter),
               letter.value("name", "")});
  }
  std::cout << (table.empty() ? "Писем нет.\n" : table.Render(TerminalWidth()));
  return kDone;
}

int ChangeLink(const Arguments& arguments, const char* verb) {
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  Json body = {{"requestId", arguments.Get("request-id", ids::NewUuid())}};
  if (arguments.positional.size() > 1) {
    body["resolution"] = NameIn("resolutions", arguments.positional[1]);
  }
  if (arguments.Has("etag")) body["etag"] = arguments.Get("etag");
  if (arguments.Has("check")) body["validateOnly"] = true;
  const std::string name = NameIn("letters", arguments.positional[0]);
  auto answer = (*client)->Call("POST", "/v1/" + name + ":" + verb, {}, body.dump());
  if (!answer.ok()) return Report(answer.status());
  if (arguments.Has("json")) {
    std::cout << *answer << "\n";
  } else {
    std::cout << LetterText(Json::parse(*answer));
  }
  return kDone;
}

const std::vector<Option> kLinkOptions = {
    {"check", "", "только показать, что получится"},
    {"etag", "ETAG", "версия письма, которую вы видели"},
    {"request-id", "UUID", "повтор с тем же номером ничего не делает второй раз"}};

}  // namespace

Command LettersCommand() {
  return {"letters",
          "[RESOLUTION]",
          0,
          1,
          "показать сопроводительные письма: все или одной резолюции, с предложенными",
          {{"unlinked", "", "только те, чья резолюция не указана"}},
          {"rezonctl letters", "rezonctl letters resolutions/0192…", "rezonctl letters --unlinked"},
          ListLetters};
}

Command LinkCommand() {
  return {"link",
          "LETTER RESOLUTION",
          2,
          2,
          "указать, какую резолюцию направляет сопроводительное письмо",
          kLinkOptions,
          {"rezonctl link letters/0192… resolutions/0193…"},
          [](const Arguments& arguments) { return ChangeLink(arguments, "link"); }};
}

Command UnlinkCommand() {
  return {"unlink",
          "LETTER [RESOLUTION]",
          1,
          2,
          "отвязать письмо от резолюции или отклонить предложенную",
          kLinkOptions,
          {"rezonctl unlink letters/0192…", "rezonctl unlink letters/0192… resolutions/0193…"},
          [](const Arguments& arguments) { return ChangeLink(arguments, "unlink"); }};
}

Command MatchCommand() {
  return {"match",
          "LETTER",
          1,
          1,
          "поискать резолюцию письма заново: предложения обновятся, решённое человеком останется",
          {{"etag", "ETAG", "версия письма, которую вы видели"},
           {"request-id", "UUID", "повтор с тем же номером ничего не делает второй раз"}},
          {"rezonctl match letters/0192…"},
          [](const Arguments& arguments) { return ChangeLink(arguments, "match"); }};
}

}  // namespace rezon::cli
