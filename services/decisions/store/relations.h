#ifndef REZON_SERVICES_DECISIONS_STORE_RELATIONS_H_
#define REZON_SERVICES_DECISIONS_STORE_RELATIONS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "rezon/decisions/v1/relations.pb.h"
#include "services/decisions/domain/relations.h"
#include "services/decisions/store/near.h"
#include "services/platform/db/pool.h"
#include "services/platform/server/call.h"
#include "services/platform/server/request_key.h"

namespace rezon::decisions::store {

// A person's decision on one relation.
struct DecisionChange {
  server::RequestKey key;
  RelationId id;
  std::optional<std::int64_t> version;
  Decision decision;
  // What a confirmation names instead of the match.
  std::optional<TargetId> target;
};

// Relations, suggestions and likely duplicates. Rows of other regions than the caller's do not
// exist here. Thread-safe; blocks on the database at most until the call's deadline. Errors of the
// database as in platform/db/errors.h; NOT_FOUND for an unknown id.
class RelationStore {
 public:
  // `pool` outlives the store.
  explicit RelationStore(db::Pool& pool) : pool_(pool) {}

  // Document order behind ordinal `after`, at most `limit`; `ordinals` gets their places.
  absl::StatusOr<std::vector<pb::Relation>> List(const server::CallContext& call,
                                                 const std::string& resolution, std::int64_t after,
                                                 int limit, std::vector<std::int64_t>* ordinals);
  // By telling resolution and id behind `after` (both ids with a slash between; empty: from the
  // start).
  absl::StatusOr<std::vector<pb::Relation>> ListIncoming(const server::CallContext& call,
                                                         const std::string& resolution,
                                                         const std::optional<RelationId>& after,
                                                         int limit);
  absl::StatusOr<pb::Relation> Get(const server::CallContext& call, const RelationId& id);

  // A relation with nothing but the fields of its target, those for people among them; NOT_FOUND
  // unless the target is there.
  absl::StatusOr<pb::Relation> Target(const server::CallContext& call, const TargetId& id);

  // Decides with its event `relation.confirmed` or `relation.rejected` in one transaction; answers
  // the relation in JSON, for a retry the first answer. ABORTED for another version.
  absl::StatusOr<std::string> Decide(const server::CallContext& call, const DecisionChange& change);

  // Matches the proposed relations of a resolution again; answers MatchRelationsResponse in JSON.
  absl::StatusOr<std::string> Match(const server::CallContext& call, const server::RequestKey& key,
                                    const std::string& resolution);

  // Likely duplicates of all points of a resolution, by its points' order, most similar first.
  absl::StatusOr<std::vector<pb::PointDuplicate>> Duplicates(const server::CallContext& call,
                                                             const std::string& resolution,
                                                             double least);

  absl::StatusOr<std::vector<pb::Suggestion>> ListSuggestions(const server::CallContext& call,
                                                              const std::string& resolution,
                                                              std::int64_t after, int limit,
                                                              std::vector<std::int64_t>* ordinals);

 private:
  db::Pool& pool_;
};

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_RELATIONS_H_
