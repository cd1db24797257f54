// Everything that the reader found in one document, as JSON: the golden's fields and beside them
// spans, rules, certainty, parties of the event, relations, suggestions and likely duplicates.
#ifndef REZON_GATEWAY_CLI_DOCUMENT_JSON_H_
#define REZON_GATEWAY_CLI_DOCUMENT_JSON_H_

#include <string>
#include <vector>

#include "services/decisions/reader/document.h"

namespace rezon::cli {

// UTF-8 JSON with a final newline. Offsets count bytes of "text".
std::string DocumentJson(const reader::Document& document);

// Texts of the items in their order, for finding those that repeat another.
std::vector<std::string> TextsOf(const reader::Document& document);

}  // namespace rezon::cli

#endif  // REZON_GATEWAY_CLI_DOCUMENT_JSON_H_
