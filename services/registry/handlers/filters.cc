#include "services/registry/handlers/filters.h"

#include <map>
#include <string>
#include <string_view>

#include "google/protobuf/descriptor.h"
#include "rezon/registry/v1/resources.pb.h"
#include "services/platform/ids/names.h"

namespace rezon::registry {
namespace {

namespace pb = rezon::registry::v1;
using Type = paging::Field::Type;

paging::Field Column(const char* column, Type type = Type::kText) {
  paging::Field field;
  field.column = std::string("t.") + column;
  field.type = type;
  return field;
}

// A day as text, YYYY-MM-DD, which sorts as days do.
paging::Field Day(const char* column) {
  paging::Field field = Column(column);
  field.operators = {"=", "!=", "<", "<=", ">", ">="};
  return field;
}

// Compared by resource name, stored as the id.
paging::Field Reference(const char* column, const char* collection) {
  paging::Field field = Column(column, Type::kUuid);
  field.convert = [collection](std::string_view value) {
    return names::ParseUuid(collection, value, "filter");
  };
  field.operators = {"=", "!="};
  return field;
}

paging::Field Enum(const char* column, const google::protobuf::EnumDescriptor* values) {
  paging::Field field = Column(column, Type::kEnum);
  for (int i = 0; i < values->value_count(); ++i) {
    field.values[values->value(i)->name()] = values->value(i)->name();
  }
  return field;
}

std::map<std::string, paging::Fields> MakeFields() {
  const auto* kind = pb::Organisation::Kind_descriptor();
  return {
      {"territory",
       {{"display_name", Column("display_name")},
        {"kind", Enum("kind", pb::Territory::Kind_descriptor())},
        {"oktmo", Column("oktmo")},
        {"parent", Reference("parent", "territories")}}},
      {"organisation",
       {{"display_name", Column("display_name")},
        {"kind", Enum("kind", kind)},
        {"territory", Reference("territory", "territories")},
        {"parent", Reference("parent", "organisations")},
        {"number", Column("number")},
        {"inn", Column("inn")},
        {"ogrn", Column("ogrn")}}},
      {"official",
       {{"organisation", Reference("organisation", "organisations")},
        {"full_name", Column("full_name")},
        {"head", Column("head", Type::kBool)}}},
      {"addressee_class", {{"display_name", Column("display_name")}}},
      {"event",
       {{"display_name", Column("display_name")},
        {"form", Enum("form", pb::Event::Form_descriptor())},
        {"level", Enum("level", pb::Event::Level_descriptor())},
        {"start_date", Day("start_date")}}},
  };
}

}  // namespace

const paging::Fields& FilterFields(const ResourceType& type) {
  static const auto& fields = *new std::map<std::string, paging::Fields>(MakeFields());
  return fields.at(type.singular);
}

}  // namespace rezon::registry
