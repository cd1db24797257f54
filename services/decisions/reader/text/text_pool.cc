#include "services/decisions/reader/text/text_pool.h"

#include <algorithm>
#include <cstring>

namespace rezon::reader {
namespace {

constexpr size_t kFirstChunk = 1024;
constexpr size_t kLargestChunk = 256u << 10;  // but for a longer text

void Copy(std::string_view from, char* to) {
  if (!from.empty()) std::memcpy(to, from.data(), from.size());
}

}  // namespace

std::string_view TextPool::Append(std::string_view text, std::string_view more,
                                  std::string_view between) {
  const size_t size = text.size() + between.size() + more.size();
  if (text.empty() || !MadeLast(text) || size - text.size() > static_cast<size_t>(end_ - at_)) {
    if (size > static_cast<size_t>(end_ - at_)) {
      const size_t usual =
          std::min(kFirstChunk << std::min<size_t>(chunks_.size(), 16), kLargestChunk);
      const size_t room = std::max(2 * size, usual);
      chunks_.emplace_back(new char[room]);
      at_ = chunks_.back().get();
      end_ = at_ + room;
    }
    last_ = at_;
    Copy(text, last_);
  }
  Copy(between, last_ + text.size());
  Copy(more, last_ + text.size() + between.size());
  at_ = last_ + size;
  return {last_, size};
}

std::string_view TextPool::DropLast(std::string_view text) {
  if (text.size() > 1 && MadeLast(text)) --at_;
  return text.substr(0, text.size() - 1);
}

}  // namespace rezon::reader
