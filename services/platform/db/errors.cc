#include "services/platform/db/errors.h"

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "services/platform/db/text.h"
#include "services/platform/errors/errors.h"

namespace rezon::db {
namespace {

constexpr absl::string_view kStateUrl = "rezon.db/sqlstate";
constexpr absl::string_view kConstraintUrl = "rezon.db/constraint";

// The text of the server may quote a caller's value, so only classes that the edge masks carry it.
absl::Status Canonical(std::string_view state, std::string_view message) {
  if (state == "23505") return errors::AlreadyExists("");
  if (state == "23503") {
    return errors::FailedPrecondition("REFERENCE_VIOLATED", "a row that others refer to is missing",
                                      "Запись, на которую ссылается изменение, отсутствует");
  }
  if (state == "40001" || state == "40P01") {
    return errors::Aborted("CONCURRENT_CHANGE", "concurrent changes collided; try again",
                           "Одновременные изменения помешали друг другу, повторите попытку");
  }
  if (state == "57014") return errors::DeadlineExceeded("the statement was cancelled");
  if (state == "55P03") {
    return errors::Unavailable("LOCK_TIMEOUT", "a lock was not available in time",
                               "Запись занята другой операцией, повторите попытку");
  }
  if (state == "42501") {
    return errors::PermissionDenied("DATABASE_DENIED", "the database refused the operation",
                                    "База данных отклонила операцию");
  }
  if (state == "23514" || state == "23502" || state.starts_with("22")) {
    return errors::InvalidArgument("VALUE_REFUSED", "a value does not fit its column",
                                   "Недопустимое значение");
  }
  if (state.starts_with("53")) {
    return errors::ResourceExhausted("DATABASE_RESOURCES", "the database is out of resources",
                                     "Недостаточно ресурсов базы данных", absl::Seconds(1));
  }
  if (state.starts_with("08") || state.starts_with("57P")) {
    return errors::Unavailable("DATABASE_UNAVAILABLE", "the database connection was lost",
                               "База данных недоступна", absl::Seconds(1));
  }
  return errors::Internal(absl::StrCat("SQLSTATE ", View(state), ": ", View(message)));
}

std::string Payload(const absl::Status& status, absl::string_view url) {
  auto payload = status.GetPayload(url);
  return payload ? std::string(*payload) : std::string();
}

}  // namespace

absl::Status StatusOf(std::string_view sqlstate, std::string_view constraint,
                      std::string_view message) {
  absl::Status status = Canonical(sqlstate, message);
  status.SetPayload(kStateUrl, absl::Cord(View(sqlstate)));
  if (!constraint.empty()) status.SetPayload(kConstraintUrl, absl::Cord(View(constraint)));
  return status;
}

std::string SqlState(const absl::Status& status) { return Payload(status, kStateUrl); }

std::string Constraint(const absl::Status& status) { return Payload(status, kConstraintUrl); }

bool Rerunnable(const absl::Status& status) {
  if (status.code() != absl::StatusCode::kAborted) return false;
  std::string state = SqlState(status);
  return state == "40001" || state == "40P01";
}

}  // namespace rezon::db
