#include "services/platform/metrics/admin.h"

#include <utility>

#include "services/platform/metrics/http_loop.h"
#include "services/platform/metrics/metrics.h"

namespace rezon::metrics {

class AdminServer::Impl {
 public:
  std::unique_ptr<HttpLoop> loop;
};

AdminServer::AdminServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
AdminServer::~AdminServer() = default;

absl::StatusOr<std::unique_ptr<AdminServer>> AdminServer::Start(const std::string& listen,
                                                                ReadyCheck ready) {
  auto loop = HttpLoop::Start(
      listen, [ready = std::move(ready)](std::string_view path) -> HttpLoop::Answer {
        if (path == "/livez") return {200, "ok\n"};
        if (path == "/metrics") return {200, Render()};
        if (path != "/readyz") return {404, "no such page\n"};
        std::string why = ready();
        return why.empty() ? HttpLoop::Answer{200, "ok\n"} : HttpLoop::Answer{503, std::move(why)};
      });
  if (!loop.ok()) return loop.status();
  auto impl = std::make_unique<Impl>();
  impl->loop = *std::move(loop);
  return std::unique_ptr<AdminServer>(new AdminServer(std::move(impl)));
}

int AdminServer::port() const { return impl_->loop->port(); }

}  // namespace rezon::metrics
