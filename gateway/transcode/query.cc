#include "gateway/transcode/query.h"

#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <set>

#include "absl/strings/str_split.h"
#include "gateway/transcode/text.h"
#include "gateway/transcode/wire.h"
#include "services/platform/errors/errors.h"
#include "services/platform/log/json.h"

namespace rezon::gateway {
namespace {

namespace pb = google::protobuf;
using Field = pb::FieldDescriptor;

absl::Status Wrong(const std::string& name, const char* en, const char* ru) {
  return errors::InvalidField(name, en, ru);
}

// Puts the encoded last field of a path into the messages above it.
void AppendNested(const FieldPath& path, std::string leaf, std::string* request) {
  for (size_t i = path.size() - 1; i > 0; --i) {
    std::string outer;
    wire::AppendBytesField(outer, path[i - 1]->number(), leaf);
    leaf = std::move(outer);
  }
  request->append(leaf);
}

bool OneValueInJson(const pb::Descriptor* message) {
  switch (message->well_known_type()) {
    case pb::Descriptor::WELLKNOWNTYPE_UNSPECIFIED:
    case pb::Descriptor::WELLKNOWNTYPE_ANY:
    case pb::Descriptor::WELLKNOWNTYPE_STRUCT:
    case pb::Descriptor::WELLKNOWNTYPE_VALUE:
    case pb::Descriptor::WELLKNOWNTYPE_LISTVALUE:
      return false;
    default:
      return true;
  }
}

std::string EncodeMask(int number, const std::string& value) {
  std::string mask;
  for (const auto& part : absl::StrSplit(value, ',', absl::SkipEmpty())) {
    wire::AppendBytesField(mask, 1, SnakeCase({part.data(), part.size()}));
  }
  std::string leaf;
  wire::AppendBytesField(leaf, number, mask);
  return leaf;
}

// Leaves what is left to protobuf: {"field": "value"} of the message that holds the field.
absl::StatusOr<std::string> EncodeByJson(const Schema& schema, const Field* field,
                                         const std::string& value) {
  std::string json = "{\"" + field->json_name() + "\":";
  if (field->is_repeated()) json += '[';
  log::AppendJsonText(json, value);
  json += field->is_repeated() ? "]}" : "}";
  std::string leaf;
  auto status = pb::util::JsonToBinaryString(
      &schema.resolver(), TypeUrl(field->containing_type()->full_name()), json, &leaf);
  if (!status.ok()) return absl::InvalidArgumentError("the value does not fit");
  return leaf;
}

absl::StatusOr<std::string> EncodeLeaf(const Schema& schema, const Field* field,
                                       const std::string& value) {
  std::string leaf;
  if (field->type() == Field::TYPE_STRING) {
    wire::AppendBytesField(leaf, field->number(), value);
    return leaf;
  }
  if (field->type() == Field::TYPE_BOOL) {
    if (value != "true" && value != "false") return absl::InvalidArgumentError("true or false");
    wire::AppendVarintField(leaf, field->number(), value == "true" ? 1 : 0);
    return leaf;
  }
  if (const auto* message = field->message_type()) {
    if (message->full_name() == "google.protobuf.FieldMask") {
      return EncodeMask(field->number(), value);
    }
    if (!OneValueInJson(message)) return absl::InvalidArgumentError("not a single value");
  }
  return EncodeByJson(schema, field, value);
}

// True when the path or the body already says what the field is.
bool CarriedElsewhere(const Binding& binding, const FieldPath& path) {
  if (binding.body_is_request || path.front() == binding.body_field) return true;
  return std::any_of(binding.variables.begin(), binding.variables.end(),
                     [&path](const FieldPath& variable) { return variable == path; });
}

}  // namespace

absl::StatusOr<QueryParameters> ParseQuery(std::string_view query) {
  QueryParameters parameters;
  for (const auto& part :
       absl::StrSplit(absl::string_view(query.data(), query.size()), '&', absl::SkipEmpty())) {
    const std::string_view pair(part.data(), part.size());
    const size_t equals = std::min(pair.find('='), pair.size());
    auto name = PercentDecode(pair.substr(0, equals), /*plus_is_space=*/true);
    auto value = PercentDecode(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value) {
      return errors::InvalidArgument("QUERY_MALFORMED",
                                     "the query is not percent-encoded UTF-8 without NULs",
                                     "Параметры запроса записаны неправильно.");
    }
    parameters.emplace_back(*std::move(name), *std::move(value));
  }
  return parameters;
}

absl::Status AppendQuery(const Schema& schema, const Binding& binding,
                         const QueryParameters& parameters, std::string* request) {
  std::set<FieldPath> seen;
  for (const auto& [name, value] : parameters) {
    const FieldPath path =
        ResolveFieldPath(binding.method->input_type(), absl::StrSplit(name, '.'));
    if (path.empty()) return Wrong(name, "unknown field", "неизвестное поле");
    if (CarriedElsewhere(binding, path)) {
      return Wrong(name, "not a field of the query", "поле не передаётся в параметрах запроса");
    }
    if (!seen.insert(path).second && !path.back()->is_repeated()) {
      return Wrong(name, "the field is given twice", "поле указано дважды");
    }
    auto leaf = EncodeLeaf(schema, path.back(), value);
    if (!leaf.ok()) return Wrong(name, "the value does not fit", "значение не подходит");
    AppendNested(path, *std::move(leaf), request);
  }
  return absl::OkStatus();
}

void AppendText(const FieldPath& path, std::string_view value, std::string* request) {
  std::string leaf;
  wire::AppendBytesField(leaf, path.back()->number(), value);
  AppendNested(path, std::move(leaf), request);
}

}  // namespace rezon::gateway
