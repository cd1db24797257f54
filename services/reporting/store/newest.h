#pragma once

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

namespace rezon::reporting::store {

// Keeps the highest revision of each subject, in key order, so that one statement meets a row once
// and two transactions lock rows in the same order.
template <typename Fact>
void KeepNewest(std::vector<Fact>& facts) {
  std::stable_sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) {
    return std::tie(a.region, a.id, b.revision) < std::tie(b.region, b.id, a.revision);
  });
  facts.erase(std::unique(facts.begin(), facts.end(),
                          [](const Fact& a, const Fact& b) {
                            return a.region == b.region && a.id == b.id;
                          }),
              facts.end());
}

// A column of the facts as an array parameter.
template <typename Fact, typename Value>
auto Column(const std::vector<Fact>& facts, Value Fact::*member) {
  std::vector<Value> values;
  values.reserve(facts.size());
  for (const Fact& fact : facts) values.push_back(fact.*member);
  return values;
}

}  // namespace rezon::reporting::store
