#ifndef REZON_SERVICES_DECISIONS_DOMAIN_SUGGEST_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_SUGGEST_H_

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"
#include "services/decisions/domain/aggregate.h"
#include "services/decisions/domain/correct.h"

// A person's decision on a suggestion of the preamble.
namespace rezon::decisions {

// Which suggestion, and its version or an empty text.
struct SuggestionChoice {
  std::string name;
  std::string etag;
};

// Where a suggestion and the point that it became stand in the aggregate.
struct Taken {
  std::size_t suggestion = 0;
  std::size_t point = 0;
};

// Makes the suggestion a point named `name` behind the point `after`, below the same parent (empty:
// at the end, at the top). NOT_FOUND; ABORTED for another version; INVALID_ARGUMENT on `after`;
// FAILED_PRECONDITION once adopted, or, reason STATE_FORBIDS, when it was taken before.
absl::StatusOr<Taken> TakeSuggestion(Aggregate& aggregate, const SuggestionChoice& choice,
                                     const std::string& name, const std::string& after,
                                     const Editor& editor);

// Puts the suggestion away and gives its place. Errors as above; STATE_FORBIDS unless it is open.
absl::StatusOr<std::size_t> DismissSuggestion(Aggregate& aggregate, const SuggestionChoice& choice,
                                              const std::string& reason, const Editor& editor);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_SUGGEST_H_
