#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gateway/cli/client.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/text.h"
#include "services/platform/ids/uuid.h"

namespace rezon::cli {
namespace {

using Json = nlohmann::json;

bool GoesBy(const Json& territory, const std::string& name) {
  const Json aliases = territory.value("aliases", Json::array());
  return territory.value("displayName", "") == name ||
         std::find(aliases.begin(), aliases.end(), Json(name)) != aliases.end();
}

// `territories/{id}` of a resource name, an official name or an alias.
absl::StatusOr<std::string> FindTerritory(Client& client, const std::string& given) {
  if (given.rfind("territories/", 0) == 0) return given;
  std::string token, found;
  do {
    auto answer =
        client.Call("GET", "/v1/territories", {{"pageSize", "1000"}, {"pageToken", token}});
    if (!answer.ok()) return answer.status();
    const Json page = Json::parse(*answer);
    for (const Json& territory : page.value("territories", Json::array())) {
      if (!GoesBy(territory, given)) continue;
      if (!found.empty()) {
        return absl::FailedPreconditionError("территорий с таким названием несколько: «" + given +
                                             "»; укажите имя territories/…");
      }
      found = territory.value("name", "");
    }
    token = page.value("nextPageToken", "");
  } while (!token.empty());
  if (found.empty()) {
    return absl::NotFoundError("территории «" + given + "» нет в реестре");
  }
  return found;
}

absl::StatusOr<std::string> Choose(Client& client, const std::string& resolution,
                                   const std::string& territory) {
  auto changed = client.Call("PATCH", "/v1/" + resolution,
                             {{"updateMask", "territory"}, {"requestId", ids::NewUuid()}},
                             Json({{"territory", territory}}).dump());
  if (!changed.ok()) return changed.status();
  return client.Call("POST", "/v1/" + resolution + ":resolveAddressees", {},
                     Json({{"requestId", ids::NewUuid()}}).dump());
}

int SetTerritory(const Arguments& arguments) {
  auto client = Client::Make(arguments);
  if (!client.ok()) return Report(client.status());
  auto territory = FindTerritory(**client, arguments.positional[1]);
  if (!territory.ok()) return Report(territory.status());
  const std::string name = NameIn("resolutions", arguments.positional[0]);
  auto answer = Choose(**client, name, *territory);
  if (!answer.ok()) return Report(answer.status());
  if (arguments.Has("json")) {
    std::cout << *answer << "\n";
    return kDone;
  }
  const Json resolution = Json::parse(*answer);
  std::cout << name << "  территория: " << arguments.positional[1] << "; к исполнению "
            << resolution.value("actionableCount", 0) << ", без исполнителя "
            << resolution.value("unresolvedCount", 0) << "\n";
  for (const auto& warning : resolution.value("warnings", Json::array())) {
    std::cout << "  ! " << warning.get<std::string>() << "\n";
  }
  return kDone;
}

}  // namespace

Command TerritoryCommand() {
  return {"territory",
          "RESOLUTION TERRITORY",
          2,
          2,
          "выбрать территорию черновика и снова найти его адресатов",
          {},
          {"rezonctl territory resolutions/0192… 'город Ключи'",
           "rezonctl territory 0192… territories/0191…"},
          SetTerritory};
}

}  // namespace rezon::cli
