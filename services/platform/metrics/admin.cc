#include "services/platform/metrics/admin.h"

#include <civetweb.h>

#include <cstring>
#include <string_view>
#include <utility>

#include "services/platform/metrics/metrics.h"

namespace rezon::metrics {

class AdminServer::Impl {
 public:
  explicit Impl(ReadyCheck ready) : ready_(std::move(ready)) {}
  ~Impl() {
    if (context_ != nullptr) mg_stop(context_);
  }

  absl::Status Start(const std::string& listen) {
    mg_init_library(0);
    const char* options[] = {"listening_ports",
                             listen.c_str(),
                             "num_threads",
                             "2",
                             "request_timeout_ms",
                             "10000",
                             "enable_directory_listing",
                             "no",
                             nullptr};
    mg_callbacks callbacks;
    std::memset(&callbacks, 0, sizeof(callbacks));
    callbacks.begin_request = &Impl::OnRequest;
    context_ = mg_start(&callbacks, this, options);
    if (context_ == nullptr) {
      return absl::UnavailableError("cannot listen for admin requests on " + listen);
    }
    mg_server_port ports[1];
    if (mg_get_server_ports(context_, 1, ports) == 1) port_ = ports[0].port;
    return absl::OkStatus();
  }

  int port() const { return port_; }

 private:
  static int OnRequest(mg_connection* connection) {
    const mg_request_info* request = mg_get_request_info(connection);
    static_cast<Impl*>(request->user_data)->Answer(connection, *request);
    return 1;
  }

  void Answer(mg_connection* connection, const mg_request_info& request) {
    const std::string_view path = request.local_uri;
    const std::string_view method = request.request_method;
    if (method != "GET" && method != "HEAD") {
      return Send(connection, "405 Method Not Allowed", "only GET\n");
    }
    if (path == "/livez") return Send(connection, "200 OK", "ok\n");
    if (path == "/metrics") return Send(connection, "200 OK", Render());
    if (path == "/readyz") {
      const std::string why = ready_();
      return why.empty() ? Send(connection, "200 OK", "ok\n")
                         : Send(connection, "503 Service Unavailable", why);
    }
    Send(connection, "404 Not Found", "no such page\n");
  }

  static void Send(mg_connection* connection, const char* status, const std::string& body) {
    mg_printf(connection,
              "HTTP/1.1 %s\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
              "Content-Length: %zu\r\nConnection: close\r\n\r\n",
              status, body.size());
    mg_write(connection, body.data(), body.size());
  }

  const ReadyCheck ready_;
  mg_context* context_ = nullptr;
  int port_ = 0;
};

AdminServer::AdminServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
AdminServer::~AdminServer() = default;

absl::StatusOr<std::unique_ptr<AdminServer>> AdminServer::Start(const std::string& listen,
                                                                ReadyCheck ready) {
  auto impl = std::make_unique<Impl>(std::move(ready));
  if (absl::Status status = impl->Start(listen); !status.ok()) return status;
  return std::unique_ptr<AdminServer>(new AdminServer(std::move(impl)));
}

int AdminServer::port() const { return impl_->port(); }

}  // namespace rezon::metrics
