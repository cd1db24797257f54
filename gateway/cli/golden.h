// A reader result as one golden annotation file (the corpus's SCHEMA): what a careful clerk would
// enter by hand. Used by `rezonctl parse --format golden` and by the corpus score.
#ifndef REZON_GATEWAY_CLI_GOLDEN_H_
#define REZON_GATEWAY_CLI_GOLDEN_H_

#include <string>

#include "services/decisions/reader/document.h"

namespace rezon::cli {

// UTF-8 JSON with a final newline. Deadline kinds that carry no printed date (relative, undated)
// become "none", as the schema has no place for them.
std::string GoldenJson(const reader::Document& document);

}  // namespace rezon::cli

#endif  // REZON_GATEWAY_CLI_GOLDEN_H_
