#include "services/decisions/domain/snippet.h"

#include <algorithm>
#include <vector>

#include "services/decisions/domain/utf8.h"

namespace rezon::decisions {
namespace {

std::string_view Next(std::string_view text, std::size_t& at) {
  const std::size_t size = std::max<std::size_t>(1, CharacterSize(text, at));
  std::string_view character = text.substr(at, size);
  at += size;
  return character;
}

std::vector<std::string_view> Characters(std::string_view text) {
  std::vector<std::string_view> characters;
  for (std::size_t at = 0; at < text.size();) characters.push_back(Next(text, at));
  return characters;
}

bool IsMark(std::string_view character) {
  return character[0] == kMarkBegin || character[0] == kMarkEnd;
}

bool SameLetter(std::string_view original, std::string_view shown) {
  return original == shown || (original == "ё" && shown == "е") ||
         (original == "Ё" && shown == "Е");
}

// The original's characters with the marks between them; empty when the texts differ otherwise.
std::vector<std::string_view> Transfer(std::string_view text, std::string_view marked) {
  std::vector<std::string_view> out;
  std::size_t at = 0;
  for (std::string_view character : Characters(marked)) {
    if (IsMark(character)) {
      out.push_back(character);
      continue;
    }
    if (at >= text.size()) return {};
    std::string_view original = Next(text, at);
    if (!SameLetter(original, character)) return {};
    out.push_back(original);
  }
  if (at != text.size()) return {};
  return out;
}

std::size_t BackToSpace(const std::vector<std::string_view>& characters, std::size_t at) {
  while (at > 0 && characters[at - 1] != " ") --at;
  return at;
}

std::size_t OnToSpace(const std::vector<std::string_view>& characters, std::size_t at) {
  while (at < characters.size() && characters[at] != " ") ++at;
  return at;
}

}  // namespace

std::string MakeSnippet(std::string_view text, std::string_view marked, std::size_t most) {
  std::vector<std::string_view> characters = Transfer(text, marked);
  if (characters.empty()) characters = Characters(marked);
  auto mark = std::find(characters.begin(), characters.end(), std::string_view(&kMarkBegin, 1));
  const auto found = mark == characters.end() ? std::size_t{0}
                                              : static_cast<std::size_t>(mark - characters.begin());
  const std::size_t from = characters.size() <= most || found <= most / 3
                               ? 0
                               : BackToSpace(characters, found - most / 3);
  const std::size_t to = OnToSpace(characters, std::min(characters.size(), from + most));
  std::string snippet = from > 0 ? "… " : "";
  bool open = false;
  for (std::size_t i = from; i < to; ++i) {
    if (characters[i][0] == kMarkBegin) open = true;
    if (characters[i][0] == kMarkEnd && !open) continue;
    if (characters[i][0] == kMarkEnd) open = false;
    snippet += characters[i];
  }
  if (open) snippet += kMarkEnd;
  if (to < characters.size()) snippet += " …";
  return snippet;
}

}  // namespace rezon::decisions
