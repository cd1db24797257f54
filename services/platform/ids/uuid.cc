#include "services/platform/ids/uuid.h"

#include <openssl/rand.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <cstring>

namespace rezon::ids {
namespace {

constexpr char kHex[] = "0123456789abcdef";

// The last issued value of (milliseconds << 12 | counter): the 60 leading bits of a UUIDv7 without
// its version. A counter that overflows borrows from the next millisecond.
std::atomic<uint64_t> last_tick{0};

uint64_t NextTick() {
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::system_clock::now().time_since_epoch());
  const uint64_t fresh = static_cast<uint64_t>(now.count()) << 12;
  uint64_t last = last_tick.load(std::memory_order_relaxed);
  uint64_t next;
  do {
    next = fresh > last ? fresh : last + 1;
  } while (!last_tick.compare_exchange_weak(last, next, std::memory_order_relaxed));
  return next;
}

// Random bytes from a per-thread reserve, because one RAND_bytes call costs more than 64 ids.
uint64_t Random64() {
  thread_local std::array<unsigned char, 512> reserve;
  thread_local size_t left = 0;
  if (left < sizeof(uint64_t)) {
    if (RAND_bytes(reserve.data(), static_cast<int>(reserve.size())) != 1) std::abort();
    left = reserve.size();
  }
  uint64_t value;
  left -= sizeof(value);
  std::memcpy(&value, reserve.data() + left, sizeof(value));
  return value;
}

std::string ToText(uint64_t high, uint64_t low) {
  std::string text(36, '-');
  size_t at = 0;
  for (int nibble = 0; nibble < 32; ++nibble) {
    if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20) ++at;
    const uint64_t word = nibble < 16 ? high : low;
    text[at++] = kHex[(word >> (60 - 4 * (nibble % 16))) & 0xF];
  }
  return text;
}

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace

std::string NewUuid() {
  const uint64_t tick = NextTick();
  const uint64_t high = ((tick >> 12) << 16) | 0x7000 | (tick & 0xFFF);
  const uint64_t low = (Random64() & 0x3FFFFFFFFFFFFFFFull) | 0x8000000000000000ull;
  return ToText(high, low);
}

bool IsUuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : HexValue(text[i]) < 0) return false;
  }
  return true;
}

int64_t UuidMillis(std::string_view uuid) {
  if (!IsUuid(uuid) || uuid[14] != '7') return -1;
  int64_t millis = 0;
  for (size_t i = 0; i < 13; ++i) {
    if (i != 8) millis = millis << 4 | HexValue(uuid[i]);
  }
  return millis;
}

}  // namespace rezon::ids
