#include "services/decisions/handlers/unreadable.h"

#include <string>

#include "absl/strings/cord.h"
#include "services/decisions/reader/error.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

void CopyDetails(const absl::Status& from, absl::Status& to) {
  from.ForEachPayload([&to](absl::string_view url, const absl::Cord& payload) {
    if (!to.GetPayload(url)) to.SetPayload(url, payload);
  });
}

}  // namespace

absl::Status Unreadable(const absl::Status& status) {
  const auto failure = reader::GetReadError(status);
  const std::string reason = failure ? failure->reason : "FILE_UNREADABLE";
  const std::string russian = failure ? failure->message : "Файл не удалось прочитать.";
  const std::string english(status.message());
  const bool keep = status.code() == absl::StatusCode::kUnimplemented ||
                    status.code() == absl::StatusCode::kDeadlineExceeded ||
                    status.code() == absl::StatusCode::kResourceExhausted;
  absl::Status answer(keep ? status.code() : absl::StatusCode::kInvalidArgument, english);
  CopyDetails(errors::InvalidArgument(reason, english, russian), answer);
  CopyDetails(errors::InvalidField("file", english, russian), answer);
  return answer;
}

}  // namespace rezon::decisions
