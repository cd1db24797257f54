#include "services/decisions/domain/akn/iri.h"

#include <algorithm>
#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "services/decisions/domain/utf8.h"

namespace rezon::decisions::akn {
namespace {

constexpr std::size_t kMostSlug = 80;

// а to я, by ГОСТ Р 52535.1; ё is е.
constexpr std::array<const char*, 32> kLatin = {
    "a", "b", "v", "g", "d", "e",  "zh", "z",  "i",  "i",    "k",  "l", "m", "n", "o",  "p",
    "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "ie", "y", "",  "e", "iu", "ia"};

// The Cyrillic letter at `at` in Latin; nullptr for anything else.
const char* Latin(std::string_view letter) {
  if (letter.size() != 2) return nullptr;
  const unsigned code = (static_cast<unsigned char>(letter[0]) & 0x1Fu) << 6 |
                        (static_cast<unsigned char>(letter[1]) & 0x3Fu);
  if (code == 0x401 || code == 0x451) return "e";
  if (code >= 0x410 && code <= 0x42F) return kLatin[code - 0x410];
  if (code >= 0x430 && code <= 0x44F) return kLatin[code - 0x430];
  return nullptr;
}

// «ru-tyu» and its country; «ru» for a region that is no ISO code.
void SetPlace(const std::string& region, Identity& identity) {
  identity.country = "ru";
  identity.jurisdiction = "ru";
  if (region.size() < 4 || region.size() > 6 || region[2] != '-') return;
  for (std::size_t i = 0; i < region.size(); ++i) {
    if (i != 2 && !absl::ascii_isalnum(static_cast<unsigned char>(region[i]))) return;
  }
  identity.jurisdiction = absl::AsciiStrToLower(region);
  identity.country = identity.jurisdiction.substr(0, 2);
}

void SetDate(const pb::Resolution& resolution, Identity& identity) {
  const struct {
    const std::string& date;
    const char* name;
  } dates[] = {{resolution.adopt_date(), "adoption"},
               {resolution.event().end_date(), "event"},
               {resolution.event().start_date(), "event"},
               {resolution.letter().date(), "letter"}};
  for (const auto& [date, name] : dates) {
    if (date.empty()) continue;
    identity.date = date;
    identity.date_name = name;
    return;
  }
  identity.date = DayOf(resolution.create_time());
  identity.date_name = "import";
}

void SetLevels(const std::string& kind, const std::string& name, Identity& identity) {
  identity.work =
      absl::StrCat("/akn/", identity.jurisdiction, "/", kind, "/", identity.date, "/", name);
  identity.expression = absl::StrCat(identity.work, "/rus@", identity.date);
  identity.manifestation = identity.expression + ".akn";
}

}  // namespace

std::string DayOf(const google::protobuf::Timestamp& time) {
  return absl::FormatTime("%Y-%m-%d", absl::FromUnixSeconds(time.seconds()), absl::UTCTimeZone());
}

std::string Slug(std::string_view text, std::size_t most) {
  std::string slug;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = std::max<std::size_t>(1, CharacterSize(text, at));
    const std::string_view letter = text.substr(at, size);
    at += size;
    const char* latin = Latin(letter);
    if (latin != nullptr) {
      slug += latin;
    } else if (size == 1 && absl::ascii_isalnum(static_cast<unsigned char>(letter[0]))) {
      slug += absl::ascii_tolower(static_cast<unsigned char>(letter[0]));
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  if (slug.size() > most) {
    const std::size_t word = slug.rfind('-', most);
    slug.resize(word == std::string::npos || word == 0 ? most : word);
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

Identity ResolutionIdentity(const pb::Resolution& resolution) {
  Identity identity;
  SetPlace(resolution.region(), identity);
  SetDate(resolution, identity);
  std::string name = Slug(resolution.display_name(), kMostSlug);
  SetLevels("statement/resolution", name.empty() ? "main" : name, identity);
  return identity;
}

Identity LetterIdentity(const pb::Resolution& resolution, const pb::LetterFacts& letter) {
  Identity identity = ResolutionIdentity(resolution);
  if (!letter.date().empty()) {
    identity.date = letter.date();
    identity.date_name = "letter";
  }
  const std::string number = Slug(letter.number(), kMostSlug);
  SetLevels("doc/letter", number.empty() ? "nn" : number, identity);
  return identity;
}

}  // namespace rezon::decisions::akn
