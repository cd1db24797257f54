#include "services/platform/errors/errors.h"

#include <google/protobuf/util/time_util.h>

#include "absl/strings/cord.h"
#include "google/rpc/error_details.pb.h"

namespace rezon::errors {
namespace {

// Debian's Abseil has a string_view of its own, so its StrCat does not take std::string_view.
template <typename... Parts>
std::string Cat(const Parts&... parts) {
  std::string text;
  (text.append(parts), ...);
  return text;
}

template <typename Detail>
std::string TypeUrl() {
  return Cat("type.googleapis.com/", Detail::descriptor()->full_name());
}

template <typename Detail>
void Attach(absl::Status& status, const Detail& detail) {
  status.SetPayload(TypeUrl<Detail>(), absl::Cord(detail.SerializeAsString()));
}

template <typename Detail>
Detail Read(const absl::Status& status) {
  Detail detail;
  if (auto payload = status.GetPayload(TypeUrl<Detail>())) {
    detail.ParseFromString(std::string(*payload));
  }
  return detail;
}

absl::Status Make(absl::StatusCode code, std::string_view reason, std::string_view en,
                  std::string_view ru, const Metadata& metadata = {}) {
  absl::Status status(code, absl::string_view(en.data(), en.size()));
  google::rpc::ErrorInfo info;
  info.set_reason(std::string(reason));
  for (const auto& [key, value] : metadata) (*info.mutable_metadata())[key] = value;
  Attach(status, info);
  if (!ru.empty()) {
    google::rpc::LocalizedMessage message;
    message.set_locale("ru");
    message.set_message(std::string(ru));
    Attach(status, message);
  }
  return status;
}

absl::Status WithResource(absl::Status status, std::string_view resource) {
  google::rpc::ResourceInfo info;
  info.set_resource_type(std::string(resource.substr(0, resource.find('/'))));
  info.set_resource_name(std::string(resource));
  Attach(status, info);
  return status;
}

absl::Status WithRetry(absl::Status status, absl::Duration after) {
  if (after <= absl::ZeroDuration()) return status;
  google::rpc::RetryInfo info;
  *info.mutable_retry_delay() =
      google::protobuf::util::TimeUtil::NanosecondsToDuration(absl::ToInt64Nanoseconds(after));
  Attach(status, info);
  return status;
}

}  // namespace

absl::Status InvalidArgument(const std::vector<FieldViolation>& violations) {
  std::string en, ru;
  google::rpc::BadRequest details;
  for (const FieldViolation& violation : violations) {
    auto* entry = details.add_field_violations();
    entry->set_field(violation.path);
    entry->set_description(violation.en);
    if (en.empty()) en = Cat(violation.path, " ", violation.en);
    if (!violation.ru.empty()) ru += Cat(ru.empty() ? "" : "; ", violation.ru);
  }
  if (violations.size() > 1) en += Cat(" (and ", std::to_string(violations.size() - 1), " more)");
  absl::Status status = Make(absl::StatusCode::kInvalidArgument, "INVALID_FIELDS", en, ru);
  Attach(status, details);
  return status;
}

absl::Status InvalidField(std::string_view path, std::string_view en, std::string_view ru) {
  return InvalidArgument({{std::string(path), std::string(en), std::string(ru)}});
}

absl::Status InvalidArgument(std::string_view reason, std::string_view en, std::string_view ru,
                             const Metadata& metadata) {
  return Make(absl::StatusCode::kInvalidArgument, reason, en, ru, metadata);
}

absl::Status NotFound(std::string_view resource) {
  return WithResource(
      Make(absl::StatusCode::kNotFound, "RESOURCE_NOT_FOUND", Cat(resource, " not found"),
           Cat("Не найдено: ", resource), {{"resource", std::string(resource)}}),
      resource);
}

absl::Status AlreadyExists(std::string_view resource) {
  return WithResource(
      Make(absl::StatusCode::kAlreadyExists, "RESOURCE_EXISTS", Cat(resource, " already exists"),
           Cat("Уже существует: ", resource), {{"resource", std::string(resource)}}),
      resource);
}

absl::Status Aborted(std::string_view reason, std::string_view en, std::string_view ru,
                     const Metadata& metadata) {
  return Make(absl::StatusCode::kAborted, reason, en, ru, metadata);
}

absl::Status EtagMismatch(std::string_view resource, std::string_view current_etag) {
  Metadata metadata = {{"resource", std::string(resource)}};
  if (!current_etag.empty()) metadata.emplace_back("etag", std::string(current_etag));
  return Aborted("ETAG_MISMATCH", Cat(resource, " has changed: etag does not match"),
                 "Запись изменилась с тех пор, как вы её открыли. Обновите её и повторите",
                 metadata);
}

absl::Status FailedPrecondition(std::string_view reason, std::string_view en, std::string_view ru,
                                const Metadata& metadata) {
  return Make(absl::StatusCode::kFailedPrecondition, reason, en, ru, metadata);
}

absl::Status OutOfRange(std::string_view reason, std::string_view en, std::string_view ru,
                        const Metadata& metadata) {
  return Make(absl::StatusCode::kOutOfRange, reason, en, ru, metadata);
}

absl::Status ResourceExhausted(std::string_view reason, std::string_view en, std::string_view ru,
                               absl::Duration retry_after) {
  return WithRetry(Make(absl::StatusCode::kResourceExhausted, reason, en, ru), retry_after);
}

absl::Status Unavailable(std::string_view reason, std::string_view en, std::string_view ru,
                         absl::Duration retry_after) {
  return WithRetry(Make(absl::StatusCode::kUnavailable, reason, en, ru), retry_after);
}

absl::Status PermissionDenied(std::string_view reason, std::string_view en, std::string_view ru) {
  return Make(absl::StatusCode::kPermissionDenied, reason, en, ru);
}

absl::Status Unauthenticated(std::string_view reason, std::string_view en, std::string_view ru) {
  return Make(absl::StatusCode::kUnauthenticated, reason, en, ru);
}

absl::Status DeadlineExceeded(std::string_view en) {
  return Make(absl::StatusCode::kDeadlineExceeded, "DEADLINE_EXCEEDED", en,
              "Время ожидания истекло. Повторите запрос");
}

absl::Status Cancelled(std::string_view en) {
  return Make(absl::StatusCode::kCancelled, "CANCELLED", en, "Запрос отменён");
}

absl::Status Internal(std::string_view text) {
  return absl::InternalError(absl::string_view(text.data(), text.size()));
}

absl::Status WithDomain(absl::Status status, std::string_view domain) {
  if (status.ok()) return status;
  auto info = Read<google::rpc::ErrorInfo>(status);
  info.set_domain(std::string(domain));
  Attach(status, info);
  return status;
}

std::string Reason(const absl::Status& status) {
  return Read<google::rpc::ErrorInfo>(status).reason();
}

std::string Domain(const absl::Status& status) {
  return Read<google::rpc::ErrorInfo>(status).domain();
}

std::string MetadataValue(const absl::Status& status, std::string_view key) {
  const auto info = Read<google::rpc::ErrorInfo>(status);
  auto found = info.metadata().find(std::string(key));
  return found == info.metadata().end() ? "" : found->second;
}

std::vector<FieldViolation> Violations(const absl::Status& status) {
  std::vector<FieldViolation> out;
  const auto details = Read<google::rpc::BadRequest>(status);
  for (const auto& entry : details.field_violations()) {
    out.push_back({entry.field(), entry.description(), ""});
  }
  return out;
}

std::string MessageRu(const absl::Status& status) {
  return Read<google::rpc::LocalizedMessage>(status).message();
}

absl::Duration RetryAfter(const absl::Status& status) {
  const google::protobuf::Duration delay = Read<google::rpc::RetryInfo>(status).retry_delay();
  return absl::Seconds(delay.seconds()) + absl::Nanoseconds(delay.nanos());
}

}  // namespace rezon::errors
