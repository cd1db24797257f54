#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/platform/db/connection.h"
#include "services/platform/db/errors.h"
#include "services/platform/db/text.h"
#include "services/platform/errors/errors.h"
#include "services/platform/log/log.h"

namespace rezon::db {
namespace {

// Session settings go into the start-up packet: a SET would be lost with the session.
std::string SessionSettings(const ConnectionOptions& options) {
  std::string out =
      "-c TimeZone=UTC -c DateStyle=ISO -c jit=off -c idle_in_transaction_session_timeout=60s "
      "-c client_connection_check_interval=5s -c default_transaction_isolation=read\\ committed";
  if (options.generic_plans) absl::StrAppend(&out, " -c plan_cache_mode=force_generic_plan");
  if (!options.schema.empty()) {
    // `extensions` holds functions of PostgreSQL's own extensions only; no service owns it.
    absl::StrAppend(&out, " -c search_path=", options.schema, ",extensions");
  }
  return out;
}

pg_conn* Start(const ConnectionOptions& options) {
  std::string settings = SessionSettings(options);
  const char* keys[] = {"dbname",          "options",          "application_name",
                        "client_encoding", "tcp_user_timeout", nullptr};
  const char* values[] = {options.url.c_str(),
                          settings.c_str(),
                          options.application_name.c_str(),
                          "UTF8",
                          "10000",
                          nullptr};
  return PQconnectStartParams(keys, values, 1);
}

// The server's words hold host and role names: for the log, not for a caller.
absl::Status Unreachable(pg_conn* conn) {
  log::Warning("cannot connect to the database", {{"error", PQerrorMessage(conn)}});
  return errors::Unavailable("DATABASE_UNAVAILABLE", "the database cannot be reached",
                             "База данных недоступна", absl::Seconds(1));
}

absl::Status WaitReady(pg_conn* conn, const Context& context, absl::Time attempt_ends) {
  for (;;) {
    PostgresPollingStatusType state = PQconnectPoll(conn);
    if (state == PGRES_POLLING_OK) return absl::OkStatus();
    if (state == PGRES_POLLING_FAILED) return Unreachable(conn);
    absl::Time now = absl::Now();
    if (now >= context.deadline) return errors::DeadlineExceeded("no time left to connect");
    if (now >= attempt_ends) return Unreachable(conn);
    pollfd wait{PQsocket(conn),
                static_cast<short>(state == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
    absl::Duration left = std::min(context.deadline, attempt_ends) - now;
    poll(&wait, 1, static_cast<int>(absl::ToInt64Milliseconds(left)) + 1);
  }
}

}  // namespace

Connection::Connection(pg_conn* conn, std::string database, std::string schema)
    : conn_(conn),
      database_(std::move(database)),
      schema_(std::move(schema)),
      opened_(absl::Now()) {}

Connection::~Connection() { PQfinish(conn_); }

absl::StatusOr<std::unique_ptr<Connection>> Connection::Open(const ConnectionOptions& options,
                                                             const Context& context) {
  pg_conn* conn = Start(options);
  if (conn == nullptr) return errors::Internal("no memory for a database connection");
  if (PQstatus(conn) == CONNECTION_BAD) {
    absl::Status status = Unreachable(conn);
    PQfinish(conn);
    return status;
  }
  absl::Status status = WaitReady(conn, context, absl::Now() + options.connect_timeout);
  if (!status.ok()) {
    PQfinish(conn);
    return status;
  }
  PQsetnonblocking(conn, 1);
  PQenterPipelineMode(conn);
  PQsetNoticeProcessor(
      conn,
      [](void*, const char* text) {
        log::Debug("database notice", {{"text", text}});
      },
      nullptr);
  return std::unique_ptr<Connection>(new Connection(conn, PQdb(conn), options.schema));
}

bool Connection::Stale() const {
  pollfd peek{PQsocket(conn_), POLLIN, 0};
  return poll(&peek, 1, 0) != 0;
}

int Connection::backend_pid() const { return PQbackendPID(conn_); }

}  // namespace rezon::db
