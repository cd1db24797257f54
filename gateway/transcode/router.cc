#include "gateway/transcode/router.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "gateway/transcode/text.h"

namespace rezon::gateway {
namespace {

// The decoded segments of "/a/b/c"; no value when one of them is not acceptable.
std::optional<std::vector<std::string>> Split(std::string_view path) {
  if (path.empty() || path.front() != '/') return std::nullopt;
  std::vector<std::string> segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    const size_t end = std::min(path.find('/'), path.size());
    auto segment = PercentDecode(path.substr(0, end), /*plus_is_space=*/false);
    if (!segment || segment->empty() || segment->find('/') != std::string::npos) {
      return std::nullopt;
    }
    segments.push_back(*std::move(segment));
    path.remove_prefix(end);
  }
  return segments;
}

std::string Join(const std::vector<std::string>& segments, size_t begin, size_t end) {
  std::string joined = segments[begin];
  for (size_t i = begin + 1; i < end; ++i) joined.append("/").append(segments[i]);
  return joined;
}

}  // namespace

Router::Router() = default;
Router::~Router() = default;

absl::Status Router::Add(std::string_view http_method, const PathTemplate& path,
                         const Binding* binding) {
  Node* node = &root_;
  for (const auto& segment : path.segments) {
    std::unique_ptr<Node>& next = segment.kind == PathTemplate::Segment::Kind::kLiteral
                                      ? node->literals[segment.literal]
                                  : segment.kind == PathTemplate::Segment::Kind::kOne ? node->one
                                                                                      : node->rest;
    if (!next) next = std::make_unique<Node>();
    node = next.get();
  }
  Target target{binding, path.variables};
  const bool has_rest = path.segments.back().kind == PathTemplate::Segment::Kind::kRest;
  for (auto& variable : target.variables) {
    // A variable that ends with "**" takes all that is left.
    if (has_rest && variable.end == path.segments.size()) variable.end = std::string::npos;
  }
  const bool fresh =
      node->targets[path.verb].emplace(std::string(http_method), std::move(target)).second;
  if (!fresh) return absl::AlreadyExistsError("two methods are bound to the same path");
  return absl::OkStatus();
}

bool Router::Take(const Node& node, const std::vector<std::string>& segments, std::string_view verb,
                  std::string_view http_method, RouteMatch* match) {
  auto by_verb = node.targets.find(verb);
  if (by_verb == node.targets.end()) return false;
  auto target = by_verb->second.find(http_method);
  if (target == by_verb->second.end()) {
    for (const auto& [name, unused] : by_verb->second) match->allowed.push_back(name);
    return false;
  }
  match->binding = target->second.binding;
  for (const auto& variable : target->second.variables) {
    match->values.push_back(
        Join(segments, variable.begin, std::min(variable.end, segments.size())));
  }
  match->allowed.clear();
  return true;
}

bool Router::Walk(const Node& node, const std::vector<std::string>& segments, size_t at,
                  std::string_view verb, std::string_view http_method, RouteMatch* match) {
  if (at == segments.size()) return Take(node, segments, verb, http_method, match);
  auto literal = node.literals.find(std::string_view(segments[at]));
  if (literal != node.literals.end() &&
      Walk(*literal->second, segments, at + 1, verb, http_method, match)) {
    return true;
  }
  if (node.one && Walk(*node.one, segments, at + 1, verb, http_method, match)) return true;
  return node.rest && Take(*node.rest, segments, verb, http_method, match);
}

RouteMatch Router::Find(std::string_view http_method, std::string_view path) const {
  RouteMatch match;
  const size_t colon = path.rfind(':');
  if (colon != path.npos && path.find('/', colon) == path.npos) {
    auto segments = Split(path.substr(0, colon));
    if (segments && Walk(root_, *segments, 0, path.substr(colon + 1), http_method, &match)) {
      return match;
    }
  }
  if (auto segments = Split(path)) Walk(root_, *segments, 0, "", http_method, &match);
  return match;
}

}  // namespace rezon::gateway
