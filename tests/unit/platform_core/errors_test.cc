#include "services/platform/errors/errors.h"

#include <gmock/gmock.h>
#include <grpcpp/support/status.h>
#include <gtest/gtest.h>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "services/platform/errors/grpc.h"

namespace rezon::errors {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Errors, FieldViolationsTravelBothWays) {
  const absl::Status status =
      InvalidArgument({{"page_size", "must not be negative", "Размер страницы отрицателен"},
                       {"filter", "is too long", "Фильтр слишком длинный"}});
  const grpc::Status wire = ToGrpc(status, "rezon.registry");
  EXPECT_EQ(wire.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  google::rpc::Status details;
  ASSERT_TRUE(details.ParseFromString(wire.error_details()));
  EXPECT_EQ(details.code(), 3);
  ASSERT_EQ(details.details_size(), 3);
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(details.details(0).UnpackTo(&info));
  EXPECT_EQ(info.domain(), "rezon.registry");

  const absl::Status back = FromGrpc(wire);
  EXPECT_EQ(back.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(Reason(back), "INVALID_FIELDS");
  EXPECT_EQ(Domain(back), "rezon.registry");
  ASSERT_EQ(Violations(back).size(), 2u);
  EXPECT_EQ(Violations(back)[0].path, "page_size");
  EXPECT_THAT(MessageRu(back), HasSubstr("Фильтр слишком длинный"));
}

TEST(Errors, ReasonMetadataAndRetrySurvive) {
  const absl::Status aborted = FromGrpc(ToGrpc(EtagMismatch("assignments/1", "\"7\""), "d"));
  EXPECT_EQ(aborted.code(), absl::StatusCode::kAborted);
  EXPECT_EQ(Reason(aborted), "ETAG_MISMATCH");
  EXPECT_EQ(MetadataValue(aborted, "etag"), "\"7\"");
  EXPECT_EQ(MetadataValue(aborted, "none"), "");
  const absl::Status full =
      FromGrpc(ToGrpc(ResourceExhausted("QUEUE_FULL", "full", "занято", absl::Seconds(2)), "d"));
  EXPECT_EQ(RetryAfter(full), absl::Seconds(2));
}

TEST(Errors, OwnDomainIsKept) {
  const absl::Status status =
      WithDomain(Unauthenticated("TOKEN_EXPIRED", "expired", "истёк"), "rezon.auth");
  EXPECT_EQ(Domain(FromGrpc(ToGrpc(status, "rezon.registry"))), "rezon.auth");
}

TEST(Errors, InternalTextIsMaskedByAReference) {
  for (const auto& secret : {Internal("password=hunter2"), absl::UnknownError("password=hunter2"),
                             absl::DataLossError("password=hunter2")}) {
    const grpc::Status wire = ToGrpc(secret, "rezon.registry");
    EXPECT_THAT(wire.error_message(), Not(HasSubstr("hunter2")));
    EXPECT_THAT(wire.error_details(), Not(HasSubstr("hunter2")));
    const std::string reference = MetadataValue(FromGrpc(wire), "reference");
    EXPECT_EQ(reference.size(), 36u);
    EXPECT_THAT(wire.error_message(), HasSubstr(reference));
  }
}

TEST(Errors, PlainStatusGetsAnErrorInfo) {
  const absl::Status back = FromGrpc(ToGrpc(absl::NotFoundError("gone"), "rezon.x"));
  EXPECT_EQ(Reason(back), "NOT_FOUND");
  EXPECT_EQ(Domain(back), "rezon.x");
}

TEST(Errors, DetailsStayBelowTheLimit) {
  std::vector<FieldViolation> many;
  for (int i = 0; i < 500; ++i) {
    many.push_back({"rows[" + std::to_string(i) + "].inn", "check digit is wrong",
                    "Контрольная цифра ИНН не сходится"});
  }
  const grpc::Status wire = ToGrpc(InvalidArgument(many), "rezon.registry");
  EXPECT_LE(wire.error_details().size(), kMaxDetailsBytes);
  const absl::Status back = FromGrpc(wire);
  EXPECT_GT(Violations(back).size(), 10u);
  EXPECT_EQ(MetadataValue(back, "omitted"), std::to_string(500 - Violations(back).size()));
  google::rpc::Status parsed;
  EXPECT_TRUE(parsed.ParseFromString(wire.error_details()));
}

TEST(Errors, OkStaysOk) {
  EXPECT_TRUE(ToGrpc(absl::OkStatus(), "d").ok());
  EXPECT_TRUE(FromGrpc(grpc::Status::OK).ok());
}

}  // namespace
}  // namespace rezon::errors
