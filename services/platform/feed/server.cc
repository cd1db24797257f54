#include "services/platform/feed/server.h"

#include <google/protobuf/util/time_util.h>

#include <mutex>
#include <optional>
#include <utility>

#include "rezon/feed/v1/feed.grpc.pb.h"
#include "services/platform/errors/errors.h"
#include "services/platform/feed/hub.h"
#include "services/platform/outbox/sequencer.h"
#include "services/platform/server/chain.h"
#include "services/platform/server/runtime.h"

namespace rezon::feed {
namespace {

namespace pb = ::rezon::feed::v1;
constexpr char kService[] = "rezon.feed.v1.FeedService";

void Fill(const Event& event, pb::Event* out) {
  out->set_position(event.position);
  out->set_type(event.type);
  out->set_subject(event.subject);
  out->set_revision(event.revision);
  *out->mutable_time() =
      google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(absl::ToUnixMicros(event.time));
  out->set_payload(event.payload);
  out->set_traceparent(event.traceparent);
  out->set_actor(event.actor);
  out->set_region(event.region);
}

// A stream: the watcher that the hub feeds, and gRPC's reactor. gRPC ends its life by OnDone; the
// hub may hold it a moment longer, so the object keeps itself alive until then.
class Stream final : public grpc::ServerWriteReactor<pb::WatchResponse>, public Watcher {
 public:
  explicit Stream(Hub* hub) : hub_(hub) {}

  void Open(std::shared_ptr<Stream> self) { self_ = std::move(self); }
  server::GrpcCall& call() { return call_; }

  bool Ready() override {
    std::lock_guard lock(mutex_);
    return !writing_ && !ending_;
  }

  void Send(const std::vector<std::shared_ptr<const Event>>& events, std::int64_t position,
            std::int64_t head) override {
    std::lock_guard lock(mutex_);
    if (writing_ || ending_) return;
    message_.Clear();
    for (const auto& event : events) Fill(*event, message_.add_events());
    message_.set_cursor(position);
    message_.set_head_cursor(head);
    writing_ = true;
    StartWrite(&message_);
  }

  void End(const absl::Status& status) override {
    std::lock_guard lock(mutex_);
    if (ending_) return;
    ending_ = status;
    if (!writing_) Finish(call_.End(status));
  }

  void OnWriteDone(bool ok) override {
    {
      std::lock_guard lock(mutex_);
      writing_ = false;
      if (!ok && !ending_) ending_ = errors::Cancelled("the consumer is gone");
      if (ending_) Finish(call_.End(*ending_));
    }
    hub_->Wake();
  }

  void OnCancel() override { End(errors::Cancelled("the consumer is gone")); }

  void OnDone() override {
    auto self = std::move(self_);
    hub_->Remove(self);
  }

 private:
  Hub* const hub_;
  server::GrpcCall call_;
  std::shared_ptr<Stream> self_;
  std::mutex mutex_;
  pb::WatchResponse message_;
  bool writing_ = false;
  std::optional<absl::Status> ending_;
};

absl::Status Allowed(const server::CallContext& call) {
  if (call.principal().HasRole("service")) return absl::OkStatus();
  return errors::PermissionDenied("ROLE_REQUIRED", "the role service is required",
                                  "Нужна роль service");
}

}  // namespace

class Server::Impl final : public pb::FeedService::CallbackService {
 public:
  Impl(server::Runtime& runtime, const ServerOptions& options)
      : chain_(runtime, kService), hub_(options) {
    outbox::SequencerOptions sequencing;
    sequencing.connection = options.connection;
    sequencer_ = std::make_unique<outbox::Sequencer>(std::move(sequencing));
  }

  grpc::ServerWriteReactor<pb::WatchResponse>* Watch(grpc::CallbackServerContext* context,
                                                     const pb::WatchRequest* request) override {
    auto stream = std::make_shared<Stream>(&hub_);
    stream->Open(stream);
    absl::Status status = chain_.Admit("Watch", context, stream->call());
    if (status.ok()) status = Allowed(stream->call());
    if (status.ok() && request->cursor() < 0) {
      status = errors::InvalidField("cursor", "must not be negative",
                                    "Позиция не может быть отрицательной");
    }
    if (!status.ok()) {
      stream->End(status);
      return stream.get();
    }
    stream->cursor = request->cursor();
    stream->types = {request->types().begin(), request->types().end()};
    stream->region = request->region();
    hub_.Add(stream);
    return stream.get();
  }

  Hub& hub() { return hub_; }
  void Wake() { sequencer_->Wake(); }

 private:
  server::Chain chain_;
  Hub hub_;
  std::unique_ptr<outbox::Sequencer> sequencer_;
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;

absl::StatusOr<std::unique_ptr<Server>> Server::Start(server::Runtime& runtime,
                                                      const ServerOptions& options) {
  auto impl = std::make_unique<Impl>(runtime, options);
  Impl* feed = impl.get();
  runtime.Serve(feed, kService);
  runtime.OnDrain([feed] { feed->hub().Drain(); });
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

void Server::Wake() { impl_->Wake(); }

}  // namespace rezon::feed
