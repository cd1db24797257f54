#include "services/assignments/app.h"

#include <memory>
#include <utility>

#include "services/assignments/handlers/change.h"
#include "services/assignments/handlers/issue.h"
#include "services/assignments/handlers/read.h"
#include "services/assignments/peers.h"
#include "services/assignments/schema/schema.h"
#include "services/assignments/service.h"
#include "services/assignments/store/store.h"
#include "services/platform/db/migrate.h"
#include "services/platform/db/pool.h"
#include "services/platform/feed/server.h"

namespace rezon::assignments {
namespace {

constexpr absl::Duration kStartTimeout = absl::Seconds(30);
constexpr absl::Duration kMigrateTimeout = absl::Minutes(2);

db::ConnectionOptions Connection(const std::string& url) {
  db::ConnectionOptions options;
  options.url = url;
  options.schema = "assignments";
  options.application_name = "rezon-assignments";
  options.generic_plans = true;
  return options;
}

// Everything that lives as long as the process, in the order in which it is built.
struct Assignments : server::Application {
  Assignments(std::unique_ptr<db::Pool> opened, std::unique_ptr<Sources> peers, const Today& today,
              std::unique_ptr<const terms::Regimes> loaded)
      : pool(std::move(opened)),
        store(*pool),
        sources(std::move(peers)),
        regimes(std::move(loaded)),
        reads(store, today),
        changes(store, today, [this] { feed->Wake(); }),
        issues(
            store, *sources, [this] { feed->Wake(); }, *regimes) {}

  std::unique_ptr<db::Pool> pool;
  store::Store store;
  std::unique_ptr<Sources> sources;
  std::unique_ptr<const terms::Regimes> regimes;
  std::unique_ptr<feed::Server> feed;
  ReadHandlers reads;
  ChangeHandlers changes;
  IssueHandlers issues;
  std::unique_ptr<server::Application> service;
};

Today TodayIn(const std::string& time_zone) {
  absl::TimeZone zone = absl::UTCTimeZone();
  absl::LoadTimeZone(time_zone, &zone);
  return [zone] { return absl::ToCivilDay(absl::Now(), zone); };
}

std::shared_ptr<grpc::Channel> ChannelTo(server::Runtime& runtime, const std::string& target) {
  return target.empty() ? nullptr : runtime.ChannelTo(target);
}

absl::StatusOr<std::unique_ptr<server::Application>> Build(server::Runtime& runtime,
                                                           const Config& config) {
  auto regimes = terms::Load(config.term_files);
  if (!regimes.ok()) return regimes.status();
  const config::ServiceConfig& settings = runtime.config();
  const db::Context starting = db::Context::Within(kStartTimeout);
  const db::ConnectionOptions connection = Connection(settings.database_url);
  if (absl::Status old = db::CheckSchema(connection, Schema(), starting); !old.ok()) return old;
  db::PoolOptions options;
  options.connection = connection;
  options.size = settings.pool_size;
  auto pool = db::Pool::Open(options, starting);
  if (!pool.ok()) return pool.status();
  auto app = std::make_unique<Assignments>(*std::move(pool),
                                           MakePeers(ChannelTo(runtime, settings.decisions_target),
                                                     ChannelTo(runtime, settings.registry_target)),
                                           TodayIn(config.time_zone), *std::move(regimes));
  feed::ServerOptions feed_options;
  feed_options.connection = connection;
  auto feed = feed::Server::Start(runtime, feed_options);
  if (!feed.ok()) return feed.status();
  app->feed = *std::move(feed);
  app->service = Serve(runtime, app->reads, app->changes, app->issues);
  return std::unique_ptr<server::Application>(std::move(app));
}

}  // namespace

server::Spec MakeSpec(Config& config) {
  server::Spec spec;
  spec.service = "assignments";
  spec.summary = "Assignments of adopted resolutions: who has to do what by when.";
  spec.add_flags = [&config](config::Flags& flags) { AddFlags(flags, config); };
  spec.migrate = [](const config::ServiceConfig& settings) {
    return db::Migrate(Connection(settings.migrate_url), Schema(),
                       db::Context::Within(kMigrateTimeout))
        .status();
  };
  spec.build = [&config](server::Runtime& runtime) { return Build(runtime, config); };
  return spec;
}

}  // namespace rezon::assignments
