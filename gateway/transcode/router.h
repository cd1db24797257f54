#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "absl/status/status.h"
#include "gateway/transcode/template.h"

namespace rezon::gateway {

struct Binding;

// The answer of the router for one path and HTTP method.
struct RouteMatch {
  // Null when nothing is bound to the path, or not by this HTTP method.
  const Binding* binding = nullptr;
  // Values of the template's variables, percent-decoded, in their order.
  std::vector<std::string> values;
  // HTTP methods bound to the path when none is by this one; for the header Allow.
  std::vector<std::string> allowed;
};

// A trie over path segments. Literals go before "*", "*" before "**". Filled at start, then only
// read: thread-safe from then on.
class Router {
 public:
  Router();
  ~Router();
  // ALREADY_EXISTS when the same paths are bound for the same HTTP method.
  absl::Status Add(std::string_view http_method, const PathTemplate& path, const Binding* binding);
  // `path` as it came, without the query. A segment that is not valid percent-encoded UTF-8, or
  // hides a slash or a NUL, matches nothing.
  RouteMatch Find(std::string_view http_method, std::string_view path) const;

 private:
  struct Target {
    const Binding* binding;
    std::vector<PathTemplate::Variable> variables;
  };
  // Verb, then HTTP method.
  using Targets = std::map<std::string, std::map<std::string, Target, std::less<>>, std::less<>>;
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  struct Node {
    std::unordered_map<std::string, std::unique_ptr<Node>, Hash, std::equal_to<>> literals;
    std::unique_ptr<Node> one;
    std::unique_ptr<Node> rest;
    Targets targets;
  };

  static bool Walk(const Node& node, const std::vector<std::string>& segments, size_t at,
                   std::string_view verb, std::string_view http_method, RouteMatch* match);
  static bool Take(const Node& node, const std::vector<std::string>& segments,
                   std::string_view verb, std::string_view http_method, RouteMatch* match);

  Node root_;
};

}  // namespace rezon::gateway
