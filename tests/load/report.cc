#include <cstdio>

#include "tests/load/bench.h"

namespace rezon::load {
namespace {

// Shares of pgbench, and of direct gRPC for JSON, that this stage aims at.
constexpr double kJsonBar = 0.5;
double Bar(Operation operation) {
  switch (operation) {
    case Operation::kGet:
      return 0.35;
    case Operation::kPage:
      return 0.40;
    case Operation::kChange:
      return 0.75;
  }
  return 0;
}

std::vector<double> Values(const std::vector<Measured>& runs, double Measured::*value) {
  std::vector<double> values;
  for (const Measured& run : runs) values.push_back(run.*value);
  return values;
}

double MedianOf(const std::vector<Measured>& runs, double Measured::*value = &Measured::rate) {
  return Median(Values(runs, value));
}

// Median of the ratios within each pair, so that drift of the machine cancels.
double Ratio(const std::vector<Measured>& over, const std::vector<Measured>& under) {
  std::vector<double> ratios;
  for (size_t i = 0; i < over.size() && i < under.size(); ++i) {
    ratios.push_back(under[i].rate > 0 ? over[i].rate / under[i].rate : 0);
  }
  return Median(ratios);
}

void Line(const char* party, int calls, const std::vector<Measured>& runs,
          const std::vector<Measured>& base, double bar, const char* of) {
  const double ratio = Ratio(runs, base);
  printf("  %-8s %2d calls  %8.0f/s  p50 %7.2f ms  p99 %7.2f ms  %.2f of %s (bar %.2f%s)\n", party,
         calls, MedianOf(runs), MedianOf(runs, &Measured::p50) / 1000,
         MedianOf(runs, &Measured::p99) / 1000, ratio, of, bar, ratio >= bar ? "" : ", MISSED");
}

}  // namespace

void Report(const Settings& settings, Operation operation, const Series& series) {
  printf("%s: median of %d pairs\n", Name(operation), settings.pairs);
  printf("  pgbench  %2d clients %7.0f/s%s\n", settings.pgbench_clients, MedianOf(series.pgbench),
         operation == Operation::kChange ? "  BEGIN, UPDATE, 2 INSERT, COMMIT" : "");
  if (!series.statement.empty()) {
    printf("  pgbench  %2d clients %7.0f/s  the service's one statement\n",
           settings.pgbench_clients, MedianOf(series.statement));
  }
  for (int i = 0; i < 2; ++i) {
    Line("gRPC", kCalls[i], series.grpc[i], series.pgbench, Bar(operation), "pgbench");
    if (!series.statement.empty()) {
      printf("  %42s %.2f of pgbench's one statement\n", "",
             Ratio(series.grpc[i], series.statement));
    }
  }
  for (int i = 0; i < 2 && !series.http[i].empty(); ++i) {
    Line("JSON", kCalls[i], series.http[i], series.grpc[i], kJsonBar, "gRPC");
  }
}

}  // namespace rezon::load
