#include "tests/contract/api/rules.h"

#include <array>
#include <map>
#include <string_view>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/contract/api/http_rule.h"

namespace rezon::contract {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::MethodDescriptor;

// POST methods that only look: their answers need no request_id to be safe to repeat.
constexpr std::array<std::string_view, 3> kReadOnlyPosts = {"PreviewIssue", "ResolveAddressees",
                                                            "ExpandAddressees"};

bool HasField(const Descriptor& message, const std::string& name, FieldDescriptor::Type type) {
  const FieldDescriptor* field = message.FindFieldByName(name);
  return field != nullptr && field->type() == type;
}

// The field at a dotted path, such as "territory.name"; null when there is none.
const FieldDescriptor* FieldAt(const Descriptor& message, const std::string& path) {
  const Descriptor* at = &message;
  const FieldDescriptor* field = nullptr;
  for (const std::string& part : std::vector<std::string>(absl::StrSplit(path, '.'))) {
    field = at == nullptr ? nullptr : at->FindFieldByName(part);
    if (field == nullptr) return nullptr;
    at = field->message_type();
  }
  return field;
}

std::string ExpectedVerb(const MethodDescriptor& method) {
  const std::string& name = method.name();
  if (absl::StartsWith(name, "Update")) return "PATCH";
  if (absl::StartsWith(name, "Delete")) return "DELETE";
  for (const char* reading :
       {"Get", "List", "BatchGet", "Search", "Export", "Download", "Explain"}) {
    if (absl::StartsWith(name, reading)) return "GET";
  }
  return "POST";
}

bool Mutates(const MethodDescriptor& method) {
  if (HttpRuleOf(method).verb == "GET") return false;
  for (std::string_view name : kReadOnlyPosts) {
    if (method.name() == name) return false;
  }
  return true;
}

}  // namespace

bool IsPublic(const google::protobuf::ServiceDescriptor& service) {
  return absl::StartsWith(service.full_name(), "rezon.") &&
         !absl::StartsWith(service.full_name(), "rezon.feed.");
}

Violations CheckHttpRule(const MethodDescriptor& method) {
  Violations out;
  auto say = [&](auto... parts) {
    out.push_back(absl::StrCat(method.full_name(), ": ", parts...));
  };
  const HttpRule rule = HttpRuleOf(method);
  if (rule.verb.empty()) {
    say("no google.api.http rule");
    return out;
  }
  if (rule.verb != ExpectedVerb(method)) say("is ", rule.verb, ", not ", ExpectedVerb(method));
  if (!absl::StartsWith(rule.path, "/v1/")) say("its path does not begin with /v1/");
  const Descriptor& request = *method.input_type();
  for (const std::string& variable : rule.variables) {
    const FieldDescriptor* field = FieldAt(request, variable);
    if (field == nullptr || field->type() != FieldDescriptor::TYPE_STRING) {
      say("path variable ", variable, " is no text field of ", request.name());
    }
  }
  if (!rule.body.empty() && rule.body != "*" && FieldAt(request, rule.body) == nullptr) {
    say("body ", rule.body, " is no field of ", request.name());
  }
  if ((rule.verb == "GET" || rule.verb == "DELETE") != rule.body.empty())
    say("body and verb disagree");
  if (absl::StartsWith(method.name(), "Get") && rule.variables.size() == 1 &&
      rule.variables[0] != "name") {
    say("a Get binds `name`");
  }
  return out;
}

Violations CheckPaging(const MethodDescriptor& method) {
  Violations out;
  if (!absl::StartsWith(method.name(), "List") && !absl::StartsWith(method.name(), "Search"))
    return out;
  auto say = [&](auto... parts) {
    out.push_back(absl::StrCat(method.full_name(), ": ", parts...));
  };
  const Descriptor& request = *method.input_type();
  const Descriptor& response = *method.output_type();
  if (!HasField(request, "page_size", FieldDescriptor::TYPE_INT32)) say("no int32 page_size");
  if (!HasField(request, "page_token", FieldDescriptor::TYPE_STRING)) say("no page_token");
  if (!HasField(response, "next_page_token", FieldDescriptor::TYPE_STRING))
    say("no next_page_token");
  if (response.field_count() == 0 || !response.field(0)->is_repeated())
    say("field 1 holds no rows");
  if (method.server_streaming()) say("a list never streams");
  return out;
}

