// libFuzzer entry of the reader. READER_FUZZ_FORM names what the bytes are made into (forms.h).
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "services/decisions/reader/reader.h"
#include "tests/fuzz/reader/forms.h"

namespace {

using rezon::reader::Document;
using rezon::reader::Item;

void Require(bool condition) {
  if (!condition) std::abort();
}

// What holds for every document, whatever was read.
void CheckDocument(const Document& document) {
  const auto inside = [&](const rezon::reader::Span& span) {
    Require(span.begin <= span.end && span.end <= document.text.size());
  };
  int ordinal = 0;
  for (const Item& item : document.items) {
    Require(item.ordinal == ++ordinal);
    Require(item.parent >= 0 && item.parent < item.ordinal);
    Require(item.confidence >= 0 && item.confidence <= 1);
    inside(item.span);
    inside(item.text_span);
    inside(item.deadline.span);
    for (const auto& who : item.responsible) inside(who.span);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string file = rezon::reader::FuzzFile(
      READER_FUZZ_FORM, std::string_view(reinterpret_cast<const char*>(data), size));
  rezon::reader::ReadOptions options;
  options.max_text_bytes = 1 << 20;
  const auto document = rezon::reader::Read(file, options);
  if (document.ok()) {
    CheckDocument(*document);
  } else {
    Require(rezon::reader::GetReadError(document.status()).has_value());
  }
  return 0;
}
