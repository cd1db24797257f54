#include "gateway/auth/local_issuer.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "services/platform/errors/errors.h"

namespace rezon::gateway {
namespace {

using JsonValue = nlohmann::json;

constexpr int64_t kLongest = 7 * 24 * 3600;

absl::Status Wrong(const std::string& field, const char* en, const char* ru) {
  return errors::InvalidField(field, en, ru);
}

std::optional<std::vector<std::string>> Texts(const JsonValue& value) {
  if (!value.is_array()) return std::nullopt;
  std::vector<std::string> texts;
  for (const JsonValue& item : value) {
    if (!item.is_string()) return std::nullopt;
    texts.push_back(item.get<std::string>());
  }
  return texts;
}

absl::Status ReadMember(const std::string& name, const JsonValue& value,
                        auth::TokenRequest* request) {
  std::vector<std::string>* list = name == "roles"           ? &request->roles
                                   : name == "territories"   ? &request->territories
                                   : name == "organisations" ? &request->organisations
                                                             : nullptr;
  std::string* text = name == "subject"  ? &request->subject
                      : name == "region" ? &request->region
                                         : nullptr;
  if (list != nullptr) {
    auto texts = Texts(value);
    if (!texts) return Wrong(name, "must be a list of texts", "должен быть список строк");
    *list = *std::move(texts);
  } else if (text != nullptr) {
    if (!value.is_string()) return Wrong(name, "must be a text", "должна быть строка");
    *text = value.get<std::string>();
  } else if (name == "lifetimeSeconds") {
    if (!value.is_number_integer() || value.get<int64_t>() < 1 || value.get<int64_t>() > kLongest) {
      return Wrong(name, "must be from 1 to 604800", "должно быть от 1 до 604800");
    }
    request->lifetime = std::chrono::seconds(value.get<int64_t>());
  } else {
    return Wrong(name, "unknown field", "неизвестное поле");
  }
  return absl::OkStatus();
}

}  // namespace

LocalIssuer::LocalIssuer(std::unique_ptr<auth::Signer> signer) : signer_(std::move(signer)) {}

std::string LocalIssuer::Jwks() const { return signer_->Jwks(); }

absl::StatusOr<std::string> LocalIssuer::Issue(std::string_view body) const {
  const JsonValue json = JsonValue::parse(body, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) {
    return errors::InvalidArgument("JSON_MALFORMED", "the body is not a JSON object",
                                   "Тело запроса не является объектом JSON.");
  }
  auth::TokenRequest request;
  for (const auto& [name, value] : json.items()) {
    if (auto status = ReadMember(name, value, &request); !status.ok()) return status;
  }
  if (request.subject.empty()) return Wrong("subject", "is required", "обязательное поле");
  if (request.region.empty()) return Wrong("region", "is required", "обязательное поле");
  auto token = signer_->Sign(request);
  if (!token.ok()) return token.status();
  return JsonValue{{"token", *token}, {"expiresInSeconds", request.lifetime.count()}}.dump();
}

}  // namespace rezon::gateway
