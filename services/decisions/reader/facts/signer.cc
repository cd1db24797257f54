#include "services/decisions/reader/facts/signer.h"

namespace rezon::reader {
namespace {

constexpr size_t kReach = 3;     // paragraphs behind the operative part
constexpr size_t kMaxName = 60;  // bytes of a line that holds only the name

}  // namespace

std::optional<Responsible> FindSigner(const std::vector<Block>& blocks, const Zones& zones) {
  for (size_t i = zones.end; i < blocks.size() && i < zones.end + kReach; ++i) {
    if (!IsSignature(blocks[i])) continue;
    Responsible signer;
    signer.phrase = blocks[i].body.text;
    signer.span = {blocks[i].begin, blocks[i].end};
    signer.controller = true;
    signer.signer = true;
    // The name on a line of its own below the post.
    const bool named = signer.phrase.find('.') != std::string::npos;
    if (!named && i + 1 < blocks.size() && IsSignature(blocks[i + 1]) &&
        blocks[i + 1].body.text.size() < kMaxName) {
      signer.phrase.append(" ").append(blocks[i + 1].body.text);
      signer.span.end = blocks[i + 1].end;
    }
    return signer;
  }
  return std::nullopt;
}

}  // namespace rezon::reader
