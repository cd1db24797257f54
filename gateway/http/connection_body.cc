#include <sys/socket.h>

#include <algorithm>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>
#include <utility>

#include "absl/strings/match.h"
#include "gateway/http/connection.h"
#include "services/platform/errors/errors.h"

// How a connection reads bodies and how it ends.
namespace rezon::gateway {
namespace {

namespace http = boost::beast::http;
using boost::system::error_code;

constexpr size_t kChunk = 256 * 1024;
// A piece that is at least this long is passed on without waiting for more.
constexpr size_t kEnough = 64 * 1024;
constexpr std::chrono::milliseconds kLingerTime{5000};
constexpr uint64_t kLingerBytes = 256ull * 1024 * 1024;

absl::Status TooLarge(uint64_t limit) {
  const std::string mib = std::to_string(limit / (1024 * 1024));
  return errors::WithDomain(
      errors::ResourceExhausted("REQUEST_TOO_LARGE", "the body is larger than " + mib + " MiB",
                                "Файл или запрос больше " + mib + " МиБ."),
      "rezon.gateway");
}

absl::Status Gone() { return errors::Cancelled("the client went away"); }

}  // namespace

void Connection::ReadBody(uint64_t limit, BodyCallback done) {
  whole_body_ = true;
  ReadChunk(limit, [done = std::move(done)](absl::Status status, std::string body, bool) {
    done(std::move(status), std::move(body));
  });
}

void Connection::ReadChunk(uint64_t limit, ChunkCallback done) {
  body_limit_ = limit;
  on_chunk_ = std::move(done);
  chunk_filled_ = 0;
  const auto length = head_->content_length();
  if (length && *length > limit) return FinishRead(TooLarge(limit), true);
  if (parser_->is_done()) return FinishRead(absl::OkStatus(), true);
  Continue100();
  const uint64_t expected = length ? *length - std::min(*length, body_read_) : kChunk;
  chunk_.resize(std::max<size_t>(1, std::min<uint64_t>(expected, kChunk)));
  ReadSome();
}

void Connection::Continue100() {
  if (continue_sent_ || body_read_ > 0) return;
  continue_sent_ = true;
  const std::string_view expect = head_->header("Expect");
  if (!absl::EqualsIgnoreCase({expect.data(), expect.size()}, "100-continue")) return;
  constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  // Too short not to fit; a client that is gone shows when its body is read.
  (void)!::send(socket_.native_handle(), kContinue.data(), kContinue.size(),
                MSG_DONTWAIT | MSG_NOSIGNAL);
}

void Connection::ReadSome() {
  auto& body = parser_->get().body();
  body.data = chunk_.data() + chunk_filled_;
  body.size = chunk_.size() - chunk_filled_;
  body.more = true;
  SetDeadline(limits_.silence);
  http::async_read_some(
      socket_, buffer_, *parser_,
      [self = shared_from_this()](error_code error, size_t) { self->OnSome(error); });
}

void Connection::OnSome(error_code error) {
  SetDeadline(std::chrono::milliseconds(0));
  if (error == http::error::need_buffer) error = {};
  const size_t filled = chunk_.size() - parser_->get().body().size;
  body_read_ += filled - chunk_filled_;
  chunk_filled_ = filled;
  if (error) return FinishRead(Gone(), true);
  if (body_read_ > body_limit_) return FinishRead(TooLarge(body_limit_), true);
  if (parser_->is_done()) return FinishRead(absl::OkStatus(), true);
  if (!whole_body_ && chunk_filled_ >= std::min(kEnough, chunk_.size())) {
    return FinishRead(absl::OkStatus(), false);
  }
  if (chunk_filled_ == chunk_.size()) chunk_.resize(chunk_.size() * 2);
  ReadSome();
}

void Connection::FinishRead(absl::Status status, bool last) {
  whole_body_ = false;
  chunk_.resize(chunk_filled_);
  auto done = std::exchange(on_chunk_, nullptr);
  done(std::move(status), std::exchange(chunk_, {}), last);
}

void Connection::Linger() {
  phase_ = Phase::kClosing;
  SetDeadline(kLingerTime);
  error_code ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
  LingerRead();
}

void Connection::LingerRead() {
  chunk_.resize(kEnough);
  socket_.async_read_some(boost::asio::buffer(chunk_),
                          [self = shared_from_this()](error_code error, size_t n) {
                            self->lingered_ += n;
                            if (error || self->lingered_ > kLingerBytes) return self->Close();
                            self->LingerRead();
                          });
}

void Connection::Close() {
  std::function<void()> gone = TakeGone();
  {
    std::lock_guard lock(mutex_);
    descriptor_ = -1;
    error_code ignored;
    socket_.close(ignored);
  }
  if (auto closed = std::exchange(closed_, nullptr)) closed(this);
  if (gone) gone();
}

void Connection::Sweep(Clock::time_point now) {
  const int64_t deadline = deadline_.load(std::memory_order_relaxed);
  const int64_t now_ms =
      std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
  std::function<void()> gone;
  {
    std::lock_guard lock(mutex_);
    if (descriptor_ < 0) return;
    // The operation under way ends with an error and closes the connection.
    if (deadline != 0 && deadline < now_ms) ::shutdown(descriptor_, SHUT_RDWR);
    char byte;
    if (gone_ && ::recv(descriptor_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0) {
      gone = std::exchange(gone_, nullptr);
    }
  }
  if (gone) gone();
}

void Connection::Stop() {
  stopping_ = true;
  std::lock_guard lock(mutex_);
  if (descriptor_ >= 0 && phase_ == Phase::kIdle) ::shutdown(descriptor_, SHUT_RD);
}

void Connection::Abort() {
  std::function<void()> gone = TakeGone();
  {
    std::lock_guard lock(mutex_);
    if (descriptor_ >= 0) ::shutdown(descriptor_, SHUT_RDWR);
  }
  if (gone) gone();
}

}  // namespace rezon::gateway
