#include "services/platform/db/connection.h"

#include <libpq-fe.h>

#include <cstring>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "prometheus/histogram.h"
#include "services/platform/db/errors.h"
#include "services/platform/errors/errors.h"
#include "services/platform/metrics/metrics.h"
#include "services/platform/trace/span.h"

namespace rezon::db {
namespace {

// The server's own limit only has to catch a client that died or hangs: this process enforces the
// exact deadline. Few steps, so that the setting seldom changes.
int TimeoutStep(const Context& context) {
  if (context.deadline == absl::InfiniteFuture()) return 0;
  absl::Duration left = context.deadline - absl::Now();
  if (left <= absl::Seconds(15)) return 20'000;
  if (left <= absl::Seconds(75)) return 90'000;
  if (left <= absl::Minutes(10)) return 660'000;
  return 0;
}

const Statement& TimeoutStatement(int step) {
  static constexpr Statement kShort{"", "SET statement_timeout = 20000"};
  static constexpr Statement kMiddle{"", "SET statement_timeout = 90000"};
  static constexpr Statement kLong{"", "SET statement_timeout = 660000"};
  static constexpr Statement kNone{"", "SET statement_timeout = 0"};
  switch (step) {
    case 20'000:
      return kShort;
    case 90'000:
      return kMiddle;
    case 660'000:
      return kLong;
    default:
      return kNone;
  }
}

absl::Status CheckBefore(const Context& context, absl::Span<const Command> commands) {
  for (const Command& command : commands) {
    if (!command.params->status().ok()) return command.params->status();
  }
  if (absl::Now() >= context.deadline) return errors::DeadlineExceeded("no time left");
  if (context.cancelled && context.cancelled()) return errors::Cancelled("cancelled by the caller");
  return absl::OkStatus();
}

prometheus::Histogram& Seconds(const char* statement) {
  static auto& family = metrics::Histograms("rezon_db_statement_seconds",
                                            "Time from sending a statement to its last row");
  return family.Add({{"statement", *statement == '\0' ? "other" : statement}},
                    metrics::LatencyBuckets());
}

std::string OperationOf(const char* sql) {
  while (*sql != '\0' && absl::ascii_isspace(static_cast<unsigned char>(*sql))) ++sql;
  const char* end = sql;
  while (absl::ascii_isalpha(static_cast<unsigned char>(*end))) ++end;
  return absl::AsciiStrToUpper(absl::string_view(sql, static_cast<std::size_t>(end - sql)));
}

}  // namespace

absl::StatusOr<Result> Connection::Execute(const Context& context, const Statement& statement,
                                           const Params& params) {
  const Command command{&statement, &params};
  auto results = Pipeline(context, absl::MakeConstSpan(&command, 1));
  if (!results.ok()) return results.status();
  return std::move(results->front());
}

absl::StatusOr<std::vector<Result>> Connection::Pipeline(const Context& context,
                                                         absl::Span<const Command> commands) {
  if (commands.empty()) return std::vector<Result>();
  if (broken_) return Lost();
  if (absl::Status status = CheckBefore(context, commands); !status.ok()) return status;
  std::vector<trace::Span> spans;
  spans.reserve(commands.size());
  for (const Command& command : commands) spans.push_back(StartSpan(*command.statement));
  auto sent = Send(context, commands);
  if (!sent.ok()) return sent.status();
  auto results = Collect(context, *sent, spans);
  if (!results.ok()) {
    // A failed pipeline undoes a SET in it.
    timeout_step_ = -1;
    for (trace::Span& span : spans) {
      if (!span.sampled()) continue;
      std::string state = SqlState(results.status());
      if (!state.empty()) span.Set("db.response.status_code", std::string_view(state));
      span.SetError(absl::StatusCodeToString(results.status().code()));
    }
  }
  return results;
}

trace::Span Connection::StartSpan(const Statement& statement) const {
  bool named = *statement.name != '\0';
  trace::Span span(named ? statement.name : OperationOf(statement.sql), trace::Kind::kClient);
  if (span.sampled()) {
    span.Set("db.system.name", "postgresql");
    span.Set("db.namespace", std::string_view(absl::StrCat(database_, "|", schema_)));
    span.Set("db.operation.name", std::string_view(OperationOf(statement.sql)));
    if (named) span.Set("db.query.summary", statement.name);
  }
  return span;
}

absl::Status Connection::SendCommand(const Command& command, std::vector<Sent>& sent) {
  const Statement& statement = *command.statement;
  std::vector<const char*> values;
  std::vector<int> lengths, formats;
  for (const Params::Value& value : command.params->values_) {
    values.push_back(value.null ? nullptr : value.bytes.c_str());
    lengths.push_back(static_cast<int>(value.bytes.size()));
    formats.push_back(value.binary ? 1 : 0);
  }
  int count = command.params->size();
  int ok = 0;
  if (*statement.name == '\0') {
    ok = PQsendQueryParams(conn_, statement.sql, count, nullptr, values.data(), lengths.data(),
                           formats.data(), 1);
  } else {
    auto known = prepared_.find(statement.name);
    if (known != prepared_.end() && known->second.sql != statement.sql &&
        std::strcmp(known->second.sql, statement.sql) != 0) {
      return errors::Internal(absl::StrCat("two statements are named ", statement.name));
    }
    if (known == prepared_.end()) {
      if (PQsendPrepare(conn_, statement.name, statement.sql, 0, nullptr) == 0) return Lost();
      sent.push_back({Sent::Kind::kPrepare, &statement});
      prepared_.insert({statement.name, {statement.sql, nullptr}});
    }
    ok = PQsendQueryPrepared(conn_, statement.name, count, values.data(), lengths.data(),
                             formats.data(), 1);
  }
  if (ok == 0) return Lost();
  sent.push_back({Sent::Kind::kCommand, &statement});
  return absl::OkStatus();
}

absl::StatusOr<std::vector<Connection::Sent>> Connection::Send(const Context& context,
                                                               absl::Span<const Command> commands) {
  std::vector<Sent> sent;
  sent.reserve(commands.size() + 2);
  wanted_step_ = TimeoutStep(context);
  if (wanted_step_ != timeout_step_) {
    static const Params kNone;
    const Statement& statement = TimeoutStatement(wanted_step_);
    absl::Status status = SendCommand({&statement, &kNone}, sent);
    if (!status.ok()) return status;
    sent.back().kind = Sent::Kind::kTimeout;
  }
  for (const Command& command : commands) {
    if (absl::Status status = SendCommand(command, sent); !status.ok()) {
      broken_ = true;  // half a pipeline cannot be taken back
      return status;
    }
  }
  if (PQpipelineSync(conn_) == 0) return Lost();
  return sent;
}

absl::Status Connection::Lost() {
  broken_ = true;
  return StatusOf("08006", "", PQerrorMessage(conn_));
}

prometheus::Histogram& Connection::SecondsOf(const Statement& statement) {
  auto known = prepared_.find(statement.name);
  if (known == prepared_.end()) return Seconds(statement.name);
  if (known->second.seconds == nullptr) known->second.seconds = &Seconds(statement.name);
  return *known->second.seconds;
}

}  // namespace rezon::db
