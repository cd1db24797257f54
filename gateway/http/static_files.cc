#include "gateway/http/static_files.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <sstream>
#include <utility>

namespace rezon::gateway {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".map", "application/json"},
    {".wasm", "application/wasm"},
}};

std::string_view TypeOf(const fs::path& file) {
  const std::string extension = file.extension().string();
  for (const auto& [known, type] : kTypes) {
    if (known == extension) return type;
  }
  return "application/octet-stream";
}

// The file a path means, or nothing when there is none inside the folder.
std::optional<fs::path> Find(const fs::path& root, std::string_view path) {
  if (path.find('\0') != path.npos || path.find('\\') != path.npos) return std::nullopt;
  std::error_code error;
  const fs::path file = fs::canonical(root / path.substr(std::min<size_t>(1, path.size())), error);
  if (error || !fs::is_regular_file(file, error)) return std::nullopt;
  const auto relative = file.lexically_relative(root);
  if (relative.empty() || *relative.begin() == "..") return std::nullopt;
  return file;
}

HttpResponse NotFound() {
  HttpResponse response;
  response.status = 404;
  response.content_type = "text/plain; charset=utf-8";
  response.body = "Нет такой страницы.\n";
  return response;
}

}  // namespace

absl::StatusOr<StaticFiles> StaticFiles::Open(const std::string& root) {
  std::error_code error;
  const fs::path canonical = fs::canonical(root, error);
  if (error || !fs::is_regular_file(canonical / "index.html", error)) {
    return absl::FailedPreconditionError("no index.html in " + root);
  }
  return StaticFiles(canonical.string());
}

HttpResponse StaticFiles::Serve(std::string_view path, std::string_view if_none_match) const {
  const fs::path root(root_);
  auto file = Find(root, path);
  if (!file && fs::path(path).has_extension()) return NotFound();
  if (!file) file = root / "index.html";
  std::ifstream in(*file, std::ios::binary);
  std::ostringstream text;
  if (!in || !(text << in.rdbuf())) return NotFound();
  HttpResponse response;
  response.content_type = TypeOf(*file);
  response.body = std::move(text).str();
  // The build puts a hash of the content into the names of assets; a page must be asked for anew.
  const bool hashed = path.substr(0, 8) == "/assets/";
  const std::string etag = "\"" + std::to_string(std::hash<std::string>()(response.body)) + "\"";
  response.headers = {
      {"ETag", etag},
      {"Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache"}};
  if (if_none_match == etag) {
    response.status = 304;
    response.body.clear();
  }
  return response;
}

}  // namespace rezon::gateway
