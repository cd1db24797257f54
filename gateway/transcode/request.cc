#include "gateway/transcode/request.h"

#include <google/protobuf/util/json_util.h>

#include <algorithm>

#include "gateway/transcode/jsoncheck.h"
#include "gateway/transcode/query.h"
#include "gateway/transcode/text.h"
#include "gateway/transcode/wire.h"
#include "services/platform/errors/errors.h"

namespace rezon::gateway {
namespace {

namespace pb = google::protobuf;
using Fields = std::vector<const pb::FieldDescriptor*>;

// protobuf says "(path) what" or "path: what"; the path becomes a field violation.
absl::Status FromParser(const pb::util::Status& status) {
  const std::string text(status.message().data(), status.message().size());
  std::string path;
  size_t rest = 0;
  if (!text.empty() && text.front() == '(') {
    const size_t end = text.find(')');
    path = text.substr(1, end == text.npos ? end : end - 1);
    rest = end == text.npos ? 0 : end + 1;
  }
  while (rest < text.size() && (text[rest] == ' ' || text[rest] == ':')) ++rest;
  return errors::InvalidField(SnakeCase(path), text.substr(rest), "значение не подходит");
}

// PATCH without a mask means the fields that the body names; names and etags only identify.
void AppendMask(const Binding& binding, const Fields& given, std::string* request) {
  std::string mask;
  for (const auto* field : given) {
    if (field->name() == "name" || field->name() == "etag") continue;
    wire::AppendBytesField(mask, 1, field->name());
  }
  if (!mask.empty()) wire::AppendBytesField(*request, binding.update_mask->number(), mask);
}

bool MaskInQuery(const Binding& binding, const QueryParameters& parameters) {
  return std::any_of(parameters.begin(), parameters.end(), [&binding](const auto& parameter) {
    return parameter.first == binding.update_mask->name() ||
           parameter.first == binding.update_mask->json_name();
  });
}

absl::Status AppendBody(const Schema& schema, const Binding& binding, std::string_view body,
                        Fields* given, std::string* request) {
  const pb::Descriptor* message =
      binding.body_is_request ? binding.method->input_type() : binding.body_field->message_type();
  if (auto status = CheckJson(body, message, given); !status.ok()) return status;
  std::string bytes;
  auto status = pb::util::JsonToBinaryString(&schema.resolver(), TypeUrl(message->full_name()),
                                             {body.data(), body.size()}, &bytes);
  if (!status.ok()) return FromParser(status);
  if (binding.body_is_request) {
    request->append(bytes);
  } else {
    wire::AppendBytesField(*request, binding.body_field->number(), bytes);
  }
  return absl::OkStatus();
}

absl::Status AppendHeaders(const Binding& binding, const RequestParts& parts,
                           std::string* request) {
  std::string_view etag = parts.if_match;
  if (!etag.empty() && etag != "*") {
    if (binding.etag.empty()) {
      return errors::InvalidArgument("IF_MATCH_REFUSED", "this method takes no If-Match",
                                     "Это действие не принимает заголовок If-Match.");
    }
    // Proxies weaken etags when they compress.
    if (etag.substr(0, 2) == "W/") etag.remove_prefix(2);
    if (!IsUtf8(etag)) return errors::InvalidField("etag", "not UTF-8", "не в кодировке UTF-8");
    AppendText(binding.etag, etag, request);
  }
  if (!parts.idempotency_key.empty() && binding.request_id != nullptr) {
    if (!IsUtf8(parts.idempotency_key)) {
      return errors::InvalidField("request_id", "not UTF-8", "не в кодировке UTF-8");
    }
    AppendText({binding.request_id}, parts.idempotency_key, request);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::string> BuildRequest(const Schema& schema, const Binding& binding,
                                         const std::vector<std::string>& path_values,
                                         const RequestParts& parts) {
  std::string request;
  Fields given;
  const bool takes_json = binding.kind != Binding::Kind::kUpload &&
                          (binding.body_is_request || binding.body_field != nullptr);
  if (!parts.body.empty() && takes_json) {
    auto status = AppendBody(schema, binding, parts.body, &given, &request);
    if (!status.ok()) return status;
  } else if (!parts.body.empty()) {
    return errors::InvalidArgument("BODY_REFUSED", "this method takes no body",
                                   "Это действие не принимает тело запроса.");
  }
  auto parameters = ParseQuery(parts.query);
  if (!parameters.ok()) return parameters.status();
  if (binding.http_method == "PATCH" && binding.update_mask != nullptr &&
      binding.body_field != nullptr && !MaskInQuery(binding, *parameters)) {
    AppendMask(binding, given, &request);
  }
  auto status = AppendQuery(schema, binding, *parameters, &request);
  if (status.ok()) status = AppendHeaders(binding, parts, &request);
  if (!status.ok()) return status;
  // Last, because of two values on the wire the later one counts: the path is what was asked for.
  for (size_t i = 0; i < binding.variables.size(); ++i) {
    AppendText(binding.variables[i], path_values[i], &request);
  }
  return request;
}

void AppendChunk(const Binding& binding, std::string_view content_type, std::string_view data,
                 std::string* request) {
  std::string file;
  file.reserve(data.size() + content_type.size() + 16);
  if (!content_type.empty()) wire::AppendBytesField(file, 1, content_type);
  wire::AppendBytesField(file, 2, data);
  wire::AppendBytesField(*request, binding.body_field->number(), file);
}

}  // namespace rezon::gateway
