#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "gateway/cli/command.h"

namespace rezon::cli {

using Query = std::vector<std::pair<std::string, std::string>>;

// Speaks JSON with the gateway. Every error is a status whose message is for people (Russian where
// the server gives it) with the violated fields. Calls with a request id are repeated a few times
// when there is no answer. Not thread-safe.
class Client {
 public:
  // Server and token from the options or the environment; see CommonOptions.
  static absl::StatusOr<std::unique_ptr<Client>> Make(const Arguments& arguments);
  ~Client();

  // The body of the answer. `body` is JSON, or empty.
  absl::StatusOr<std::string> Call(const std::string& method, const std::string& path,
                                   const Query& query = {}, const std::string& body = "");
  // The same with bytes as they are; `progress` gets bytes sent and in all.
  absl::StatusOr<std::string> Upload(const std::string& path, const Query& query,
                                     const std::string& content_type, const std::string& bytes,
                                     const std::function<void(uint64_t, uint64_t)>& progress);
  // A streamed answer, one line of JSON at a time as it comes; the last one is also returned.
  absl::StatusOr<std::string> Stream(const std::string& path, const std::string& body,
                                     const std::function<void(const std::string&)>& line);

 private:
  struct Request;
  Client(std::string server, std::string token);
  absl::Status Perform(const Request& request, std::string* answer);
  absl::Status PerformOnce(const Request& request, std::string* answer);

  const std::string server_;
  const std::string token_;
};

// The exit code for a status.
ExitCode ExitCodeOf(const absl::Status& status);

// Prints "rezonctl: …" on standard error and gives the exit code.
int Report(const absl::Status& status);

}  // namespace rezon::cli
