#ifndef REZON_SERVICES_DECISIONS_DOMAIN_SNIPPET_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_SNIPPET_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace rezon::decisions {

// Marks around found words in a snippet (contract SearchPointsResponse.Hit.snippet).
inline constexpr char kMarkBegin = '\x02';
inline constexpr char kMarkEnd = '\x03';

// A part of `text` of about `most` characters around the first found word, the found words between
// the marks, cut at spaces with «…» where something is left out. `marked` is the same text as the
// database highlighted it, in which е may stand for ё; when it is not the same text, it is used as
// it is.
std::string MakeSnippet(std::string_view text, std::string_view marked, std::size_t most);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_SNIPPET_H_
