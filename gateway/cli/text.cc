#include "gateway/cli/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace rezon::cli {
namespace {

// The bytes of the character at the front.
size_t CharacterLength(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(length, text.size());
}

// U+0300…U+036F: accents that stand on the letter before.
bool IsCombining(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character[0]);
  const auto next = static_cast<unsigned char>(character.size() > 1 ? character[1] : 0);
  return lead == 0xCC || (lead == 0xCD && next < 0xB0);
}

// The longest start of a text that is at most `width` columns wide, in bytes.
size_t BytesOfWidth(std::string_view text, size_t width) {
  size_t bytes = 0;
  for (size_t taken = 0; bytes < text.size();) {
    const size_t length = CharacterLength(text.substr(bytes));
    if (!IsCombining(text.substr(bytes, length)) && ++taken > width) break;
    bytes += length;
  }
  return bytes;
}

}  // namespace

size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  while (!text.empty()) {
    const size_t length = CharacterLength(text);
    if (!IsCombining(text.substr(0, length))) ++width;
    text.remove_prefix(length);
  }
  return width;
}

std::string PadRight(std::string_view text, size_t width) {
  const size_t own = DisplayWidth(text);
  return std::string(text) + std::string(own < width ? width - own : 0, ' ');
}

std::string PadLeft(std::string_view text, size_t width) {
  const size_t own = DisplayWidth(text);
  return std::string(own < width ? width - own : 0, ' ') + std::string(text);
}

std::vector<std::string> Wrap(std::string_view text, size_t width) {
  std::vector<std::string> lines;
  width = std::max<size_t>(width, 1);
  while (DisplayWidth(text) > width) {
    size_t cut = BytesOfWidth(text, width);
    const size_t space = text.substr(0, cut + 1).rfind(' ');
    size_t skip = 0;
    if (space != text.npos && space > 0) {
      cut = space;
      skip = 1;
    }
    lines.emplace_back(text.substr(0, cut));
    text.remove_prefix(cut + skip);
  }
  lines.emplace_back(text);
  return lines;
}

std::string Plural(int64_t count, const char* one, const char* few, const char* many) {
  const int64_t tens = std::abs(count) % 100;
  const int64_t ones = tens % 10;
  const char* form = many;
  if (tens < 11 || tens > 14) form = ones == 1 ? one : ones >= 2 && ones <= 4 ? few : many;
  return std::to_string(count) + " " + form;
}

std::string RussianDate(const std::string& date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return date;
  return date.substr(8, 2) + "." + date.substr(5, 2) + "." + date.substr(0, 4);
}

std::string StateWord(const std::string& state) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 13> kWords{{
      {"STATE_ISSUED", "выдано"},
      {"STATE_DELIVERED", "доставлено"},
      {"STATE_ACKNOWLEDGED", "принято к исполнению"},
      {"STATE_IN_PROGRESS", "исполняется"},
      {"STATE_REPORTED", "ждёт приёмки"},
      {"STATE_RETURNED", "возвращено"},
      {"STATE_ACCEPTED", "снято с контроля"},
      {"STATE_CANCELLED", "отменено"},
      {"STATE_DRAFT", "черновик"},
      {"STATE_IN_REVIEW", "на проверке"},
      {"STATE_ADOPTED", "принято"},
      {"STATE_SUPERSEDED", "заменено"},
      {"STATE_REVOKED", "отозвано"},
  }};
  for (const auto& [name, word] : kWords) {
    if (name == state) return word;
  }
  return state;
}

std::string Percent(double share) {
  const auto tenths = static_cast<int64_t>(std::llround(share * 1000));
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "," + std::to_string(tenths % 10);
  return text + " %";
}

}  // namespace rezon::cli
