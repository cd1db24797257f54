#ifndef REZON_TESTS_STORE_DECISIONS_MEETING_H_
#define REZON_TESTS_STORE_DECISIONS_MEETING_H_

#include <string>

#include "tests/store/decisions/world.h"

namespace rezon::decisions {

// A resolution that takes points of an order from control and suggests a collection in its
// preamble.
extern const char kMeeting[];

// The one suggestion of a resolution.
pb::Suggestion SuggestionOf(World& world, const std::string& resolution,
                            const std::string& region = "ru-xx");
// Takes it in the version that was seen, with a new request id.
pb::TakeSuggestionRequest TakeRequest(const pb::Suggestion& suggestion);

}  // namespace rezon::decisions

#endif  // REZON_TESTS_STORE_DECISIONS_MEETING_H_
