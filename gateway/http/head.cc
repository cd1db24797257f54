#include "gateway/http/head.h"

#include <algorithm>
#include <boost/beast/http/status.hpp>

namespace rezon::gateway {
namespace {

namespace http = boost::beast::http;

std::string_view View(boost::beast::string_view text) { return {text.data(), text.size()}; }

// For every answer: nothing here is a page that others may frame, sniff or be told about.
constexpr std::string_view kSecurity =
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Content-Security-Policy: default-src 'self'; img-src 'self' data:; "
    "style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'\r\n";

bool Clean(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

}  // namespace

ParsedHead::ParsedHead(const RequestParser& parser)
    : parser_(parser), method_(View(parser.get().method_string())) {
  const std::string_view target = View(parser.get().target());
  const size_t mark = target.find('?');
  path_ = target.substr(0, mark);
  if (mark != target.npos) query_ = target.substr(mark + 1);
}

std::string_view ParsedHead::header(std::string_view name) const {
  const auto it = parser_.get().find({name.data(), name.size()});
  return it == parser_.get().end() ? std::string_view() : View(it->value());
}

std::optional<uint64_t> ParsedHead::content_length() const {
  if (parser_.chunked()) return std::nullopt;
  const auto length = parser_.content_length();
  return length ? *length : 0;
}

std::string_view ReasonPhrase(int status) {
  if (status == 499) return "Client Closed Request";
  return View(http::obsolete_reason(http::int_to_status(static_cast<unsigned>(status))));
}

std::string FormatHead(const HttpResponse& response, std::optional<size_t> length, bool keep_alive,
                       bool chunked) {
  std::string head;
  head.reserve(768 + length.value_or(0));
  head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  head.append(ReasonPhrase(response.status)).append("\r\n").append(kSecurity);
  if (!response.content_type.empty() && Clean(response.content_type)) {
    head.append("Content-Type: ").append(response.content_type).append("\r\n");
  }
  for (const auto& [name, value] : response.headers) {
    if (Clean(value)) head.append(name).append(": ").append(value).append("\r\n");
  }
  if (length) head.append("Content-Length: ").append(std::to_string(*length)).append("\r\n");
  if (chunked) head.append("Transfer-Encoding: chunked\r\n");
  if (!keep_alive) head.append("Connection: close\r\n");
  return head.append("\r\n");
}

}  // namespace rezon::gateway
