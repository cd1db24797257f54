#include "services/platform/log/grpc.h"

#include <grpc/support/log.h>

#include "services/platform/log/log.h"

namespace rezon::log {
namespace {

// gRPC's INFO is chatter about connections, so it counts as debug here.
Level Ours(gpr_log_severity severity) {
  return severity == GPR_LOG_SEVERITY_ERROR ? Level::kWarning : Level::kDebug;
}

void FromGrpc(gpr_log_func_args* args) {
  const Level level = Ours(args->severity);
  if (!Enabled(level)) return;
  Write(level, args->message, {{"source", "grpc"}, {"file", args->file}, {"line", args->line}});
}

}  // namespace

void RouteGrpc() {
  gpr_set_log_function(&FromGrpc);
  gpr_set_log_verbosity(Enabled(Level::kDebug) ? GPR_LOG_SEVERITY_INFO : GPR_LOG_SEVERITY_ERROR);
}

}  // namespace rezon::log
