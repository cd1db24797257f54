#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "gateway/transcode/jsoncheck.h"
#include "gateway/transcode/printer.h"
#include "gateway/transcode/request.h"
#include "gateway/transcode/template.h"
#include "gateway/transcode/text.h"
#include "rezon/echo/v1/echo.pb.h"
#include "tests/unit/gateway/echo_schema.h"

// Good inputs, damaged in thousands of ways. The seed is fixed: a failure comes again.
namespace rezon::gateway {
namespace {

constexpr int kRounds = 20000;

class Mutator {
 public:
  std::string Damage(std::string text) {
    const int times = 1 + static_cast<int>(random_() % 4);
    for (int i = 0; i < times; ++i) DamageOnce(&text);
    return text;
  }
  size_t Below(size_t n) { return random_() % n; }

 private:
  void DamageOnce(std::string* text) {
    static constexpr std::string_view kPieces[] = {
        "\"", "\\", "{",    "}",    "[",     "]",       ",",     ":", "0", "-",
        ".",  "e",  "null", "true", "\\u00", "\\ud800", "/",     "*", "%", "%2F",
        "&",  "=",  "\xD0", "\xFF", " ",     "name",    "parts", "1"};
    const size_t at = text->empty() ? 0 : Below(text->size() + 1);
    const std::string_view piece = kPieces[Below(std::size(kPieces))];
    switch (Below(4)) {
      case 0:
        text->insert(at, piece);
        break;
      case 1:
        text->erase(at, 1 + Below(3));
        break;
      case 2:
        if (at < text->size()) (*text)[at] = static_cast<char>(random_());
        break;
      default:
        text->insert(at, text->substr(at, Below(12)));
    }
  }
  std::mt19937 random_{20241122};
};

TEST(MutationTest, JsonThatPassesIsJson) {
  const auto* thing = EchoSchema::Get().schema->pool().FindMessageTypeByName("rezon.echo.v1.Thing");
  const std::string seeds[] = {
      R"({"name":"a","displayName":"П\u0440","big":"12","real":-1.5e+3,"flag":true,"part":null})",
      R"({"parts":[{"number":1},{"inner":{"text":"x"}}],"labels":{"k":"v"},"time":"2024-01-01"})"};
  Mutator mutator;
  int passed = 0;
  for (int i = 0; i < kRounds; ++i) {
    const std::string text = mutator.Damage(seeds[i % 2]);
    if (!CheckJson(text, thing).ok()) continue;
    ++passed;
    EXPECT_TRUE(nlohmann::json::accept(text)) << text;
    EXPECT_TRUE(IsUtf8(text));
  }
  EXPECT_GT(passed, 100);
}

TEST(MutationTest, RequestsThatPassAreMessages) {
  const auto& echo = EchoSchema::Get();
  Mutator mutator;
  int passed = 0;
  for (int i = 0; i < kRounds; ++i) {
    const std::string path = mutator.Below(2) == 0 ? "/v1/things" : mutator.Damage("/v1/things/1");
    const std::string query = mutator.Damage(
        "pageSize=50&filter=a%20%3D+1&colors=COLOR_RED&part.inner.number=-7&closed=true&numbers=1");
    const RouteMatch match = echo.bindings->router().Find("GET", path);
    if (match.binding == nullptr) continue;
    RequestParts parts;
    parts.query = query;
    auto request = BuildRequest(*echo.schema, *match.binding, match.values, parts);
    if (!request.ok()) {
      EXPECT_EQ(request.status().code(), absl::StatusCode::kInvalidArgument) << query;
      continue;
    }
    ++passed;
    rezon::echo::v1::ListThingsRequest list;
    rezon::echo::v1::GetThingRequest get;
    google::protobuf::Message& message =
        match.values.empty() ? static_cast<google::protobuf::Message&>(list) : get;
    EXPECT_TRUE(message.ParseFromString(*request)) << query;
  }
  EXPECT_GT(passed, 100);
}

TEST(MutationTest, TemplatesThatPassHaveWholeVariables) {
  Mutator mutator;
  for (int i = 0; i < kRounds; ++i) {
    const auto path = ParseTemplate(mutator.Damage("/v1/{point.name=resolutions/*/points/**}:do"));
    if (!path.ok()) continue;
    for (const auto& variable : path->variables) {
      EXPECT_LT(variable.begin, variable.end);
      EXPECT_LE(variable.end, path->segments.size());
    }
  }
}

TEST(MutationTest, DamagedMessagesArePrintedAsJsonOrRefused) {
  const auto& echo = EchoSchema::Get();
  Plans plans;
  const MessagePlan* plan =
      plans.Make(echo.schema->pool().FindMessageTypeByName("rezon.echo.v1.ListThingsResponse"));
  rezon::echo::v1::ListThingsResponse response;
  auto* thing = response.add_things();
  thing->set_name("things/1");
  thing->set_big(-5);
  thing->mutable_time()->set_seconds(1'700'000'000);
  (*thing->mutable_labels())["k"] = "v";
  response.mutable_request()->add_numbers(1);
  response.mutable_request()->mutable_read_mask()->add_paths("a_b");
  Mutator mutator;
  int printed = 0;
  for (int i = 0; i < kRounds; ++i) {
    std::string json;
    const std::string bytes = mutator.Damage(response.SerializeAsString());
    if (!PrintJson(*echo.schema, *plan, bytes, &json).ok()) continue;
    ++printed;
    EXPECT_TRUE(nlohmann::json::accept(json)) << json;
  }
  EXPECT_GT(printed, 100);
}

}  // namespace
}  // namespace rezon::gateway
