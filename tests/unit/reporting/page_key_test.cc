#include "services/reporting/handlers/page_key.h"

#include <gtest/gtest.h>

namespace rezon::reporting::handlers {
namespace {

constexpr char kId[] = "01920000-0000-7000-8000-000000000001";

TEST(PageKey, KeysThatTheDatabaseWouldRefuseAreRefusedFirst) {
  EXPECT_TRUE(CheckKey(Dimension::kPoint, {"3", kId}).ok());
  EXPECT_FALSE(CheckKey(Dimension::kPoint, {"3000000000", kId}).ok());
  EXPECT_FALSE(CheckKey(Dimension::kPoint, {"3", "x"}).ok());
  EXPECT_FALSE(CheckKey(Dimension::kResolution, {"'"}).ok());
  EXPECT_FALSE(CheckKey(Dimension::kExecutor, {"maybe", "a", "b"}).ok());
  EXPECT_TRUE(CheckKey(Dimension::kExecutor, {}).ok());
  EXPECT_TRUE(CheckOverdueKey({"2026-06-01", kId}).ok());
  EXPECT_FALSE(CheckOverdueKey({"2026-13-01", kId}).ok());
  EXPECT_FALSE(CheckOverdueKey({"2026-06-01", ""}).ok());
}

}  // namespace
}  // namespace rezon::reporting::handlers
