#include "gateway/transcode/binding.h"

#include <utility>

#include "absl/strings/match.h"
#include "google/api/annotations.pb.h"

namespace rezon::gateway {
namespace {

namespace pb = google::protobuf;

constexpr char kHttpBody[] = "google.api.HttpBody";
constexpr char kFieldMask[] = "google.protobuf.FieldMask";

bool IsMessage(const pb::FieldDescriptor* field, const char* full_name) {
  return field != nullptr && field->message_type() != nullptr && !field->is_repeated() &&
         field->message_type()->full_name() == full_name;
}

const pb::FieldDescriptor* TextField(const pb::Descriptor* message, const char* name) {
  const auto* field = message->FindFieldByName(name);
  const bool text = field != nullptr && field->type() == pb::FieldDescriptor::TYPE_STRING;
  return text && !field->is_repeated() ? field : nullptr;
}

absl::Status Wrong(const Binding& binding, const std::string& what) {
  return absl::InvalidArgumentError(binding.method->full_name() + ": " + what);
}

// The HTTP method and template of a rule.
bool ReadPattern(const google::api::HttpRule& rule, std::string* http_method, std::string* path) {
  switch (rule.pattern_case()) {
    case google::api::HttpRule::kGet:
      *http_method = "GET", *path = rule.get();
      return true;
    case google::api::HttpRule::kPut:
      *http_method = "PUT", *path = rule.put();
      return true;
    case google::api::HttpRule::kPost:
      *http_method = "POST", *path = rule.post();
      return true;
    case google::api::HttpRule::kDelete:
      *http_method = "DELETE", *path = rule.delete_();
      return true;
    case google::api::HttpRule::kPatch:
      *http_method = "PATCH", *path = rule.patch();
      return true;
    case google::api::HttpRule::kCustom:
      *http_method = rule.custom().kind(), *path = rule.custom().path();
      return true;
    default:
      return false;
  }
}

absl::Status ReadBody(const std::string& body, Binding* binding) {
  if (body == "*") {
    binding->body_is_request = true;
  } else if (!body.empty()) {
    binding->body_field = binding->method->input_type()->FindFieldByName(body);
    if (binding->body_field == nullptr || binding->body_field->is_repeated() ||
        binding->body_field->message_type() == nullptr) {
      return Wrong(*binding, "the body must be a singular message field");
    }
  }
  return absl::OkStatus();
}

absl::Status ReadKind(Binding* binding) {
  const auto* method = binding->method;
  const bool raw_body = IsMessage(binding->body_field, kHttpBody);
  if (raw_body != method->client_streaming() || (raw_body && method->server_streaming())) {
    return Wrong(*binding, "a client stream needs an HttpBody as its body, and only that");
  }
  binding->kind = raw_body                     ? Binding::Kind::kUpload
                  : method->server_streaming() ? Binding::Kind::kServerStream
                                               : Binding::Kind::kUnary;
  binding->raw_response = method->output_type()->full_name() == kHttpBody;
  return absl::OkStatus();
}

absl::Status ReadVariables(Binding* binding) {
  for (const auto& variable : binding->path.variables) {
    FieldPath path = ResolveFieldPath(binding->method->input_type(), variable.field_path);
    if (path.empty() || path.back()->type() != pb::FieldDescriptor::TYPE_STRING ||
        path.back()->is_repeated()) {
      return Wrong(*binding, "a path variable is not a text field of the request");
    }
    binding->variables.push_back(std::move(path));
  }
  return absl::OkStatus();
}

void ReadStandardFields(Binding* binding) {
  const auto* input = binding->method->input_type();
  if (const auto* etag = TextField(input, "etag")) {
    binding->etag = {etag};
  } else if (binding->body_field != nullptr) {
    const auto* inner = TextField(binding->body_field->message_type(), "etag");
    if (inner != nullptr) binding->etag = {binding->body_field, inner};
  }
  binding->request_id = TextField(input, "request_id");
  const auto* mask = input->FindFieldByName("update_mask");
  if (IsMessage(mask, kFieldMask)) binding->update_mask = mask;
  const auto* etag = TextField(binding->method->output_type(), "etag");
  binding->response_etag = etag == nullptr ? 0 : etag->number();
}

absl::StatusOr<std::unique_ptr<Binding>> MakeBinding(const pb::MethodDescriptor* method,
                                                     const google::api::HttpRule& rule) {
  auto binding = std::make_unique<Binding>();
  binding->method = method;
  binding->rpc_path = "/" + method->service()->full_name() + "/" + method->name();
  binding->package = method->file()->package();
  std::string path;
  if (!ReadPattern(rule, &binding->http_method, &path)) return Wrong(*binding, "has an empty rule");
  if (!rule.response_body().empty()) return Wrong(*binding, "response_body is not offered");
  auto parsed = ParseTemplate(path);
  if (!parsed.ok()) return Wrong(*binding, std::string(parsed.status().message()));
  binding->path = *std::move(parsed);
  binding->route = std::move(path);
  if (auto status = ReadBody(rule.body(), binding.get()); !status.ok()) return status;
  if (auto status = ReadKind(binding.get()); !status.ok()) return status;
  if (auto status = ReadVariables(binding.get()); !status.ok()) return status;
  ReadStandardFields(binding.get());
  return binding;
}

// A method's rule and its additional ones.
std::vector<google::api::HttpRule> RulesOf(const pb::MethodDescriptor* method) {
  if (!method->options().HasExtension(google::api::http)) return {};
  google::api::HttpRule rule = method->options().GetExtension(google::api::http);
  std::vector<google::api::HttpRule> rules(rule.additional_bindings().begin(),
                                           rule.additional_bindings().end());
  rule.clear_additional_bindings();
  rules.insert(rules.begin(), std::move(rule));
  return rules;
}

}  // namespace

const pb::FieldDescriptor* FindField(const pb::Descriptor* message, const std::string& name) {
  const auto* field = message->FindFieldByName(name);
  if (field == nullptr) field = message->FindFieldByCamelcaseName(name);
  return field;
}

FieldPath ResolveFieldPath(const pb::Descriptor* message, const std::vector<std::string>& names) {
  FieldPath path;
  for (const auto& name : names) {
    if (message == nullptr) return {};
    const auto* field = FindField(message, name);
    if (field == nullptr) return {};
    path.push_back(field);
    message = field->is_repeated() ? nullptr : field->message_type();
  }
  return path;
}

absl::StatusOr<std::unique_ptr<Bindings>> Bindings::Build(const Schema& schema) {
  auto bindings = std::make_unique<Bindings>();
  for (const auto* service : schema.services()) {
    if (absl::StartsWith(service->file()->package(), "rezon.feed.")) continue;
    for (int i = 0; i < service->method_count(); ++i) {
      for (const auto& rule : RulesOf(service->method(i))) {
        auto binding = MakeBinding(service->method(i), rule);
        if (!binding.ok()) return binding.status();
        auto status =
            bindings->router_.Add((*binding)->http_method, (*binding)->path, binding->get());
        if (!status.ok()) return Wrong(**binding, std::string(status.message()));
        (*binding)->response = bindings->plans_.Make(service->method(i)->output_type());
        bindings->bindings_.push_back(*std::move(binding));
      }
    }
  }
  if (bindings->bindings_.empty()) {
    return absl::InvalidArgumentError("the descriptor set holds no HTTP rule");
  }
  return bindings;
}

}  // namespace rezon::gateway
