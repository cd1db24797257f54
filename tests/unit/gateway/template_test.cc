#include "gateway/transcode/template.h"

#include <gtest/gtest.h>

namespace rezon::gateway {
namespace {

TEST(TemplateTest, ReadsVariablesAndVerb) {
  auto path = ParseTemplate("/v1/{point.name=resolutions/*/points/*}:correct");
  ASSERT_TRUE(path.ok()) << path.status();
  EXPECT_EQ(path->segments.size(), 5u);
  EXPECT_EQ(path->verb, "correct");
  ASSERT_EQ(path->variables.size(), 1u);
  EXPECT_EQ(path->variables[0].field_path, (std::vector<std::string>{"point", "name"}));
  EXPECT_EQ(path->variables[0].begin, 1u);
  EXPECT_EQ(path->variables[0].end, 5u);
}

TEST(TemplateTest, VariableWithoutPatternIsOneSegment) {
  auto path = ParseTemplate("/v1/{a}/x/{b=**}");
  ASSERT_TRUE(path.ok()) << path.status();
  ASSERT_EQ(path->segments.size(), 4u);
  EXPECT_EQ(path->segments[1].kind, PathTemplate::Segment::Kind::kOne);
  EXPECT_EQ(path->segments[3].kind, PathTemplate::Segment::Kind::kRest);
}

TEST(TemplateTest, RefusesWhatTheGrammarDoesNotKnow) {
  for (const char* text : {"", "v1/a", "/", "/v1//a", "/v1/{", "/v1/{}", "/v1/{a=}", "/v1/{a.}",
                           "/v1/{a=**}/b", "/v1/**/b", "/v1/a:", "/v1/a:b:c", "/v1/{a={b}}",
                           "/v1/a b", "/v1/a?x", "/v1/{a=b/*", "/v1/***"}) {
    EXPECT_FALSE(ParseTemplate(text).ok()) << text;
  }
}

}  // namespace
}  // namespace rezon::gateway
