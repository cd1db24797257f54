// Texts that are made while a document is read (lines joined to paragraphs), kept to its end.
#ifndef REZON_SERVICES_DECISIONS_READER_TEXT_TEXT_POOL_H_
#define REZON_SERVICES_DECISIONS_READER_TEXT_TEXT_POOL_H_

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace rezon::reader {

// Gives out views that stay valid as long as the pool, which is for one thread. The text made last
// grows in place, so that a text made of many pieces, one after the other, costs its length.
class TextPool {
 public:
  // `text` with `between` and `more` behind it.
  std::string_view Append(std::string_view text, std::string_view more,
                          std::string_view between = {});

  // `text` without its last byte. The byte is given up: the next Append may overwrite it.
  std::string_view DropLast(std::string_view text);

 private:
  bool MadeLast(std::string_view text) const {
    return last_ != nullptr && text.data() == last_ && last_ + text.size() == at_;
  }

  std::vector<std::unique_ptr<char[]>> chunks_;
  char* last_ = nullptr;  // the text made last, in the latest chunk
  char* at_ = nullptr;    // its end
  char* end_ = nullptr;   // the chunk's
};

// For texts and their folds, which grow side by side.
struct ParagraphPool {
  TextPool text;
  TextPool low;
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_TEXT_TEXT_POOL_H_
