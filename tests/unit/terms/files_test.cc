#include "services/platform/terms/files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace rezon::terms {
namespace {

class FilesTest : public ::testing::Test {
 protected:
  std::string Write(const std::string& name, const std::string& text) {
    const auto path = folder_ / name;
    std::ofstream(path) << text;
    return path.string();
  }
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(::testing::TempDir()) / (std::string("terms_") + test->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_;
};

TEST_F(FilesTest, WithoutFilesTheEmbeddedOnesHold) {
  const auto regimes = Load({});
  ASSERT_TRUE(regimes.ok()) << regimes.status();
  EXPECT_EQ((*regimes)->Of("ru-tyu").jurisdiction->id, "ru-tyu");
  EXPECT_EQ((*regimes)->Of("ru-tyu").calendar->WorkingDays(2026), 247);
}

TEST_F(FilesTest, ANewActAndARegionsDaysNeedNoBuild) {
  Files files;
  files.calendar_files =
      Write("2027.xml",
            "<calendar year=\"2027\" date=\"2026.10.01\"><days><day d=\"01.01\" t=\"1\"/></days>"
            "</calendar>") +
      "," + Write("own.cal", "year 2027\nregion ru-tyu\nversion ru-tyu-2027.1\noff 01-04\n");
  files.rules_file = Write("own.rules", "ru-tyu | shift | next | приказ\n");
  const auto regimes = Load(files);
  ASSERT_TRUE(regimes.ok()) << regimes.status();
  const absl::CivilDay day(2027, 1, 4);
  EXPECT_FALSE((*regimes)->Of("ru-tyu").calendar->IsWorking(day));
  EXPECT_TRUE((*regimes)->Of("ru-sve").calendar->IsWorking(day));
  EXPECT_FALSE((*regimes)->Of("ru-sve").calendar->IsProvisional(day));
  EXPECT_EQ((*regimes)->Of("ru-tyu").jurisdiction->shift.shift, Shift::kNext);
}

TEST_F(FilesTest, AFileThatIsWrongIsNamed) {
  Files missing;
  missing.calendar_files = (folder_ / "none.xml").string();
  EXPECT_EQ(Load(missing).status().code(), absl::StatusCode::kNotFound);
  Files wrong;
  wrong.calendar_files = Write("wrong.xml", "<calendar");
  const auto refused = Load(wrong);
  EXPECT_EQ(refused.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_NE(refused.status().message().find("wrong.xml"), absl::string_view::npos);
  Files rules;
  rules.rules_file = Write("wrong.rules", "ru-tyu | shift\n");
  EXPECT_EQ(Load(rules).status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace rezon::terms
