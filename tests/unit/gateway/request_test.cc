#include "gateway/transcode/request.h"

#include <gtest/gtest.h>

#include "rezon/echo/v1/echo.pb.h"
#include "services/platform/errors/errors.h"
#include "tests/unit/gateway/echo_schema.h"

namespace rezon::gateway {
namespace {

namespace pb = rezon::echo::v1;

absl::StatusOr<std::string> Build(const char* http_method, const char* path,
                                  const RequestParts& parts) {
  const auto& echo = EchoSchema::Get();
  const RouteMatch match = echo.bindings->router().Find(http_method, path);
  if (match.binding == nullptr) return absl::NotFoundError(path);
  return BuildRequest(*echo.schema, *match.binding, match.values, parts);
}

template <typename Request>
Request MustBuild(const char* http_method, const char* path, const RequestParts& parts) {
  Request request;
  auto bytes = Build(http_method, path, parts);
  EXPECT_TRUE(bytes.ok()) << bytes.status();
  EXPECT_TRUE(request.ParseFromString(bytes.value_or("")));
  return request;
}

RequestParts Query(std::string_view query) {
  RequestParts parts;
  parts.query = query;
  return parts;
}

RequestParts Body(std::string_view body) {
  RequestParts parts;
  parts.body = body;
  return parts;
}

TEST(RequestTest, BindsThePath) {
  EXPECT_EQ(MustBuild<pb::GetThingRequest>("GET", "/v1/things/1", {}).name(), "things/1");
  EXPECT_EQ(MustBuild<pb::GetThingRequest>("GET", "/v1/shelves/2/things/1", {}).name(),
            "shelves/2/things/1");
}

TEST(RequestTest, BindsEveryKindOfQueryParameter) {
  const auto request = MustBuild<pb::ListThingsRequest>(
      "GET", "/v1/things",
      Query("pageSize=50&filter=a+%3D+%22%D0%B1%22&colors=COLOR_RED&colors=2&part.inner.number=-7"
            "&part.inner.text=x%26y&since=2024-05-01T00:00:00Z&closed=true&numbers=9007199254740993"
            "&numbers=-1&read_mask=displayName,part.number&limit=3"));
  EXPECT_EQ(request.page_size(), 50);
  EXPECT_EQ(request.filter(), "a = \"б\"");
  ASSERT_EQ(request.colors_size(), 2);
  EXPECT_EQ(request.colors(0), pb::Thing::COLOR_RED);
  EXPECT_EQ(request.colors(1), pb::Thing::COLOR_BLUE);
  EXPECT_EQ(request.part().inner().number(), -7);
  EXPECT_EQ(request.part().inner().text(), "x&y");
  EXPECT_EQ(request.since().seconds(), 1714521600);
  EXPECT_TRUE(request.closed());
  ASSERT_EQ(request.numbers_size(), 2);
  EXPECT_EQ(request.numbers(0), 9007199254740993);
  ASSERT_EQ(request.read_mask().paths_size(), 2);
  EXPECT_EQ(request.read_mask().paths(0), "display_name");
  EXPECT_EQ(request.read_mask().paths(1), "part.number");
  EXPECT_EQ(request.limit().value(), 3);
}

TEST(RequestTest, RefusesQueryParametersByName) {
  const struct {
    const char* query;
    const char* path;
  } cases[] = {{"page=1", "page"},
               {"part.nothing=1", "part.nothing"},
               {"part.number.deeper=1", "part.number.deeper"},
               {"part=1", "part"},
               {"pageSize=1&page_size=2", "page_size"},
               {"pageSize=ten", "pageSize"},
               {"pageSize=99999999999", "pageSize"},
               {"colors=COLOR_GREEN", "colors"},
               {"closed=yes", "closed"},
               {"since=yesterday", "since"}};
  for (const auto& c : cases) {
    const auto violations = errors::Violations(Build("GET", "/v1/things", Query(c.query)).status());
    ASSERT_EQ(violations.size(), 1u) << c.query;
    EXPECT_EQ(violations[0].path, c.path);
  }
  EXPECT_EQ(errors::Violations(Build("GET", "/v1/things/1", Query("name=x")).status()).size(), 1u);
  for (const char* query : {"filter=%", "filter=%FF", "filter=%00", "%zz=1"}) {
    EXPECT_EQ(errors::Reason(Build("GET", "/v1/things", Query(query)).status()), "QUERY_MALFORMED");
  }
}

TEST(RequestTest, BodyIsTheRequestAndThePathWins) {
  const auto request = MustBuild<pb::CloseThingRequest>(
      "POST", "/v1/things/1:close", Body(R"({"reason":"сделано","name":"things/2"})"));
  EXPECT_EQ(request.name(), "things/1");
  EXPECT_EQ(request.reason(), "сделано");
  EXPECT_EQ(MustBuild<pb::CloseThingRequest>("POST", "/v1/things/1:close", {}).name(), "things/1");
  RequestParts both = Body("{}");
  both.query = "reason=x";
  EXPECT_EQ(errors::Violations(Build("POST", "/v1/things/1:close", both).status()).size(), 1u);
}

TEST(RequestTest, PatchMeansTheFieldsOfTheBody) {
  const auto request = MustBuild<pb::UpdateThingRequest>(
      "PATCH", "/v1/things/1",
      Body(R"({"displayName":"","part":{"text":"t"},"etag":"\"4\"","name":"things/9"})"));
  EXPECT_EQ(request.thing().name(), "things/1");
  EXPECT_EQ(request.thing().etag(), "\"4\"");
  EXPECT_EQ(request.thing().part().text(), "t");
  ASSERT_EQ(request.update_mask().paths_size(), 2);
  EXPECT_EQ(request.update_mask().paths(0), "display_name");
  EXPECT_EQ(request.update_mask().paths(1), "part");

  RequestParts parts = Body(R"({"displayName":"A"})");
  parts.query = "updateMask=big&requestId=r";
  const auto masked = MustBuild<pb::UpdateThingRequest>("PATCH", "/v1/things/1", parts);
  ASSERT_EQ(masked.update_mask().paths_size(), 1);
  EXPECT_EQ(masked.update_mask().paths(0), "big");
  EXPECT_EQ(masked.request_id(), "r");
  EXPECT_EQ(masked.thing().display_name(), "A");
}

TEST(RequestTest, HeadersBecomeEtagAndRequestId) {
  RequestParts parts = Body("{}");
  parts.if_match = "\"7\"";
  parts.idempotency_key = "0190-id";
  const auto close = MustBuild<pb::CloseThingRequest>("POST", "/v1/things/1:close", parts);
  EXPECT_EQ(close.etag(), "\"7\"");
  EXPECT_EQ(close.request_id(), "0190-id");
  const auto update = MustBuild<pb::UpdateThingRequest>("PATCH", "/v1/things/1", parts);
  EXPECT_EQ(update.thing().etag(), "\"7\"");
  EXPECT_EQ(update.request_id(), "0190-id");
  parts.if_match = "W/\"7\"";
  EXPECT_EQ(MustBuild<pb::CloseThingRequest>("POST", "/v1/things/1:close", parts).etag(), "\"7\"");
  parts.if_match = "*";
  EXPECT_EQ(MustBuild<pb::CloseThingRequest>("POST", "/v1/things/1:close", parts).etag(), "");
  RequestParts get;
  get.if_match = "\"7\"";
  EXPECT_EQ(errors::Reason(Build("GET", "/v1/things/1", get).status()), "IF_MATCH_REFUSED");
}

TEST(RequestTest, WrongValuesNameTheirField) {
  const struct {
    const char* body;
    const char* path;
  } cases[] = {{R"({"big":"many"})", "big"},
               {R"({"color":"COLOR_GREEN"})", "color"},
               {R"({"part":{"number":1.5}})", "part.number"},
               {R"({"displayName":5.5e})", ""}};
  for (const auto& c : cases) {
    const auto status = Build("PATCH", "/v1/things/1", Body(c.body)).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << c.body;
    if (*c.path == '\0') continue;
    const auto violations = errors::Violations(status);
    ASSERT_EQ(violations.size(), 1u) << c.body << status;
    EXPECT_EQ(violations[0].path, c.path) << status;
  }
}

TEST(RequestTest, ABodyIsRefusedWhereNoneBelongs) {
  EXPECT_EQ(errors::Reason(Build("GET", "/v1/things/1", Body("{}")).status()), "BODY_REFUSED");
}

TEST(RequestTest, UploadsCarryTheQueryFirstAndBytesInEach) {
  const auto& echo = EchoSchema::Get();
  const RouteMatch match = echo.bindings->router().Find("POST", "/v1/things:import");
  ASSERT_NE(match.binding, nullptr);
  ASSERT_EQ(match.binding->kind, Binding::Kind::kUpload);
  auto first =
      BuildRequest(*echo.schema, *match.binding, {}, Query("fileName=%D0%B0.txt&requestId=r1"));
  ASSERT_TRUE(first.ok()) << first.status();
  AppendChunk(*match.binding, "text/plain", "abc", &*first);
  pb::ImportThingRequest request;
  ASSERT_TRUE(request.ParseFromString(*first));
  EXPECT_EQ(request.file_name(), "а.txt");
  EXPECT_EQ(request.request_id(), "r1");
  EXPECT_EQ(request.file().content_type(), "text/plain");
  EXPECT_EQ(request.file().data(), "abc");
  EXPECT_FALSE(BuildRequest(*echo.schema, *match.binding, {}, Query("file.data=eA==")).ok());
}

}  // namespace
}  // namespace rezon::gateway
