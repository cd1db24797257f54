#ifndef REZON_SERVICES_DECISIONS_HANDLERS_CHANGE_H_
#define REZON_SERVICES_DECISIONS_HANDLERS_CHANGE_H_

#include <functional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "google/protobuf/message.h"
#include "services/decisions/domain/etag.h"
#include "services/decisions/domain/letters.h"
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
  if (absl::Status letter = CheckNoLetter(name); !letter.ok()) return letter;
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

// A change of one resolution with an answer of its own.
struct Work {
  std::string_view method;
  std::string resolution_id;
  // Of the resolution; empty: any.
  std::string etag;
  std::function<absl::Status(Aggregate&)> change;
  std::function<void(const Aggregate&, google::protobuf::Message*)> answer;
};

// Does the work, or with `validate_only` shows what would come out. The rights are checked before.
template <typename Request>
absl::Status Do(store::Store& store, server::CallContext& call, const Request& request,
                const Work& work, google::protobuf::Message* out) {
  auto key = MakeKey(work.method, request.request_id(), request);
  if (!key.ok()) return key.status();
  const auto version = ReadEtag(work.etag);
  if (request.validate_only()) {
    auto shown = store.Preview(call, work.resolution_id, version, work.change);
    if (!shown.ok()) return shown.status();
    work.answer(*shown, out);
    return absl::OkStatus();
  }
  auto answer = [&work, out](const Aggregate& changed) {
    out->Clear();
    work.answer(changed, out);
    return store::ToJson(*out);
  };
  auto json = store.Apply(
      call, {*key, work.resolution_id, version, store::Happening::kChanged, work.change, answer});
  if (!json.ok()) return json.status();
  out->Clear();
  store::FromJson(*json, out);
  return absl::OkStatus();
}

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_HANDLERS_CHANGE_H_
