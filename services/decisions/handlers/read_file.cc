#include "services/decisions/handlers/read_file.h"

#include <algorithm>

#include "absl/time/time.h"
#include "services/decisions/convert/convert.h"

namespace rezon::decisions {
namespace {

constexpr absl::Duration kLongestConversion = absl::Minutes(1);

}  // namespace

absl::StatusOr<reader::Document> ReadFile(const server::CallContext& call, std::string_view content,
                                          const reader::ReadOptions& options) {
  const absl::Duration time = std::min(call.remaining(), kLongestConversion);
  return convert::ReadAny(content, options,
                          convert::Clock::now() + absl::ToChronoMilliseconds(time));
}

}  // namespace rezon::decisions
