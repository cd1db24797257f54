#ifndef REZON_SERVICES_DECISIONS_STORE_NEAR_H_
#define REZON_SERVICES_DECISIONS_STORE_NEAR_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "rezon/decisions/v1/points.pb.h"
#include "services/platform/db/transaction.h"

// Points that say nearly the same, found by their MinHash bands (reader/duplicates/bands.h).
namespace rezon::decisions::store {

namespace pb = rezon::decisions::v1;

// A text to compare; `key` is the id of its own point, if any.
struct NearQuestion {
  std::string key;
  std::string text;
};

// A point like a question's text.
struct NearPoint {
  std::size_t question = 0;  // its place among the questions
  pb::Point point;
  std::string resolution_display_name;
  double similarity = 0;
};

// At most so many points are answered for one question.
inline constexpr int kMostNear = 16;

// Points of the region's resolutions (not of revoked ones) that are at least `least` similar to a
// question's text, in one statement for all questions: by the order of the questions, then most
// similar first. A point whose id is a question's key is not like itself.
absl::StatusOr<std::vector<NearPoint>> FindNear(db::Transaction& transaction,
                                                const std::string& region,
                                                const std::vector<NearQuestion>& questions,
                                                double least);

// Queues the bands of these points of one resolution; what was there is replaced.
void PutBands(db::Transaction& transaction, const std::string& region,
              const std::string& resolution, const std::vector<const pb::Point*>& points);

// Makes the bands of points that still lack them, so many at a time at most.
absl::Status FillBands(db::Transaction& transaction, const std::string& region);

}  // namespace rezon::decisions::store

#endif  // REZON_SERVICES_DECISIONS_STORE_NEAR_H_
