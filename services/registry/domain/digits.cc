#include "services/registry/domain/digits.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace rezon::registry {
namespace {

bool AllDigits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

template <size_t N>
int Weighted(std::string_view digits, const std::array<int, N>& weights) {
  int sum = 0;
  for (size_t i = 0; i < N; ++i) sum += (digits[i] - '0') * weights[i];
  return sum % 11 % 10;
}

// Σ of digits by weights from, from+1 … 10, 1 … modulo 11.
int Rosstat(std::string_view digits, int from) {
  int sum = 0, weight = from;
  for (char c : digits) {
    sum += (c - '0') * weight;
    weight = weight == 10 ? 1 : weight + 1;
  }
  return sum % 11;
}

std::uint64_t Number(std::string_view digits) {
  std::uint64_t value = 0;
  for (char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

}  // namespace

bool GoodInn(std::string_view inn) {
  if (!AllDigits(inn)) return false;
  if (inn.size() == 10) {
    return Weighted<9>(inn, {2, 4, 10, 3, 5, 9, 4, 6, 8}) == inn[9] - '0';
  }
  return inn.size() == 12 && Weighted<10>(inn, {7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) == inn[10] - '0' &&
         Weighted<11>(inn, {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) == inn[11] - '0';
}

bool GoodOgrn(std::string_view ogrn) {
  if (!AllDigits(ogrn) || (ogrn.size() != 13 && ogrn.size() != 15)) return false;
  const std::uint64_t base = ogrn.size() == 13 ? 11 : 13;
  const std::uint64_t left = Number(ogrn.substr(0, ogrn.size() - 1)) % base;
  return left % 10 == static_cast<unsigned>(ogrn.back() - '0');
}

int ControlDigit(std::string_view code) {
  if (!AllDigits(code)) return -1;
  int digit = Rosstat(code, 1);
  if (digit == 10) digit = Rosstat(code, 3);
  return digit == 10 ? 0 : digit;
}

bool GoodOkpo(std::string_view okpo) {
  return AllDigits(okpo) && (okpo.size() == 8 || okpo.size() == 10) &&
         ControlDigit(okpo.substr(0, okpo.size() - 1)) == okpo.back() - '0';
}

bool GoodOktmo(std::string_view oktmo) {
  return AllDigits(oktmo) && (oktmo.size() == 8 || oktmo.size() == 11);
}

bool GoodKpp(std::string_view kpp) {
  if (kpp.size() != 9) return false;
  for (size_t i = 0; i < kpp.size(); ++i) {
    const bool digit = kpp[i] >= '0' && kpp[i] <= '9';
    const bool letter = (i == 4 || i == 5) && kpp[i] >= 'A' && kpp[i] <= 'Z';
    if (!digit && !letter) return false;
  }
  return true;
}

}  // namespace rezon::registry
