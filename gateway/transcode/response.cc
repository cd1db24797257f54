#include "gateway/transcode/response.h"

#include <google/protobuf/util/json_util.h>

#include <utility>

#include "gateway/transcode/wire.h"
#include "services/platform/errors/errors.h"

namespace rezon::gateway {
namespace {

constexpr char kJson[] = "application/json; charset=utf-8";

RenderedResponse RenderRaw(const std::string& message) {
  constexpr int kContentType = 1;
  constexpr int kData = 2;
  RenderedResponse response;
  response.content_type =
      std::string(wire::FindBytesField(message, kContentType).value_or("application/octet-stream"));
  response.body = std::string(wire::FindBytesField(message, kData).value_or(""));
  return response;
}

}  // namespace

absl::StatusOr<std::string> RenderJson(const Schema& schema, const std::string& type_url,
                                       const std::string& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.always_print_primitive_fields = true;
  std::string json;
  auto status = google::protobuf::util::BinaryToJsonString(&schema.resolver(), type_url, message,
                                                           &json, options);
  if (!status.ok()) return errors::Internal("an answer cannot be printed: " + status.ToString());
  return json;
}

absl::StatusOr<RenderedResponse> RenderResponse(const Schema& schema, const Binding& binding,
                                                const std::string& message) {
  if (binding.raw_response) return RenderRaw(message);
  auto json = RenderJson(schema, binding.response_type, message);
  if (!json.ok()) return json.status();
  RenderedResponse response{kJson, *std::move(json), ""};
  if (binding.response_etag != 0) {
    response.etag = std::string(wire::FindBytesField(message, binding.response_etag).value_or(""));
  }
  return response;
}

}  // namespace rezon::gateway
