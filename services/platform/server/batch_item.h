#pragma once

#include <algorithm>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "services/platform/db/context.h"
#include "services/platform/server/call.h"
#include "services/platform/server/db_context.h"

// What a handler sees of calls that are handled together (batch.h makes them). Has no gRPC in it.
namespace rezon::server {

// One call of a batch: what it asks for, where its answer goes and how it ended.
template <typename Job, typename Response>
struct BatchItem {
  CallContext* call = nullptr;
  Job job;
  Response* response = nullptr;
  absl::Status status;
};

// What database work done for all of them at once inherits: of one call its deadline and its
// cancellation; of several the latest deadline, for one that goes away must not undo the others'.
// The calls must outlive the context.
template <typename Item>
db::Context SharedContext(absl::Span<const Item> items) {
  if (items.size() == 1) return DbContext(*items.front().call);
  db::Context shared;
  shared.deadline = absl::InfinitePast();
  for (const Item& item : items) {
    shared.deadline = std::max(shared.deadline, item.call->deadline());
  }
  return shared;
}

}  // namespace rezon::server
