#ifndef REZON_SERVICES_DECISIONS_DOMAIN_SOURCE_PLACE_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_SOURCE_PLACE_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "rezon/common/v1/common.pb.h"

// Where texts of points stand in the canonical text of their document. Pure.
namespace rezon::decisions {

// For every byte of `text`, a point's folded text, the byte of `source` that it was read from,
// looked for inside `span`; white space may differ. Empty when the text does not stand there, for
// example because a person rewrote it.
std::vector<std::size_t> BytesInSource(std::string_view text, std::string_view source,
                                       const rezon::common::v1::SourceSpan& span);

// The span of `before` in `after`, two readings of one file: the same characters, nearest to the
// old place. {0, 0} when they are not there. The span itself when the texts are the same.
rezon::common::v1::SourceSpan Carry(const rezon::common::v1::SourceSpan& span,
                                    std::string_view before, std::string_view after);

// Bytes that both spans hold.
std::size_t Overlap(const rezon::common::v1::SourceSpan& a, const rezon::common::v1::SourceSpan& b);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_SOURCE_PLACE_H_
