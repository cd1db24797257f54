#pragma once

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "google/protobuf/field_mask.pb.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"
#include "services/platform/paging/page.h"
#include "services/platform/server/call.h"
#include "services/registry/domain/checks.h"
#include "services/registry/domain/names_of.h"
#include "services/registry/domain/resource.h"
#include "services/registry/handlers/access.h"
#include "services/registry/handlers/list.h"
#include "services/registry/matching/words.h"
#include "services/registry/store/resources.h"

namespace rezon::registry {

// Get, list, create and update of one resource. `Resource` is the proto, whose Check and NamesOf
// are found by overloading. Thread-safe.
template <typename Resource>
class ResourceHandlers {
 public:
  // `field` is the resource's field in create and update requests ("territory").
  ResourceHandlers(store::Resources& store, const ResourceType& type, std::string field)
      : store_(store), type_(type), prefix_(std::move(field) + ".") {}

  absl::Status Get(server::CallContext& call, const std::string& name, Resource* out) {
    auto id = names::ParseUuid(type_.collection, name);
    if (!id.ok()) return id.status();
    auto row = store_.Get(call, type_, *id);
    if (!row.ok()) return row.status();
    Fill(type_, call.region(), *row, out);
    return absl::OkStatus();
  }

  // `Add` gives the next empty resource of the response.
  template <typename Request, typename Response, typename Add>
  absl::Status List(server::CallContext& call, const Request& request, Response* out, Add add) {
    auto page = ListPage(store_, call, type_,
                         {request.page_size(), request.page_token(), request.filter()});
    if (!page.ok()) return page.status();
    for (const Row& row : page->rows) Fill(type_, call.region(), row, add(out));
    out->set_next_page_token(page->next_page_token);
    return absl::OkStatus();
  }

  template <typename Request>
  absl::Status Create(server::CallContext& call, const char* method, const Request& request,
                      const Resource& given, Resource* out) {
    if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
    if (!given.name().empty()) {
      return errors::InvalidField(prefix_ + "name", "must be empty: the server makes it",
                                  "Имя записи назначает сервер");
    }
    if (absl::Status wrong = Check(given, prefix_); !wrong.ok()) return wrong;
    auto key = MakeKey(method, request.request_id(), request);
    if (!key.ok()) return key.status();
    Row row;
    row.id = ids::NewUuid();
    row.body = BodyOf(given);
    row.terms = Stems(NamesOf(given));
    return Answer(store_.Create(call, type_, *key, std::move(row), Whole(call)), out);
  }

  template <typename Request>
  absl::Status Update(server::CallContext& call, const char* method, const Request& request,
                      const Resource& given, Resource* out) {
    if (absl::Status denied = CheckMayWrite(call); !denied.ok()) return denied;
    auto id = names::ParseUuid(type_.collection, given.name(), prefix_ + "name");
    if (!id.ok()) return id.status();
    auto key = MakeKey(method, request.request_id(), request);
    if (!key.ok()) return key.status();
    const auto change = [&](Row& row) {
      Resource resource;
      FromJson(row.body, &resource);
      if (absl::Status wrong = ApplyPatch(request.update_mask(), given, &resource); !wrong.ok()) {
        return wrong;
      }
      if (absl::Status wrong = Check(resource, prefix_); !wrong.ok()) return wrong;
      row.body = BodyOf(resource);
      row.terms = Stems(NamesOf(resource));
      return absl::OkStatus();
    };
    return Answer(
        store_.Update(call, type_, *key, *id, ReadEtag(given.etag()), change, Whole(call)), out);
  }

 private:
  store::Resources::Answer Whole(const server::CallContext& call) const {
    return [this, &call](const Row& row) {
      Resource resource;
      Fill(type_, call.region(), row, &resource);
      return ToJson(resource);
    };
  }

  static absl::Status Answer(const absl::StatusOr<std::string>& json, Resource* out) {
    if (!json.ok()) return json.status();
    FromJson(*json, out);
    return absl::OkStatus();
  }

  store::Resources& store_;
  const ResourceType& type_;
  const std::string prefix_;
};

}  // namespace rezon::registry
