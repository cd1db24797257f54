#include "gateway/cli/letter_text.h"

#include <nlohmann/json.hpp>

#include "gateway/cli/text.h"

namespace rezon::cli {
namespace {

using Json = nlohmann::json;

std::string LinkText(const Json& link) {
  std::string text = link.value("resolution", "") + "  " + link.value("resolutionDisplayName", "");
  for (const auto& reason : link.value("reasons", Json::array())) {
    text += " " + reason.get<std::string>();
  }
  return text;
}

}  // namespace

std::string CarriedText(const Json& letter) {
  for (const auto& link : letter.value("links", Json::array())) {
    const std::string state = link.value("state", "");
    std::string title = link.value("resolutionDisplayName", "");
    if (state == "STATE_LINKED") return title;
    if (state == "STATE_PROPOSED")
      return "? " + title + " (" + Percent(link.value("score", 0.0)) + ")";
  }
  return "";
}

std::string LetterText(const Json& letter) {
  const Json facts = letter.value("facts", Json::object());
  std::string text = letter.value("name", "") + "  " + letter.value("displayName", "") + "\n";
  const auto line = [&](const std::string& what, const std::string& value) {
    if (!value.empty()) text += "  " + what + ": " + value + "\n";
  };
  line("отправитель", facts.value("issuer", ""));
  line("подписал", facts.value("signatory", ""));
  for (const auto& addressee : facts.value("addressees", Json::array())) {
    line("кому", addressee.get<std::string>());
  }
  for (const auto& request : letter.value("requests", Json::array())) {
    line("просит", request.value("text", ""));
  }
  for (const auto& link : letter.value("links", Json::array())) {
    const std::string state = link.value("state", "");
    if (state == "STATE_LINKED") line("направляет", LinkText(link));
    if (state == "STATE_PROPOSED") {
      line("возможно, направляет (" + Percent(link.value("score", 0.0)) + ")", LinkText(link));
    }
  }
  for (const auto& warning : letter.value("warnings", Json::array())) {
    text += "  ! " + warning.get<std::string>() + "\n";
  }
  return text;
}

}  // namespace rezon::cli
