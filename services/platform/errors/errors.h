#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"

// Makers of the errors that leave a service. Each gives an absl::Status whose payloads are
// google.rpc details (ErrorInfo always; BadRequest, ResourceInfo, RetryInfo, LocalizedMessage where
// they help), so that the one converter of errors/grpc.h, or a test, can read them. This library
// needs no gRPC. Texts: `en` is short English for programmers (the status message), `ru` is what a
// clerk reads. Thread-safe: plain functions.
namespace rezon::errors {

// One wrong field of a request.
struct FieldViolation {
  // Path from the request's root as in the proto, such as "page_size" or "rows[3].inn".
  std::string path;
  // What is wrong, English.
  std::string en;
  // The same in Russian; may be empty.
  std::string ru;
};

// Keys are lower_snake_case; values must not hold personal data.
using Metadata = std::vector<std::pair<std::string, std::string>>;

// INVALID_ARGUMENT, reason INVALID_FIELDS, one BadRequest entry a violation.
absl::Status InvalidArgument(const std::vector<FieldViolation>& violations);
// The same for one field.
absl::Status InvalidField(std::string_view path, std::string_view en, std::string_view ru);
// INVALID_ARGUMENT with a reason of its own, for input that is wrong as a whole.
absl::Status InvalidArgument(std::string_view reason, std::string_view en, std::string_view ru,
                             const Metadata& metadata = {});
// NOT_FOUND, reason RESOURCE_NOT_FOUND, with ResourceInfo. Also the answer for a foreign row.
absl::Status NotFound(std::string_view resource);
// ALREADY_EXISTS, reason RESOURCE_EXISTS, with ResourceInfo.
absl::Status AlreadyExists(std::string_view resource);
// ABORTED: the caller read something that has changed since.
absl::Status Aborted(std::string_view reason, std::string_view en, std::string_view ru,
                     const Metadata& metadata = {});
// ABORTED, reason ETAG_MISMATCH; metadata "resource" and, when known, "etag" (the current one).
absl::Status EtagMismatch(std::string_view resource, std::string_view current_etag = {});
// FAILED_PRECONDITION: a forbidden move of state and the like.
absl::Status FailedPrecondition(std::string_view reason, std::string_view en, std::string_view ru,
                                const Metadata& metadata = {});
// OUT_OF_RANGE: for example a feed cursor older than what is kept.
absl::Status OutOfRange(std::string_view reason, std::string_view en, std::string_view ru,
                        const Metadata& metadata = {});
// RESOURCE_EXHAUSTED with RetryInfo when `retry_after` is positive.
absl::Status ResourceExhausted(std::string_view reason, std::string_view en, std::string_view ru,
                               absl::Duration retry_after = absl::ZeroDuration());
// UNAVAILABLE with RetryInfo when `retry_after` is positive.
absl::Status Unavailable(std::string_view reason, std::string_view en, std::string_view ru,
                         absl::Duration retry_after = absl::ZeroDuration());
absl::Status PermissionDenied(std::string_view reason, std::string_view en, std::string_view ru);
absl::Status Unauthenticated(std::string_view reason, std::string_view en, std::string_view ru);
// Reasons DEADLINE_EXCEEDED and CANCELLED.
absl::Status DeadlineExceeded(std::string_view en);
absl::Status Cancelled(std::string_view en);
// INTERNAL. `text` is for the log only: the edge replaces it by a reference.
absl::Status Internal(std::string_view text);

// The same status with ErrorInfo.domain set; without it the edge writes the service's own domain.
absl::Status WithDomain(absl::Status status, std::string_view domain);

// Readers, for decisions on a reason and for tests. Empty when the status carries no such detail.
std::string Reason(const absl::Status& status);
std::string Domain(const absl::Status& status);
std::string MetadataValue(const absl::Status& status, std::string_view key);
// `ru` is empty here: the wire carries Russian texts together in LocalizedMessage.
std::vector<FieldViolation> Violations(const absl::Status& status);
std::string MessageRu(const absl::Status& status);
// Zero when there is no RetryInfo.
absl::Duration RetryAfter(const absl::Status& status);

}  // namespace rezon::errors
