#include "services/reporting/app/app.h"

#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "services/platform/db/migrate.h"
#include "services/platform/db/pool.h"
#include "services/platform/log/log.h"
#include "services/reporting/domain/calendar.h"
#include "services/reporting/feed/followers.h"
#include "services/reporting/handlers/handlers.h"
#include "services/reporting/schema/schema.h"
#include "services/reporting/service.h"
#include "services/reporting/store/progress.h"

namespace rezon::reporting {
namespace {

constexpr absl::Duration kMigrateTime = absl::Minutes(10);
constexpr absl::Duration kStartTime = absl::Seconds(30);
constexpr absl::Duration kDropTime = absl::Minutes(10);

db::ConnectionOptions Connection(const std::string& url) {
  return {.url = url, .schema = "reporting", .application_name = "rezon-reporting"};
}

// Read at each connect, so that a renewed token is used.
std::string ReadToken(const std::string& path) {
  std::ifstream file(path);
  std::string token;
  std::getline(file, token);
  return std::string(absl::StripAsciiWhitespace(token));
}

std::vector<feed::Peer> Peers(server::Runtime& runtime) {
  const config::ServiceConfig& config = runtime.config();
  std::vector<feed::Peer> peers;
  const auto add = [&](const char* service, const std::string& target) {
    if (!target.empty()) peers.push_back({service, runtime.ChannelTo(target)});
  };
  add("registry", config.registry_target);
  add("decisions", config.decisions_target);
  add("assignments", config.assignments_target);
  return peers;
}

// The graph of the service. Members stop in reverse order.
class App final : public server::Application {
 public:
  App(server::Runtime& runtime, std::unique_ptr<db::Pool> pool, RegionZones zones)
      : pool_(std::move(pool)),
        zones_(std::move(zones)),
        followers_(std::make_unique<feed::Followers>(
            Peers(runtime), Connection(runtime.config().database_url),
            [path = runtime.config().service_token_file] { return ReadToken(path); }, zones_)),
        handlers_(*pool_, zones_, *followers_),
        service_(runtime, handlers_) {
    runtime.Serve(&service_, v1::ReportingService::service_full_name());
  }

 private:
  std::unique_ptr<db::Pool> pool_;
  RegionZones zones_;
  std::unique_ptr<feed::Followers> followers_;
  handlers::Handlers handlers_;
  Service service_;
};

absl::StatusOr<std::unique_ptr<server::Application>> Build(server::Runtime& runtime,
                                                           const Settings& settings) {
  auto zones = RegionZones::Parse(settings.time_zones);
  if (!zones.ok()) return zones.status();
  const config::ServiceConfig& config = runtime.config();
  const db::ConnectionOptions connection = Connection(config.database_url);
  const db::Context start = db::Context::Within(kStartTime);
  if (absl::Status schema = db::CheckSchema(connection, Schema(), start); !schema.ok()) {
    return schema;
  }
  db::PoolOptions options;
  options.connection = connection;
  options.size = config.pool_size;
  auto pool = db::Pool::Open(std::move(options), start);
  if (!pool.ok()) return pool.status();
  if (settings.rebuild) {
    absl::Status dropped = store::DropProjections(**pool, db::Context::Within(kDropTime));
    if (!dropped.ok()) return dropped;
    log::Info("projections dropped; replaying the feeds from position 0");
  }
  return std::make_unique<App>(runtime, *std::move(pool), *std::move(zones));
}

absl::Status Migrate(const config::ServiceConfig& config) {
  return db::Migrate(Connection(config.migrate_url), Schema(), db::Context::Within(kMigrateTime))
      .status();
}

}  // namespace

server::Spec MakeSpec(Settings& settings) {
  server::Spec spec;
  spec.service = "reporting";
  spec.summary = "Follows the change feeds of Rezon and answers with execution summaries.";
  spec.add_flags = [&settings](config::Flags& flags) {
    flags.Text("time-zones", &settings.time_zones,
               "IANA zone of the regions, then exceptions: ZONE,region=ZONE,...");
    flags.Bool("rebuild", &settings.rebuild,
               "drop the projections before serving and replay the feeds from position 0");
    flags.Check([&settings] { return RegionZones::Parse(settings.time_zones).status(); });
  };
  spec.migrate = Migrate;
  spec.build = [&settings](server::Runtime& runtime) { return Build(runtime, settings); };
  return spec;
}

}  // namespace rezon::reporting
