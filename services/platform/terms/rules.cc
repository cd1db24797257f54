#include "services/platform/terms/rules.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "absl/types/span.h"

namespace rezon::terms {

// The embedded file of data/ (rezon_embed in CMakeLists.txt).
absl::Span<const std::string_view> PublishedRules();

namespace {

constexpr char kDefault[] = "ru";

// jurisdiction -> rule -> value and source
struct Row {
  std::string value;
  std::string source;
};
using Table = std::map<std::string, std::map<std::string, Row>>;

absl::Status BadRow(absl::string_view row) {
  return absl::InvalidArgumentError(absl::StrCat("term rules: ", row));
}

absl::Status ReadRows(absl::string_view text, Table* table) {
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    line = absl::StripAsciiWhitespace(line);
    if (line.empty() || line[0] == '#') continue;
    std::vector<absl::string_view> cells = absl::StrSplit(line, '|');
    if (cells.size() != 4) return BadRow(line);
    for (absl::string_view& cell : cells) {
      cell = absl::StripAsciiWhitespace(cell);
      if (cell.empty()) return BadRow(line);
    }
    (*table)[std::string(cells[0])][std::string(cells[1])] = {std::string(cells[2]),
                                                              std::string(cells[3])};
  }
  return absl::OkStatus();
}

bool Read(const std::string& value, LengthRule* rule) {
  static constexpr std::pair<std::string_view, Unit> kUnits[] = {{"calendar", Unit::kCalendarDays},
                                                                 {"working", Unit::kWorkingDays},
                                                                 {"month", Unit::kMonths},
                                                                 {"year", Unit::kYears}};
  const std::vector<std::string> words = absl::StrSplit(value, ' ');
  if (words.size() != 2 || !absl::SimpleAtoi(words[0], &rule->amount) || rule->amount < 1 ||
      rule->amount > 1000) {
    return false;
  }
  for (const auto& [name, unit] : kUnits) {
    if (words[1] == name) {
      rule->unit = unit;
      return true;
    }
  }
  return false;
}

bool Read(const std::string& value, ReportRule* rule) {
  if (value == "year_end") return true;
  const std::vector<std::string> words = absl::StrSplit(value, ' ');
  if (words.size() != 2) return false;
  if (words[0] == "day")
    return absl::SimpleAtoi(words[1], &rule->day) && rule->day > 0 && rule->day < 29;
  const std::vector<std::string> parts = absl::StrSplit(words[1], '-');
  return words[0] == "yearly" && parts.size() == 2 && absl::SimpleAtoi(parts[0], &rule->month) &&
         absl::SimpleAtoi(parts[1], &rule->day) && rule->month > 0 && rule->month < 13 &&
         rule->day > 0 && rule->day < 29;
}

bool Read(const std::string& value, ShiftRule* rule) {
  rule->shift = value == "preceding" ? Shift::kPreceding
                : value == "next"    ? Shift::kNext
                                     : Shift::kNone;
  rule->id += "." + value;
  return rule->shift != Shift::kNone || value == "none";
}

// Makes one jurisdiction of its own rows and those of `ru`.
class Maker {
 public:
  Maker(const Table& table, const std::string& id) : table_(table), id_(id) {}

  absl::StatusOr<Jurisdiction> Make() {
    Jurisdiction made;
    made.id = id_;
    made.title = Take("title", &made.count_from);
    Set("relative.very_urgent", &made.very_urgent);
    Set("relative.urgent", &made.urgent);
    Set("relative.prompt", &made.prompt);
    Set("none", &made.no_term);
    Set("recurring.monthly", &made.monthly);
    Set("recurring.quarterly", &made.quarterly);
    Set("standing", &made.standing);
    Set("shift", &made.shift);
    const std::string from = Take("count_from", &made.count_from);
    made.from_registration = from == "registration";
    if (from != "registration" && from != "signing") Fail("count_from", from);
    if (!fault_.ok()) return fault_;
    return made;
  }

 private:
  std::string Take(const std::string& name, Rule* rule) {
    for (const std::string& owner : {id_, std::string(kDefault)}) {
      const auto rows = table_.find(owner);
      if (rows == table_.end()) continue;
      const auto row = rows->second.find(name);
      if (row == rows->second.end()) continue;
      rule->id = absl::StrCat(owner, "/", name);
      rule->source = row->second.source == "-" ? "" : row->second.source;
      return row->second.value;
    }
    Fail(name, "is missing");
    return "";
  }

  template <typename Kind>
  void Set(const std::string& name, Kind* rule) {
    const std::string value = Take(name, rule);
    if (!Read(value, rule)) Fail(name, value);
  }

  void Fail(const std::string& name, const std::string& value) {
    fault_.Update(BadRow(absl::StrCat(id_, " | ", name, " | ", value)));
  }

  const Table& table_;
  const std::string id_;
  absl::Status fault_;
};

// A row of a name that no rule has is a misspelling.
absl::Status CheckNames(const Table& table) {
  static constexpr std::string_view kNames[] = {"title",
                                                "relative.very_urgent",
                                                "relative.urgent",
                                                "relative.prompt",
                                                "none",
                                                "recurring.monthly",
                                                "recurring.quarterly",
                                                "standing",
                                                "shift",
                                                "count_from"};
  for (const auto& [id, rows] : table) {
    for (const auto& [name, row] : rows) {
      if (std::find(std::begin(kNames), std::end(kNames), name) == std::end(kNames)) {
        return BadRow(absl::StrCat(id, " | ", name, " | no such rule"));
      }
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<RuleBook> RuleBook::WithRows(std::string_view text) {
  Table table;
  for (std::string_view embedded : PublishedRules()) {
    if (absl::Status wrong = ReadRows({embedded.data(), embedded.size()}, &table); !wrong.ok()) {
      return wrong;
    }
  }
  if (absl::Status wrong = ReadRows({text.data(), text.size()}, &table); !wrong.ok()) return wrong;
  if (absl::Status wrong = CheckNames(table); !wrong.ok()) return wrong;
  RuleBook book;
  for (const auto& [id, rows] : table) {
    auto made = Maker(table, id).Make();
    if (!made.ok()) return made.status();
    book.jurisdictions_[id] = *std::move(made);
  }
  return book;
}

const RuleBook& RuleBook::Published() {
  static const auto* const book = new RuleBook(WithRows("").value());
  return *book;
}

const Jurisdiction* RuleBook::Find(std::string_view id) const {
  const auto found = jurisdictions_.find(id);
  return found == jurisdictions_.end() ? nullptr : &found->second;
}

const Jurisdiction& RuleBook::Of(std::string_view region) const {
  const Jurisdiction* found = Find(region);
  return found == nullptr ? jurisdictions_.at(kDefault) : *found;
}

std::string RuleBook::Ids() const {
  std::string ids;
  for (const auto& [id, jurisdiction] : jurisdictions_) {
    absl::StrAppend(&ids, ids.empty() ? "" : ", ", id);
  }
  return ids;
}

}  // namespace rezon::terms
