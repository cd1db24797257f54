#include "gateway/transcode/error.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "services/platform/errors/errors.h"
#include "tests/unit/gateway/echo_schema.h"

namespace rezon::gateway {
namespace {

using Json = nlohmann::json;

Json DetailOf(const Json& error, const std::string& type) {
  for (const auto& detail : error["error"]["details"]) {
    if (detail["@type"] == "type.googleapis.com/google.rpc." + type) return detail;
  }
  return nullptr;
}

TEST(ErrorTest, CodesMapAsTheDesignSays) {
  using Code = absl::StatusCode;
  const std::pair<Code, int> cases[] = {
      {Code::kInvalidArgument, 400},   {Code::kFailedPrecondition, 400}, {Code::kOutOfRange, 400},
      {Code::kUnauthenticated, 401},   {Code::kPermissionDenied, 403},   {Code::kNotFound, 404},
      {Code::kAborted, 409},           {Code::kAlreadyExists, 409},      {Code::kCancelled, 499},
      {Code::kResourceExhausted, 429}, {Code::kUnimplemented, 501},      {Code::kUnavailable, 503},
      {Code::kDeadlineExceeded, 504},  {Code::kInternal, 500},           {Code::kUnknown, 500},
      {Code::kDataLoss, 500}};
  for (const auto& [code, http] : cases) EXPECT_EQ(HttpStatus(code), http);
}

TEST(ErrorTest, CarriesDetailsAsJson) {
  const auto status = errors::WithDomain(
      errors::InvalidField("rows[3].inn", "wrong check digit", "неверное контрольное число"),
      "rezon.registry");
  const Json json = Json::parse(ErrorJson(*EchoSchema::Get().schema, status, "ru"));
  EXPECT_EQ(json["error"]["code"], 400);
  EXPECT_EQ(json["error"]["status"], "INVALID_ARGUMENT");
  EXPECT_EQ(DetailOf(json, "ErrorInfo")["reason"], "INVALID_FIELDS");
  EXPECT_EQ(DetailOf(json, "ErrorInfo")["domain"], "rezon.registry");
  EXPECT_EQ(DetailOf(json, "BadRequest")["fieldViolations"][0]["field"], "rows[3].inn");
  EXPECT_EQ(DetailOf(json, "LocalizedMessage")["locale"], "ru");
}

TEST(ErrorTest, SpeaksEnglishToThoseWhoAsk) {
  const auto status = errors::FailedPrecondition("ADOPTED", "already adopted", "уже принята");
  const Json json = Json::parse(ErrorJson(*EchoSchema::Get().schema, status, "en"));
  EXPECT_EQ(DetailOf(json, "LocalizedMessage")["message"], "already adopted");
  EXPECT_EQ(DetailOf(json, "LocalizedMessage")["locale"], "en");
}

TEST(ErrorTest, DetailsOfUnknownTypesAreLeftOut) {
  absl::Status status = absl::NotFoundError("gone \"away\"\n");
  status.SetPayload("type.googleapis.com/no.such.Type", absl::Cord("\x0A\x01x"));
  const Json json = Json::parse(ErrorJson(*EchoSchema::Get().schema, status, "ru"));
  EXPECT_EQ(json["error"]["details"], Json::array());
  EXPECT_EQ(json["error"]["message"], "gone \"away\"\n");
}

TEST(ErrorTest, LanguageByPreference) {
  EXPECT_EQ(PreferredLanguage(""), "ru");
  EXPECT_EQ(PreferredLanguage("de"), "ru");
  EXPECT_EQ(PreferredLanguage("en-US,en;q=0.9"), "en");
  EXPECT_EQ(PreferredLanguage("en;q=0.5, ru;q=0.8"), "ru");
  EXPECT_EQ(PreferredLanguage("ru;q=0.3,EN-gb;q=0.4"), "en");
}

}  // namespace
}  // namespace rezon::gateway
