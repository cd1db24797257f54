#include "gateway/transcode/router.h"

#include <gtest/gtest.h>

#include "gateway/transcode/binding.h"

namespace rezon::gateway {
namespace {

class RouterTest : public testing::Test {
 protected:
  absl::Status Add(const char* http_method, const char* path) {
    auto parsed = ParseTemplate(path);
    EXPECT_TRUE(parsed.ok()) << parsed.status();
    auto& binding = bindings_.emplace_back(std::make_unique<Binding>());
    binding->http_method = http_method;
    binding->rpc_path = path;
    return router_.Add(http_method, *parsed, binding.get());
  }
  // The template that answers, and its values, as one text.
  std::string Find(const char* http_method, const char* path) const {
    const RouteMatch match = router_.Find(http_method, path);
    std::string text = match.binding == nullptr ? "-" : match.binding->rpc_path;
    for (const auto& value : match.values) text += " | " + value;
    for (const auto& allowed : match.allowed) text += " allow " + allowed;
    return text;
  }

  Router router_;
  std::vector<std::unique_ptr<Binding>> bindings_;
};

TEST_F(RouterTest, TakesTheMostLiteralTemplate) {
  ASSERT_TRUE(Add("GET", "/v1/{name=things/*}").ok());
  ASSERT_TRUE(Add("GET", "/v1/things/special").ok());
  ASSERT_TRUE(Add("GET", "/v1/{name=**}").ok());
  ASSERT_TRUE(Add("GET", "/v1/{name=things/*/parts/*}").ok());
  EXPECT_EQ(Find("GET", "/v1/things/1"), "/v1/{name=things/*} | things/1");
  EXPECT_EQ(Find("GET", "/v1/things/special"), "/v1/things/special");
  EXPECT_EQ(Find("GET", "/v1/things/special/parts/2"),
            "/v1/{name=things/*/parts/*} | things/special/parts/2");
  EXPECT_EQ(Find("GET", "/v1/a/b/c/d"), "/v1/{name=**} | a/b/c/d");
  EXPECT_EQ(Find("GET", "/v2/things/1"), "-");
}

TEST_F(RouterTest, VerbsAreNotPartsOfTheName) {
  ASSERT_TRUE(Add("POST", "/v1/{name=things/*}:close").ok());
  ASSERT_TRUE(Add("GET", "/v1/{name=things/*}").ok());
  ASSERT_TRUE(Add("GET", "/v1/things:search").ok());
  EXPECT_EQ(Find("POST", "/v1/things/1:close"), "/v1/{name=things/*}:close | things/1");
  EXPECT_EQ(Find("GET", "/v1/things:search"), "/v1/things:search");
  EXPECT_EQ(Find("GET", "/v1/things/1:other"), "/v1/{name=things/*} | things/1:other");
}

TEST_F(RouterTest, TellsWhichMethodsThereAre) {
  ASSERT_TRUE(Add("GET", "/v1/{name=things/*}").ok());
  ASSERT_TRUE(Add("DELETE", "/v1/{name=things/*}").ok());
  EXPECT_EQ(Find("PUT", "/v1/things/1"), "- allow DELETE allow GET");
  EXPECT_EQ(Find("PUT", "/v1/nothing/1"), "-");
}

TEST_F(RouterTest, RefusesTwoRulesOnOnePath) {
  ASSERT_TRUE(Add("GET", "/v1/{name=things/*}").ok());
  EXPECT_TRUE(Add("POST", "/v1/{name=things/*}").ok());
  EXPECT_TRUE(Add("GET", "/v1/{name=things/*}:open").ok());
  EXPECT_EQ(Add("GET", "/v1/{parent=things/*}").code(), absl::StatusCode::kAlreadyExists);
  EXPECT_EQ(Add("GET", "/v1/things/{id}").code(), absl::StatusCode::kAlreadyExists);
}

TEST_F(RouterTest, DecodesSegmentsAndRefusesHiddenOnes) {
  ASSERT_TRUE(Add("GET", "/v1/{name=things/*}").ok());
  EXPECT_EQ(Find("GET", "/v1/things/%D0%B0+b"), "/v1/{name=things/*} | things/а+b");
  for (const char* path : {"/v1/things/a%2Fb", "/v1/things/%00", "/v1/things/%FF", "/v1/things/%4",
                           "/v1/things/", "/v1//things/1", "/v1/things/1/", "", "v1/things/1"}) {
    EXPECT_EQ(Find("GET", path), "-") << path;
  }
}

}  // namespace
}  // namespace rezon::gateway
