#ifndef REZON_SERVICES_ASSIGNMENTS_STORE_TOGETHER_H_
#define REZON_SERVICES_ASSIGNMENTS_STORE_TOGETHER_H_

#include <functional>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/types/span.h"
#include "services/assignments/store/store.h"
#include "services/platform/db/context.h"

namespace rezon::assignments::store {

// A change and what its own call allows it.
struct AskedChange {
  Change change;
  db::Context context;
};

// Store::Apply, or what a test puts in its place.
using ApplyChanges = std::function<absl::StatusOr<std::vector<Outcome>>(
    const db::Context&, absl::Span<const Change>, absl::CivilDay)>;

// Makes independent changes with as few statements and commits as can be; the outcomes come in
// their order. Changes of one assignment are made one after the other. When the database refuses a
// statement of several, each is made alone, so that a refusal hits only its own; after a lost
// connection nothing is tried again, for it may have been kept. Several run under `shared`, one
// alone under its own context. Thread-safe if `apply` is.
std::vector<absl::StatusOr<Outcome>> ApplyTogether(const ApplyChanges& apply,
                                                   const db::Context& shared,
                                                   absl::Span<const AskedChange> asked,
                                                   absl::CivilDay today);

}  // namespace rezon::assignments::store

#endif  // REZON_SERVICES_ASSIGNMENTS_STORE_TOGETHER_H_
