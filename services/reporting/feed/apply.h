#pragma once

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "services/platform/feed/event.h"
#include "services/reporting/domain/calendar.h"

namespace rezon::db {
class Transaction;
}

namespace rezon::reporting::feed {

// Projects events of any of the three followed services, set-based and in the consumer's
// transaction. Types that reporting has no use for are passed over. INVALID_ARGUMENT when an event
// cannot be read; then nothing of the call may stay.
absl::Status ApplyEvents(db::Transaction& transaction,
                         absl::Span<const ::rezon::feed::Event> events, const RegionZones& zones);

}  // namespace rezon::reporting::feed
