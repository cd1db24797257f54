#include "services/decisions/reader/addressees/posts.h"

#include "services/decisions/reader/lexicon/match.h"

namespace rezon::reader {

ShortPost ShortPostAt(const TokenText& t, size_t i) {
  if (!t.IsWord(i)) return {};
  const auto dot = [&t](size_t k) { return k < t.size() && t[k] == "."; };
  if (t[i] == "и" && dot(i + 1) && t[i + 2] == "о" && dot(i + 3)) return {i + 4, true};
  if (t[i] == "вр" && dot(i + 1) && t[i + 2] == "и" && dot(i + 3) && t[i + 4] == "о" &&
      dot(i + 5)) {
    return {i + 6, true};
  }
  if (IsAnyOf(t[i], {"врио", "врид", "ио"})) return {i + 1 + dot(i + 1), true};
  if (!dot(i + 1)) return {};
  if (IsAnyOf(t[i], {"зам", "зав", "нач", "пом", "рук", "дир", "предс", "пред", "секр", "спец",
                     "упр", "коорд", "инсп", "воспит", "преп"})) {
    return {i + 2, true};
  }
  return IsAnyOf(t[i], {"гл", "ст", "мл", "вед", "отв"}) ? ShortPost{i + 2, false} : ShortPost{};
}

}  // namespace rezon::reader
