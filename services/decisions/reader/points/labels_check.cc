#include "services/decisions/reader/points/labels_check.h"

#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

// The last number of «2.10» or «3)»; -1 when the label holds none. `*stem` gets what is before it.
int LastNumber(const std::string& label, std::string* stem) {
  size_t end = label.size();
  while (end > 0 && !IsDigit(label[end - 1])) --end;
  size_t begin = end;
  while (begin > 0 && IsDigit(label[begin - 1])) --begin;
  if (begin == end || end - begin > 4) return -1;
  *stem = label.substr(0, begin) + "#" + label.substr(end);
  return std::stoi(label.substr(begin, end - begin));
}

}  // namespace

void CheckLabels(std::vector<Item>* items) {
  absl::flat_hash_map<std::pair<int, std::string>, int> last;
  for (Item& item : *items) {
    std::string stem;
    const int value = LastNumber(item.label, &stem);
    if (value < 0) continue;
    const auto [at, fresh] = last.try_emplace({item.parent, stem}, value);
    if (fresh) continue;
    const int previous = at->second;
    at->second = value;
    if (value == previous) {
      item.warnings.push_back("Номер " + item.label + " повторяется.");
    } else if (value > previous + 1 && value < previous + 20) {
      std::string missing = std::to_string(previous + 1);
      if (value > previous + 2) missing += "–" + std::to_string(value - 1);
      item.warnings.push_back("Перед номером " + item.label + " пропущен номер " + missing + ".");
    } else if (value < previous && value > 1) {
      item.warnings.push_back("Номер " + item.label + " идёт после номера " +
                              std::to_string(previous) + ".");
    }
  }
}

}  // namespace rezon::reader
