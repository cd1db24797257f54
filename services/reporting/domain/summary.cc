#include "services/reporting/domain/summary.h"

#include <algorithm>

namespace rezon::reporting {

Counts& Counts::operator+=(const Counts& other) {
  total += other.total;
  open += other.open;
  reported += other.reported;
  accepted += other.accepted;
  cancelled += other.cancelled;
  overdue += other.overdue;
  done_late += other.done_late;
  in_progress += other.in_progress;
  return *this;
}

int SortColumns(Dimension dimension) {
  switch (dimension) {
    case Dimension::kResolution:
      return 1;
    case Dimension::kPoint:
      return 2;
    case Dimension::kMunicipality:
    case Dimension::kExecutor:
      return 3;
  }
  return 0;
}

double AcceptedShare(const Counts& counts) {
  const int64_t asked = counts.total - counts.cancelled;
  return asked > 0 ? static_cast<double>(counts.accepted) / static_cast<double>(asked) : 0.0;
}

Row Total(const std::vector<Row>& rows) {
  Row total;
  for (const Row& row : rows) {
    total.counts += row.counts;
    if (!row.next_due_date) continue;
    total.next_due_date = total.next_due_date ? std::min(*total.next_due_date, *row.next_due_date)
                                              : row.next_due_date;
  }
  return total;
}

std::string DisplayName(Dimension dimension, const Row& row) {
  if (!row.id.empty()) return row.name;
  return dimension == Dimension::kMunicipality ? "Территория не определена"
                                               : "Исполнитель не определён";
}

}  // namespace rezon::reporting
