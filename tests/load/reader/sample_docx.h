// A Word file of made-up points with automatic numbering, as a word processor would write it.
#ifndef REZON_TESTS_LOAD_READER_SAMPLE_DOCX_H_
#define REZON_TESTS_LOAD_READER_SAMPLE_DOCX_H_

#include <cstdint>
#include <string>

namespace rezon::load {

// A docx of about `pages` pages (2,200 characters each): numbered points on two levels, several
// formatted runs a paragraph, styles and numbering parts.
std::string MakeSampleDocx(uint32_t seed, int pages);

}  // namespace rezon::load

#endif  // REZON_TESTS_LOAD_READER_SAMPLE_DOCX_H_
