#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "services/platform/db/connection.h"
#include "services/reporting/domain/calendar.h"

namespace grpc {
class Channel;
}
namespace rezon::feed {
class Consumer;
}

namespace rezon::reporting::feed {

// A followed service and how to reach it.
struct Peer {
  std::string service;
  std::shared_ptr<grpc::Channel> channel;
};

// What this process hears of one feed.
struct Heard {
  std::string service;
  // Position applied last; -1 while another replica does the work.
  int64_t cursor = -1;
  // Position of the newest event told of; -1 when unknown.
  int64_t head = -1;
};

// The consumers of all followed feeds, running from construction to destruction. Thread-safe.
class Followers {
 public:
  // `zones` must outlive it; `token` is asked at each connect.
  Followers(const std::vector<Peer>& peers, const db::ConnectionOptions& connection,
            const std::function<std::string()>& token, const RegionZones& zones);
  ~Followers();
  Followers(const Followers&) = delete;
  Followers& operator=(const Followers&) = delete;

  // One entry a peer, in the order given.
  std::vector<Heard> Hear() const;

 private:
  struct Follower {
    std::string service;
    std::unique_ptr<::rezon::feed::Consumer> consumer;
  };
  std::vector<Follower> followers_;
};

}  // namespace rezon::reporting::feed
