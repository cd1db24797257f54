#ifndef REZON_SERVICES_PLATFORM_OUTBOX_OUTBOX_H_
#define REZON_SERVICES_PLATFORM_OUTBOX_OUTBOX_H_

#include <cstdint>
#include <string>

#include "absl/types/span.h"
#include "services/platform/db/transaction.h"

namespace rezon::outbox {

// An event to be written with the change it tells of (table `outbox` of the service's schema).
// Statements that change and tell in one CTE insert into the table themselves: columns subject,
// revision, type, payload, traceparent, actor, region; never id or position.
struct NewEvent {
  // Resource name of what changed.
  std::string subject;
  // Its revision after the change, from 1, always rising.
  std::int64_t revision = 1;
  // `<resource>.<participle>`.
  std::string type;
  // The whole resource after the change, proto3 JSON.
  std::string payload;
  // Subject of the principal.
  std::string actor;
  std::string region;
};

// Queues the insert of the events, in one statement; it travels with the next flush or the commit.
// The transaction must have locked or inserted the subjects' rows before, so that the events of one
// subject come in the order of its revisions. Takes traceparent from the thread's current span.
void Append(db::Transaction& transaction, absl::Span<const NewEvent> events);

}  // namespace rezon::outbox

#endif  // REZON_SERVICES_PLATFORM_OUTBOX_OUTBOX_H_
