#include "services/platform/server/process.h"

namespace rezon::server {

class TestServer::Impl {
 public:
  std::unique_ptr<Process> process;
  std::string target;
};

TestServer::TestServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TestServer::~TestServer() = default;

absl::StatusOr<std::unique_ptr<TestServer>> TestServer::Start(
    const Spec& spec, const config::ServiceConfig& config,
    std::shared_ptr<const auth::Principal> principal) {
  auto process = Process::Start(spec, config, std::move(principal));
  if (!process.ok()) return process.status();
  auto impl = std::make_unique<Impl>();
  impl->process = *std::move(process);
  impl->target = impl->process->target();
  return std::unique_ptr<TestServer>(new TestServer(std::move(impl)));
}

std::string TestServer::target() const { return impl_->target; }
int TestServer::admin_port() const { return impl_->process->admin_port(); }
Runtime& TestServer::runtime() { return *impl_->process; }
void TestServer::Stop() { impl_->process->Stop(); }

}  // namespace rezon::server
