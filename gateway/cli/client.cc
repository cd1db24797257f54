#include "gateway/cli/client.h"

#include <curl/curl.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "gateway/cli/answer.h"

namespace rezon::cli {
namespace {

constexpr int kTries = 4;
constexpr std::chrono::milliseconds kFirstPause{300};
constexpr long kConnectSeconds = 10;

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

std::string Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string FirstOf(const std::string& a, const std::string& b) { return a.empty() ? b : a; }

absl::StatusOr<std::string> ReadToken(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) {
    return absl::NotFoundError("не читается файл с пропуском " + path);
  }
  return std::string(absl::StripAsciiWhitespace(text.str()));
}

std::string Encode(CURL* curl, const Query& query) {
  std::string text;
  for (const auto& [name, value] : query) {
    if (value.empty()) continue;
    char* escaped = curl_easy_escape(curl, value.c_str(), static_cast<int>(value.size()));
    text += (text.empty() ? "?" : "&") + name + "=" + escaped;
    curl_free(escaped);
  }
  return text;
}

}  // namespace

struct Client::Request {
  std::string method;
  std::string path;
  Query query;
  std::string content_type;
  const std::string* body = nullptr;
  std::function<void(uint64_t, uint64_t)> progress;
  std::function<void(const std::string&)> line;
  // May be sent again when there is no answer.
  bool repeatable = false;
};

namespace {

// What curl's callbacks work on.
struct Transfer {
  std::string answer;
  std::string line;
  const std::function<void(const std::string&)>* on_line = nullptr;
  const std::function<void(uint64_t, uint64_t)>* on_progress = nullptr;
  long status = 0;
  CURL* curl = nullptr;
};

void TakeLines(Transfer* transfer, const char* data, size_t size) {
  transfer->line.append(data, size);
  for (size_t end; (end = transfer->line.find('\n')) != std::string::npos;) {
    transfer->answer = transfer->line.substr(0, end);
    transfer->line.erase(0, end + 1);
    (*transfer->on_line)(transfer->answer);
  }
}

size_t OnData(char* data, size_t size, size_t count, void* pointer) {
  auto* transfer = static_cast<Transfer*>(pointer);
  curl_easy_getinfo(transfer->curl, CURLINFO_RESPONSE_CODE, &transfer->status);
  if (transfer->on_line != nullptr && *transfer->on_line && transfer->status == 200) {
    TakeLines(transfer, data, size * count);
  } else {
    transfer->answer.append(data, size * count);
  }
  return size * count;
}

int OnProgress(void* pointer, curl_off_t, curl_off_t, curl_off_t total, curl_off_t sent) {
  auto* transfer = static_cast<Transfer*>(pointer);
  if (total > 0)
    (*transfer->on_progress)(static_cast<uint64_t>(sent), static_cast<uint64_t>(total));
  return 0;
}

void SetServer(CURL* curl, const std::string& server, const std::string& path) {
  if (absl::StartsWith(server, "unix:")) {
    curl_easy_setopt(curl, CURLOPT_UNIX_SOCKET_PATH, server.substr(5).c_str());
    curl_easy_setopt(curl, CURLOPT_URL, ("http://localhost" + path).c_str());
  } else {
    curl_easy_setopt(curl, CURLOPT_URL, (server + path).c_str());
  }
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  // A proxy has nothing to do with this machine's own gateway.
  if (absl::StartsWith(server, "unix:") || server.find("//127.") != server.npos ||
      server.find("//localhost") != server.npos || server.find("//[::1]") != server.npos) {
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
  }
}

}  // namespace

Client::Client(std::string server, std::string token)
    : server_(std::move(server)), token_(std::move(token)) {}
Client::~Client() = default;

