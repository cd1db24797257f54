// Posts that are written short: «гл. бухгалтер», «зам. директора», «зав. кафедрой», «и.о. ректора».
#ifndef REZON_SERVICES_DECISIONS_READER_ADDRESSEES_POSTS_H_
#define REZON_SERVICES_DECISIONS_READER_ADDRESSEES_POSTS_H_

#include <cstddef>

#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// A post written short at a token.
struct ShortPost {
  size_t next = 0;    // token behind it and its dot
  bool noun = false;  // it names the post by itself («зам.»), not what kind of one («гл.»)

  explicit operator bool() const { return next > 0; }
};

ShortPost ShortPostAt(const TokenText& t, size_t i);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_ADDRESSEES_POSTS_H_
