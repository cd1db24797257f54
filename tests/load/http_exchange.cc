#include "tests/load/http_exchange.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "absl/strings/str_cat.h"

namespace rezon::load {
namespace {

constexpr int kPage = 50;

std::string Lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return out;
}

int Occurrences(std::string_view text, std::string_view part) {
  int count = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

// `"name": "value"` with or without the space.
bool HasField(std::string_view body, const std::string& name, const std::string& value) {
  return body.find(absl::StrCat("\"", name, "\":\"", value, "\"")) != std::string_view::npos ||
         body.find(absl::StrCat("\"", name, "\": \"", value, "\"")) != std::string_view::npos;
}

std::string Path(Operation operation, const Job& job) {
  switch (operation) {
    case Operation::kGet:
      return "/v1/" + job.name;
    case Operation::kPage:
      return absl::StrCat("/v1/assignments?pageSize=", kPage, "&filter=executor%20%3D%20%22",
                          job.name, "%22");
    case Operation::kChange:
      return absl::StrCat("/v1/", job.name, job.start ? ":start" : ":acknowledge");
  }
  return "/";
}

}  // namespace

std::string MakeRequest(Operation operation, const Job& job, const std::string& token) {
  const bool post = operation == Operation::kChange;
  std::string request =
      absl::StrCat(post ? "POST " : "GET ", Path(operation, job),
                   " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ", token, "\r\n");
  if (post) absl::StrAppend(&request, "Content-Type: application/json\r\nContent-Length: 2\r\n");
  absl::StrAppend(&request, "\r\n", post ? "{}" : "");
  return request;
}

long AnswerLength(std::string_view bytes) {
  const size_t end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) return 0;
  const std::string head = Lower(bytes.substr(0, end + 2));
  const size_t at = head.find("\r\ncontent-length:");
  if (at == std::string::npos) return -1;
  const long length = std::strtol(head.c_str() + at + 17, nullptr, 10);
  const long whole = static_cast<long>(end) + 4 + length;
  return static_cast<long>(bytes.size()) >= whole ? whole : 0;
}

std::string CheckAnswer(Operation operation, const Job& job, std::string_view answer) {
  if (answer.substr(0, 13) != "HTTP/1.1 200 ") return std::string(answer.substr(0, 400));
  const std::string_view body = answer.substr(answer.find("\r\n\r\n") + 4);
  if (operation == Operation::kPage) {
    if (Occurrences(body, job.name) != kPage) return "not 50 rows of the executor";
    return body.find("nextPageToken") == std::string_view::npos ? "no next page" : "";
  }
  if (!HasField(body, "name", job.name)) return "another assignment";
  if (operation == Operation::kGet) return "";
  return HasField(body, "state", job.start ? "STATE_IN_PROGRESS" : "STATE_ACKNOWLEDGED")
             ? ""
             : "state not changed";
}

}  // namespace rezon::load
