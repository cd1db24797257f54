#include "tests/server/gateway/http_client.h"

#include <sys/socket.h>

#include <algorithm>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cctype>

namespace rezon::gateway {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

}  // namespace

std::string HttpAnswer::Header(const std::string& name) const {
  const std::string line = "\n" + name + ": ";
  const size_t at = ("\n" + headers).find(line);
  if (at == std::string::npos) return "";
  const size_t begin = at + line.size() - 1;
  return headers.substr(begin, headers.find('\n', begin) - begin);
}

HttpClient::HttpClient(int port)
    : io_(std::make_unique<asio::io_context>()), socket_(std::make_unique<Socket>(*io_)) {
  error_code error;
  socket_->connect(asio::ip::tcp::endpoint(asio::ip::make_address("127.0.0.1"),
                                           static_cast<unsigned short>(port)),
                   error);
  Limit();
}

HttpClient::HttpClient(const std::string& unix_path)
    : io_(std::make_unique<asio::io_context>()), socket_(std::make_unique<Socket>(*io_)) {
  error_code error;
  socket_->connect(asio::local::stream_protocol::endpoint(unix_path), error);
  Limit();
}

void HttpClient::Limit() {
  const timeval limit{20, 0};
  ::setsockopt(socket_->native_handle(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  ::setsockopt(socket_->native_handle(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

bool HttpClient::Send(const std::string& bytes) {
  error_code error;
  asio::write(*socket_, asio::buffer(bytes), error);
  return !error;
}

HttpAnswer HttpClient::Read() {
  error_code error;
  http::response_parser<http::string_body> parser;
  parser.body_limit(1u << 30);
  http::read(*socket_, buffer_, parser, error);
  HttpAnswer answer;
  if (error) return answer;
  answer.status = static_cast<int>(parser.get().result_int());
  answer.body = parser.get().body();
  for (const auto& field : parser.get()) {
    std::string name(field.name_string());
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    answer.headers += name + ": " + std::string(field.value()) + "\n";
  }
  return answer;
}

bool HttpClient::Closed() {
  char bytes[4096];
  error_code error;
  while (!error) socket_->read_some(asio::buffer(bytes), error);
  return error == asio::error::eof || error == asio::error::connection_reset;
}

void HttpClient::Close() { socket_->close(); }

}  // namespace rezon::gateway
