#include "gateway/transcode/binding.h"

#include <google/protobuf/descriptor.pb.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "google/api/annotations.pb.h"
#include "tests/unit/gateway/echo_schema.h"

namespace rezon::gateway {
namespace {

namespace pb = google::protobuf;

// The tests' contract with the HTTP rule of one method changed.
absl::Status BuildWith(const std::string& method, const google::api::HttpRule& rule,
                       const std::string& package = "") {
  std::ifstream file(REZON_ECHO_DESCRIPTORS, std::ios::binary);
  pb::FileDescriptorSet set;
  EXPECT_TRUE(set.ParseFromIstream(&file));
  auto* echo = set.mutable_file(set.file_size() - 1);
  if (!package.empty()) {
    std::string text = echo->SerializeAsString();
    for (size_t at; (at = text.find("rezon.echo.v1")) != std::string::npos;) {
      text.replace(at, package.size(), package);
    }
    EXPECT_TRUE(echo->ParseFromString(text));
  }
  for (auto& m : *echo->mutable_service(0)->mutable_method()) {
    if (m.name() == method) {
      *m.mutable_options()->MutableExtension(google::api::http) = rule;
    }
  }
  auto schema = Schema::FromBytes(set.SerializeAsString());
  if (!schema.ok()) return schema.status();
  return Bindings::Build(**schema).status();
}

google::api::HttpRule Post(const std::string& path, const std::string& body) {
  google::api::HttpRule rule;
  rule.set_post(path);
  rule.set_body(body);
  return rule;
}

TEST(BindingTest, LoadsEveryRuleWithItsAdditionalOnes) {
  EXPECT_EQ(EchoSchema::Get().bindings->all().size(), 9u);
}

TEST(BindingTest, RulesThatCannotBeServedFailTheStart) {
  EXPECT_TRUE(BuildWith("CloseThing", Post("/v1/{name=things/*}:shut", "*")).ok());
  const google::api::HttpRule wrong[] = {
      Post("/v1/things:import", "*"),        // taken by ImportThing
      Post("/v1/{nme=things/*}:shut", "*"),  // no such field
      Post("/v1/{name=things/*:shut", "*"),  // bad template
      Post("/v1/{name=things/*}:shut", "nothing"),
      Post("/v1/{name=things/*}:shut", "reason"),  // a text is no body
      google::api::HttpRule(),
  };
  for (const auto& rule : wrong) {
    EXPECT_FALSE(BuildWith("CloseThing", rule).ok()) << rule.ShortDebugString();
  }
  google::api::HttpRule part = Post("/v1/{name=things/*}:shut", "*");
  part.set_response_body("part");
  EXPECT_FALSE(BuildWith("CloseThing", part).ok());
  // A client stream without an HttpBody has no form in HTTP.
  EXPECT_FALSE(BuildWith("Chat", Post("/v1/things:chat", "*")).ok());
}

TEST(BindingTest, FeedsAreLeftOut) {
  const auto status =
      BuildWith("CloseThing", Post("/v1/{name=things/*}:shut", "*"), "rezon.feed.v1");
  EXPECT_EQ(status.message(), "the descriptor set holds no HTTP rule");
}

TEST(BindingTest, RubbishIsNoSchema) {
  EXPECT_FALSE(Schema::FromBytes("").ok());
  EXPECT_FALSE(Schema::FromBytes("rubbish").ok());
  EXPECT_FALSE(Schema::FromFile(testing::TempDir() + "absent.pb").ok());
}

}  // namespace
}  // namespace rezon::gateway
