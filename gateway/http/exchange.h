#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"

namespace rezon::gateway {

// Header fields beside Content-Type, Content-Length, Connection and the security headers.
using HeaderFields = std::vector<std::pair<std::string, std::string>>;

// The head of a request. Valid while the exchange lasts.
class RequestHead {
 public:
  virtual ~RequestHead() = default;
  virtual std::string_view method() const = 0;
  // Target before and after the first '?', as they came.
  virtual std::string_view path() const = 0;
  virtual std::string_view query() const = 0;
  // The first value of a header field (any case), or empty.
  virtual std::string_view header(std::string_view name) const = 0;
  // No value for a chunked body; 0 when there is none.
  virtual std::optional<uint64_t> content_length() const = 0;
};

struct HttpResponse {
  int status = 200;
  std::string content_type;
  std::string body;
  HeaderFields headers;
};

// One request and its answer on a connection. The handler gets it as a shared_ptr and keeps it as
// long as it needs it; exactly one Respond, or one StartStream with its EndStream, ends it. Calls
// must not overlap, but may come from any thread; callbacks come on any thread, also inside the
// call that asked for them.
class Exchange {
 public:
  virtual ~Exchange() = default;
  virtual const RequestHead& head() const = 0;

  using BodyCallback = std::function<void(absl::Status, std::string body)>;
  // The whole body. RESOURCE_EXHAUSTED, reason REQUEST_TOO_LARGE, as soon as it is known to be
  // longer than `limit` bytes; CANCELLED when the client went away, DEADLINE_EXCEEDED when it fell
  // silent.
  virtual void ReadBody(uint64_t limit, BodyCallback done) = 0;

  using ChunkCallback = std::function<void(absl::Status, std::string chunk, bool last)>;
  // The next piece of the body, at most 256 KiB; errors as above, `limit` is for the whole body.
  virtual void ReadChunk(uint64_t limit, ChunkCallback done) = 0;

  virtual void Respond(HttpResponse response) = 0;

  // An answer in pieces: its head, then pieces one after the other. `done` gets false when the
  // client is gone; the next piece may be written from then on.
  virtual void StartStream(HttpResponse head) = 0;
  virtual void WriteChunk(std::string data, std::function<void(bool)> done) = 0;
  virtual void EndStream() = 0;

  // `gone` is called at most once, within about a quarter of a second after the client closed the
  // connection, unless the exchange has ended.
  virtual void OnGone(std::function<void()> gone) = 0;
};

using ExchangePtr = std::shared_ptr<Exchange>;
using HttpHandler = std::function<void(ExchangePtr)>;

}  // namespace rezon::gateway
