#include "opentelemetry/proto/collector/trace/v1/trace_service.grpc.pb.h"
#include "services/platform/trace/otlp.h"
#include "tests/server/platform/echo.h"

namespace rezon::server {
namespace {

namespace otlp = opentelemetry::proto;

std::string Hex(const std::string& bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (unsigned char byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

// A real OTLP endpoint that keeps what it gets.
class Collector final : public otlp::collector::trace::v1::TraceService::Service {
 public:
  Collector() {
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    builder.RegisterService(this);
    server_ = builder.BuildAndStart();
  }
  ~Collector() override { server_->Shutdown(std::chrono::system_clock::now()); }

  grpc::Status Export(grpc::ServerContext*,
                      const otlp::collector::trace::v1::ExportTraceServiceRequest* request,
                      otlp::collector::trace::v1::ExportTraceServiceResponse*) override {
    std::lock_guard lock(mutex_);
    for (const auto& resource : request->resource_spans()) {
      service = resource.resource().attributes(0).value().string_value();
      for (const auto& scope : resource.scope_spans()) {
        spans.insert(spans.end(), scope.spans().begin(), scope.spans().end());
      }
    }
    return grpc::Status::OK;
  }
  std::string endpoint() const { return "http://127.0.0.1:" + std::to_string(port_); }

  std::string service;
  std::vector<otlp::trace::v1::Span> spans;

 private:
  std::mutex mutex_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

TEST(Trace, OneTraceFromClientThroughServerToTheCollector) {
  Collector collector;
  trace::OtlpOptions options;
  options.service = "rezon-echo";
  options.endpoint = collector.endpoint();
  trace::StartOtlp(options);

  EchoTest inner(SayBack);
  EchoTest outer([&](CallContext& call, const pb::SayRequest& request, pb::SayResponse* response) {
    return CallPeer(call, "rezon.test.v1.EchoService/Say", *inner.stub, &pb::EchoService::Stub::Say,
                    request, response);
  });
  grpc::ClientContext context;
  context.AddMetadata("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  pb::SayRequest request;
  request.set_text("through");
  pb::SayResponse response;
  ASSERT_TRUE(outer.stub->Say(&context, request, &response).ok());
  EXPECT_EQ(response.text(), "through");
  outer.server->Stop();
  inner.server->Stop();
  ASSERT_TRUE(trace::FlushTracer(std::chrono::seconds(20)));
  trace::StopTracer(std::chrono::seconds(5));

  EXPECT_EQ(collector.service, "rezon-echo");
  ASSERT_EQ(collector.spans.size(), 3u);
  std::map<std::string, const otlp::trace::v1::Span*> by_id;
  for (const auto& span : collector.spans) {
    EXPECT_EQ(Hex(span.trace_id()), "0af7651916cd43dd8448eb211c80319c");
    by_id[span.span_id()] = &span;
  }
  // inner SERVER <- CLIENT <- outer SERVER <- the test's own span
  const otlp::trace::v1::Span* span = nullptr;
  for (const auto& candidate : collector.spans) {
    const auto parent = by_id.find(candidate.parent_span_id());
    if (candidate.kind() == otlp::trace::v1::Span::SPAN_KIND_SERVER && parent != by_id.end()) {
      span = &candidate;
    }
  }
  ASSERT_NE(span, nullptr);
  const auto* client = by_id[span->parent_span_id()];
  EXPECT_EQ(client->kind(), otlp::trace::v1::Span::SPAN_KIND_CLIENT);
  const auto* top = by_id[client->parent_span_id()];
  ASSERT_NE(top, nullptr);
  EXPECT_EQ(Hex(top->parent_span_id()), "b7ad6b7169203331");
  EXPECT_EQ(top->name(), "rezon.test.v1.EchoService/Say");
}

}  // namespace
}  // namespace rezon::server
