// Resolutions made up from word lists for the benchmark of the reader: no two points alike, the
// same seed gives the same text. They name no real place, body or person.
#ifndef REZON_TESTS_LOAD_READER_SAMPLE_TEXT_H_
#define REZON_TESTS_LOAD_READER_SAMPLE_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rezon::load {

// Points on the upper level under one formula; no list goes on for ever.
inline constexpr size_t kPointsUnderFormula = 60;

// A point of a made-up resolution; level 0 has a number, level 1 stands under the last level 0.
struct SamplePoint {
  int level = 0;
  std::string text;
};

// Points with addressees, terms, quotations and references in the mix that office texts have.
std::vector<SamplePoint> MakeSamplePoints(uint32_t seed, size_t bytes);

// One resolution of about `bytes` bytes of UTF-8, one paragraph a line: heading, preamble, points
// under several formulas (nearly all of the text), signature.
std::string MakeSampleText(uint32_t seed, size_t bytes);

// `text` broken into lines of at most `columns` characters, as a text/plain mail would.
std::string Wrap(const std::string& text, size_t columns);

}  // namespace rezon::load

#endif  // REZON_TESTS_LOAD_READER_SAMPLE_TEXT_H_