absl::StatusOr<std::unique_ptr<Client>> Client::Make(const Arguments& arguments) {
  std::string server = FirstOf(arguments.Get("server"), Environment("REZON_SERVER"));
  std::string token = FirstOf(arguments.Get("token"), Environment("REZON_TOKEN"));
  const std::string file = FirstOf(arguments.Get("token-file"), Environment("REZON_TOKEN_FILE"));
  if (token.empty() && !file.empty()) {
    auto read = ReadToken(file);
    if (!read.ok()) return read.status();
    token = *std::move(read);
  }
  if (token.empty()) {
    return absl::UnauthenticatedError("нужен пропуск: --token, --token-file или REZON_TOKEN");
  }
  if (server.empty()) server = "http://127.0.0.1:8080";
  while (!server.empty() && server.back() == '/') server.pop_back();
  return std::unique_ptr<Client>(new Client(std::move(server), std::move(token)));
}

absl::Status Client::PerformOnce(const Request& request, std::string* answer) {
  Curl curl(curl_easy_init(), curl_easy_cleanup);
  Transfer transfer;
  transfer.curl = curl.get();
  transfer.on_line = &request.line;
  transfer.on_progress = &request.progress;
  SetServer(curl.get(), server_, request.path + Encode(curl.get(), request.query));
  curl_slist* list = curl_slist_append(nullptr, ("Authorization: Bearer " + token_).c_str());
  list = curl_slist_append(list, "Accept-Language: ru");
  // Asking first costs a round trip, and the gateway refuses early anyway.
  list = curl_slist_append(list, "Expect:");
  if (request.body != nullptr) {
    list = curl_slist_append(list, ("Content-Type: " + request.content_type).c_str());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.body->size()));
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, request.body->data());
  }
  Headers headers(list, curl_slist_free_all);
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, request.method.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, OnData);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &transfer);
  if (request.progress) {
    curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, OnProgress);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &transfer);
  }
  const CURLcode code = curl_easy_perform(curl.get());
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &transfer.status);
  // An answer that came before everything was sent counts.
  if (code != CURLE_OK && transfer.status < 400) {
    return absl::UnavailableError("нет ответа от " + server_ + ": " + curl_easy_strerror(code));
  }
  if (transfer.status >= 400) return ErrorOf(transfer.answer, static_cast<int>(transfer.status));
  if (auto error = StreamErrorOf(transfer.answer); request.line && !error.ok()) return error;
  *answer = std::move(transfer.answer);
  return absl::OkStatus();
}

absl::Status Client::Perform(const Request& request, std::string* answer) {
  auto pause = kFirstPause;
  for (int attempt = 1;; ++attempt, pause *= 3) {
    absl::Status status = PerformOnce(request, answer);
    if (!absl::IsUnavailable(status) || !request.repeatable || attempt == kTries) return status;
    std::this_thread::sleep_for(pause);
  }
}

absl::StatusOr<std::string> Client::Call(const std::string& method, const std::string& path,
                                         const Query& query, const std::string& body) {
  Request request;
  request.method = method;
  request.path = path;
  request.query = query;
  request.content_type = "application/json";
  if (!body.empty()) request.body = &body;
  request.repeatable = method == "GET" || absl::StrContains(body, "\"requestId\"");
  std::string answer;
  if (auto status = Perform(request, &answer); !status.ok()) return status;
  return answer;
}

absl::StatusOr<std::string> Client::Upload(
    const std::string& path, const Query& query, const std::string& content_type,
    const std::string& bytes, const std::function<void(uint64_t, uint64_t)>& progress) {
  Request request;
  request.method = "POST";
  request.path = path;
  request.query = query;
  request.content_type = content_type;
  request.body = &bytes;
  request.progress = progress;
  request.repeatable = true;
  std::string answer;
  if (auto status = Perform(request, &answer); !status.ok()) return status;
  return answer;
}

absl::StatusOr<std::string> Client::Stream(const std::string& path, const std::string& body,
                                           const std::function<void(const std::string&)>& line) {
  Request request;
  request.method = "POST";
  request.path = path;
  request.content_type = "application/json";
  request.body = &body;
  request.line = line;
  request.repeatable = true;
  std::string answer;
  if (auto status = Perform(request, &answer); !status.ok()) return status;
  return answer;
}

}  // namespace rezon::cli
