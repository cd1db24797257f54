#ifndef REZON_SERVICES_DECISIONS_HANDLERS_UNREADABLE_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_UNREADABLE_H_

#include "absl/status/status.h"

namespace rezon::decisions {

// What a caller gets for a status of reader::Read: ErrorInfo with the reader's reason, a violation
// of the field `file` and the reader's Russian sentence. UNIMPLEMENTED stays (a format without a
// converter here), RESOURCE_EXHAUSTED stays (over a limit), everything else is INVALID_ARGUMENT.
absl::Status Unreadable(const absl::Status& status);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_UNREADABLE_H_
