#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace rezon::cli {

// A letter as the service answers it, in lines for a terminal: name and title, who sends, who
// signed, to whom, what is asked, which resolution it carries or may carry.
std::string LetterText(const nlohmann::json& letter);

// The title of the resolution that it carries; else the likeliest proposal with its score.
std::string CarriedText(const nlohmann::json& letter);

}  // namespace rezon::cli
