// What the streams of a PDF unpack to, before anything else unpacks them.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_PDF_STREAMS_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_PDF_STREAMS_H_

#include <cstddef>
#include <string_view>

namespace rezon::reader {

// False when the deflated streams of the file, pictures left out, unpack to more than `limit` bytes
// together. Streams that are damaged or packed otherwise count as they stand.
bool PdfUnpacksWithin(std::string_view bytes, size_t limit);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_PDF_STREAMS_H_
