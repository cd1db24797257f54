#pragma once

#include <atomic>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "gateway/http/exchange.h"
#include "gateway/http/head.h"
#include "gateway/limits/limits.h"

namespace rezon::gateway {

// One keep-alive HTTP/1.1 connection and the exchange under way on it. Reads one request at a time;
// the answer is sent by the thread that has it, straight into the socket when it takes it. At most
// one operation of the socket is under way at any time, so that no lock is held around them; only
// Sweep and Stop come from the side, and touch nothing but the descriptor, under a lock.
class Connection : public Exchange, public std::enable_shared_from_this<Connection> {
 public:
  using Socket = boost::asio::generic::stream_protocol::socket;
  using Clock = std::chrono::steady_clock;

  // `closed` is called once, when the connection has ended.
  Connection(Socket socket, const Limits& limits, const HttpHandler& handler,
             std::function<void(Connection*)> closed);
  ~Connection() override;

  // Reads the first request.
  void Start();
  // Called again and again from one thread: ends the connection when its time is over, and notices
  // a client that went away during a call.
  void Sweep(Clock::time_point now);
  // No further request after the answer under way; an idle connection ends at once.
  void Stop();
  // Ends the connection whatever is under way; a call under way is told that the client is gone.
  void Abort();

  const RequestHead& head() const override { return *head_; }
  void ReadBody(uint64_t limit, BodyCallback done) override;
  void ReadChunk(uint64_t limit, ChunkCallback done) override;
  void Respond(HttpResponse response) override;
  void StartStream(HttpResponse head) override;
  void WriteChunk(std::string data, std::function<void(bool)> done) override;
  void EndStream() override;
  void OnGone(std::function<void()> gone) override;

 private:
  enum class Phase { kIdle, kBusy, kClosing };

  void ReadHead();
  void OnHead(boost::system::error_code error);
  void Refuse(int status, const char* reason);
  void ReadSome();
  void OnSome(boost::system::error_code error);
  void FinishRead(absl::Status status, bool last);
  void Continue100();
  // Sends `data`, then calls `done` with success.
  void Send(std::string data, std::function<void(bool)> done);
  void SendRest(size_t sent, std::function<void(bool)> done);
  void Finished(bool ok);
  // Lets the client read the answer before the connection goes: closing with unread bytes would
  // reset it.
  void Linger();
  void LingerRead();
  void Close();
  void SetDeadline(std::chrono::milliseconds from_now);
  int Descriptor();
  // Ends the exchange for OnGone; gives back what was registered.
  std::function<void()> TakeGone();

  Socket socket_;
  const Limits& limits_;
  const HttpHandler& handler_;
  std::function<void(Connection*)> closed_;

  boost::beast::flat_buffer buffer_;
  std::optional<RequestParser> parser_;
  std::optional<ParsedHead> head_;
  std::string chunk_;
  uint64_t body_limit_ = 0;
  uint64_t body_read_ = 0;
  size_t chunk_filled_ = 0;
  bool whole_body_ = false;
  bool continue_sent_ = false;
  ChunkCallback on_chunk_;
  std::string out_;
  bool chunked_ = false;
  bool keep_alive_ = false;
  bool head_only_ = false;
  uint64_t lingered_ = 0;

  std::atomic<int64_t> deadline_{0};  // steady milliseconds, 0 for none
  std::atomic<Phase> phase_{Phase::kIdle};
  std::atomic<bool> stopping_{false};
  std::mutex mutex_;  // guards what follows, and the descriptor against its end
  int descriptor_;
  std::function<void()> gone_;
};

}  // namespace rezon::gateway
