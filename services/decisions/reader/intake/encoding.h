// Encodings of plain text: UTF-8, UTF-16, Windows-1251, KOI8-R, CP866, ISO-8859-5.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_ENCODING_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_ENCODING_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace rezon::reader {

struct Decoded {
  std::string text;      // UTF-8
  std::string encoding;  // IANA name
  bool plain = false;    // the bytes are UTF-8 themselves, and `text` is left empty
};

// Decodes text of an unknown encoding: UTF-8 by its well-formedness, UTF-16 by its mark or its
// zero bytes, 8-bit encodings by how much the result looks like Russian. INVALID_ARGUMENT when
// nothing fits.
absl::StatusOr<Decoded> DecodeText(std::string_view bytes);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_ENCODING_H_
