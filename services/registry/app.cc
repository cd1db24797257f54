#include "services/registry/app.h"

#include <memory>
#include <utility>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "services/platform/db/migrate.h"
#include "services/platform/db/pool.h"
#include "services/platform/feed/server.h"
#include "services/registry/schema/schema.h"
#include "services/registry/service.h"

namespace rezon::registry {
namespace {

constexpr absl::Duration kStartTimeout = absl::Seconds(30);
constexpr absl::Duration kMigrateTimeout = absl::Minutes(2);

db::ConnectionOptions Connection(const std::string& url) {
  db::ConnectionOptions options;
  options.url = url;
  options.schema = "registry";
  options.application_name = "rezon-registry";
  return options;
}

// Everything that lives as long as the process, in the order in which it is built.
struct Registry : server::Application {
  std::unique_ptr<db::Pool> pool;
  std::unique_ptr<server::Application> service;
  std::unique_ptr<feed::Server> feed;
};

std::function<std::string()> TodayIn(const std::string& time_zone) {
  absl::TimeZone zone = absl::UTCTimeZone();
  absl::LoadTimeZone(time_zone, &zone);
  return [zone] { return absl::FormatCivilTime(absl::ToCivilDay(absl::Now(), zone)); };
}

absl::StatusOr<std::unique_ptr<server::Application>> Build(server::Runtime& runtime,
                                                           const Config& config) {
  const db::Context starting = db::Context::Within(kStartTimeout);
  const db::ConnectionOptions connection = Connection(runtime.config().database_url);
  if (absl::Status old = db::CheckSchema(connection, Schema(), starting); !old.ok()) return old;
  db::PoolOptions options;
  options.connection = connection;
  options.size = runtime.config().pool_size;
  auto pool = db::Pool::Open(options, starting);
  if (!pool.ok()) return pool.status();
  auto app = std::make_unique<Registry>();
  app->pool = *std::move(pool);
  app->service = Serve(runtime, *app->pool, TodayIn(config.time_zone));
  feed::ServerOptions feed_options;
  feed_options.connection = connection;
  auto feed = feed::Server::Start(runtime, feed_options);
  if (!feed.ok()) return feed.status();
  app->feed = *std::move(feed);
  return std::unique_ptr<server::Application>(std::move(app));
}

void AddFlags(config::Flags& flags, Config& config) {
  flags.Text("time-zone", &config.time_zone, "IANA time zone by which today is told");
  flags.Check([&config] {
    absl::TimeZone zone;
    return absl::LoadTimeZone(config.time_zone, &zone)
               ? absl::OkStatus()
               : absl::InvalidArgumentError("--time-zone: unknown time zone");
  });
}

}  // namespace

server::Spec MakeSpec(Config& config) {
  server::Spec spec;
  spec.service = "registry";
  spec.summary = "Territories, organisations, officials, addressee classes and events.";
  spec.add_flags = [&config](config::Flags& flags) { AddFlags(flags, config); };
  spec.migrate = [](const config::ServiceConfig& settings) {
    return db::Migrate(Connection(settings.migrate_url), Schema(),
                       db::Context::Within(kMigrateTimeout))
        .status();
  };
  spec.build = [&config](server::Runtime& runtime) { return Build(runtime, config); };
  return spec;
}

}  // namespace rezon::registry
