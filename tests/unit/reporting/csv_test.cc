#include "services/reporting/domain/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "absl/strings/str_split.h"

namespace rezon::reporting {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(CsvText, FormulasAreMadeHarmless) {
  EXPECT_EQ(CsvText("=HYPERLINK(1)"), "'=HYPERLINK(1)");
  EXPECT_EQ(CsvText("+7 3452"), "'+7 3452");
  EXPECT_EQ(CsvText("-"), "'-");
  EXPECT_EQ(CsvText("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(CsvText("\t=1"), "'\t=1");
  EXPECT_EQ(CsvText("＝1"), "'＝1");
  EXPECT_EQ(CsvText("=1;\"2\""), "\"'=1;\"\"2\"\"\"");
}

TEST(CsvText, OnlyWhatNeedsQuotesGetsThem) {
  EXPECT_EQ(CsvText("МАОУ СОШ № 27"), "МАОУ СОШ № 27");
  EXPECT_EQ(CsvText("а; б"), "\"а; б\"");
  EXPECT_EQ(CsvText("«а» \"б\""), "\"«а» \"\"б\"\"\"");
  EXPECT_EQ(CsvText("а\nб"), "\"а\nб\"");
}

TEST(SummaryCsv, HeadingNamesMomentAndFilterAndRowsHaveAllColumns) {
  Row row;
  row.id = "p";
  row.label = "-";
  row.name = "Провести семинар; отчитаться";
  row.counts = {6, 2, 1, 2, 1, 1, 1, 1};
  row.next_due_date = absl::CivilDay(2026, 6, 1);
  absl::TimeZone zone;
  ASSERT_TRUE(absl::LoadTimeZone("Asia/Yekaterinburg", &zone));
  const std::string csv =
      SummaryCsv({Dimension::kPoint, absl::FromUnixSeconds(0), zone, "Резолюция", ""}, {row});
  EXPECT_THAT(csv, StartsWith("\xEF\xBB\xBFИсполнение решений: по пунктам\r\n"));
  EXPECT_THAT(csv, HasSubstr("По состоянию на;01.01.1970 05:00:00 (UTC+05:00)\r\n"));
  EXPECT_THAT(csv, HasSubstr("Резолюция;Резолюция\r\nТерритория;все\r\n"));
  EXPECT_THAT(csv, HasSubstr("\r\n'-;\"Провести семинар; отчитаться\";6;2;1;1;2;1;1;1;40,0;"
                             "01.06.2026\r\n"));
  const std::vector<std::string> lines = absl::StrSplit(csv, "\r\n");
  ASSERT_EQ(lines.size(), 8u);
  EXPECT_EQ(std::count(lines[5].begin(), lines[5].end(), ';'), 11);
}

TEST(SummaryCsv, RowsWithoutAResourceSayWhatIsMissing) {
  const std::string csv = SummaryCsv(
      {Dimension::kMunicipality, absl::UnixEpoch(), absl::UTCTimeZone(), "", ""}, {Row()});
  EXPECT_THAT(csv, HasSubstr("\r\nТерритория не определена;0;0;0;0;0;0;0;0;0,0;\r\n"));
}

}  // namespace
}  // namespace rezon::reporting
