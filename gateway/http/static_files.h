#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "gateway/http/exchange.h"

namespace rezon::gateway {

// The built web UI: the files of a folder, and index.html for every address that is a page of the
// UI and not a file. Immutable; thread-safe. Files are read at each request: they are few and
// small, and a new build shows at once.
class StaticFiles {
 public:
  // FAILED_PRECONDITION when the folder has no index.html.
  static absl::StatusOr<StaticFiles> Open(const std::string& root);

  // The answer to GET or HEAD of a decoded path; 404 for a missing file with an extension. Paths
  // that leave the folder, also by links, are 404.
  HttpResponse Serve(std::string_view path, std::string_view if_none_match) const;

 private:
  explicit StaticFiles(std::string root) : root_(std::move(root)) {}
  std::string root_;
};

}  // namespace rezon::gateway
