#include "gateway/transcode/response.h"

#include <google/api/httpbody.pb.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "rezon/echo/v1/echo.pb.h"
#include "tests/unit/gateway/echo_schema.h"

namespace rezon::gateway {
namespace {

namespace pb = rezon::echo::v1;

const Binding& BindingOf(const char* http_method, const char* path) {
  return *EchoSchema::Get().bindings->router().Find(http_method, path).binding;
}

TEST(ResponseTest, PrintsEveryFieldAndTheEtag) {
  pb::Thing thing;
  thing.set_name("things/1");
  thing.set_display_name("Приказ");
  thing.set_color(pb::Thing::COLOR_BLUE);
  thing.set_big(9007199254740993);
  thing.mutable_time()->set_seconds(1714521600);
  thing.set_etag("\"3\"");
  auto response = RenderResponse(*EchoSchema::Get().schema, BindingOf("GET", "/v1/things/1"),
                                 thing.SerializeAsString());
  ASSERT_TRUE(response.ok()) << response.status();
  EXPECT_EQ(response->content_type, "application/json; charset=utf-8");
  EXPECT_EQ(response->etag, "\"3\"");
  EXPECT_EQ(response->body.find('\n'), std::string::npos);
  const auto json = nlohmann::json::parse(response->body);
  EXPECT_EQ(json["displayName"], "Приказ");
  EXPECT_EQ(json["color"], "COLOR_BLUE");
  EXPECT_EQ(json["big"], "9007199254740993");
  EXPECT_EQ(json["time"], "2024-05-01T00:00:00Z");
  EXPECT_EQ(json["flag"], false);
  EXPECT_EQ(json["parts"], nlohmann::json::array());
  EXPECT_FALSE(json.contains("part"));
}

TEST(ResponseTest, HttpBodyIsSentAsItIs) {
  google::api::HttpBody body;
  body.set_content_type("text/csv");
  body.set_data(std::string("a;b\n\0\xFF", 6));
  auto response =
      RenderResponse(*EchoSchema::Get().schema, BindingOf("GET", "/v1/things/1:download"),
                     body.SerializeAsString());
  ASSERT_TRUE(response.ok()) << response.status();
  EXPECT_EQ(response->content_type, "text/csv");
  EXPECT_EQ(response->body, body.data());
}

TEST(ResponseTest, WhatJsonCannotSayIsInternal) {
  pb::Thing thing;
  thing.mutable_time()->set_seconds(1'000'000'000'000'000);
  auto response = RenderResponse(*EchoSchema::Get().schema, BindingOf("GET", "/v1/things/1"),
                                 thing.SerializeAsString());
  EXPECT_EQ(response.status().code(), absl::StatusCode::kInternal);
}

}  // namespace
}  // namespace rezon::gateway
