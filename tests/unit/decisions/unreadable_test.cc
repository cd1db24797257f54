#include "services/decisions/handlers/unreadable.h"

#include <gtest/gtest.h>

#include "services/decisions/reader/error.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

using reader::MakeReadError;
using reader::ReadFailure;

TEST(UnreadableTest, ReasonFieldAndSentenceReachTheCaller) {
  absl::Status status = Unreadable(MakeReadError(ReadFailure::kTruncated));
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(errors::Reason(status), "FILE_TRUNCATED");
  EXPECT_EQ(errors::Violations(status).at(0).path, "file");
  EXPECT_EQ(errors::MessageRu(status),
            reader::GetReadError(MakeReadError(ReadFailure::kTruncated))->message);
}

TEST(UnreadableTest, LimitsAndMissingConvertersKeepTheirCodes) {
  EXPECT_EQ(Unreadable(MakeReadError(ReadFailure::kBomb)).code(),
            absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(Unreadable(MakeReadError(ReadFailure::kConverterMissing)).code(),
            absl::StatusCode::kUnimplemented);
  EXPECT_EQ(errors::Reason(Unreadable(absl::InvalidArgumentError("x"))), "FILE_UNREADABLE");
}

}  // namespace
}  // namespace rezon::decisions
