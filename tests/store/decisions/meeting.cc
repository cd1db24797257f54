#include "tests/store/decisions/meeting.h"

#include <gtest/gtest.h>

#include "services/platform/ids/uuid.h"

namespace rezon::decisions {

const char kMeeting[] =
    "РЕЗОЛЮЦИЯ\nрайонного совещания «Итоги года»\n\n28 августа 2023 года\n\n"
    "Участники предлагают издать сборник лучших уроков.\n\n"
    "Совещание решило:\n\n"
    "1. Снять с контроля пункт 1 приказа от 12.03.2020 № 45.\n"
    "2. Снять с контроля пункт 1 приказа от 12.03.2020 № 45 и пункт 2 приказа от 12.03.2020 № 45.\n"
    "3. Школам открыть музеи до 1 мая 2024 года.\n";

pb::Suggestion SuggestionOf(World& world, const std::string& resolution,
                            const std::string& region) {
  pb::ListSuggestionsRequest request;
  request.set_parent(resolution);
  pb::ListSuggestionsResponse response;
  absl::Status status = world.relations.ListSuggestions(*world.Call(region), request, &response);
  EXPECT_TRUE(status.ok()) << status;
  EXPECT_EQ(response.suggestions_size(), 1);
  return response.suggestions(0);
}

pb::TakeSuggestionRequest TakeRequest(const pb::Suggestion& suggestion) {
  pb::TakeSuggestionRequest request;
  request.set_name(suggestion.name());
  request.set_etag(suggestion.etag());
  request.set_request_id(ids::NewUuid());
  return request;
}

}  // namespace rezon::decisions
