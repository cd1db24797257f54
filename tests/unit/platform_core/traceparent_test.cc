#include <gtest/gtest.h>

#include <string>

#include "services/platform/trace/context.h"

namespace rezon::trace {
namespace {

constexpr char kGood[] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

TEST(Traceparent, RoundTrip) {
  const auto context = ParseTraceparent(kGood);
  ASSERT_TRUE(context);
  EXPECT_TRUE(context->sampled);
  EXPECT_TRUE(context->remote);
  EXPECT_EQ(FormatTraceparent(*context), kGood);
  EXPECT_EQ(TraceIdHex(*context), "0af7651916cd43dd8448eb211c80319c");
  EXPECT_EQ(SpanIdHex(*context), "b7ad6b7169203331");
}

TEST(Traceparent, OnlyTheSampledFlagCounts) {
  EXPECT_FALSE(
      ParseTraceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00")->sampled);
  EXPECT_FALSE(
      ParseTraceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-fe")->sampled);
  EXPECT_TRUE(ParseTraceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-ff")->sampled);
}

TEST(Traceparent, LaterVersionsAreReadByTheKnownPrefix) {
  const std::string later = "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  EXPECT_TRUE(ParseTraceparent(later));
  EXPECT_TRUE(ParseTraceparent(later + "-what-the-future-brings"));
  EXPECT_FALSE(ParseTraceparent(later + ".what"));
  EXPECT_FALSE(ParseTraceparent(std::string(kGood) + "-extra"));
}

class BadTraceparent : public testing::TestWithParam<const char*> {};

TEST_P(BadTraceparent, StartsANewTrace) { EXPECT_FALSE(ParseTraceparent(GetParam())); }

INSTANTIATE_TEST_SUITE_P(
    All, BadTraceparent,
    testing::Values("", "00", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                    "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                    "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                    "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                    "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                    "00-0af7651916cd43dd8448eb211c80319g-b7ad6b7169203331-01",
                    "00_0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0x",
                    " 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

TEST(Tracestate, KeptOnlyWhenWellFormed) {
  EXPECT_EQ(*ParseTraceparent(kGood, "vendor=1,other@x=a b")->tracestate, "vendor=1,other@x=a b");
  EXPECT_FALSE(ParseTraceparent(kGood, "")->tracestate);
  EXPECT_FALSE(ParseTraceparent(kGood, "Vendor=1")->tracestate);
  EXPECT_FALSE(ParseTraceparent(kGood, "vendor")->tracestate);
  EXPECT_FALSE(ParseTraceparent("bad", "vendor=1"));
  std::string members = "a0=1";
  for (int i = 1; i < 32; ++i) members += ",a" + std::to_string(i) + "=1";
  EXPECT_TRUE(ParseTraceparent(kGood, members)->tracestate);
  EXPECT_FALSE(ParseTraceparent(kGood, members + ",a32=1")->tracestate);
}

TEST(Scope, NestsAndRestores) {
  EXPECT_FALSE(Current().valid());
  const auto outer = *ParseTraceparent(kGood);
  auto inner = outer;
  inner.span_id[0] ^= 1;
  {
    Scope first(outer);
    {
      Scope second(inner);
      EXPECT_EQ(Current().span_id, inner.span_id);
    }
    EXPECT_EQ(Current().span_id, outer.span_id);
  }
  EXPECT_FALSE(Current().valid());
}

}  // namespace
}  // namespace rezon::trace
