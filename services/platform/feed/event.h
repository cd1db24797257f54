#ifndef REZON_SERVICES_PLATFORM_FEED_EVENT_H_
#define REZON_SERVICES_PLATFORM_FEED_EVENT_H_

#include <cstdint>
#include <string>

#include "absl/time/time.h"

namespace rezon::feed {

// One change of one subject, as rezon.feed.v1.Event says it.
struct Event {
  // Place in the feed, gap-free from 1.
  std::int64_t position = 0;
  // `<resource>.<participle>`.
  std::string type;
  // Resource name.
  std::string subject;
  // Revision of the subject after the change, from 1.
  std::int64_t revision = 0;
  absl::Time time;
  // The whole resource after the change, proto3 JSON.
  std::string payload;
  // Of the call that made the change; may be empty.
  std::string traceparent;
  std::string actor;
  std::string region;
};

}  // namespace rezon::feed

#endif  // REZON_SERVICES_PLATFORM_FEED_EVENT_H_
