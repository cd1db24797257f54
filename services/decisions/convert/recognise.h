// Text off pictures of pages, by tesseract.
#ifndef REZON_SERVICES_DECISIONS_CONVERT_RECOGNISE_H_
#define REZON_SERVICES_DECISIONS_CONVERT_RECOGNISE_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "services/decisions/convert/process.h"

namespace rezon::convert {

struct Recognised {
  std::string text;   // UTF-8, a printed line a line, a blank line between paragraphs and pages
  double sure = 0.0;  // mean confidence of the words, 0..1
};

// Recognises a picture (png, jpeg, tiff) as Russian text.
absl::StatusOr<Recognised> RecognisePicture(const std::string& recogniser, std::string_view bytes,
                                            Clock::time_point deadline);

// Paints the pages of a PDF with `painter` (pdftoppm), at most 60 of them, and recognises each.
// Errors: DEADLINE_EXCEEDED, ABORTED when nothing came out.
absl::StatusOr<Recognised> RecognisePdf(const std::string& painter, const std::string& recogniser,
                                        std::string_view bytes, Clock::time_point deadline);

}  // namespace rezon::convert

#endif  // REZON_SERVICES_DECISIONS_CONVERT_RECOGNISE_H_
