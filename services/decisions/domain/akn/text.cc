#include "services/decisions/domain/akn/text.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "services/decisions/domain/utf8.h"

namespace rezon::decisions::akn {
namespace {

constexpr std::size_t kMostSignature = 200;

// A capital Cyrillic letter and a point behind it, at `at`.
bool IsInitial(std::string_view line, std::size_t at) {
  if (at + 3 > line.size() || static_cast<unsigned char>(line[at]) != 0xD0) return false;
  const auto second = static_cast<unsigned char>(line[at + 1]);
  return second >= 0x90 && second <= 0xAF && line[at + 2] == '.';
}

}  // namespace

std::string Clean(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = CharacterSize(text, at);
    const std::string_view letter = text.substr(at, std::max<std::size_t>(1, size));
    at += letter.size();
    const auto first = static_cast<unsigned char>(letter[0]);
    const bool control = size == 1 && first < 0x20 && first != '\t' && first != '\n';
    if (size == 0 || control || letter == "\xEF\xBF\xBE" || letter == "\xEF\xBF\xBF") continue;
    clean += letter;
  }
  return clean;
}

pugi::xml_node Add(pugi::xml_node parent, const char* name, std::string_view text) {
  pugi::xml_node node = parent.append_child(name);
  if (!text.empty()) node.append_child(pugi::node_pcdata).set_value(Clean(text).c_str());
  return node;
}

void Set(pugi::xml_node node, const char* name, std::string_view value) {
  node.append_attribute(name).set_value(Clean(value).c_str());
}

std::vector<std::string_view> Paragraphs(std::string_view text) {
  std::vector<std::string_view> paragraphs;
  for (absl::string_view line : absl::StrSplit(absl::string_view(text.data(), text.size()), '\n')) {
    line = absl::StripAsciiWhitespace(line);
    if (!line.empty()) paragraphs.emplace_back(line.data(), line.size());
  }
  return paragraphs;
}

void AddMark(pugi::xml_node parent, const Mark& mark) {
  pugi::xml_node node = parent.append_child(mark.element);
  if (!mark.date.empty()) Set(node, "date", mark.date);
  Set(node, "refersTo", "#" + std::string(mark.refers_to));
  node.append_child(pugi::node_pcdata).set_value(Clean(mark.phrase).c_str());
}

std::vector<bool> AddMarked(pugi::xml_node parent, std::string_view text,
                            const std::vector<Mark>& marks) {
  std::vector<bool> placed(marks.size());
  std::vector<std::pair<std::size_t, std::size_t>> places;  // where, and which mark
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::size_t at = marks[i].phrase.empty() ? text.npos : text.find(marks[i].phrase);
    if (at == text.npos) continue;
    const bool meets = std::any_of(places.begin(), places.end(), [&](const auto& other) {
      return at < other.first + marks[other.second].phrase.size() &&
             other.first < at + marks[i].phrase.size();
    });
    if (meets) continue;
    places.emplace_back(at, i);
    placed[i] = true;
  }
  std::sort(places.begin(), places.end());
  std::size_t done = 0;
  auto plain = [&](std::size_t end) {
    if (end == done) return;
    parent.append_child(pugi::node_pcdata).set_value(Clean(text.substr(done, end - done)).c_str());
  };
  for (const auto& [at, i] : places) {
    plain(at);
    AddMark(parent, marks[i]);
    done = at + marks[i].phrase.size();
  }
  plain(text.size());
  return placed;
}

bool IsSignature(std::string_view line) {
  if (line.size() > kMostSignature) return false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!IsInitial(line, at)) continue;
    std::size_t next = at + 3;
    while (next < line.size() && line[next] == ' ') ++next;
    if (IsInitial(line, next)) return true;
  }
  return false;
}

}  // namespace rezon::decisions::akn
