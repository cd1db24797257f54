#include "tests/load/bench.h"

#include <cstdio>
#include <stdexcept>
#include <string_view>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "tests/load/capture.h"

namespace rezon::load {
namespace {

class Bench {
 public:
  explicit Bench(const Settings& settings)
      : settings_(settings),
        work_(settings.data),
        grpc_(settings.target, settings.token),
        http_(settings.gateway_port, settings.token) {}

  bool Run() {
    const int64_t history = Count("history");
    const int64_t outbox = Count("outbox");
    for (Operation operation : {Operation::kGet, Operation::kPage, Operation::kChange}) {
      if (std::string_view(Name(operation)).rfind(settings_.only, 0) != 0) continue;
      Report(settings_, operation, Measure(operation));
      fflush(stdout);
    }
    const bool kept = CheckRows("history", Count("history") - history);
    return CheckRows("outbox", Count("outbox") - outbox) && kept && wrong_ == 0;
  }

 private:
  // Rows that the service wrote.
  int64_t Count(const std::string& table) {
    int64_t count = 0;
    const std::string text = Admin(
        settings_.postgres,
        absl::StrCat("SELECT count(*) FROM assignments.", table, " WHERE actor <> 'pgbench'"));
    if (!absl::SimpleAtoi(text, &count)) throw std::runtime_error("cannot count " + table);
    return count;
  }

  bool CheckRows(const char* table, int64_t grown) {
    const bool right = grown == acknowledged_;
    printf("%s grew by %lld rows for %lld acknowledged changes%s\n", table,
           static_cast<long long>(grown), static_cast<long long>(acknowledged_),
           right ? "" : "  <-- WRONG");
    return right;
  }

  Measured Noted(Operation operation, Measured measured) {
    if (operation == Operation::kChange) acknowledged_ += measured.calls - measured.wrong;
    if (measured.wrong > 0) {
      printf("%lld wrong replies to %s, the first: %s\n", static_cast<long long>(measured.wrong),
             Name(operation), measured.fault.c_str());
    }
    wrong_ += measured.wrong;
    return measured;
  }

  Script Capture(Operation operation) {
    return CaptureScript(settings_.postgres, operation, settings_.data, [&] {
      Job job;
      work_.Next(operation, random_, &job);
      Noted(operation, grpc_.One(operation, job));
      return job;
    });
  }

  Measured Pgbench(const Script& script, int warm, int seconds) {
    return RunPgbench(settings_.postgres, script, settings_.pgbench_clients, warm, seconds);
  }

  Series Measure(Operation operation) {
    const Script statement = Capture(operation);
    Script script = statement;
    if (operation == Operation::kChange) {
      script = {settings_.change_script,
                {{"region", "ru-load"},
                 {"first", absl::StrCat(settings_.data.rows / 10 * 8 + 1)},
                 {"last", absl::StrCat(settings_.data.rows)}}};
    }
    Warm(operation);
    Series series;
    for (int pair = 0; pair < settings_.pairs; ++pair) {
      const int warm = settings_.pgbench_warm_seconds;
      series.pgbench.push_back(Pgbench(script, warm, settings_.seconds));
      if (operation == Operation::kChange) {
        series.statement.push_back(Pgbench(statement, warm, settings_.seconds));
      }
      for (int i = 0; i < 2; ++i) {
        series.grpc[i].push_back(Noted(operation, Grpc(operation, kCalls[i], settings_.seconds)));
        if (settings_.gateway_port == 0) continue;
        series.http[i].push_back(Noted(operation, Http(operation, kCalls[i], settings_.seconds)));
      }
    }
    return series;
  }

  void Warm(Operation operation) {
    const int half = (settings_.warm_seconds + 1) / 2;
    Noted(operation, Grpc(operation, 64, half));
    if (settings_.gateway_port != 0) Noted(operation, Http(operation, 64, half));
  }

  Measured Grpc(Operation operation, int calls, int seconds) {
    return grpc_.Run(operation, calls, From(0.5, seconds), work_);
  }
  Measured Http(Operation operation, int calls, int seconds) {
    return http_.Run(operation, calls, From(0.5, seconds), work_);
  }

  const Settings& settings_;
  Work work_;
  GrpcClient grpc_;
  HttpClient http_;
  std::mt19937_64 random_{1};
  int64_t acknowledged_ = 0;
  int64_t wrong_ = 0;
};

}  // namespace

bool RunBench(const Settings& settings) { return Bench(settings).Run(); }

}  // namespace rezon::load
