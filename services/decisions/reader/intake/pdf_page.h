// One page of a PDF as lines in the order in which they are read: columns one after the other,
// footnotes apart.
#ifndef REZON_SERVICES_DECISIONS_READER_INTAKE_PDF_PAGE_H_
#define REZON_SERVICES_DECISIONS_READER_INTAKE_PDF_PAGE_H_

#include <poppler-page.h>

#include <string>
#include <vector>

#include "services/decisions/reader/document.h"

namespace rezon::reader {

struct PdfPage {
  std::vector<std::string> lines;
  std::vector<Note> footnotes;
};

PdfPage ReadPdfPage(const poppler::page& page);

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_INTAKE_PDF_PAGE_H_
