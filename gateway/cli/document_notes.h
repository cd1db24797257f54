// What a clerk should see below the table of points: the event's parties, relations to earlier
// decisions, suggestions and points that repeat each other.
#ifndef REZON_GATEWAY_CLI_DOCUMENT_NOTES_H_
#define REZON_GATEWAY_CLI_DOCUMENT_NOTES_H_

#include <string>

#include "services/decisions/reader/document.h"

namespace rezon::cli {

// The organisers, hosts, partners, venues and participants, a line a role; empty without any.
std::string PartiesText(const reader::Document& document);

// Relations, suggestions and likely duplicates, each under its heading; empty without any.
std::string NotesText(const reader::Document& document);

// Russian for a kind of relation as the contract names it («amends» → «изменяет»).
std::string RelationWord(const std::string& kind);

}  // namespace rezon::cli

#endif  // REZON_GATEWAY_CLI_DOCUMENT_NOTES_H_
