#include "services/decisions/reader/points/labels_check.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "services/decisions/reader/structure/labels.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr int kWidestGap = 20;  // a wider jump is another list, not a gap
constexpr std::string_view kLetters = "абвгдежзиклмнопрстуфхцчшщэюя";

// Where a label stands in its list. `before` and `after` are what is printed around the value, in
// the item's own label.
struct LabelPlace {
  LabelKind kind = LabelKind::kNone;
  int value = 0;
  std::string_view before;
  std::string_view after;
};

std::string Roman(int value) {
  static constexpr std::pair<int, std::string_view> kDigits[] = {
      {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
  std::string text;
  for (const auto& [digit, printed] : kDigits) {
    for (; value >= digit; value -= digit) text += printed;
  }
  return text;
}

std::string PrintLabel(const LabelPlace& place, int value) {
  std::string text;
  if (place.kind == LabelKind::kNumber) {
    text = std::to_string(value);
  } else if (place.kind == LabelKind::kRoman) {
    text = Roman(value);
  } else {
    text = kLetters.substr((value - 1) * 2, 2);
  }
  return std::string(place.before).append(text).append(place.after);
}

// The last number of «2.10» or «3)».
std::optional<LabelPlace> NumberOf(std::string_view label) {
  size_t end = label.size();
  while (end > 0 && !IsDigit(label[end - 1])) --end;
  size_t begin = end;
  while (begin > 0 && IsDigit(label[begin - 1])) --begin;
  if (begin == end || end - begin > 4) return std::nullopt;
  int value = 0;
  for (size_t i = begin; i < end; ++i) value = value * 10 + (label[i] - '0');
  return LabelPlace{LabelKind::kNumber, value, label.substr(0, begin), label.substr(end)};
}

std::optional<LabelPlace> PlaceOf(const Item& item) {
  if (item.label.empty() || item.label == "-") return std::nullopt;
  if (auto number = NumberOf(item.label)) return number;
  const std::string line = item.printed_label + " а";
  const Label label = FindLabel(line);
  const bool russian = item.label.size() >= 2 &&
                       kLetters.find(Fold(item.label).substr(0, 2)) != std::string_view::npos;
  if (label.kind == LabelKind::kRoman ||
      (label.kind == LabelKind::kLetter && russian && label.value() > 0)) {
    return LabelPlace{label.kind, label.value(), "", label.paren ? ")" : ""};
  }
  return std::nullopt;
}

// What is amiss with one label: it repeats, comes back, or follows a gap [first, last].
struct Fault {
  bool repeats = false;
  int back_from = 0;
  int gap_first = 0;
  int gap_last = 0;
};

std::optional<Fault> Compare(int previous, int value) {
  Fault fault;
  if (value == previous) {
    fault.repeats = true;
  } else if (value > previous + 1 && value < previous + kWidestGap) {
    fault.gap_first = previous + 1;
    fault.gap_last = value - 1;
  } else if (value < previous && value > 1) {
    fault.back_from = previous;
  } else {
    return std::nullopt;
  }
  return fault;
}

// Calls `use(index, place, fault)` for each label that is amiss among its siblings.
template <typename Use>
void ForEachFault(const std::vector<Item>& items, const Use& use) {
  using Style = std::tuple<int, LabelKind, std::string_view, std::string_view>;
  absl::flat_hash_map<Style, int> last;
  for (size_t i = 0; i < items.size(); ++i) {
    const auto place = PlaceOf(items[i]);
    if (!place) continue;
    const Style style{items[i].parent, place->kind, place->before, place->after};
    const auto [at, fresh] = last.try_emplace(style, place->value);
    if (fresh) continue;
    const int previous = std::exchange(at->second, place->value);
    if (const auto fault = Compare(previous, place->value)) use(i, *place, *fault);
  }
}

bool IsLetter(const LabelPlace& place) { return place.kind == LabelKind::kLetter; }

std::string Gap(const LabelPlace& place, const Fault& fault) {
  std::string text = PrintLabel(place, fault.gap_first);
  if (fault.gap_last > fault.gap_first) text += "–" + PrintLabel(place, fault.gap_last);
  return text;
}

// For the item itself.
std::string Warning(const Item& item, const LabelPlace& place, const Fault& fault) {
  const bool letter = IsLetter(place);
  const std::string name = (letter ? "Буква " : "Номер ") + item.label;
  if (fault.repeats) return name + " повторяется.";
  if (fault.back_from > 0) {
    return name + " идёт после " + (letter ? "буквы " : "номера ") +
           PrintLabel(place, fault.back_from) + ".";
  }
  return (letter ? "Перед буквой " : "Перед номером ") + item.label +
         (letter ? " пропущена буква " : " пропущен номер ") + Gap(place, fault) + ".";
}

// For the sentence about all of them.
std::string Mention(const Item& item, const LabelPlace& place, const Fault& fault) {
  const bool letter = IsLetter(place);
  if (fault.repeats) return (letter ? "буква " : "номер ") + item.label + " повторяется";
  if (fault.back_from > 0) {
    return (letter ? "буква " : "номер ") + item.label + " не на своём месте";
  }
  const bool many = fault.gap_last > fault.gap_first;
  return (letter ? "буквы " : many ? "номеров " : "номера ") + Gap(place, fault) + " нет";
}

}  // namespace

std::string CheckLabels(std::vector<Item>* items) {
  std::string list;
  ForEachFault(*items, [&](size_t i, const LabelPlace& place, const Fault& fault) {
    Item& item = (*items)[i];
    item.warnings.push_back(Warning(item, place, fault));
    if (!list.empty()) list += ", ";
    list += Mention(item, place, fault);
  });
  return list.empty() ? list : "Нумерация пунктов: " + list + ".";
}

}  // namespace rezon::reader
