#include "services/reporting/domain/csv.h"

#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"

namespace rezon::reporting {
namespace {

constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr absl::string_view kLineEnd = "\r\n";

bool LooksLikeFormula(std::string_view text) {
  constexpr std::array<std::string_view, 10> kStarts = {"=",  "+",  "-",  "@",  "\t",
                                                        "\r", "＝", "＋", "－", "＠"};
  for (std::string_view start : kStarts) {
    if (text.starts_with(start)) return true;
  }
  return false;
}

absl::string_view Title(Dimension dimension) {
  switch (dimension) {
    case Dimension::kResolution:
      return "Исполнение решений: по резолюциям";
    case Dimension::kPoint:
      return "Исполнение решений: по пунктам";
    case Dimension::kMunicipality:
      return "Исполнение решений: по муниципальным образованиям";
    case Dimension::kExecutor:
      return "Исполнение решений: по исполнителям";
  }
  return "";
}

absl::string_view RowTitle(Dimension dimension) {
  switch (dimension) {
    case Dimension::kResolution:
      return "Резолюция";
    case Dimension::kPoint:
      return "Текст пункта";
    case Dimension::kMunicipality:
      return "Муниципальное образование";
    case Dimension::kExecutor:
      return "Исполнитель";
  }
  return "";
}

std::string Percent(double share) {
  return absl::StrReplaceAll(absl::StrFormat("%.1f", share * 100), {{".", ","}});
}

std::string Day(const std::optional<absl::CivilDay>& day) {
  if (!day) return "";
  return absl::StrFormat("%02d.%02d.%04d", day->day(), day->month(), day->year());
}

std::string Limit(const std::string& name) { return name.empty() ? "все" : CsvText(name); }

std::string Heading(const ExportHeading& heading) {
  std::string out(kByteOrderMark);
  absl::StrAppend(&out, Title(heading.dimension), kLineEnd);
  absl::StrAppend(&out, "По состоянию на;",
                  absl::FormatTime("%d.%m.%Y %H:%M:%S (UTC%Ez)", heading.as_of, heading.zone),
                  kLineEnd);
  absl::StrAppend(&out, "Резолюция;", Limit(heading.resolution), kLineEnd);
  absl::StrAppend(&out, "Территория;", Limit(heading.territory), kLineEnd, kLineEnd);
  if (heading.dimension == Dimension::kPoint) absl::StrAppend(&out, "Пункт;");
  absl::StrAppend(&out, RowTitle(heading.dimension),
                  ";Всего;Открыто;В работе;Отчёт на проверке;Принято;Отменено;Просрочено;"
                  "Исполнено с опозданием;Доля принятых, %;Ближайший срок",
                  kLineEnd);
  return out;
}

void AppendRow(Dimension dimension, const Row& row, std::string* out) {
  if (dimension == Dimension::kPoint) absl::StrAppend(out, CsvText(row.label), ";");
  const Counts& c = row.counts;
  absl::StrAppend(out, CsvText(DisplayName(dimension, row)), ";", c.total, ";", c.open, ";",
                  c.in_progress, ";", c.reported, ";", c.accepted, ";", c.cancelled, ";", c.overdue,
                  ";", c.done_late, ";");
  absl::StrAppend(out, Percent(AcceptedShare(c)), ";", Day(row.next_due_date), kLineEnd);
}

}  // namespace

std::string CsvText(std::string_view text) {
  std::string cell(text);
  if (LooksLikeFormula(text)) cell.insert(0, 1, '\'');
  if (cell.find_first_of(";\"\r\n") == std::string::npos) return cell;
  return absl::StrCat("\"", absl::StrReplaceAll(cell, {{"\"", "\"\""}}), "\"");
}

std::string SummaryCsv(const ExportHeading& heading, const std::vector<Row>& rows) {
  std::string out = Heading(heading);
  for (const Row& row : rows) AppendRow(heading.dimension, row, &out);
  return out;
}

}  // namespace rezon::reporting
