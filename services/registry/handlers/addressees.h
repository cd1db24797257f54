#pragma once

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "rezon/registry/v1/addressees.pb.h"
#include "services/platform/server/call.h"
#include "services/registry/store/addressees.h"

namespace rezon::registry {

namespace pb = rezon::registry::v1;

// ResolveAddressees and ExpandAddressees. Thread-safe.
class AddresseeHandlers {
 public:
  // `today` gives the day in the region's time zone, YYYY-MM-DD.
  AddresseeHandlers(store::Addressees& store, std::function<std::string()> today)
      : store_(store), today_(std::move(today)) {}

  absl::Status Resolve(server::CallContext& call, const pb::ResolveAddresseesRequest& request,
                       pb::ResolveAddresseesResponse* out);
  absl::Status Expand(server::CallContext& call, const pb::ExpandAddresseesRequest& request,
                      pb::ExpandAddresseesResponse* out);

 private:
  absl::StatusOr<std::string> DayOf(const std::string& as_of_date) const;

  store::Addressees& store_;
  const std::function<std::string()> today_;
};

}  // namespace rezon::registry
