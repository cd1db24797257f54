#ifndef REZON_SERVICES_PLATFORM_DB_CONNECTION_H_
#define REZON_SERVICES_PLATFORM_DB_CONNECTION_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "services/platform/db/context.h"
#include "services/platform/db/params.h"
#include "services/platform/db/result.h"
#include "services/platform/db/statement.h"

struct pg_conn;
struct pg_result;

namespace prometheus {
class Histogram;
}

namespace rezon::trace {
class Span;
}

namespace rezon::db {

// How to reach a database and under which schema's name to work there.
struct ConnectionOptions {
  // A libpq URL or key=value string. Credentials in it are never logged.
  std::string url;
  // Put in search_path (nothing else but pg_catalog is visible); empty: the role's own setting.
  std::string schema;
  // Shown in pg_stat_activity.
  std::string application_name = "rezon";
  // Plans each prepared statement once, whatever its parameters. For services whose hot statements
  // have one good plan: the server, which takes an array of unknown length for ten elements, would
  // otherwise plan big ones anew at every execution. Conditions such as `$1 IS NULL OR x = $1` then
  // get no index.
  bool generic_plans = false;
  // Bound on one attempt to connect.
  absl::Duration connect_timeout = absl::Seconds(5);
};

// One command of a pipeline.
struct Command {
  const Statement* statement;
  const Params* params;
};

// One PostgreSQL session over libpq in pipeline mode. Belongs to one thread at a time.
// Sessions run in UTC with ISO dates; answers travel in binary.
class Connection {
 public:
  // Connects within the context's deadline. UNAVAILABLE when the server cannot be reached.
  static absl::StatusOr<std::unique_ptr<Connection>> Open(const ConnectionOptions& options,
                                                          const Context& context);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Runs one statement in a transaction of its own: one round trip.
  absl::StatusOr<Result> Execute(const Context& context, const Statement& statement,
                                 const Params& params = {});
  // Runs the commands in order in one round trip; without an explicit BEGIN among them they are one
  // transaction. Answers all results, or the first error.
  absl::StatusOr<std::vector<Result>> Pipeline(const Context& context,
                                               absl::Span<const Command> commands);
  // Runs SQL of one or more statements without parameters, as one transaction. For migrations.
  absl::Status Script(const Context& context, const std::string& sql);

  // True once the session is lost or its state is unknown: it must be thrown away.
  bool broken() const { return broken_; }
  // True when the server has closed or spoken on an idle session: it must be thrown away.
  bool Stale() const;
  absl::Time opened() const { return opened_; }
  // Server process id, for tests and logs.
  int backend_pid() const;

 private:
  friend class Transaction;
  Connection(pg_conn* conn, std::string database, std::string schema);
  // What was sent and is answered in this order.
  struct Sent {
    enum class Kind { kPrepare, kTimeout, kCommand };
    Kind kind;
    const Statement* statement;
  };
  struct Known {
    const char* sql;
    prometheus::Histogram* seconds;
  };
  absl::StatusOr<std::vector<Sent>> Send(const Context& context,
                                         absl::Span<const Command> commands);
  absl::Status SendCommand(const Command& command, std::vector<Sent>& sent);
  absl::StatusOr<std::vector<Result>> Collect(const Context& context, const std::vector<Sent>& sent,
                                              std::vector<trace::Span>& spans);
  absl::StatusOr<pg_result*> Next(const Context& context);
  absl::Status Await(const Context& context);
  bool CancelRunning();
  void Finished(const Sent& sent, bool ok, absl::Time start);
  prometheus::Histogram& SecondsOf(const Statement& statement);
  absl::Status Lost();
  trace::Span StartSpan(const Statement& statement) const;

  pg_conn* conn_;
  std::string database_;
  std::string schema_;
  absl::Time opened_;
  absl::flat_hash_map<std::string, Known> prepared_;
  // The session's statement_timeout in milliseconds; -1 when a rollback made it uncertain.
  int timeout_step_ = -1;
  int wanted_step_ = -1;
  bool broken_ = false;
};

}  // namespace rezon::db

#endif  // REZON_SERVICES_PLATFORM_DB_CONNECTION_H_
