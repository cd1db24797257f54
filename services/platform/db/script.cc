#include <libpq-fe.h>

#include <memory>

#include "services/platform/db/connection.h"
#include "services/platform/db/errors.h"
#include "services/platform/db/text.h"
#include "services/platform/errors/errors.h"
#include "services/platform/log/log.h"

namespace rezon::db {

absl::Status Connection::Script(const Context& context, const std::string& sql) {
  if (broken_) return Lost();
  if (PQexitPipelineMode(conn_) == 0 || PQsendQuery(conn_, sql.c_str()) == 0) return Lost();
  absl::Status error;
  for (;;) {
    if (absl::Status status = Await(context); !status.ok()) {
      CancelRunning();
      broken_ = true;  // without a pipeline there is no mark to read on to
      return status;
    }
    std::unique_ptr<pg_result, decltype(&PQclear)> result(PQgetResult(conn_), PQclear);
    if (result == nullptr) break;
    if (PQresultStatus(result.get()) != PGRES_FATAL_ERROR || !error.ok()) continue;
    const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    const char* text = PQresultErrorField(result.get(), PG_DIAG_MESSAGE_PRIMARY);
    log::Error("an SQL script failed", {{"error", text != nullptr ? text : ""}});
    error = StatusOf(state != nullptr ? state : "08006", "", text != nullptr ? text : "");
  }
  if (PQstatus(conn_) == CONNECTION_BAD || PQenterPipelineMode(conn_) == 0) return Lost();
  return error;
}

}  // namespace rezon::db
