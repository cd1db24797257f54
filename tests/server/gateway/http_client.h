#pragma once

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <memory>
#include <string>

namespace rezon::gateway {

struct HttpAnswer {
  int status = 0;  // 0: the connection ended without one
  std::string body;
  // Header lines, "name: value", names in lower case.
  std::string headers;

  // Value of a header field, or empty.
  std::string Header(const std::string& name) const;
};

// A blocking connection that sends whatever bytes a test wants. Reads give up after 20 seconds.
class HttpClient {
 public:
  explicit HttpClient(int port);
  explicit HttpClient(const std::string& unix_path);

  // False when the other side does not take it.
  bool Send(const std::string& bytes);
  HttpAnswer Read();
  // True when the other side closed, also after answers that nobody read.
  bool Closed();
  void Close();

 private:
  using Socket = boost::asio::generic::stream_protocol::socket;
  void Limit();

  std::unique_ptr<boost::asio::io_context> io_;
  std::unique_ptr<Socket> socket_;
  boost::beast::flat_buffer buffer_;
};

}  // namespace rezon::gateway
