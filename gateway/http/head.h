#pragma once

#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "gateway/http/exchange.h"

namespace rezon::gateway {

using RequestParser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;

// The head of the request that a parser holds.
class ParsedHead : public RequestHead {
 public:
  explicit ParsedHead(const RequestParser& parser);

  std::string_view method() const override { return method_; }
  std::string_view path() const override { return path_; }
  std::string_view query() const override { return query_; }
  std::string_view header(std::string_view name) const override;
  std::optional<uint64_t> content_length() const override;

 private:
  const RequestParser& parser_;
  std::string_view method_;
  std::string_view path_;
  std::string_view query_;
};

// Status line and header fields of an answer with the blank line. `length` is the body's, none for
// a chunked one. Fields that hold line breaks are left out.
std::string FormatHead(const HttpResponse& response, std::optional<size_t> length, bool keep_alive,
                       bool chunked);

// The standard reason phrase.
std::string_view ReasonPhrase(int status);

}  // namespace rezon::gateway
