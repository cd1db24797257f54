#include "tests/load/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <vector>

#include "tests/load/http_exchange.h"

namespace rezon::load {
namespace {

int Connect(int port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0) {
    throw std::runtime_error(std::string("cannot connect to the gateway: ") + strerror(errno));
  }
  const int on = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
  return socket;
}

// A connection with one call under way.
struct Lane {
  int socket = -1;
  Job job;
  std::string answer;
  Clock::time_point started;
  bool busy = false;
};

}  // namespace

class HttpClient::Impl {
 public:
  Impl(int port, std::string token) : port_(port), token_(std::move(token)) {}
  ~Impl() {
    for (Lane& lane : lanes_) close(lane.socket);
    if (poll_ >= 0) close(poll_);
  }

  Measured Run(Operation operation, int calls, const Window& window, Work& work) {
    Open(calls);
    Meter meter(window);
    int busy = 0;
    for (int i = 0; i < calls; ++i) busy += Send(lanes_[i], operation, meter, work);
    std::vector<epoll_event> events(static_cast<size_t>(calls));
    while (busy > 0) {
      const int ready = epoll_wait(poll_, events.data(), calls, 10'000);
      if (ready == 0) throw std::runtime_error("the gateway does not answer");
      for (int i = 0; i < ready; ++i) {
        Lane& lane = lanes_[events[i].data.u32];
        if (Receive(lane, operation, meter)) busy += Send(lane, operation, meter, work) - 1;
      }
    }
    return meter.Result();
  }

 private:
  void Open(int calls) {
    if (poll_ < 0) poll_ = epoll_create1(EPOLL_CLOEXEC);
    while (static_cast<int>(lanes_.size()) < calls) {
      lanes_.emplace_back().socket = Connect(port_);
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.u32 = static_cast<uint32_t>(lanes_.size() - 1);
      epoll_ctl(poll_, EPOLL_CTL_ADD, lanes_.back().socket, &event);
    }
  }

  // Answers 1 when a call is under way.
  int Send(Lane& lane, Operation operation, const Meter& meter, Work& work) {
    if (meter.Over() || !work.Next(operation, random_, &lane.job)) return 0;
    const std::string request = MakeRequest(operation, lane.job, token_);
    lane.answer.clear();
    lane.started = Clock::now();
    if (send(lane.socket, request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size())) {
      throw std::runtime_error("the gateway closed a connection");
    }
    return 1;
  }

  // True when the answer is complete.
  bool Receive(Lane& lane, Operation operation, Meter& meter) {
    char buffer[65536];
    const ssize_t count = recv(lane.socket, buffer, sizeof(buffer), 0);
    if (count <= 0) throw std::runtime_error("the gateway closed a connection");
    lane.answer.append(buffer, static_cast<size_t>(count));
    const long length = AnswerLength(lane.answer);
    if (length == 0) return false;
    meter.Ended(lane.started, length < 0 ? "an answer without a length"
                                         : CheckAnswer(operation, lane.job, lane.answer));
    return true;
  }

  const int port_;
  const std::string token_;
  int poll_ = -1;
  std::vector<Lane> lanes_;
  std::mt19937_64 random_{20261122};
};

HttpClient::HttpClient(int port, const std::string& token)
    : impl_(std::make_unique<Impl>(port, token)) {}
HttpClient::~HttpClient() = default;

Measured HttpClient::Run(Operation operation, int calls, const Window& window, Work& work) {
  return impl_->Run(operation, calls, window, work);
}

}  // namespace rezon::load
