// Tokens of the document's paragraphs, which several rules read.
#ifndef REZON_SERVICES_DECISIONS_READER_STRUCTURE_BLOCK_TOKENS_H_
#define REZON_SERVICES_DECISIONS_READER_STRUCTURE_BLOCK_TOKENS_H_

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "services/decisions/reader/structure/blocks.h"
#include "services/decisions/reader/text/token.h"

namespace rezon::reader {

// Made when a rule first asks for them and kept for the next. For one thread; the blocks outlive
// it, and their texts do not change.
class BlockTokens {
 public:
  explicit BlockTokens(const std::vector<Block>& blocks) : blocks_(blocks) {}

  // Of blocks[block].body.
  TokenText Of(size_t block) {
    if (block >= made_.size()) made_.resize(block + 1);
    const std::string_view low = blocks_[block].body.low;
    if (made_[block] == nullptr) {
      made_[block] = std::make_unique<Tokens>();
      Tokenize(low, made_[block].get());
    }
    return {low, *made_[block]};
  }

 private:
  const std::vector<Block>& blocks_;
  std::vector<std::unique_ptr<Tokens>> made_;  // by block, null where nobody has asked
};

}  // namespace rezon::reader

#endif  // REZON_SERVICES_DECISIONS_READER_STRUCTURE_BLOCK_TOKENS_H_
