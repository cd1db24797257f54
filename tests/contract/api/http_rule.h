#pragma once

#include <string>
#include <vector>

#include "google/protobuf/descriptor.h"

namespace rezon::contract {

// The parts of a method's google.api.http option.
struct HttpRule {
  std::string verb;  // GET, POST, PATCH, DELETE; empty when the method has no rule
  std::string path;
  std::string body;
  std::vector<std::string> variables;  // field paths bound by the path

  // The path with every variable as `*`, for comparing.
  std::string Shape() const;
  // "cancel" of ".../{name=assignments/*}:cancel"; empty without a custom verb.
  std::string CustomVerb() const;
};

HttpRule HttpRuleOf(const google::protobuf::MethodDescriptor& method);

}  // namespace rezon::contract
