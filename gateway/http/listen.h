#pragma once

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace rezon::gateway {

// Where to listen: "host:port" (port 0 takes a free one, "[::1]:80" for IPv6) or "unix:/path".
struct ListenAddress {
  bool is_unix = false;
  std::string host;  // or the socket's path
  unsigned short port = 0;
};
absl::StatusOr<ListenAddress> ParseListen(const std::string& listen);

// True when nobody but this machine can connect.
bool IsLoopback(const ListenAddress& address);

// A listening socket of either kind.
class Acceptor {
 public:
  using Socket = boost::asio::generic::stream_protocol::socket;
  // An old socket file at the path is replaced when nobody listens on it. UNAVAILABLE when the
  // address cannot be had.
  static absl::StatusOr<std::unique_ptr<Acceptor>> Open(boost::asio::io_context& io,
                                                        const ListenAddress& address);
  ~Acceptor();
  // Accepts until Close, one socket a call of `accepted`. Call once.
  void Run(std::function<void(Socket)> accepted);
  void Close();
  int port() const { return port_; }

 private:
  class Impl;
  Acceptor(std::shared_ptr<Impl> impl, int port);
  std::shared_ptr<Impl> impl_;
  int port_;
};

}  // namespace rezon::gateway
