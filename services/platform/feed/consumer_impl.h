#ifndef REZON_SERVICES_PLATFORM_FEED_CONSUMER_IMPL_H_
#define REZON_SERVICES_PLATFORM_FEED_CONSUMER_IMPL_H_

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "services/platform/feed/applier.h"
#include "services/platform/feed/consumer.h"

namespace grpc {
class ClientContext;
}

namespace rezon::feed {

// The stream side of a consumer: leads, connects, reads, hands batches to the applier.
class Consumer::Impl {
 public:
  Impl(ConsumerOptions options, std::shared_ptr<grpc::Channel> channel, Apply apply);
  ~Impl();
  const Applier& applier() const { return applier_; }

 private:
  void Run();
  bool Pause(absl::Duration time);
  bool Stopping();
  absl::Status Follow(bool& moved);

  const ConsumerOptions options_;
  std::shared_ptr<grpc::Channel> channel_;
  Applier applier_;
  std::mutex mutex_;  // guards stop_ and stream_
  std::condition_variable stopped_;
  bool stop_ = false;
  grpc::ClientContext* stream_ = nullptr;
  std::thread thread_;
};

}  // namespace rezon::feed

#endif  // REZON_SERVICES_PLATFORM_FEED_CONSUMER_IMPL_H_
