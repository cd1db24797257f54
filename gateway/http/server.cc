#include "gateway/http/server.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gateway/http/connection.h"
#include "gateway/http/listen.h"

namespace rezon::gateway {
namespace {
namespace asio = boost::asio;
constexpr std::chrono::milliseconds kSweep{250};
constexpr std::chrono::milliseconds kAbortTime{5000};
}  // namespace

class HttpServer::Impl {
 public:
  Impl(HttpServerOptions options, HttpHandler handler)
      : options_(std::move(options)),
        handler_(std::move(handler)),
        io_(options_.threads),
        work_(asio::make_work_guard(io_)),
        sweep_(io_) {}

  ~Impl() { Stop(std::chrono::milliseconds(0)); }

  absl::Status Start() {
    auto address = ParseListen(options_.listen);
    if (!address.ok()) return address.status();
    auto acceptor = Acceptor::Open(io_, *address);
    if (!acceptor.ok()) return acceptor.status();
    acceptor_ = *std::move(acceptor);
    is_tcp_ = !address->is_unix;
    acceptor_->Run([this](Connection::Socket socket) { Accepted(std::move(socket)); });
    Sweep();
    for (int i = 0; i < options_.threads; ++i) {
      threads_.emplace_back([this] { io_.run(); });
    }
    return absl::OkStatus();
  }

  int port() const { return acceptor_->port(); }

  size_t connections() const {
    std::lock_guard lock(mutex_);
    return open_.size();
  }

  void Stop(std::chrono::milliseconds grace) {
    if (std::exchange(stopped_, true)) return;
    if (acceptor_) acceptor_->Close();
    for (const auto& connection : Snapshot()) connection->Stop();
    if (!WaitClosed(grace)) {
      for (const auto& connection : Snapshot()) connection->Abort();
      WaitClosed(kAbortTime);
    }
    work_.reset();
    io_.stop();
    for (auto& thread : threads_) thread.join();
  }

 private:
  using ConnectionPtr = std::shared_ptr<Connection>;

  void Accepted(Connection::Socket socket) {
    if (is_tcp_) {
      // Answers leave in one piece: nothing to wait for.
      boost::system::error_code ignored;
      socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    }
    auto connection = std::make_shared<Connection>(std::move(socket), options_.limits, handler_,
                                                   [this](Connection* c) { Closed(c); });
    {
      std::lock_guard lock(mutex_);
      if (open_.size() >= options_.limits.connections) return;
      open_.emplace(connection.get(), connection);
    }
    connection->Start();
  }

  bool WaitClosed(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return all_closed_.wait_for(lock, time, [this] { return open_.empty(); });
  }

  void Closed(Connection* connection) {
    std::lock_guard lock(mutex_);
    open_.erase(connection);
    if (open_.empty()) all_closed_.notify_all();
  }

  std::vector<ConnectionPtr> Snapshot() const {
    std::vector<ConnectionPtr> connections;
    std::lock_guard lock(mutex_);
    connections.reserve(open_.size());
    for (const auto& [raw, weak] : open_) {
      if (auto connection = weak.lock()) connections.push_back(std::move(connection));
    }
    return connections;
  }

  void Sweep() {
    sweep_.expires_after(kSweep);
    sweep_.async_wait([this](boost::system::error_code error) {
      if (error) return;
      const auto now = Connection::Clock::now();
      for (const auto& connection : Snapshot()) connection->Sweep(now);
      Sweep();
    });
  }

  const HttpServerOptions options_;
  const HttpHandler handler_;
  asio::io_context io_;
  asio::executor_work_guard<asio::io_context::executor_type> work_;
  asio::steady_timer sweep_;
  std::unique_ptr<Acceptor> acceptor_;
  bool is_tcp_ = false;
  bool stopped_ = false;
  std::vector<std::thread> threads_;
  mutable std::mutex mutex_;
  std::condition_variable all_closed_;
  std::unordered_map<Connection*, std::weak_ptr<Connection>> open_;
};

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HttpServer::~HttpServer() = default;

absl::StatusOr<std::unique_ptr<HttpServer>> HttpServer::Start(HttpServerOptions options,
                                                              HttpHandler handler) {
  auto impl = std::make_unique<Impl>(std::move(options), std::move(handler));
  if (auto status = impl->Start(); !status.ok()) return status;
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
}

int HttpServer::port() const { return impl_->port(); }
size_t HttpServer::connections() const { return impl_->connections(); }
void HttpServer::Stop(std::chrono::milliseconds grace) { impl_->Stop(grace); }

}  // namespace rezon::gateway
