#include <array>
#include <utility>

#include "services/platform/auth/token.h"
#include "services/platform/errors/errors.h"

namespace rezon::auth {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kRussian{{
    {"TOKEN_MISSING", "Войдите в систему: запрос пришёл без пропуска (токена)."},
    {"TOKEN_EXPIRED", "Срок входа истёк, войдите в систему заново."},
    {"TOKEN_NOT_YET_VALID", "Пропуск (токен) ещё не действует, проверьте часы."},
    {"TOKEN_AUDIENCE_WRONG", "Пропуск (токен) выдан для другой системы."},
}};
constexpr std::string_view kDefaultRussian = "Пропуск (токен) не принят, войдите в систему заново.";

}  // namespace

absl::Status Unauthenticated(std::string_view reason, std::string_view message) {
  std::string_view russian = kDefaultRussian;
  for (const auto& [known, text] : kRussian) {
    if (known == reason) russian = text;
  }
  return errors::WithDomain(errors::Unauthenticated(reason, message, russian), "rezon.auth");
}

}  // namespace rezon::auth
