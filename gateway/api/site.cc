#include "gateway/api/site.h"

#include <utility>

#include "absl/strings/str_join.h"
#include "gateway/api/call.h"
#include "gateway/transcode/error.h"
#include "gateway/transcode/text.h"
#include "services/platform/errors/errors.h"

namespace rezon::gateway {
namespace {

constexpr char kJsonType[] = "application/json; charset=utf-8";
constexpr uint64_t kTokenRequestBytes = 64 * 1024;

HttpResponse Text(int status, std::string body) {
  HttpResponse response;
  response.status = status;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::move(body);
  response.headers = {{"Cache-Control", "no-store"}};
  return response;
}

HttpResponse Json(int status, std::string body) {
  HttpResponse response = Text(status, std::move(body));
  response.content_type = kJsonType;
  return response;
}

HttpResponse Refusal(const ApiContext& api, const RequestHead& head, const absl::Status& status,
                     int http_status) {
  return Json(http_status,
              ErrorJson(*api.schema, errors::WithDomain(status, "rezon.gateway"),
                        PreferredLanguage(head.header("Accept-Language")), http_status));
}

HttpResponse NoSuchAddress(const ApiContext& api, const RequestHead& head) {
  constexpr size_t kShown = 200;
  const std::string_view path = head.path().substr(0, kShown);
  return Refusal(api, head, errors::NotFound(IsUtf8(path) ? path : "address"), 404);
}

}  // namespace

Site::Site(ApiContext& api, std::unique_ptr<LocalIssuer> issuer, std::optional<StaticFiles> files,
           std::function<std::string()> ready)
    : api_(api), issuer_(std::move(issuer)), files_(std::move(files)), ready_(std::move(ready)) {}

void Site::Handle(ExchangePtr exchange) const {
  const std::string_view path = exchange->head().path();
  if (path.substr(0, 4) == "/v1/") return Api(std::move(exchange));
  if (path == "/livez") return exchange->Respond(Text(200, "ok\n"));
  if (path == "/readyz") {
    const std::string why = ready_ ? ready_() : std::string();
    return exchange->Respond(why.empty() ? Text(200, "ok\n") : Text(503, why + "\n"));
  }
  if (issuer_ && path == "/.well-known/jwks.json") {
    return exchange->Respond(Json(200, issuer_->Jwks()));
  }
  if (issuer_ && path == "/auth/local") return Issue(exchange);
  File(exchange);
}

void Site::Api(ExchangePtr exchange) const {
  const RequestHead& head = exchange->head();
  RouteMatch match = api_.bindings->router().Find(head.method(), head.path());
  if (match.binding != nullptr) {
    return MakeCall(api_, std::move(exchange), *match.binding, std::move(match.values))->Start();
  }
  if (match.allowed.empty()) {
    return exchange->Respond(NoSuchAddress(api_, head));
  }
  HttpResponse response = Refusal(
      api_, head,
      errors::InvalidArgument("METHOD_NOT_ALLOWED", "this address takes another HTTP method",
                              "Этот адрес принимает другой метод HTTP."),
      405);
  response.headers.emplace_back("Allow", absl::StrJoin(match.allowed, ", "));
  exchange->Respond(std::move(response));
}

void Site::Issue(const ExchangePtr& exchange) const {
  if (exchange->head().method() != "POST") return exchange->Respond(Text(405, "POST only\n"));
  exchange->ReadBody(
      kTokenRequestBytes, [this, exchange](const absl::Status& read, const std::string& body) {
        absl::Status status = read;
        if (status.ok()) {
          auto answer = issuer_->Issue(body);
          if (answer.ok()) return exchange->Respond(Json(200, *std::move(answer)));
          status = answer.status();
        }
        exchange->Respond(Refusal(api_, exchange->head(), status, HttpStatus(status.code())));
      });
}

void Site::File(const ExchangePtr& exchange) const {
  const RequestHead& head = exchange->head();
  const bool reads = head.method() == "GET" || head.method() == "HEAD";
  const auto path = PercentDecode(head.path(), /*plus_is_space=*/false);
  if (!files_ || !reads || !path) {
    return exchange->Respond(NoSuchAddress(api_, head));
  }
  exchange->Respond(files_->Serve(*path, head.header("If-None-Match")));
}

}  // namespace rezon::gateway
