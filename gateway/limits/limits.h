#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace rezon::gateway {

// What one client may take of the gateway. Sizes in bytes.
struct Limits {
  // Request line and header fields together.
  uint32_t header_bytes = 16 * 1024;
  // JSON bodies; must stay below gRPC's 4 MiB.
  uint64_t json_bytes = 3 * 1024 * 1024;
  // Bodies of document uploads.
  uint64_t upload_bytes = 32ull * 1024 * 1024;
  // Open HTTP connections; more are closed at once.
  size_t connections = 4096;
  // API calls under way, HTTP and gRPC each; more are answered RESOURCE_EXHAUSTED.
  size_t calls = 4096;
  // From the end of an answer to the end of the next request's head.
  std::chrono::milliseconds head_time{60'000};
  // Longest silence inside a body, or while an answer is not taken.
  std::chrono::milliseconds silence{30'000};
  // Deadline of a call that names none, and of one that moves a file or a stream.
  std::chrono::milliseconds call_time{30'000};
  std::chrono::milliseconds long_call_time{600'000};
};

}  // namespace rezon::gateway
