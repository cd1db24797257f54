#include "tests/store/registry/codes.h"

#include <cstdlib>
#include <initializer_list>

namespace rezon::registry {
namespace {

std::string Tail(const std::string& digits, std::initializer_list<int> weights) {
  int sum = 0;
  size_t at = 0;
  for (const int weight : weights) sum += weight * (digits[at++] - '0');
  return digits + std::to_string(sum % 11 % 10);
}

std::string Padded(size_t number, size_t width) {
  std::string text = std::to_string(number);
  return std::string(width - text.size(), '0') + text;
}

}  // namespace

std::string Inn(size_t n) { return Tail("77" + Padded(n, 7), {2, 4, 10, 3, 5, 9, 4, 6, 8}); }
std::string Ogrn(size_t n) {
  const std::string twelve = "102770" + Padded(n, 6);
  return twelve + std::to_string(std::atoll(twelve.c_str()) % 11 % 10);
}
std::string Okpo(size_t n) {
  const std::string seven = "5" + Padded(n, 6);
  int check = 0;
  for (int shift : {0, 2}) {
    int sum = 0;
    for (size_t i = 0; i < seven.size(); ++i) {
      sum += (static_cast<int>(i) + 1 + shift) * (seven[i] - '0');
    }
    check = sum % 11;
    if (check < 10) break;
    check = 0;
  }
  return seven + std::to_string(check);
}

}  // namespace rezon::registry
