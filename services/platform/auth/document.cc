#include "services/platform/auth/document.h"

#include <curl/curl.h>
#include <sys/stat.h>

#include <fstream>
#include <memory>
#include <mutex>
#include <sstream>
#include <string_view>

#include "absl/hash/hash.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace rezon::auth {
namespace {

constexpr size_t kMaxDocument = 1 << 20;

size_t Append(char* data, size_t size, size_t count, void* out) {
  auto* text = static_cast<std::string*>(out);
  if (text->size() + size * count > kMaxDocument) return 0;
  text->append(data, size * count);
  return size * count;
}

absl::StatusOr<std::string> Fetch(const std::string& url, std::chrono::milliseconds limit) {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
  if (!curl) return absl::UnavailableError("no HTTP client");
  std::string text;
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(limit.count()));
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_FAILONERROR, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, Append);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &text);
  const CURLcode code = curl_easy_perform(curl.get());
  if (code != CURLE_OK) {
    return absl::UnavailableError(
        absl::StrCat("cannot read ", url, ": ", curl_easy_strerror(code)));
  }
  return text;
}

}  // namespace

bool IsUrl(const std::string& where) {
  return absl::StartsWith(where, "http://") || absl::StartsWith(where, "https://");
}

absl::StatusOr<std::string> ReadDocument(const std::string& where,
                                         std::chrono::milliseconds limit) {
  if (IsUrl(where)) return Fetch(where, limit);
  if (absl::StartsWith(where, "{")) return where;
  std::ifstream file(where, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) {
    return absl::UnavailableError(absl::StrCat("cannot read ", where));
  }
  return std::move(text).str();
}

uint64_t FileStamp(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) return 0;
  return absl::HashOf(info.st_ino, info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec) | 1;
}

}  // namespace rezon::auth
