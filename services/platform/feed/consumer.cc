#include "services/platform/feed/consumer.h"

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <utility>

#include "rezon/feed/v1/feed.grpc.pb.h"
#include "services/platform/feed/applier.h"
#include "services/platform/feed/consumer_impl.h"
#include "services/platform/log/log.h"

namespace rezon::feed {
namespace {

namespace pb = ::rezon::feed::v1;
constexpr absl::Duration kStandBy = absl::Seconds(1);

Event FromProto(const pb::Event& event) {
  return {event.position(),
          event.type(),
          event.subject(),
          event.revision(),
          absl::FromUnixSeconds(event.time().seconds()) + absl::Nanoseconds(event.time().nanos()),
          event.payload(),
          event.traceparent(),
          event.actor(),
          event.region()};
}

}  // namespace

Consumer::Impl::Impl(ConsumerOptions options, std::shared_ptr<grpc::Channel> channel, Apply apply)
    : options_(std::move(options)),
      channel_(std::move(channel)),
      applier_(options_, std::move(apply)),
      thread_([this] { Run(); }) {}

Consumer::Impl::~Impl() {
  {
    std::lock_guard lock(mutex_);
    stop_ = true;
    if (stream_ != nullptr) stream_->TryCancel();
  }
  stopped_.notify_one();
  thread_.join();
}

bool Consumer::Impl::Pause(absl::Duration time) {
  std::unique_lock lock(mutex_);
  stopped_.wait_for(lock, absl::ToChronoNanoseconds(time), [this] { return stop_; });
  return !stop_;
}

void Consumer::Impl::Run() {
  absl::Duration backoff = options_.min_backoff;
  absl::Duration pause = absl::ZeroDuration();
  while (Pause(pause)) {
    auto leads = applier_.Lead();
    if (!leads.ok() || !*leads) {
      pause = leads.ok() ? kStandBy : options_.max_backoff / 4;
      continue;
    }
    bool moved = false;
    absl::Status status = Follow(moved);
    if (Stopping()) return;
    backoff = moved ? options_.min_backoff : std::min(backoff * 2, options_.max_backoff);
    pause = backoff;
    log::Info("the feed is followed again after a pause",
              {{"source", options_.source},
               {"reason", status.ToString()},
               {"seconds", absl::ToDoubleSeconds(pause)}});
  }
}

bool Consumer::Impl::Stopping() {
  std::lock_guard lock(mutex_);
  return stop_;
}

// One stream from the stored cursor to its end.
absl::Status Consumer::Impl::Follow(bool& moved) {
  grpc::ClientContext context;
  if (options_.token) context.AddMetadata("authorization", "Bearer " + options_.token());
  {
    std::lock_guard lock(mutex_);
    if (stop_) return absl::CancelledError("stopping");
    stream_ = &context;
  }
  pb::WatchRequest request;
  request.set_cursor(applier_.cursor());
  for (const std::string& type : options_.types) request.add_types(type);
  auto stub = pb::FeedService::NewStub(channel_);
  auto reader = stub->Watch(&context, request);
  pb::WatchResponse message;
  absl::Status status;
  while (status.ok() && reader->Read(&message)) {
    std::vector<Event> events;
    for (const pb::Event& event : message.events()) events.push_back(FromProto(event));
    status = applier_.Take(events, message.cursor(), message.head_cursor());
    moved = moved || status.ok();
  }
  if (!status.ok()) context.TryCancel();
  grpc::Status end = reader->Finish();
  applier_.Unheard();
  std::lock_guard lock(mutex_);
  stream_ = nullptr;
  if (!status.ok()) return status;
  return absl::Status(static_cast<absl::StatusCode>(end.error_code()), end.error_message());
}

Consumer::Consumer(ConsumerOptions options, std::shared_ptr<grpc::Channel> channel, Apply apply)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(channel), std::move(apply))) {}

Consumer::~Consumer() = default;

std::int64_t Consumer::cursor() const { return impl_->applier().cursor(); }

std::int64_t Consumer::lag() const { return impl_->applier().lag(); }

}  // namespace rezon::feed
