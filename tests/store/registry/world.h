#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "rezon/registry/v1/registry.grpc.pb.h"
#include "services/platform/errors/errors.h"
#include "services/platform/errors/grpc.h"
#include "services/platform/server/client.h"
#include "services/registry/app.h"
#include "services/registry/schema/schema.h"
#include "tests/store/cluster/cluster.h"

namespace rezon::registry {

namespace pb = rezon::registry::v1;

inline std::shared_ptr<const auth::Principal> Caller(const std::string& region,
                                                     std::vector<std::string> roles) {
  auth::Principal principal;
  principal.subject = "tester";
  principal.region = region;
  principal.roles = std::move(roles);
  return std::make_shared<const auth::Principal>(std::move(principal));
}

// The registry as it is served, for one caller, over a database that several may share.
class Registry {
 public:
  using Stub = pb::RegistryService::Stub;

  Registry(const testing::Database& database, std::shared_ptr<const auth::Principal> caller) {
    config::ServiceConfig config;
    config.database_url = database.App("registry").url;
    config.pool_size = 4;
    config.admin_listen = "";
    auto server = server::TestServer::Start(MakeSpec(own_), config, std::move(caller));
    EXPECT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    stub_ = pb::RegistryService::NewStub(server::MakeChannel(server_->target()));
  }

  template <typename Request, typename Response>
  absl::Status Call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                    const Request& request, Response* response) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
    return errors::FromGrpc((stub_.get()->*method)(&context, request, response));
  }

  absl::StatusOr<pb::OrganisationImport> Import(const std::string& file,
                                                const std::string& request_id = "") {
    grpc::ClientContext context;
    pb::OrganisationImport response;
    auto writer = stub_->ImportOrganisations(&context, &response);
    pb::ImportOrganisationsRequest part;
    part.set_request_id(request_id);
    constexpr size_t kPart = 1000;
    for (size_t at = 0; at < file.size() || at == 0; at += kPart) {
      part.mutable_file()->set_data(file.substr(at, kPart));
      if (!writer->Write(part)) break;
      part.clear_request_id();
    }
    writer->WritesDone();
    absl::Status status = errors::FromGrpc(writer->Finish());
    if (!status.ok()) return status;
    return response;
  }

  absl::StatusOr<pb::OrganisationImport> Commit(const std::string& name, bool skip_errors = false) {
    pb::CommitOrganisationImportRequest request;
    request.set_name(name);
    request.set_skip_errors(skip_errors);
    pb::OrganisationImport response;
    absl::Status status = Call(&Stub::CommitOrganisationImport, request, &response);
    if (!status.ok()) return status;
    return response;
  }

  pb::Territory AddTerritory(const std::string& name, const std::string& parent = "",
                             const std::string& oktmo = "") {
    pb::CreateTerritoryRequest request;
    request.mutable_territory()->set_display_name(name);
    request.mutable_territory()->set_kind(parent.empty() ? pb::Territory::KIND_REGION
                                                         : pb::Territory::KIND_MUNICIPALITY);
    request.mutable_territory()->set_parent(parent);
    request.mutable_territory()->set_oktmo(oktmo);
    pb::Territory made;
    const absl::Status status = Call(&Stub::CreateTerritory, request, &made);
    EXPECT_TRUE(status.ok()) << status;
    return made;
  }

  absl::StatusOr<pb::Organisation> AddOrganisation(const std::string& name,
                                                   pb::Organisation::Kind kind,
                                                   const std::string& territory,
                                                   const std::string& inn = "") {
    pb::CreateOrganisationRequest request;
    request.mutable_organisation()->set_display_name(name);
    request.mutable_organisation()->set_kind(kind);
    request.mutable_organisation()->set_territory(territory);
    request.mutable_organisation()->set_inn(inn);
    pb::Organisation made;
    absl::Status status = Call(&Stub::CreateOrganisation, request, &made);
    if (!status.ok()) return status;
    return made;
  }

  Stub& stub() { return *stub_; }

 private:
  Config own_;
  std::unique_ptr<server::TestServer> server_;
  std::unique_ptr<Stub> stub_;
};

// A fresh database with the registry served to an operator of one region.
class RegistryTest : public ::testing::Test {
 protected:
  RegistryTest()
      : database({{"registry", Schema()}}), registry(database, Caller("ru-tst", {"operator"})) {}

  std::string Count(const std::string& from) {
    return database.Query("registry", "SELECT count(*)::text FROM " + from);
  }

  testing::Database database;
  Registry registry;
};

}  // namespace rezon::registry
