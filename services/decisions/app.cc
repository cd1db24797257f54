#include "services/decisions/app.h"

#include <memory>
#include <utility>

#include "services/decisions/domain/directory.h"
#include "services/decisions/handlers/corrections.h"
#include "services/decisions/handlers/documents.h"
#include "services/decisions/handlers/exchange.h"
#include "services/decisions/handlers/letters.h"
#include "services/decisions/handlers/points.h"
#include "services/decisions/handlers/relations.h"
#include "services/decisions/handlers/resolutions.h"
#include "services/decisions/handlers/suggestions.h"
#include "services/decisions/letters_service.h"
#include "services/decisions/registry_client.h"
#include "services/decisions/relations_service.h"
#include "services/decisions/schema/schema.h"
#include "services/decisions/service.h"
#include "services/decisions/store/letters.h"
#include "services/decisions/store/relations.h"
#include "services/decisions/store/store.h"
#include "services/platform/db/migrate.h"
#include "services/platform/db/pool.h"
#include "services/platform/feed/server.h"

namespace rezon::decisions {
namespace {

constexpr absl::Duration kStartTimeout = absl::Seconds(30);
constexpr absl::Duration kMigrateTimeout = absl::Minutes(2);

db::ConnectionOptions Connection(const std::string& url) {
  db::ConnectionOptions options;
  options.url = url;
  options.schema = "decisions";
  options.application_name = "rezon-decisions";
  return options;
}

// Everything that lives as long as the process, in the order in which it is built.
struct Decisions : server::Application {
  Decisions(std::unique_ptr<db::Pool> opened, std::unique_ptr<Directory> registry,
            ResolutionHandlers::Today today, std::unique_ptr<const terms::Regimes> loaded)
      : pool(std::move(opened)),
        store(*pool),
        relation_store(*pool),
        letter_store(*pool),
        directory(std::move(registry)),
        regimes(std::move(loaded)),
        documents(store, *directory, *regimes),
        resolutions(store, *directory, std::move(today)),
        points(store, *directory, *regimes),
        corrections(store),
        exchange(store, *directory, *regimes),
        relations(relation_store),
        relate(store, relation_store),
        suggestions(store),
        letters(letter_store) {}

  std::unique_ptr<db::Pool> pool;
  store::Store store;
  store::RelationStore relation_store;
  store::LetterStore letter_store;
  std::unique_ptr<Directory> directory;
  std::unique_ptr<const terms::Regimes> regimes;
  DocumentHandlers documents;
  ResolutionHandlers resolutions;
  PointHandlers points;
  CorrectionHandlers corrections;
  ExchangeHandlers exchange;
  RelationHandlers relations;
  RelateHandlers relate;
  SuggestionHandlers suggestions;
  LetterHandlers letters;
  std::unique_ptr<server::Application> service;
  std::unique_ptr<server::Application> relations_service;
  std::unique_ptr<server::Application> letters_service;
  std::unique_ptr<feed::Server> feed;
};

ResolutionHandlers::Today TodayIn(const std::string& time_zone) {
  absl::TimeZone zone = absl::UTCTimeZone();
  absl::LoadTimeZone(time_zone, &zone);
  return [zone] { return absl::ToCivilDay(absl::Now(), zone); };
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
  auto channel =
      settings.registry_target.empty() ? nullptr : runtime.ChannelTo(settings.registry_target);
  auto app = std::make_unique<Decisions>(*std::move(pool), MakeRegistryClient(channel),
                                         TodayIn(config.time_zone), *std::move(regimes));
  app->service = Serve(runtime, app->documents, app->resolutions, app->points, app->corrections,
                       app->exchange);
  app->relations_service = ServeRelations(runtime, app->relations, app->relate, app->suggestions);
  app->letters_service = ServeLetters(runtime, app->letters);
  feed::ServerOptions feed_options;
  feed_options.connection = connection;
  auto feed = feed::Server::Start(runtime, feed_options);
  if (!feed.ok()) return feed.status();
  app->feed = *std::move(feed);
  return std::unique_ptr<server::Application>(std::move(app));
}

}  // namespace

server::Spec MakeSpec(Config& config) {
  server::Spec spec;
  spec.service = "decisions";
  spec.summary = "Source documents, resolutions and their points.";
  spec.add_flags = [&config](config::Flags& flags) { AddFlags(flags, config); };
  spec.migrate = [](const config::ServiceConfig& settings) {
    return db::Migrate(Connection(settings.migrate_url), Schema(),
                       db::Context::Within(kMigrateTimeout))
        .status();
  };
  spec.build = [&config](server::Runtime& runtime) { return Build(runtime, config); };
  return spec;
}

}  // namespace rezon::decisions
