#include "gateway/transcode/response.h"

#include <utility>

#include "gateway/transcode/printer.h"
#include "gateway/transcode/wire.h"

namespace rezon::gateway {
namespace {

constexpr size_t kReserve = 512;
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

absl::StatusOr<RenderedResponse> RenderResponse(const Schema& schema, const Binding& binding,
                                                const std::string& message) {
  if (binding.raw_response) return RenderRaw(message);
  RenderedResponse response;
  response.content_type = kJson;
  response.body.reserve(2 * message.size() + kReserve);
  auto status = PrintJson(schema, *binding.response, message, &response.body);
  if (!status.ok()) return status;
  if (binding.response_etag != 0) {
    response.etag = std::string(wire::FindBytesField(message, binding.response_etag).value_or(""));
  }
  return response;
}

}  // namespace rezon::gateway
