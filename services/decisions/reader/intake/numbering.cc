#include "services/decisions/reader/intake/numbering.h"

#include <algorithm>

#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

std::string Roman(int value, bool upper) {
  static constexpr std::pair<int, const char*> kDigits[] = {
      {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
      {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
  std::string out;
  if (value <= 0 || value > 3999) return std::to_string(value);
  for (const auto& [weight, digits] : kDigits) {
    while (value >= weight) {
      out += digits;
      value -= weight;
    }
  }
  return upper ? out : Fold(out);
}

// 1 → a, 27 → aa, as word processors count.
std::string AlphabetLabel(int value, std::u32string_view alphabet) {
  if (value <= 0) return std::to_string(value);
  const int size = static_cast<int>(alphabet.size());
  const int repeat = std::min((value - 1) / size + 1, 20);
  std::string out;
  for (int i = 0; i < repeat; ++i) AppendChar(alphabet[(value - 1) % size], &out);
  return out;
}

}  // namespace

std::string FormatNumber(int value, std::string_view format) {
  if (format == "lowerRoman") return Roman(value, false);
  if (format == "upperRoman") return Roman(value, true);
  if (format == "lowerLetter") return AlphabetLabel(value, U"abcdefghijklmnopqrstuvwxyz");
  if (format == "upperLetter") return AlphabetLabel(value, U"ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (format == "russianLower") return AlphabetLabel(value, U"абвгдежзиклмнопрстуфхцчшщэюя");
  if (format == "russianUpper") return AlphabetLabel(value, U"АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ");
  if (format == "decimalZero" && value < 10) return "0" + std::to_string(value);
  return std::to_string(value);
}

std::string ListCounter::Next(const ListStyle& style, int level) {
  level = std::clamp(level, 0, kListLevels - 1);
  const ListLevel& own = style.levels[level];
  count_[level] = count_[level] == kUnset ? Bounded(own.start) : count_[level] + 1;
  for (int above = 0; above < level; ++above) {
    if (count_[above] == kUnset) count_[above] = Bounded(style.levels[above].start);
  }
  for (int below = level + 1; below < kListLevels; ++below) {
    const int after = style.levels[below].restart_after;
    if (after != 0 && (after < 0 || level < after)) count_[below] = kUnset;
  }
  if (own.bullet) return BulletText(own.text);
  if (own.format == "none") return "";
  std::string label;
  for (size_t i = 0; i < own.text.size(); ++i) {
    const bool place = own.text[i] == '%' && i + 1 < own.text.size() && own.text[i + 1] >= '1' &&
                       own.text[i + 1] <= '9';
    if (!place) {
      label.push_back(own.text[i]);
      continue;
    }
    const int other = own.text[++i] - '1';
    const int value = count_[other] == kUnset ? style.levels[other].start : count_[other];
    label += FormatNumber(value, own.legal ? "decimal" : style.levels[other].format);
  }
  // «1» without any mark would not be told from a number of the text.
  if (!label.empty() &&
      (IsDigit(label.back()) || static_cast<unsigned char>(label.back()) >= 0x80 ||
       (label.back() >= 'A' && label.back() <= 'z'))) {
    label.push_back('.');
  }
  return label;
}

std::string BulletText(std::string_view text) {
  size_t size;
  const uint32_t code = CharAt(text, 0, &size);
  if (code == 0) return "";
  if (IsDashChar(code)) return std::string(text.substr(0, size));
  return "•";
}

}  // namespace rezon::reader
