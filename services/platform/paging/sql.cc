#include "services/platform/paging/sql.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"

namespace rezon::paging {
namespace {

absl::Status Refuse(const Filter& node, std::string_view what) {
  return errors::InvalidField("filter", node.field + ": " + std::string(what),
                              "Поле «" + node.field + "» в условии отбора задано неверно");
}

const char* CastOf(Field::Type type) {
  switch (type) {
    case Field::Type::kInt:
      return "::int8";
    case Field::Type::kBool:
      return "::boolean";
    case Field::Type::kDate:
      return "::date";
    case Field::Type::kTime:
      return "::timestamptz";
    case Field::Type::kUuid:
      return "::uuid";
    default:
      return "::text";
  }
}

bool Fits(const std::string& value, Field::Type type) {
  std::int64_t number;
  absl::CivilDay day;
  absl::Time time;
  std::string error;
  switch (type) {
    case Field::Type::kInt:
      return absl::SimpleAtoi(value, &number);
    case Field::Type::kBool:
      return value == "true" || value == "false";
    case Field::Type::kDate:
      return value.size() == 10 && absl::ParseCivilTime(value, &day) && day.year() >= 1;
    case Field::Type::kTime:
      return value.size() >= 20 && absl::ParseTime(absl::RFC3339_full, value, &time, &error);
    case Field::Type::kUuid:
      return ids::IsUuid(value);
    default:
      return true;
  }
}

bool OperatorAllowed(const Field& field, const std::string& op) {
  if (!field.operators.empty()) {
    return std::find(field.operators.begin(), field.operators.end(), op) != field.operators.end();
  }
  if (!field.templates.empty()) return field.templates.contains(op);
  if (op == ":") return field.type == Field::Type::kText || !field.has_sql.empty();
  if (op == "=" || op == "!=") return true;
  return field.type == Field::Type::kInt || field.type == Field::Type::kDate ||
         field.type == Field::Type::kTime;
}

absl::StatusOr<std::string> ValueOf(const Filter& node, const Field& field) {
  if (field.convert) {
    auto converted = field.convert(node.value);
    if (!converted.ok()) return Refuse(node, "the value is not of the expected form");
    return converted;
  }
  if (field.type == Field::Type::kEnum) {
    auto found = field.values.find(node.value);
    if (found == field.values.end()) return Refuse(node, "the value is not one of the enum's");
    return found->second;
  }
  if (!Fits(node.value, field.type)) return Refuse(node, "the value is not of the field's type");
  return node.value;
}

std::string LikePattern(const std::string& value) {
  return absl::StrCat("%", absl::StrReplaceAll(value, {{"\\", "\\\\"}, {"%", "\\%"}, {"_", "\\_"}}),
                      "%");
}

class Translator {
 public:
  Translator(const Fields& fields, int first) : fields_(fields), next_(first) {}

  absl::StatusOr<std::string> Translate(const Filter& node) {
    if (node.kind == Filter::Kind::kCompare) return Compare(node);
    if (node.kind == Filter::Kind::kNot) {
      auto inner = Translate(*node.children.front());
      if (!inner.ok()) return inner;
      // A row whose field is NULL does not match the comparison, so it matches its negation.
      return absl::StrCat("((", *inner, ") IS NOT TRUE)");
    }
    std::string sql = "(";
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      auto part = Translate(*node.children[i]);
      if (!part.ok()) return part;
      if (i > 0) sql += node.kind == Filter::Kind::kAnd ? " AND " : " OR ";
      sql += *part;
    }
    return sql + ")";
  }

  std::vector<std::string> values_;

 private:
  std::string Bind(std::string value, Field::Type type) {
    values_.push_back(std::move(value));
    return absl::StrCat("$", next_++, CastOf(type));
  }

  absl::StatusOr<std::string> Compare(const Filter& node) {
    auto found = fields_.find(node.field);
    if (found == fields_.end()) return Refuse(node, "there is no such field");
    const Field& field = found->second;
    if (!OperatorAllowed(field, node.op)) {
      return Refuse(node, "the field does not take the operator " + node.op);
    }
    auto value = ValueOf(node, field);
    if (!value.ok()) return value;
    if (auto sql = field.templates.find(node.op); sql != field.templates.end()) {
      return absl::StrReplaceAll(sql->second, {{"?", Bind(std::move(*value), field.type)}});
    }
    if (node.op == ":" && !field.has_sql.empty()) {
      return absl::StrReplaceAll(field.has_sql, {{"?", Bind(std::move(*value), field.type)}});
    }
    if (node.op == ":") {
      return absl::StrCat(field.column, " ILIKE ", Bind(LikePattern(*value), field.type));
    }
    const char* op = node.op == "!=" ? "IS DISTINCT FROM" : node.op.c_str();
    return absl::StrCat(field.column, " ", op, " ", Bind(std::move(*value), field.type));
  }

  const Fields& fields_;
  int next_;
};

absl::Status OrderError(const std::string& what) {
  return errors::InvalidField("order_by", what, "Недопустимый порядок сортировки");
}

}  // namespace

absl::StatusOr<Condition> ToSql(const Filter* filter, const Fields& fields, int first_parameter) {
  if (filter == nullptr) return Condition{"TRUE", {}};
  Translator translator(fields, first_parameter);
  auto sql = translator.Translate(*filter);
  if (!sql.ok()) return sql.status();
  return Condition{std::move(*sql), std::move(translator.values_)};
}

absl::StatusOr<std::vector<OrderColumn>> ParseOrder(
    std::string_view text, const absl::flat_hash_map<std::string, std::string>& fields,
    absl::Span<const OrderColumn> fallback) {
  if (text.find_first_not_of(' ') == std::string_view::npos) {
    return std::vector<OrderColumn>(fallback.begin(), fallback.end());
  }
  std::vector<OrderColumn> order;
  for (absl::string_view part : absl::StrSplit(absl::string_view(text.data(), text.size()), ',')) {
    std::vector<std::string> words = absl::StrSplit(part, ' ', absl::SkipEmpty());
    if (words.empty() || words.size() > 2 ||
        (words.size() == 2 && words[1] != "asc" && words[1] != "desc")) {
      return OrderError("expected fields with asc or desc, separated by commas");
    }
    auto found = fields.find(words[0]);
    if (found == fields.end()) return OrderError("there is no field " + words[0]);
    for (const OrderColumn& column : order) {
      if (column.field == words[0]) return OrderError("the field is repeated: " + words[0]);
    }
    order.push_back({words[0], found->second, words.size() == 2 && words[1] == "desc"});
  }
  return order;
}

}  // namespace rezon::paging
