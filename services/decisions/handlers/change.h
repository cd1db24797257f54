#ifndef REZON_SERVICES_DECISIONS_HANDLERS_CHANGE_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_CHANGE_H_

#include <functional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "services/decisions/domain/etag.h"
#include "services/decisions/handlers/access.h"
#include "services/decisions/store/rows.h"
#include "services/decisions/store/store.h"
#include "services/platform/ids/names.h"
#include "services/platform/server/call.h"

namespace rezon::decisions {

// A change of one resolution that answers with it: rights, name, key, then the unit of work. The
// etag is the resolution's.
template <typename Request>
absl::Status ChangeResolution(store::Store& store, server::CallContext& call,
                              std::string_view method, const Request& request,
                              const std::string& name, const std::string& etag,
                              store::Happening happening,
                              std::function<absl::Status(Aggregate&)> change, pb::Resolution* out) {
  if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
  auto id = names::ParseUuid("resolutions", name);
  if (!id.ok()) return id.status();
  auto key = MakeKey(method, request.request_id(), request);
  if (!key.ok()) return key.status();
  auto json = store.Apply(
      call, {*key, *id, ReadEtag(etag), happening, std::move(change),
             [](const Aggregate& changed) { return store::ToJson(changed.resolution); }});
  if (!json.ok()) return json.status();
  store::FromJson(*json, out);
  return absl::OkStatus();
}

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_CHANGE_H_
