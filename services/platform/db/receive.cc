#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

#include "prometheus/histogram.h"
#include "services/platform/db/connection.h"
#include "services/platform/db/errors.h"
#include "services/platform/errors/errors.h"
#include "services/platform/log/log.h"
#include "services/platform/trace/span.h"

namespace rezon::db {
namespace {

// How often a caller's cancellation is looked for, and how long a cancelled statement may take to
// come to its end before the session is given up.
constexpr absl::Duration kCancelCheck = absl::Milliseconds(20);
constexpr absl::Duration kDrainTime = absl::Seconds(3);

using OwnedResult = std::unique_ptr<pg_result, decltype(&PQclear)>;

absl::Status ErrorOf(const pg_result* result) {
  auto field = [&](int code) {
    const char* text = PQresultErrorField(result, code);
    return std::string_view(text != nullptr ? text : "");
  };
  std::string_view state = field(PG_DIAG_SQLSTATE);
  if (state.empty()) state = "08006";
  return StatusOf(state, field(PG_DIAG_CONSTRAINT_NAME), field(PG_DIAG_MESSAGE_PRIMARY));
}

int PollMillis(const Context& context, absl::Time now) {
  absl::Duration left = context.deadline - now;
  if (context.cancelled) left = std::min(left, kCancelCheck);
  if (left == absl::InfiniteDuration()) return -1;
  return static_cast<int>(std::min<std::int64_t>(absl::ToInt64Milliseconds(left) + 1, 60'000));
}

}  // namespace

absl::Status Connection::Await(const Context& context) {
  while (PQisBusy(conn_) != 0) {
    int unsent = PQflush(conn_);
    if (unsent < 0) return Lost();
    absl::Time now = absl::Now();
    if (now >= context.deadline) return errors::DeadlineExceeded("statement cancelled");
    if (context.cancelled && context.cancelled()) {
      return errors::Cancelled("cancelled by the caller");
    }
    pollfd wait{PQsocket(conn_), static_cast<short>(unsent > 0 ? POLLIN | POLLOUT : POLLIN), 0};
    int ready = poll(&wait, 1, PollMillis(context, now));
    if (ready < 0 && errno != EINTR) return Lost();
    if (ready > 0 && (wait.revents & (POLLIN | POLLERR | POLLHUP)) != 0 &&
        PQconsumeInput(conn_) == 0) {
      return Lost();
    }
  }
  return absl::OkStatus();
}

bool Connection::CancelRunning() {
  char error[256];
  std::unique_ptr<PGcancel, decltype(&PQfreeCancel)> cancel(PQgetCancel(conn_), PQfreeCancel);
  if (cancel != nullptr && PQcancel(cancel.get(), error, sizeof(error)) != 0) return true;
  broken_ = true;
  return false;
}

absl::StatusOr<pg_result*> Connection::Next(const Context& context) {
  // A finished command ends with a null; two in a row mean that nothing more will come.
  for (int nulls = 0; nulls < 3; ++nulls) {
    if (absl::Status status = Await(context); !status.ok()) return status;
    if (pg_result* result = PQgetResult(conn_)) return result;
    if (PQstatus(conn_) == CONNECTION_BAD) break;
  }
  return Lost();
}

void Connection::Finished(const Sent& sent, bool ok, absl::Time start) {
  switch (sent.kind) {
    case Sent::Kind::kPrepare:
      if (!ok) prepared_.erase(sent.statement->name);
      break;
    case Sent::Kind::kTimeout:
      timeout_step_ = ok ? wanted_step_ : -1;
      break;
    case Sent::Kind::kCommand:
      SecondsOf(*sent.statement).Observe(absl::ToDoubleSeconds(absl::Now() - start));
      break;
  }
}

absl::StatusOr<std::vector<Result>> Connection::Collect(const Context& context,
                                                        const std::vector<Sent>& sent,
                                                        std::vector<trace::Span>& spans) {
  absl::Time start = absl::Now();
  std::vector<Result> results;
  absl::Status error, interrupted;
  Context grace;
  std::size_t next = 0;
  for (;;) {
    auto got = Next(interrupted.ok() ? context : grace);
    if (!got.ok()) {
      // First the caller's time is up: cancel and read to the end. Then the session is given up.
      if (!interrupted.ok()) broken_ = true;
      if (broken_) return interrupted.ok() ? got.status() : interrupted;
      interrupted = got.status();
      if (!CancelRunning()) return interrupted;
      grace = Context::Within(kDrainTime);
      continue;
    }
    OwnedResult result(*got, PQclear);
    ExecStatusType state = PQresultStatus(result.get());
    if (state == PGRES_PIPELINE_SYNC) break;
    bool ok = state == PGRES_COMMAND_OK || state == PGRES_TUPLES_OK || state == PGRES_EMPTY_QUERY;
    if (!ok && state != PGRES_PIPELINE_ABORTED && error.ok()) error = ErrorOf(result.get());
    if (next == sent.size()) continue;  // an error of the commit itself, counted above
    bool command = sent[next].kind == Sent::Kind::kCommand;
    Finished(sent[next++], ok, start);
    if (!ok || !command) continue;
    spans[results.size()].End();
    results.emplace_back(result.release());
  }
  if (PQstatus(conn_) == CONNECTION_BAD) broken_ = true;
  if (!interrupted.ok()) return interrupted;
  if (!error.ok()) return error;
  return results;
}

}  // namespace rezon::db
