#include "tests/contract/api/http_rule.h"

#include "google/api/annotations.pb.h"
#include "re2/re2.h"

namespace rezon::contract {

HttpRule HttpRuleOf(const google::protobuf::MethodDescriptor& method) {
  HttpRule rule;
  if (!method.options().HasExtension(google::api::http)) return rule;
  const google::api::HttpRule& http = method.options().GetExtension(google::api::http);
  switch (http.pattern_case()) {
    case google::api::HttpRule::kGet:
      rule.verb = "GET", rule.path = http.get();
      break;
    case google::api::HttpRule::kPost:
      rule.verb = "POST", rule.path = http.post();
      break;
    case google::api::HttpRule::kPatch:
      rule.verb = "PATCH", rule.path = http.patch();
      break;
    case google::api::HttpRule::kDelete:
      rule.verb = "DELETE", rule.path = http.delete_();
      break;
    default:
      rule.verb = "OTHER";
  }
  rule.body = http.body();
  re2::StringPiece rest(rule.path);
  std::string variable;
  while (RE2::FindAndConsume(&rest, R"(\{([a-z0-9_.]+))", &variable)) {
    rule.variables.push_back(variable);
  }
  return rule;
}

std::string HttpRule::Shape() const {
  std::string shape = path;
  RE2::GlobalReplace(&shape, R"(\{[a-z0-9_.]+=([^}]*)\})", R"(\1)");
  RE2::GlobalReplace(&shape, R"(\{[a-z0-9_.]+\})", "*");
  return verb + " " + shape;
}

std::string HttpRule::CustomVerb() const {
  std::string verb_after_colon;
  RE2::PartialMatch(path, R"(:([A-Za-z]+)$)", &verb_after_colon);
  return verb_after_colon;
}

}  // namespace rezon::contract
