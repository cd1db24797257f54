#include "services/platform/ids/names.h"

#include <initializer_list>

#include "services/platform/errors/errors.h"
#include "services/platform/ids/uuid.h"

namespace rezon::names {
namespace {

constexpr size_t kMaxPart = 63;

std::string Cat(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (std::string_view part : parts) text.append(part);
  return text;
}

bool GoodPart(std::string_view part) {
  if (part.empty() || part.size() > kMaxPart) return false;
  for (char c : part) {
    const bool good =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    if (!good) return false;
  }
  return true;
}

// Takes the segment before the next '/', and leaves the rest after it. The last one ends `more`.
std::string_view NextSegment(std::string_view& text, bool& more) {
  const size_t slash = text.find('/');
  more = slash != std::string_view::npos;
  std::string_view segment = text.substr(0, slash);
  text = more ? text.substr(slash + 1) : std::string_view();
  return segment;
}

absl::Status WrongShape(std::string_view pattern, std::string_view field) {
  return errors::InvalidField(field, Cat({"must look like ", pattern}),
                              Cat({"Поле ", field, ": ожидается имя вида ", pattern}));
}

}  // namespace

std::optional<std::vector<std::string_view>> Match(std::string_view pattern,
                                                   std::string_view name) {
  std::vector<std::string_view> parts;
  bool pattern_more = true, name_more = true;
  while (pattern_more && name_more) {
    const std::string_view want = NextSegment(pattern, pattern_more);
    const std::string_view have = NextSegment(name, name_more);
    if (!want.empty() && want.front() == '{') {
      if (!GoodPart(have)) return std::nullopt;
      parts.push_back(have);
    } else if (want != have) {
      return std::nullopt;
    }
  }
  if (pattern_more != name_more) return std::nullopt;
  return parts;
}

absl::StatusOr<std::vector<std::string>> Parse(std::string_view pattern, std::string_view name,
                                               std::string_view field) {
  auto parts = Match(pattern, name);
  if (!parts) return WrongShape(pattern, field);
  return std::vector<std::string>(parts->begin(), parts->end());
}

absl::StatusOr<std::string> ParseId(std::string_view collection, std::string_view name,
                                    std::string_view field) {
  const size_t length = collection.size();
  if (name.size() <= length || name.substr(0, length) != collection || name[length] != '/' ||
      !GoodPart(name.substr(length + 1))) {
    return WrongShape(Cat({collection, "/{id}"}), field);
  }
  return std::string(name.substr(length + 1));
}

absl::StatusOr<std::string> ParseUuid(std::string_view collection, std::string_view name,
                                      std::string_view field) {
  auto id = ParseId(collection, name, field);
  if (id.ok() && !ids::IsUuid(*id)) return WrongShape(Cat({collection, "/{uuid}"}), field);
  return id;
}

std::string Join(std::string_view collection, std::string_view id) {
  return Cat({collection, "/", id});
}

}  // namespace rezon::names
