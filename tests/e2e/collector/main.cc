// A real OTLP/gRPC endpoint for tests: writes every span it receives as one JSON line.
//   otlp-collector --listen=unix:/path --out=/path/spans.jsonl
#include <grpcpp/grpcpp.h>

#include <csignal>
#include <fstream>
#include <iostream>
#include <mutex>
#include <string>
#include <string_view>

#include "opentelemetry/proto/collector/trace/v1/trace_service.grpc.pb.h"
#include "tests/e2e/collector/span_json.h"

namespace rezon::e2e {
namespace {

namespace otlp = opentelemetry::proto::collector::trace::v1;

class TraceSink final : public otlp::TraceService::Service {
 public:
  explicit TraceSink(const std::string& path) : out_(path, std::ios::app) {}

  bool ready() const { return out_.is_open(); }

  grpc::Status Export(grpc::ServerContext*, const otlp::ExportTraceServiceRequest* request,
                      otlp::ExportTraceServiceResponse*) override {
    std::lock_guard lock(mutex_);
    for (const std::string& line : SpanLines(*request)) out_ << line << '\n';
    out_.flush();
    return out_ ? grpc::Status::OK : grpc::Status(grpc::StatusCode::INTERNAL, "cannot write");
  }

 private:
  std::mutex mutex_;
  std::ofstream out_;
};

// The value of --name=value; empty when it is not there.
std::string Flag(int argc, char** argv, std::string_view name) {
  const std::string prefix = "--" + std::string(name) + "=";
  for (int i = 1; i < argc; ++i) {
    std::string_view arg(argv[i]);
    if (arg.substr(0, prefix.size()) == prefix) return std::string(arg.substr(prefix.size()));
  }
  return {};
}

int Main(int argc, char** argv) {
  const std::string listen = Flag(argc, argv, "listen");
  const std::string path = Flag(argc, argv, "out");
  if (listen.empty() || path.empty()) {
    std::cerr << "usage: otlp-collector --listen=ADDRESS --out=FILE\n";
    return 2;
  }
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  TraceSink sink(path);
  grpc::ServerBuilder builder;
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  builder.AddListeningPort(listen, grpc::InsecureServerCredentials());
  builder.RegisterService(&sink);
  std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (server == nullptr || !sink.ready()) {
    std::cerr << "cannot listen on " << listen << " or write " << path << '\n';
    return 1;
  }
  int number = 0;
  sigwait(&signals, &number);
  server->Shutdown(std::chrono::system_clock::now() + std::chrono::seconds(2));
  return 0;
}

}  // namespace
}  // namespace rezon::e2e

int main(int argc, char** argv) { return rezon::e2e::Main(argc, argv); }
