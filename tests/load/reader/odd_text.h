// Shapes of text that a reader with a quadratic step would choke on.
#ifndef REZON_TESTS_LOAD_READER_ODD_TEXT_H_
#define REZON_TESTS_LOAD_READER_ODD_TEXT_H_

#include <functional>
#include <string>
#include <vector>

namespace rezon::load {

struct OddText {
  std::string name;
  std::function<std::string()> make;  // tens of megabytes: made when its turn comes
};

std::vector<OddText> OddTexts();

}  // namespace rezon::load

#endif  // REZON_TESTS_LOAD_READER_ODD_TEXT_H_
