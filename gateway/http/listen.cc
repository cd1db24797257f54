#include "gateway/http/listen.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/socket_base.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstring>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"

namespace rezon::gateway {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using Protocol = asio::generic::stream_protocol;
using GenericAcceptor = asio::basic_socket_acceptor<Protocol>;

constexpr std::chrono::milliseconds kRetryAccept{100};

absl::Status Cannot(const ListenAddress& address, const error_code& error) {
  return absl::UnavailableError("cannot listen on " + address.host + ": " + error.message());
}

// A server that died leaves its socket file behind; one that lives answers.
bool SomebodyListens(asio::io_context& io, const std::string& path) {
  asio::local::stream_protocol::socket probe(io);
  error_code error;
  probe.connect({path}, error);
  return !error;
}

absl::StatusOr<Protocol::endpoint> EndpointOf(asio::io_context& io, const ListenAddress& address) {
  if (address.is_unix) {
    if (address.host.size() >= sizeof(sockaddr_un::sun_path)) {
      return absl::InvalidArgumentError("the socket's path is too long: " + address.host);
    }
    if (SomebodyListens(io, address.host)) {
      return absl::UnavailableError("somebody listens on " + address.host);
    }
    ::unlink(address.host.c_str());
    return Protocol::endpoint(asio::local::stream_protocol::endpoint(address.host));
  }
  error_code error;
  asio::ip::tcp::resolver resolver(io);
  auto found = resolver.resolve(address.host, std::to_string(address.port),
                                asio::ip::tcp::resolver::passive, error);
  if (error || found.empty()) return Cannot(address, error);
  return Protocol::endpoint(found.begin()->endpoint());
}

}  // namespace

class Acceptor::Impl : public std::enable_shared_from_this<Impl> {
 public:
  explicit Impl(asio::io_context& io) : acceptor_(io), pause_(io) {}

  error_code Open(const Protocol::endpoint& endpoint, bool reuse_address) {
    error_code error;
    acceptor_.open(endpoint.protocol(), error);
    if (!error && reuse_address)
      acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    return error;
  }

  int Port() const {
    error_code error;
    const auto endpoint = acceptor_.local_endpoint(error);
    const auto* address = reinterpret_cast<const sockaddr*>(endpoint.data());
    if (error) return 0;
    if (address->sa_family == AF_INET) {
      return ntohs(reinterpret_cast<const sockaddr_in*>(address)->sin_port);
    }
    if (address->sa_family == AF_INET6) {
      return ntohs(reinterpret_cast<const sockaddr_in6*>(address)->sin6_port);
    }
    return 0;
  }

  void Accept(std::function<void(Socket)> accepted) {
    acceptor_.async_accept([self = shared_from_this(), accepted = std::move(accepted)](
                               error_code error, Socket socket) mutable {
      if (error == asio::error::operation_aborted || !self->acceptor_.is_open()) return;
      if (!error) {
        accepted(std::move(socket));
        return self->Accept(std::move(accepted));
      }
      // Out of descriptors, most likely: some will be given back.
      self->pause_.expires_after(kRetryAccept);
      self->pause_.async_wait([self, accepted = std::move(accepted)](error_code stopped) mutable {
        if (!stopped) self->Accept(std::move(accepted));
      });
    });
  }

  void Close() {
    asio::post(acceptor_.get_executor(), [self = shared_from_this()] {
      error_code ignored;
      self->acceptor_.close(ignored);
      self->pause_.cancel();
    });
  }

 private:
  GenericAcceptor acceptor_;
  asio::steady_timer pause_;
};

Acceptor::Acceptor(std::shared_ptr<Impl> impl, int port) : impl_(std::move(impl)), port_(port) {}
Acceptor::~Acceptor() = default;
void Acceptor::Run(std::function<void(Socket)> accepted) { impl_->Accept(std::move(accepted)); }
void Acceptor::Close() { impl_->Close(); }

absl::StatusOr<std::unique_ptr<Acceptor>> Acceptor::Open(asio::io_context& io,
                                                         const ListenAddress& address) {
  auto endpoint = EndpointOf(io, address);
  if (!endpoint.ok()) return endpoint.status();
  auto impl = std::make_shared<Impl>(io);
  if (error_code error = impl->Open(*endpoint, !address.is_unix)) return Cannot(address, error);
  const int port = impl->Port();
  return std::unique_ptr<Acceptor>(new Acceptor(std::move(impl), port));
}

absl::StatusOr<ListenAddress> ParseListen(const std::string& listen) {
  ListenAddress address;
  if (absl::StartsWith(listen, "unix:")) {
    address.is_unix = true;
    address.host = listen.substr(5);
    if (absl::StartsWith(address.host, "//")) address.host.erase(0, 2);
    if (!address.host.empty()) return address;
  }
  const size_t colon = listen.rfind(':');
  uint32_t port = 0;
  if (address.is_unix || colon == listen.npos || colon == 0 ||
      !absl::SimpleAtoi(listen.substr(colon + 1), &port) || port > 65535) {
    return absl::InvalidArgumentError("not host:port or unix:path: " + listen);
  }
  address.host = listen.substr(0, colon);
  if (address.host.front() == '[' && address.host.back() == ']') {
    address.host = address.host.substr(1, address.host.size() - 2);
  }
  address.port = static_cast<unsigned short>(port);
  return address;
}

bool IsLoopback(const ListenAddress& address) {
  if (address.is_unix || address.host == "localhost") return true;
  error_code error;
  const auto ip = asio::ip::make_address(address.host, error);
  return !error && ip.is_loopback();
}

}  // namespace rezon::gateway
