#include "gateway/http/connection.h"

#include <sys/socket.h>

#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>
#include <cerrno>
#include <cstdio>
#include <limits>
#include <utility>

namespace rezon::gateway {
namespace {

namespace http = boost::beast::http;
using boost::system::error_code;

int64_t Milliseconds(Connection::Clock::time_point time) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

// What a client sent is not HTTP, as opposed to a connection that ended.
bool Malformed(error_code error) {
  return error.category() == http::make_error_code(http::error::bad_method).category() &&
         error != http::error::end_of_stream && error != http::error::partial_message;
}

}  // namespace

Connection::Connection(Socket socket, const Limits& limits, const HttpHandler& handler,
                       std::function<void(Connection*)> closed)
    : socket_(std::move(socket)),
      limits_(limits),
      handler_(handler),
      closed_(std::move(closed)),
      descriptor_(socket_.native_handle()) {}

Connection::~Connection() = default;

void Connection::Start() { ReadHead(); }

void Connection::SetDeadline(std::chrono::milliseconds from_now) {
  deadline_.store(from_now.count() == 0 ? 0 : Milliseconds(Clock::now() + from_now),
                  std::memory_order_relaxed);
}

void Connection::ReadHead() {
  parser_.emplace();
  parser_->header_limit(limits_.header_bytes);
  // Counted here instead (ReadChunk): how much is allowed depends on the method.
  parser_->body_limit(std::numeric_limits<uint64_t>::max());
  parser_->eager(false);
  head_.reset();
  body_read_ = 0;
  continue_sent_ = false;
  phase_ = Phase::kIdle;
  SetDeadline(limits_.head_time);
  if (stopping_ && buffer_.size() == 0) return Close();
  http::async_read_header(
      socket_, buffer_, *parser_,
      [self = shared_from_this()](error_code error, size_t) { self->OnHead(error); });
}

void Connection::OnHead(error_code error) {
  phase_ = Phase::kBusy;
  SetDeadline(std::chrono::milliseconds(0));
  if (error == http::error::header_limit) return Refuse(431, "HEADER_TOO_LARGE");
  if (error && !Malformed(error)) return Close();
  if (error) return Refuse(400, "HTTP_MALFORMED");
  keep_alive_ = parser_->keep_alive() && parser_->get().version() >= 11;
  head_.emplace(*parser_);
  head_only_ = head_->method() == "HEAD";
  handler_(shared_from_this());
}

void Connection::Refuse(int status, const char* reason) {
  keep_alive_ = false;
  head_only_ = false;
  HttpResponse response;
  response.status = status;
  response.content_type = "application/json; charset=utf-8";
  response.body = std::string("{\"error\":{\"code\":") + std::to_string(status) +
                  ",\"message\":\"the request is not acceptable HTTP/1.1\","
                  "\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"@type\":"
                  "\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"" +
                  reason + "\",\"domain\":\"rezon.gateway\",\"metadata\":{}}]}}";
  Respond(std::move(response));
}

void Connection::Respond(HttpResponse response) {
  TakeGone();
  // A body that nobody read would be taken for the next request.
  if (!parser_->is_done()) keep_alive_ = false;
  if (stopping_) keep_alive_ = false;
  std::string data = FormatHead(response, response.body.size(), keep_alive_, /*chunked=*/false);
  if (!head_only_) data += response.body;
  Send(std::move(data), [self = shared_from_this()](bool ok) { self->Finished(ok); });
}

void Connection::StartStream(HttpResponse head) {
  chunked_ = parser_->get().version() >= 11;
  if (!chunked_ || stopping_ || !parser_->is_done()) keep_alive_ = false;
  chunk_ = FormatHead(head, std::nullopt, keep_alive_, chunked_);
}

void Connection::WriteChunk(std::string data, std::function<void(bool)> done) {
  std::string framed = std::exchange(chunk_, {});
  if (chunked_ && !data.empty()) {
    char size[20];
    std::snprintf(size, sizeof size, "%zx\r\n", data.size());
    framed.append(size).append(data).append("\r\n");
  } else {
    framed.append(data);
  }
  Send(std::move(framed), std::move(done));
}

void Connection::EndStream() {
  TakeGone();
  std::string end = std::exchange(chunk_, {});
  if (chunked_) end += "0\r\n\r\n";
  Send(std::move(end), [self = shared_from_this()](bool ok) { self->Finished(ok); });
}

void Connection::Send(std::string data, std::function<void(bool)> done) {
  out_ = std::move(data);
  size_t sent = 0;
  // Most answers fit: no turn through the event loop for them.
  while (sent < out_.size()) {
    const ssize_t n = ::send(socket_.native_handle(), out_.data() + sent, out_.size() - sent,
                             MSG_DONTWAIT | MSG_NOSIGNAL);
    if (n > 0) {
      sent += static_cast<size_t>(n);
    } else if (n < 0 && errno == EINTR) {
      continue;
    } else if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
      return SendRest(sent, std::move(done));
    } else {
      keep_alive_ = false;
      return done(false);
    }
  }
  done(true);
}

void Connection::SendRest(size_t sent, std::function<void(bool)> done) {
  SetDeadline(limits_.silence);
  boost::asio::async_write(
      socket_, boost::asio::buffer(out_.data() + sent, out_.size() - sent),
      [self = shared_from_this(), done = std::move(done)](error_code error, size_t) {
        self->SetDeadline(std::chrono::milliseconds(0));
        if (error) self->keep_alive_ = false;
        done(!error);
      });
}

void Connection::Finished(bool ok) {
  if (!ok) return Close();
  if (keep_alive_) return ReadHead();
  Linger();
}

void Connection::OnGone(std::function<void()> gone) {
  std::lock_guard lock(mutex_);
  gone_ = std::move(gone);
}

std::function<void()> Connection::TakeGone() {
  std::lock_guard lock(mutex_);
  return std::exchange(gone_, nullptr);
}

}  // namespace rezon::gateway
