#include "services/platform/auth/token.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "services/platform/auth/base64.h"

namespace rezon::auth {
namespace {

using Json = nlohmann::json;

constexpr size_t kMaxToken = 16 * 1024;

absl::Status Malformed(std::string_view message) {
  return Unauthenticated("TOKEN_MALFORMED", message);
}

// A JSON object in base64url; a null value when it is anything else.
Json DecodeObject(std::string_view part) {
  auto text = Base64UrlDecode(part);
  if (!text) return nullptr;
  Json value = Json::parse(*text, nullptr, /*allow_exceptions=*/false);
  return value.is_object() ? value : Json(nullptr);
}

std::string TextClaim(const Json& claims, const char* name) {
  auto it = claims.find(name);
  return it != claims.end() && it->is_string() ? it->get<std::string>() : std::string();
}

// An absent claim is an empty list; one of another type than a list of strings is no value.
std::optional<std::vector<std::string>> ListClaim(const Json& claims, const char* name) {
  std::vector<std::string> list;
  auto it = claims.find(name);
  if (it == claims.end()) return list;
  if (!it->is_array()) return std::nullopt;
  for (const Json& item : *it) {
    if (!item.is_string()) return std::nullopt;
    list.push_back(item.get<std::string>());
  }
  return list;
}

std::optional<int64_t> TimeClaim(const Json& claims, const char* name) {
  auto it = claims.find(name);
  if (it == claims.end() || !it->is_number()) return std::nullopt;
  const double seconds = it->get<double>();
  // Bounds the cast, and refuses NaN, by what a 4-digit year can be.
  if (!(seconds >= 0 && seconds < 253402300800.0)) return std::nullopt;
  return static_cast<int64_t>(seconds);
}

bool AudienceHolds(const Json& claims, const std::string& wanted) {
  auto it = claims.find("aud");
  if (it == claims.end()) return false;
  if (it->is_string()) return *it == wanted;
  if (!it->is_array()) return false;
  for (const Json& item : *it) {
    if (item.is_string() && item == wanted) return true;
  }
  return false;
}

absl::Status CheckTimes(const Json& claims, const Expectations& expected, int64_t* expires_at) {
  const auto expires = TimeClaim(claims, "exp");
  if (!expires) return Unauthenticated("TOKEN_CLAIMS_INVALID", "the token has no valid exp");
  *expires_at = *expires;
  if (*expires + expected.leeway <= expected.now) {
    return Unauthenticated("TOKEN_EXPIRED", "the token has expired");
  }
  if (!claims.contains("nbf")) return absl::OkStatus();
  const auto not_before = TimeClaim(claims, "nbf");
  if (!not_before) return Unauthenticated("TOKEN_CLAIMS_INVALID", "nbf is not a time");
  if (*not_before - expected.leeway > expected.now) {
    return Unauthenticated("TOKEN_NOT_YET_VALID", "the token is not valid yet");
  }
  return absl::OkStatus();
}

absl::StatusOr<Principal> ToPrincipal(const Json& claims) {
  Principal principal;
  principal.subject = TextClaim(claims, "sub");
  principal.region = TextClaim(claims, "region");
  auto roles = ListClaim(claims, "roles");
  auto territories = ListClaim(claims, "territories");
  auto organisations = ListClaim(claims, "organisations");
  if (principal.subject.empty() || principal.region.empty() || !roles || !territories ||
      !organisations) {
    return Unauthenticated("TOKEN_CLAIMS_INVALID",
                           "sub and region must be texts, roles and scopes lists of texts");
  }
  principal.roles = *std::move(roles);
  principal.territories = *std::move(territories);
  principal.organisations = *std::move(organisations);
  return principal;
}

absl::Status ReadHeader(const Json& header, ParsedToken* parsed) {
  const std::string algorithm = TextClaim(header, "alg");
  if (algorithm == "EdDSA") {
    parsed->algorithm = Algorithm::kEdDsa;
  } else if (algorithm == "RS256") {
    parsed->algorithm = Algorithm::kRs256;
  } else {
    return Unauthenticated("TOKEN_ALGORITHM_REFUSED", "only EdDSA and RS256 are accepted");
  }
  if (header.contains("crit")) return Malformed("critical extensions are not understood");
  parsed->kid = TextClaim(header, "kid");
  if (parsed->kid.empty()) return Malformed("the token names no key");
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<ParsedToken> ParseToken(std::string_view token) {
  const size_t first = token.find('.');
  const size_t second = first == token.npos ? token.npos : token.find('.', first + 1);
  if (token.size() > kMaxToken || second == token.npos) return Malformed("not a compact JWS");
  const Json header = DecodeObject(token.substr(0, first));
  if (header.is_null()) return Malformed("the header is not a JSON object in base64url");
  ParsedToken parsed;
  if (auto status = ReadHeader(header, &parsed); !status.ok()) return status;
  auto signature = Base64UrlDecode(token.substr(second + 1));
  if (!signature) return Malformed("the signature is not base64url");
  parsed.signature = *std::move(signature);
  parsed.signed_part = token.substr(0, second);
  parsed.payload = token.substr(first + 1, second - first - 1);
  return parsed;
}

absl::StatusOr<Principal> ReadClaims(std::string_view payload, const Expectations& expected) {
  const Json claims = DecodeObject(payload);
  if (claims.is_null()) return Malformed("the claims are not a JSON object in base64url");
  if (TextClaim(claims, "iss") != expected.issuer) {
    return Unauthenticated("TOKEN_ISSUER_WRONG", "the token is of another issuer");
  }
  if (!AudienceHolds(claims, expected.audience)) {
    return Unauthenticated("TOKEN_AUDIENCE_WRONG", "the token is for another audience");
  }
  int64_t expires_at = 0;
  if (auto status = CheckTimes(claims, expected, &expires_at); !status.ok()) return status;
  auto principal = ToPrincipal(claims);
  if (principal.ok()) principal->expires_at = expires_at;
  return principal;
}

}  // namespace rezon::auth
