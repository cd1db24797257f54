#include "services/platform/metrics/http_loop.h"

#include <netdb.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <list>
#include <vector>

namespace rezon::metrics {
namespace {

using Clock = std::chrono::steady_clock;
constexpr size_t kMaxRequest = 8192;
constexpr size_t kMaxConnections = 64;
constexpr std::chrono::seconds kPatience(10);

absl::Status Failed(const std::string& listen, const char* why) {
  return absl::UnavailableError("cannot listen for admin requests on " + listen + ": " + why);
}

absl::StatusOr<int> Bind(const std::string& listen) {
  const size_t colon = listen.rfind(':');
  if (colon == std::string::npos) return Failed(listen, "must be host:port");
  std::string host = listen.substr(0, colon);
  if (host.size() > 1 && host.front() == '[') host = host.substr(1, host.size() - 2);
  addrinfo hints{}, *found = nullptr;
  hints.ai_family = host.empty() ? AF_INET6 : AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE;
  const int error = getaddrinfo(host.empty() ? nullptr : host.c_str(),
                                listen.substr(colon + 1).c_str(), &hints, &found);
  if (error != 0) return Failed(listen, gai_strerror(error));
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(found, &freeaddrinfo);
  const int fd = socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0) return Failed(listen, std::strerror(errno));
  const int on = 1;
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
  if (bind(fd, found->ai_addr, found->ai_addrlen) != 0 || ::listen(fd, 64) != 0) {
    const absl::Status status = Failed(listen, std::strerror(errno));
    close(fd);
    return status;
  }
  return fd;
}

int PortOf(int fd) {
  sockaddr_storage address{};
  socklen_t length = sizeof(address);
  char port[16] = "0";
  if (getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length) == 0) {
    getnameinfo(reinterpret_cast<sockaddr*>(&address), length, nullptr, 0, port, sizeof(port),
                NI_NUMERICSERV);
  }
  return std::atoi(port);
}

const char* Phrase(int code) {
  switch (code) {
    case 200:
      return "OK";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 503:
      return "Service Unavailable";
    default:
      return "Bad Request";
  }
}

std::string Serialise(const HttpLoop::Answer& answer, bool with_body) {
  return "HTTP/1.1 " + std::to_string(answer.code) + " " + Phrase(answer.code) +
         "\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\nContent-Length: " +
         std::to_string(answer.body.size()) + "\r\nConnection: close\r\n\r\n" +
         (with_body ? answer.body : "");
}

std::string Respond(std::string_view request, const HttpLoop::Handler& handler) {
  const size_t first = request.find(' ');
  const size_t second = first == std::string_view::npos ? first : request.find(' ', first + 1);
  if (second == std::string_view::npos || second > request.find('\r')) {
    return Serialise({400, "bad request\n"}, true);
  }
  const std::string_view method = request.substr(0, first);
  std::string_view path = request.substr(first + 1, second - first - 1);
  path = path.substr(0, path.find('?'));
  if (method != "GET" && method != "HEAD") return Serialise({405, "only GET\n"}, true);
  return Serialise(handler(path), method == "GET");
}

}  // namespace

// One client: reads until the blank line, then writes until the end.
struct HttpLoop::Connection {
  int fd;
  Clock::time_point until;
  std::string in, out;

  // False when the connection is over.
  bool Step(const Handler& handler) {
    if (out.empty()) {
      char buffer[2048];
      const ssize_t got = recv(fd, buffer, sizeof(buffer), 0);
      if (got <= 0) return got < 0 && (errno == EAGAIN || errno == EINTR);
      in.append(buffer, static_cast<size_t>(got));
      if (in.find("\r\n\r\n") == std::string::npos) return in.size() < kMaxRequest;
      out = Respond(in, handler);
    }
    const ssize_t sent = send(fd, out.data(), out.size(), MSG_NOSIGNAL);
    if (sent < 0) return errno == EAGAIN || errno == EINTR;
    out.erase(0, static_cast<size_t>(sent));
    return !out.empty();
  }
};

HttpLoop::HttpLoop(int listener, int waker, int port, Handler handler)
    : listener_(listener),
      waker_(waker),
      port_(port),
      handler_(std::move(handler)),
      thread_([this] { Run(); }) {}

absl::StatusOr<std::unique_ptr<HttpLoop>> HttpLoop::Start(const std::string& listen,
                                                          Handler handler) {
  const absl::StatusOr<int> fd = Bind(listen);
  if (!fd.ok()) return fd.status();
  return std::unique_ptr<HttpLoop>(
      new HttpLoop(*fd, eventfd(0, EFD_CLOEXEC), PortOf(*fd), std::move(handler)));
}

HttpLoop::~HttpLoop() {
  eventfd_write(waker_, 1);
  thread_.join();
  close(listener_);
  close(waker_);
}

void HttpLoop::Run() {
  std::list<Connection> clients;
  std::vector<pollfd> polled;
  while (true) {
    const short accepting = clients.size() < kMaxConnections ? POLLIN : 0;
    polled.assign({{waker_, POLLIN, 0}, {listener_, accepting, 0}});
    for (const Connection& client : clients) {
      polled.push_back({client.fd, static_cast<short>(client.out.empty() ? POLLIN : POLLOUT), 0});
    }
    poll(polled.data(), polled.size(), clients.empty() ? -1 : 1000);
    if (polled[0].revents != 0) break;
    const auto now = Clock::now();
    size_t at = 2;
    for (auto client = clients.begin(); client != clients.end(); ++at) {
      const bool keep = now < client->until && (polled[at].revents == 0 || client->Step(handler_));
      if (!keep) close(client->fd);
      client = keep ? std::next(client) : clients.erase(client);
    }
    if (polled[1].revents != 0) {
      const int fd = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
      if (fd >= 0) clients.push_back({fd, now + kPatience, "", ""});
    }
  }
  for (const Connection& client : clients) close(client.fd);
}

}  // namespace rezon::metrics
