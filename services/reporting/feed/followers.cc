#include "services/reporting/feed/followers.h"

#include <utility>

#include "services/platform/feed/consumer.h"
#include "services/reporting/feed/apply.h"

namespace rezon::reporting::feed {

Followers::Followers(const std::vector<Peer>& peers, const db::ConnectionOptions& connection,
                     const std::function<std::string()>& token, const RegionZones& zones) {
  for (const Peer& peer : peers) {
    ::rezon::feed::ConsumerOptions options;
    options.source = peer.service;
    options.connection = connection;
    options.token = token;
    auto apply = [&zones](db::Transaction& transaction,
                          absl::Span<const ::rezon::feed::Event> all) {
      return ApplyEvents(transaction, all, zones);
    };
    followers_.push_back({peer.service, std::make_unique<::rezon::feed::Consumer>(
                                            std::move(options), peer.channel, std::move(apply))});
  }
}

Followers::~Followers() = default;

std::vector<Heard> Followers::Hear() const {
  std::vector<Heard> heard;
  for (const Follower& follower : followers_) {
    const int64_t cursor = follower.consumer->cursor();
    const int64_t lag = follower.consumer->lag();
    heard.push_back({follower.service, cursor, cursor < 0 || lag < 0 ? -1 : cursor + lag});
  }
  return heard;
}

}  // namespace rezon::reporting::feed
