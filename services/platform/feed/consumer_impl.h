#ifndef REZON_SERVICES_PLATFORM_FEED_CONSUMER_IMPL_H_
#define REZON_SERVICES_PLATFORM_FEED_CONSUMER_IMPL_H_

#include <memory>
#include <thread>

#include "absl/synchronization/mutex.h"
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
  absl::Mutex mutex_;
  bool stop_ ABSL_GUARDED_BY(mutex_) = false;
  grpc::ClientContext* stream_ ABSL_GUARDED_BY(mutex_) = nullptr;
  std::thread thread_;
};

}  // namespace rezon::feed

#endif  // REZON_SERVICES_PLATFORM_FEED_CONSUMER_IMPL_H_
