#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/platform/server/call.h"
#include "services/registry/domain/resource.h"
#include "services/registry/store/resources.h"

namespace rezon::registry {

struct ListQuestion {
  std::int32_t page_size = 0;
  const std::string& page_token;
  const std::string& filter;
};

struct ListAnswer {
  std::vector<Row> rows;
  std::string next_page_token;
};

// A page of a collection: sizes, token and filter by AIP-158 and AIP-160.
absl::StatusOr<ListAnswer> ListPage(store::Resources& store, const server::CallContext& call,
                                    const ResourceType& type, const ListQuestion& question);

}  // namespace rezon::registry
