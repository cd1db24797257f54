// What a fuzzer's bytes are made into before the reader gets them.
#ifndef REZON_TESTS_FUZZ_READER_FORMS_H_
#define REZON_TESTS_FUZZ_READER_FORMS_H_

#include <string>
#include <string_view>

namespace rezon::reader {

// `form` is "any" (the bytes are the file), "text" (each byte is a word or mark of a resolution,
// so that the grammar is reached at once), "docx" or "odt" (XML parts, kPartMark between them, in
// the order of the names in forms.cc) or "pdf" (what follows the header).
std::string FuzzFile(std::string_view form, std::string_view bytes);

inline constexpr std::string_view kPartMark = "\n----\n";

}  // namespace rezon::reader

#endif  // REZON_TESTS_FUZZ_READER_FORMS_H_
