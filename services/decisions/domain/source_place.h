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

// Places between two readings of one file. Both texts outlive it.
class Carrier {
 public:
  Carrier(std::string_view before, std::string_view after);

  // The span of `before` in `after`: the same characters, nearest to where what stands before and
  // behind them leads. {0, 0} when they are not there. The span itself when the texts are the same.
  rezon::common::v1::SourceSpan Carry(const rezon::common::v1::SourceSpan& span) const;

 private:
  std::size_t Expected(std::size_t begin) const;

  std::string_view before_;
  std::string_view after_;
  // Bytes that both texts begin and end with.
  std::size_t head_ = 0;
  std::size_t tail_ = 0;
};

// True when the last byte of `span` is in `place`: where a relation's target ends, whatever words
// it begins with.
bool HoldsEnd(const rezon::common::v1::SourceSpan& place,
              const rezon::common::v1::SourceSpan& span);

// Bytes that both spans hold.
std::size_t Overlap(const rezon::common::v1::SourceSpan& a, const rezon::common::v1::SourceSpan& b);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_SOURCE_PLACE_H_
