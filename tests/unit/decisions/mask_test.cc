#include "services/decisions/domain/mask.h"

#include <gtest/gtest.h>

#include "rezon/decisions/v1/points.pb.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

using google::protobuf::FieldMask;
using rezon::decisions::v1::Point;
const std::set<std::string_view> kWritable = {"text", "label", "deadline"};

std::vector<std::string> Paths(const absl::StatusOr<FieldMask>& mask) {
  if (!mask.ok()) return {errors::Violations(mask.status()).at(0).path};
  return {mask->paths().begin(), mask->paths().end()};
}

FieldMask MaskOf(std::initializer_list<const char*> paths) {
  FieldMask mask;
  for (const char* path : paths) mask.add_paths(path);
  return mask;
}

TEST(MaskTest, AbsentMeansPopulatedWritableFields) {
  Point given;
  given.set_text("x");
  given.set_rule("output only");
  EXPECT_EQ(Paths(EffectiveMask(FieldMask(), given, kWritable)), std::vector<std::string>{"text"});
}

TEST(MaskTest, StarMeansAllWritableFields) {
  EXPECT_EQ(Paths(EffectiveMask(MaskOf({"*"}), Point(), kWritable)),
            (std::vector<std::string>{"deadline", "label", "text"}));
}

TEST(MaskTest, OutputOnlyPathsAreLeftOutAndUnknownOnesRefused) {
  EXPECT_EQ(Paths(EffectiveMask(MaskOf({"rule", "label"}), Point(), kWritable)),
            std::vector<std::string>{"label"});
  for (const char* path : {"nothing", "text.more", "deadline.nothing", ""}) {
    EXPECT_EQ(Paths(EffectiveMask(MaskOf({path}), Point(), kWritable)),
              std::vector<std::string>{"update_mask"})
        << path;
  }
  EXPECT_EQ(Paths(EffectiveMask(FieldMask(), Point(), kWritable)),
            std::vector<std::string>{"update_mask"});
}

TEST(MaskTest, MergeClearsAbsentFieldsAndReplacesLists) {
  Point from;
  from.add_warnings("new");
  Point to;
  to.set_text("old");
  to.set_label("7");
  to.add_warnings("old");
  to.mutable_deadline()->set_printed("old");
  Merge(MaskOf({"text", "warnings", "deadline"}), from, &to);
  EXPECT_EQ(to.text(), "");
  EXPECT_EQ(to.label(), "7");
  ASSERT_EQ(to.warnings_size(), 1);
  EXPECT_EQ(to.warnings(0), "new");
  EXPECT_EQ(to.deadline().printed(), "");
}

TEST(MaskTest, CoversInnerPaths) {
  EXPECT_TRUE(Covers(MaskOf({"deadline.end_date"}), "deadline"));
  EXPECT_FALSE(Covers(MaskOf({"deadlines"}), "deadline"));
}

}  // namespace
}  // namespace rezon::decisions
