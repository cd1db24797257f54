#include "services/decisions/reader/intake/pdf_streams.h"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr std::string_view kStream = "stream";
constexpr size_t kDictionary = 1024;  // bytes before a stream that may describe it

// Bytes that the stream at the start of `packed` takes and unpacks to, not far over `limit`.
size_t Unpacked(std::string_view packed, size_t limit) {
  z_stream state{};
  if (inflateInit(&state) != Z_OK) return 0;
  std::array<Bytef, 64 << 10> sink;
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  state.avail_in = static_cast<uInt>(packed.size());
  size_t total = 0;
  int result = Z_OK;
  while (result == Z_OK && total + state.total_in <= limit) {
    state.next_out = sink.data();
    state.avail_out = sink.size();
    result = inflate(&state, Z_NO_FLUSH);
    const size_t got = sink.size() - state.avail_out;
    total += got;
    if (got == 0 && state.avail_in == 0) break;
  }
  total += state.total_in;
  inflateEnd(&state);
  return total;
}

bool HoldsPicture(std::string_view dictionary) { return Contains(dictionary, "/Image"); }

}  // namespace

bool PdfUnpacksWithin(std::string_view bytes, size_t limit) {
  size_t total = 0;
  size_t last = 0;
  for (size_t at = bytes.find(kStream); at != std::string_view::npos;
       at = bytes.find(kStream, at + kStream.size())) {
    size_t data = at + kStream.size();
    const size_t begin = std::max(last, at > kDictionary ? at - kDictionary : 0);
    last = data;
    if (at >= 3 && bytes.substr(at - 3, 3) == "end") continue;
    std::string_view dictionary = bytes.substr(begin, at - begin);
    const size_t object = dictionary.rfind(" obj");
    if (object != std::string_view::npos) dictionary.remove_prefix(object);
    if (!Contains(dictionary, "Fl") || HoldsPicture(dictionary)) continue;
    while (data < bytes.size() && (bytes[data] == '\r' || bytes[data] == '\n')) ++data;
    total += Unpacked(bytes.substr(data), limit);
    if (total > limit) return false;
  }
  return true;
}

}  // namespace rezon::reader
