#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/platform/db/pool.h"
#include "services/platform/server/call.h"
#include "services/registry/matching/directory.h"

namespace rezon::registry::store {

// An organisation that an addressee means.
struct Meant {
  // Index of the addressee in the question, from 0.
  int asked = 0;
  // Ids without collection.
  std::string organisation;
  std::string territory;
  std::string display_name;
  std::string territory_display_name;
  // Enum name, "KIND_SCHOOL".
  std::string kind;
};

struct Expansion {
  std::vector<Meant> meant;
  // Indexes of the classes that neither have a territory nor were given one: they mean the region.
  std::vector<int> unbounded;
};

// What resolving and expanding read; each is one round trip, however many phrases or addressees.
// Days are YYYY-MM-DD. Thread-safe.
class Addressees {
 public:
  explicit Addressees(db::Pool& pool) : pool_(pool) {}

  // Territories and classes of the caller's region, and its organisations and officials that exist
  // on `day` and share one of the stems or have a word like one that no name has.
  absl::StatusOr<Directory> Load(const server::CallContext& call,
                                 const std::vector<std::string>& stems, const std::string& day);
  // The organisations that the addressees (resource names) mean on `day`, in order of the question
  // and by name. A class without a territory takes its own of `territories` (ids, one an addressee;
  // empty: the whole region). NOT_FOUND names the first addressee or territory that does not exist.
  absl::StatusOr<Expansion> Expand(const server::CallContext& call,
                                   const std::vector<std::string>& addressees,
                                   const std::vector<std::string>& territories,
                                   const std::string& day);

 private:
  db::Pool& pool_;
};

}  // namespace rezon::registry::store
