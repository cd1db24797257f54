#include "services/decisions/letters_service.h"

#include <functional>

#include "rezon/decisions/v1/letters.grpc.pb.h"
#include "services/platform/server/chain.h"

namespace rezon::decisions {
namespace {

constexpr char kLettersFullName[] = "rezon.decisions.v1.LettersService";

class LettersService final : public pb::LettersService::CallbackService,
                             public server::Application {
 public:
  using Context = grpc::CallbackServerContext;
  using Reactor = grpc::ServerUnaryReactor;

  LettersService(server::Runtime& runtime, LetterHandlers& letters)
      : chain_(runtime, kLettersFullName), letters_(letters) {}

  Reactor* GetLetter(Context* c, const pb::GetLetterRequest* in, pb::Letter* out) override {
    return Run("GetLetter", c, in, out, &LetterHandlers::Get);
  }
  Reactor* ListLetters(Context* c, const pb::ListLettersRequest* in,
                       pb::ListLettersResponse* out) override {
    return Run("ListLetters", c, in, out, &LetterHandlers::List);
  }
  Reactor* UpdateLetter(Context* c, const pb::UpdateLetterRequest* in, pb::Letter* out) override {
    return Run("UpdateLetter", c, in, out, &LetterHandlers::Update);
  }
  Reactor* LinkLetter(Context* c, const pb::LinkLetterRequest* in, pb::Letter* out) override {
    return Run("LinkLetter", c, in, out, &LetterHandlers::Link);
  }
  Reactor* UnlinkLetter(Context* c, const pb::UnlinkLetterRequest* in, pb::Letter* out) override {
    return Run("UnlinkLetter", c, in, out, &LetterHandlers::Unlink);
  }
  Reactor* MatchLetter(Context* c, const pb::MatchLetterRequest* in, pb::Letter* out) override {
    return Run("MatchLetter", c, in, out, &LetterHandlers::Match);
  }
  Reactor* ListLetterCorrections(Context* c, const pb::ListLetterCorrectionsRequest* in,
                                 pb::ListLetterCorrectionsResponse* out) override {
    return Run("ListLetterCorrections", c, in, out, &LetterHandlers::ListCorrections);
  }

 private:
  template <typename Request, typename Response>
  Reactor* Run(const char* method, Context* context, const Request* request, Response* response,
               absl::Status (LetterHandlers::*handler)(server::CallContext&, const Request&,
                                                       Response*)) {
    return chain_.Unary(
        method, context, *request, response,
        [this, handler](server::CallContext& call, const Request& in, Response* out) {
          return std::invoke(handler, letters_, call, in, out);
        });
  }

  server::Chain chain_;
  LetterHandlers& letters_;
};

}  // namespace

std::unique_ptr<server::Application> ServeLetters(server::Runtime& runtime,
                                                  LetterHandlers& letters) {
  auto service = std::make_unique<LettersService>(runtime, letters);
  runtime.Serve(service.get(), kLettersFullName);
  return service;
}

}  // namespace rezon::decisions
