#ifndef REZON_SERVICES_PLATFORM_DB_CONTEXT_H_
#define REZON_SERVICES_PLATFORM_DB_CONTEXT_H_

#include <functional>

#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace rezon::db {

// What a unit of database work inherits from the call it serves. Statement spans become children of
// the thread's current span (trace::Scope). Cheap to copy.
struct Context {
  // When the caller stops waiting. Enforced on the client to the millisecond: the statement is
  // cancelled on the server and the call ends with DEADLINE_EXCEEDED.
  absl::Time deadline = absl::InfiniteFuture();
  // Asked every few tens of milliseconds while a statement runs; true cancels it and ends the call
  // with CANCELLED. Empty: never.
  std::function<bool()> cancelled;

  // A context that ends `timeout` from now.
  static Context Within(absl::Duration timeout) { return Context{absl::Now() + timeout, {}}; }
};

}  // namespace rezon::db

#endif  // REZON_SERVICES_PLATFORM_DB_CONTEXT_H_
