#include "services/assignments/handlers/fields.h"

#include "rezon/assignments/v1/resources.pb.h"
#include "services/platform/ids/names.h"
#include "services/platform/ids/uuid.h"

namespace rezon::assignments {
namespace {

using paging::Field;

Field Reference(const char* column, const char* collection) {
  Field field;
  field.column = column;
  field.operators = {"=", "!="};
  field.convert = [collection](std::string_view name) -> absl::StatusOr<std::string> {
    if (name.empty()) return std::string();
    return names::ParseId(collection, {name.data(), name.size()}, "filter");
  };
  return field;
}

Field Resolution() {
  Field field;
  field.column = "a.resolution";
  field.type = Field::Type::kUuid;
  field.operators = {"=", "!="};
  field.convert = [](std::string_view name) {
    return names::ParseUuid("resolutions", name, "filter");
  };
  return field;
}

Field Point() {
  Field field;
  field.column = "a.point";
  field.type = Field::Type::kUuid;
  field.operators = {"=", "!="};
  field.convert = [](std::string_view name) -> absl::StatusOr<std::string> {
    auto parts = names::Match("resolutions/{resolution}/points/{point}", name);
    if (!parts || !ids::IsUuid((*parts)[1])) {
      return absl::InvalidArgumentError("not the name of a point");
    }
    return std::string((*parts)[1]);
  };
  return field;
}

// States are numbers in the table; callers write their names, with or without the prefix.
Field StateField() {
  Field field;
  field.column = "a.state";
  field.type = Field::Type::kInt;
  field.operators = {"=", "!="};
  field.convert = [](std::string_view name) -> absl::StatusOr<std::string> {
    std::string full =
        name.starts_with("STATE_") ? std::string(name) : "STATE_" + std::string(name);
    v1::Assignment::State state;
    if (!v1::Assignment::State_Parse(full, &state) || state == 0) {
      return absl::InvalidArgumentError("not a state");
    }
    return std::to_string(static_cast<int>(state));
  };
  return field;
}

// A standing task has no due date, so it is neither before nor after any day.
Field DueDate() {
  Field field;
  field.type = Field::Type::kDate;
  for (const char* op : {"=", "<", "<="}) {
    field.templates[op] = std::string("a.due_date ") + op + " ?";
  }
  for (const char* op : {">", ">="}) {
    field.templates[op] = std::string("(a.due_date ") + op + " ? AND a.due_date < 'infinity')";
  }
  return field;
}

Field Overdue() {
  Field field;
  field.type = Field::Type::kBool;
  field.templates["="] = "((a.due_date < $2::date AND a.state IN (1, 2, 3, 4, 6)) = ?)";
  return field;
}

}  // namespace

const paging::Fields& FilterFields() {
  static const auto& fields = *new paging::Fields{
      {"executor", Reference("a.executor", "organisations")},
      {"territory", Reference("a.territory", "territories")},
      {"resolution", Resolution()},
      {"point", Point()},
      {"state", StateField()},
      {"due_date", DueDate()},
      {"overdue", Overdue()},
  };
  return fields;
}

}  // namespace rezon::assignments
