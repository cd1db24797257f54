#include "services/decisions/relations_service.h"

#include <functional>

#include "rezon/decisions/v1/relations.grpc.pb.h"
#include "services/platform/server/chain.h"

namespace rezon::decisions {
namespace {

constexpr char kRelationsFullName[] = "rezon.decisions.v1.RelationsService";

class RelationsService final : public pb::RelationsService::CallbackService,
                               public server::Application {
 public:
  using Context = grpc::CallbackServerContext;
  using Reactor = grpc::ServerUnaryReactor;

  RelationsService(server::Runtime& runtime, RelationHandlers& relations, RelateHandlers& relate,
                   SuggestionHandlers& suggestions)
      : chain_(runtime, kRelationsFullName),
        relations_(relations),
        relate_(relate),
        suggestions_(suggestions) {}

  Reactor* ListRelations(Context* c, const pb::ListRelationsRequest* in,
                         pb::ListRelationsResponse* out) override {
    return Run("ListRelations", c, in, out, relations_, &RelationHandlers::List);
  }
  Reactor* ListIncomingRelations(Context* c, const pb::ListIncomingRelationsRequest* in,
                                 pb::ListIncomingRelationsResponse* out) override {
    return Run("ListIncomingRelations", c, in, out, relations_, &RelationHandlers::ListIncoming);
  }
  Reactor* GetRelation(Context* c, const pb::GetRelationRequest* in, pb::Relation* out) override {
    return Run("GetRelation", c, in, out, relations_, &RelationHandlers::Get);
  }
  Reactor* CreateRelation(Context* c, const pb::CreateRelationRequest* in,
                          pb::Relation* out) override {
    return Run("CreateRelation", c, in, out, relate_, &RelateHandlers::Create);
  }
  Reactor* DeleteRelation(Context* c, const pb::DeleteRelationRequest* in,
                          pb::DeleteRelationResponse* out) override {
    return Run("DeleteRelation", c, in, out, relate_, &RelateHandlers::Delete);
  }
  Reactor* ConfirmRelation(Context* c, const pb::ConfirmRelationRequest* in,
                           pb::Relation* out) override {
    return Run("ConfirmRelation", c, in, out, relations_, &RelationHandlers::Confirm);
  }
  Reactor* RejectRelation(Context* c, const pb::RejectRelationRequest* in,
                          pb::Relation* out) override {
    return Run("RejectRelation", c, in, out, relations_, &RelationHandlers::Reject);
  }
  Reactor* MatchRelations(Context* c, const pb::MatchRelationsRequest* in,
                          pb::MatchRelationsResponse* out) override {
    return Run("MatchRelations", c, in, out, relations_, &RelationHandlers::Match);
  }
  Reactor* ListPointDuplicates(Context* c, const pb::ListPointDuplicatesRequest* in,
                               pb::ListPointDuplicatesResponse* out) override {
    return Run("ListPointDuplicates", c, in, out, relations_, &RelationHandlers::ListDuplicates);
  }
  Reactor* ListSuggestions(Context* c, const pb::ListSuggestionsRequest* in,
                           pb::ListSuggestionsResponse* out) override {
    return Run("ListSuggestions", c, in, out, relations_, &RelationHandlers::ListSuggestions);
  }

  Reactor* TakeSuggestion(Context* c, const pb::TakeSuggestionRequest* in,
                          pb::TakeSuggestionResponse* out) override {
    return Run("TakeSuggestion", c, in, out, suggestions_, &SuggestionHandlers::Take);
  }
  Reactor* DismissSuggestion(Context* c, const pb::DismissSuggestionRequest* in,
                             pb::Suggestion* out) override {
    return Run("DismissSuggestion", c, in, out, suggestions_, &SuggestionHandlers::Dismiss);
  }

 private:
  template <typename Handlers, typename Request, typename Response>
  Reactor* Run(const char* method, Context* context, const Request* request, Response* response,
               Handlers& handlers,
               absl::Status (Handlers::*handler)(server::CallContext&, const Request&, Response*)) {
    return chain_.Unary(
        method, context, *request, response,
        [&handlers, handler](server::CallContext& call, const Request& in, Response* out) {
          return std::invoke(handler, handlers, call, in, out);
        });
  }

  server::Chain chain_;
  RelationHandlers& relations_;
  RelateHandlers& relate_;
  SuggestionHandlers& suggestions_;
};

}  // namespace

std::unique_ptr<server::Application> ServeRelations(server::Runtime& runtime,
                                                    RelationHandlers& relations,
                                                    RelateHandlers& relate,
                                                    SuggestionHandlers& suggestions) {
  auto service = std::make_unique<RelationsService>(runtime, relations, relate, suggestions);
  runtime.Serve(service.get(), kRelationsFullName);
  return service;
}

}  // namespace rezon::decisions
