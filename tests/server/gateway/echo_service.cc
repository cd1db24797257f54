#include "tests/server/gateway/echo_service.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

#include "services/platform/errors/errors.h"
#include "services/platform/errors/grpc.h"

namespace rezon::gateway {
namespace {

namespace pb = rezon::echo::v1;
constexpr char kDomain[] = "rezon.echo";

grpc::Status Fail(const absl::Status& status) { return errors::ToGrpc(status, kDomain); }

void CopyMetadata(const grpc::ServerContext& context, pb::Thing* thing) {
  for (const auto& [key, value] : context.client_metadata()) {
    (*thing->mutable_labels())[std::string(key.data(), key.size())] =
        std::string(value.data(), value.size());
  }
}

}  // namespace

std::string HashOf(const std::string& bytes) {
  uint64_t hash = 14695981039346656037ull;
  for (unsigned char c : bytes) hash = (hash ^ c) * 1099511628211ull;
  char text[20];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return text;
}

grpc::Status EchoService::GetThing(Context* context, const pb::GetThingRequest* request,
                                   pb::Thing* out) {
  if (request->name() == "things/missing") return Fail(errors::NotFound(request->name()));
  if (request->name() == "things/internal") {
    return {grpc::StatusCode::INTERNAL, "password=secret at 10.0.0.7"};
  }
  out->set_name(request->name());
  out->set_etag("\"5\"");
  out->set_display_name("Вещь");
  CopyMetadata(*context, out);
  return grpc::Status::OK;
}

grpc::Status EchoService::ListThings(Context*, const pb::ListThingsRequest* request,
                                     pb::ListThingsResponse* out) {
  *out->mutable_request() = *request;
  for (int i = 0; i < request->page_size(); ++i) {
    out->add_things()->set_name("things/" + std::to_string(i));
  }
  return grpc::Status::OK;
}

grpc::Status EchoService::UpdateThing(Context*, const pb::UpdateThingRequest* request,
                                      pb::Thing* out) {
  if (request->thing().etag() == "\"old\"") {
    return Fail(errors::EtagMismatch(request->thing().name(), "\"5\""));
  }
  *out = request->thing();
  for (const auto& path : request->update_mask().paths()) (*out->mutable_labels())[path] = "set";
  return grpc::Status::OK;
}

grpc::Status EchoService::CloseThing(Context*, const pb::CloseThingRequest* request,
                                     pb::Thing* out) {
  out->set_name(request->name());
  (*out->mutable_labels())["etag"] = request->etag();
  (*out->mutable_labels())["request_id"] = request->request_id();
  (*out->mutable_labels())["reason"] = request->reason();
  return grpc::Status::OK;
}

grpc::Status EchoService::WaitThing(Context* context, const pb::GetThingRequest*, pb::Thing*) {
  ++waiting;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!context->IsCancelled() && std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  --waiting;
  if (context->IsCancelled()) ++cancelled;
  return {grpc::StatusCode::CANCELLED, "cancelled"};
}

grpc::Status EchoService::ImportThing(Context* context,
                                      grpc::ServerReader<pb::ImportThingRequest>* reader,
                                      pb::ImportThingResponse* out) {
  ++begun;
  pb::ImportThingRequest message;
  std::string bytes;
  while (reader->Read(&message)) {
    if (out->message_count() == 0) {
      out->set_file_name(message.file_name());
      out->set_request_id(message.request_id());
      out->set_content_type(message.file().content_type());
      if (message.file_name() == "refused.txt") {
        return Fail(errors::InvalidField("file_name", "refused", "не принимается"));
      }
    }
    out->set_message_count(out->message_count() + 1);
    out->set_longest_bytes(std::max<int64_t>(out->longest_bytes(), message.file().data().size()));
    bytes += message.file().data();
  }
  if (context->IsCancelled()) {
    ++cut_off;
    return {grpc::StatusCode::CANCELLED, "cut off"};
  }
  ++imported;
  out->set_size_bytes(static_cast<int64_t>(bytes.size()));
  out->set_hash(HashOf(bytes));
  return grpc::Status::OK;
}

grpc::Status EchoService::DownloadThing(Context*, const pb::GetThingRequest*,
                                        google::api::HttpBody* out) {
  out->set_content_type("text/html");
  out->set_data("<script>alert(1)</script>");
  return grpc::Status::OK;
}

grpc::Status EchoService::WatchThings(Context*, const pb::WatchThingsRequest* request,
                                      grpc::ServerWriter<pb::Thing>* writer) {
  pb::Thing thing;
  for (int i = 0; i < request->count(); ++i) {
    thing.set_name("things/" + std::to_string(i));
    if (!writer->Write(thing)) {
      ++cancelled;
      return {grpc::StatusCode::CANCELLED, "cancelled"};
    }
  }
  if (!request->fail_after()) return grpc::Status::OK;
  return Fail(errors::FailedPrecondition("NO_MORE", "no more things", "вещи кончились"));
}

grpc::Status EchoService::Chat(Context*, grpc::ServerReaderWriter<pb::Thing, pb::Thing>* stream) {
  pb::Thing thing;
  while (stream->Read(&thing)) {
    if (thing.name() == "things/last") return Fail(errors::NotFound(thing.name()));
    stream->Write(thing);
  }
  return grpc::Status::OK;
}

}  // namespace rezon::gateway
