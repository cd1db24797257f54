#ifndef REZON_GATEWAY_CLI_RELATION_TEXT_H_
#define REZON_GATEWAY_CLI_RELATION_TEXT_H_

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace rezon::cli {

// What a relation (proto3 JSON) does to its target, as the reader names it: «изменяет».
std::string RelationKindText(const nlohmann::json& relation);

// The target as the text names it: «п. 3 приказ от 12.03.2020 № 45».
std::string TargetAsRead(const nlohmann::json& target);

// A table of relations (proto3 JSON, an array): what is done, to what, what was found, the state
// and the name.
std::string RelationsTable(const nlohmann::json& relations);

}  // namespace rezon::cli

#endif  // REZON_GATEWAY_CLI_RELATION_TEXT_H_