Violations CheckMutation(const MethodDescriptor& method) {
  Violations out;
  if (!Mutates(method)) return out;
  auto say = [&](auto... parts) {
    out.push_back(absl::StrCat(method.full_name(), ": ", parts...));
  };
  const Descriptor& request = *method.input_type();
  const HttpRule rule = HttpRuleOf(method);
  if (!HasField(request, "request_id", FieldDescriptor::TYPE_STRING)) say("no request_id");
  if (rule.verb == "PATCH") {
    const FieldDescriptor* mask = request.FindFieldByName("update_mask");
    if (mask == nullptr || mask->message_type() == nullptr ||
        mask->message_type()->full_name() != "google.protobuf.FieldMask") {
      say("no update_mask");
    }
  }
  const Descriptor* changed = method.output_type();
  const bool one_resource = rule.variables.size() == 1 && rule.variables[0] == "name";
  if (rule.verb == "POST" && one_resource && changed->FindFieldByName("etag") != nullptr &&
      !HasField(request, "etag", FieldDescriptor::TYPE_STRING)) {
    say("changes a versioned resource without an etag");
  }
  return out;
}

Violations CheckMessage(const Descriptor& message) {
  Violations out;
  auto say = [&](auto... parts) {
    out.push_back(absl::StrCat(message.full_name(), ": ", parts...));
  };
  const FieldDescriptor* name = message.FindFieldByName("name");
  if (name != nullptr && name->number() != 1) say("`name` is not field 1");
  for (int i = 0; i < message.field_count(); ++i) {
    const FieldDescriptor& field = *message.field(i);
    const bool timestamp = field.message_type() != nullptr &&
                           field.message_type()->full_name() == "google.protobuf.Timestamp";
    const bool named_time = field.name() == "time" || absl::EndsWith(field.name(), "_time");
    if (timestamp != named_time) say(field.name(), ": a Timestamp is named _time, and only it");
    if (absl::EndsWith(field.name(), "_date") && field.type() != FieldDescriptor::TYPE_STRING) {
      say(field.name(), ": a day is text, YYYY-MM-DD");
    }
  }
  for (int i = 0; i < message.nested_type_count(); ++i) {
    for (std::string& line : CheckMessage(*message.nested_type(i))) out.push_back(std::move(line));
  }
  for (int i = 0; i < message.enum_type_count(); ++i) {
    for (std::string& line : CheckEnum(*message.enum_type(i))) out.push_back(std::move(line));
  }
  return out;
}

Violations CheckEnum(const google::protobuf::EnumDescriptor& enumeration) {
  Violations out;
  auto say = [&](auto... parts) {
    out.push_back(absl::StrCat(enumeration.full_name(), ": ", parts...));
  };
  const google::protobuf::EnumValueDescriptor& zero = *enumeration.value(0);
  if (zero.number() != 0 || !absl::EndsWith(zero.name(), "_UNSPECIFIED"))
    say("no _UNSPECIFIED = 0");
  const std::string prefix = zero.name().substr(0, zero.name().find("UNSPECIFIED"));
  for (int i = 0; i < enumeration.value_count(); ++i) {
    if (!absl::StartsWith(enumeration.value(i)->name(), prefix)) {
      say(enumeration.value(i)->name(), " does not begin with ", prefix);
    }
  }
  return out;
}

Violations CheckUniquePaths(
    const std::vector<const google::protobuf::ServiceDescriptor*>& services) {
  Violations out;
  std::map<std::string, std::string> owners;
  for (const google::protobuf::ServiceDescriptor* service : services) {
    for (int i = 0; i < service->method_count(); ++i) {
      const MethodDescriptor& method = *service->method(i);
      auto [at, fresh] = owners.emplace(HttpRuleOf(method).Shape(), method.full_name());
      if (!fresh) {
        out.push_back(
            absl::StrCat(method.full_name(), ": same path as ", at->second, ": ", at->first));
      }
    }
  }
  return out;
}

}  // namespace rezon::contract
