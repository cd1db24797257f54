#include "services/decisions/reader/intake/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "services/decisions/reader/error.h"
#include "services/decisions/reader/text/utf8.h"

namespace rezon::reader {
namespace {

constexpr size_t kSample = 64 << 10;  // bytes that an encoding is guessed from
constexpr double kMinRussian = 0.55;  // of the non-ASCII characters of a Russian text

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

// Converts to UTF-8; false when a byte has no meaning in the encoding.
bool Convert(std::string_view bytes, const char* encoding, std::string* out) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding, &error), &ucnv_close);
  if (U_FAILURE(error)) return false;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  out->clear();
  std::array<UChar, 8192> buffer;
  const char* source = bytes.data();
  const char* end = bytes.data() + bytes.size();
  while (true) {
    UChar* target = buffer.data();
    error = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, end, nullptr,
                   true, &error);
    icu::UnicodeString(false, buffer.data(), static_cast<int32_t>(target - buffer.data()))
        .toUTF8String(*out);
    if (error == U_BUFFER_OVERFLOW_ERROR) continue;
    return U_SUCCESS(error);
  }
}

// How Russian a text looks: frequent small letters count for it, box drawing, rare letters and
// capitals inside words against it.
double Russian(std::string_view utf8) {
  constexpr std::string_view kFrequent = "оеаинтсрвлкмдпу";
  size_t other = 0;
  double good = 0;
  bool lower_before = false;
  for (size_t at = 0; at < utf8.size();) {
    size_t size;
    const uint32_t code = CharAt(utf8, at, &size);
    if (code >= 0x80) {
      ++other;
      if (IsLowerChar(code)) {
        good += kFrequent.find(utf8.substr(at, size)) != std::string_view::npos ? 1.0 : 0.6;
      } else if (IsUpperChar(code)) {
        good += lower_before ? -1.0 : 0.7;
      } else if (code == 0xAB || code == 0xBB || code == 0x2116 || code == 0x2013 ||
                 code == 0x2014 || code == 0xA0) {
        good += 0.8;
      } else {
        good -= 1.0;
      }
    }
    lower_before = IsLowerChar(code);
    at += size;
  }
  return other == 0 ? 0 : good / static_cast<double>(other);
}

// UTF-16 without a mark: most high bytes are 0 or 4.
const char* GuessUtf16(std::string_view bytes) {
  if (bytes.size() < 8 || bytes.size() % 2 != 0) return nullptr;
  const size_t sample = std::min(bytes.size(), kSample) / 2;
  const std::string_view looked_at = bytes.substr(0, 2 * sample);
  if (looked_at.find('\0') >= looked_at.size() && looked_at.find('\x04') >= looked_at.size()) {
    return nullptr;
  }
  size_t little = 0;
  size_t big = 0;
  for (size_t i = 0; i < sample; ++i) {
    little += bytes[2 * i + 1] == 0 || bytes[2 * i + 1] == 4;
    big += bytes[2 * i] == 0 || bytes[2 * i] == 4;
    // Neither can come to four fifths any more.
    if (i % 64 == 63 && (i + 1 - std::max(little, big)) * 5 > sample) return nullptr;
  }
  if (little * 10 > sample * 8 && little > big) return "UTF-16LE";
  if (big * 10 > sample * 8 && big > little) return "UTF-16BE";
  return nullptr;
}

// ICU's opinion, as a hint between 8-bit encodings.
std::string IcuGuess(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error),
                                                                      &ucsdet_close);
  if (U_FAILURE(error)) return "";
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr) return "";
  const char* name = ucsdet_getName(match, &error);
  return U_FAILURE(error) || name == nullptr ? "" : name;
}

absl::StatusOr<Decoded> Decode8Bit(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  const std::string hint = IcuGuess(sample);
  const char* best = nullptr;
  double best_score = kMinRussian;
  for (const char* encoding : {"windows-1251", "KOI8-R", "IBM866", "ISO-8859-5"}) {
    std::string text;
    if (!Convert(sample, encoding, &text)) continue;
    const double score = Russian(text) + (hint == encoding ? 0.05 : 0.0);
    if (score > best_score) {
      best_score = score;
      best = encoding;
    }
  }
  Decoded decoded;
  if (best == nullptr || !Convert(bytes, best, &decoded.text)) {
    return MakeReadError(ReadFailure::kUnknownEncoding);
  }
  decoded.encoding = best;
  return decoded;
}

}  // namespace

absl::StatusOr<Decoded> DecodeText(std::string_view bytes) {
  Decoded decoded;
  const char* utf16 = nullptr;
  if (bytes.starts_with("\xFF\xFE")) utf16 = "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) utf16 = "UTF-16BE";
  if (utf16 == nullptr) utf16 = GuessUtf16(bytes);
  if (utf16 != nullptr) {
    if (!Convert(bytes, utf16, &decoded.text)) return MakeReadError(ReadFailure::kUnknownEncoding);
    decoded.encoding = utf16;
    return decoded;
  }
  if (IsUtf8(bytes)) {
    decoded.plain = true;
    decoded.encoding = "UTF-8";
    return decoded;
  }
  return Decode8Bit(bytes);
}

}  // namespace rezon::reader
