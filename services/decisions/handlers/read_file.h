// Reading a file within what is left of a call.
#ifndef REZON_SERVICES_DECISIONS_HANDLERS_READ_FILE_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_READ_FILE_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "services/decisions/reader/reader.h"
#include "services/platform/server/call.h"

namespace rezon::decisions {

// The document of a file of any known format; converters get the call's time, at most a minute.
absl::StatusOr<reader::Document> ReadFile(const server::CallContext& call, std::string_view content,
                                          const reader::ReadOptions& options);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_READ_FILE_H_
