#include "services/registry/service.h"

#include <utility>

#include "rezon/registry/v1/registry.grpc.pb.h"
#include "services/platform/server/chain.h"
#include "services/registry/handlers/addressees.h"
#include "services/registry/handlers/imports.h"
#include "services/registry/handlers/resources.h"
#include "services/registry/store/addressees.h"
#include "services/registry/store/imports.h"
#include "services/registry/store/resources.h"

namespace rezon::registry {
namespace {

constexpr char kFullName[] = "rezon.registry.v1.RegistryService";
// Room for the messages' own bytes beside the file's.
constexpr size_t kMaxUploadBytes = kMaxImportBytes + (64u << 10);

using Context = grpc::CallbackServerContext;
using Reactor = grpc::ServerUnaryReactor;

// The methods of one resource: get, list, create and update.
#define REZON_RESOURCE(Name, Names, field, plural)                                                 \
  Reactor* Get##Name(Context* c, const pb::Get##Name##Request* in, pb::Name* out) override {       \
    return Run("Get" #Name, c, in, out, [this](auto& call, const auto& request, auto* answer) {    \
      return field##_.Get(call, request.name(), answer);                                           \
    });                                                                                            \
  }                                                                                                \
  Reactor* List##Names(Context* c, const pb::List##Names##Request* in,                             \
                       pb::List##Names##Response* out) override {                                  \
    return Run("List" #Names, c, in, out, [this](auto& call, const auto& request, auto* answer) {  \
      return field##_.List(call, request, answer,                                                  \
                           [](auto* response) { return response->add_##plural(); });               \
    });                                                                                            \
  }                                                                                                \
  Reactor* Create##Name(Context* c, const pb::Create##Name##Request* in, pb::Name* out) override { \
    return Run("Create" #Name, c, in, out, [this](auto& call, const auto& request, auto* answer) { \
      return field##_.Create(call, "Create" #Name, request, request.field(), answer);              \
    });                                                                                            \
  }                                                                                                \
  Reactor* Update##Name(Context* c, const pb::Update##Name##Request* in, pb::Name* out) override { \
    return Run("Update" #Name, c, in, out, [this](auto& call, const auto& request, auto* answer) { \
      return field##_.Update(call, "Update" #Name, request, request.field(), answer);              \
    });                                                                                            \
  }

class Service final : public pb::RegistryService::CallbackService, public server::Application {
 public:
  Service(server::Runtime& runtime, db::Pool& pool, std::function<std::string()> today)
      : chain_(runtime, kFullName),
        resources_(pool),
        addressee_store_(pool),
        import_store_(pool),
        territory_(resources_, kTerritoryType, "territory"),
        organisation_(resources_, kOrganisationType, "organisation"),
        official_(resources_, kOfficialType, "official"),
        addressee_class_(resources_, kAddresseeClassType, "addressee_class"),
        event_(resources_, kEventType, "event"),
        addressees_(addressee_store_, std::move(today)),
        imports_(import_store_) {}

  REZON_RESOURCE(Territory, Territories, territory, territories)
  REZON_RESOURCE(Organisation, Organisations, organisation, organisations)
  REZON_RESOURCE(Official, Officials, official, officials)
  REZON_RESOURCE(AddresseeClass, AddresseeClasses, addressee_class, addressee_classes)
  REZON_RESOURCE(Event, Events, event, events)

  grpc::ServerReadReactor<pb::ImportOrganisationsRequest>* ImportOrganisations(
      Context* context, pb::OrganisationImport* out) override {
    return chain_.ClientStream<pb::ImportOrganisationsRequest>(
        "ImportOrganisations", context, out, kMaxUploadBytes,
        [this](server::CallContext& call, auto& parts, auto* answer) {
          return imports_.Preview(call, parts, answer);
        });
  }
  Reactor* GetOrganisationImport(Context* c, const pb::GetOrganisationImportRequest* in,
                                 pb::OrganisationImport* out) override {
    return Run("GetOrganisationImport", c, in, out,
               [this](auto& call, const auto& request, auto* answer) {
                 return imports_.Get(call, request, answer);
               });
  }
  Reactor* CommitOrganisationImport(Context* c, const pb::CommitOrganisationImportRequest* in,
                                    pb::OrganisationImport* out) override {
    return Run("CommitOrganisationImport", c, in, out,
               [this](auto& call, const auto& request, auto* answer) {
                 return imports_.Commit(call, request, answer);
               });
  }
  Reactor* ResolveAddressees(Context* c, const pb::ResolveAddresseesRequest* in,
                             pb::ResolveAddresseesResponse* out) override {
    return Run("ResolveAddressees", c, in, out,
               [this](auto& call, const auto& request, auto* answer) {
                 return addressees_.Resolve(call, request, answer);
               });
  }
  Reactor* ExpandAddressees(Context* c, const pb::ExpandAddresseesRequest* in,
                            pb::ExpandAddresseesResponse* out) override {
    return Run("ExpandAddressees", c, in, out,
               [this](auto& call, const auto& request, auto* answer) {
                 return addressees_.Expand(call, request, answer);
               });
  }

 private:
  template <typename Request, typename Response, typename Handler>
  Reactor* Run(const char* method, Context* context, const Request* request, Response* response,
               Handler handler) {
    return chain_.Unary(method, context, *request, response, std::move(handler));
  }

  server::Chain chain_;
  store::Resources resources_;
  store::Addressees addressee_store_;
  store::Imports import_store_;
  ResourceHandlers<pb::Territory> territory_;
  ResourceHandlers<pb::Organisation> organisation_;
  ResourceHandlers<pb::Official> official_;
  ResourceHandlers<pb::AddresseeClass> addressee_class_;
  ResourceHandlers<pb::Event> event_;
  AddresseeHandlers addressees_;
  ImportHandlers imports_;
};

#undef REZON_RESOURCE

}  // namespace

std::unique_ptr<server::Application> Serve(server::Runtime& runtime, db::Pool& pool,
                                           std::function<std::string()> today) {
  auto service = std::make_unique<Service>(runtime, pool, std::move(today));
  runtime.Serve(service.get(), kFullName);
  return service;
}

}  // namespace rezon::registry
