// How fast the reader reads: plain text to points in MB/s (10^6 bytes of one core's time), a docx
// in ms, and how the time grows with the length. Run by ./run; see ../README.md.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "services/decisions/reader/reader.h"
#include "tests/load/reader/odd_text.h"
#include "tests/load/reader/sample_docx.h"
#include "tests/load/reader/sample_text.h"

namespace rezon::load {
namespace {

constexpr size_t kUnit = 100'000;  // bytes of the text that growth counts from
constexpr int kRepetitions = 5;

// Reads all inputs once an iteration; reports bytes of input, points found and refusals.
void ReadAll(benchmark::State& state, const std::vector<std::string>& inputs) {
  size_t bytes = 0;
  size_t points = 0;
  double refused = 0;
  for (const std::string& input : inputs) bytes += input.size();
  for (auto _ : state) {
    points = 0;
    for (const std::string& input : inputs) {
      const auto document = reader::Read(input, {});
      if (document.ok()) {
        points += document->items.size();
      } else if (absl::IsResourceExhausted(document.status())) {
        refused = 1;  // over a limit, which is to be told as fast
      } else {
        return state.SkipWithError(document.status().ToString().c_str());
      }
    }
  }
  state.SetBytesProcessed(static_cast<int64_t>(bytes) * state.iterations());
  state.counters["points"] = static_cast<double>(points);
  state.counters["refused"] = refused;
}

// `make` is called when the benchmark's turn comes.
void Register(const std::string& name, std::function<std::vector<std::string>()> make) {
  benchmark::RegisterBenchmark(
      name.c_str(), [make = std::move(make)](benchmark::State& state) { ReadAll(state, make()); })
      ->Unit(benchmark::kMillisecond)
      ->Repetitions(kRepetitions)
      ->ComputeStatistics("min",
                          [](const std::vector<double>& v) { return *std::ranges::min_element(v); })
      ->ComputeStatistics("max",
                          [](const std::vector<double>& v) { return *std::ranges::max_element(v); })
      ->ReportAggregatesOnly();
}

// The text files under $REZON_CORPUS; none where it is not set.
std::vector<std::string> CorpusFiles() {
  std::vector<std::string> files;
  const char* corpus = std::getenv("REZON_CORPUS");
  if (corpus == nullptr) return files;
  for (const char* folder : {"documents", "acts/documents"}) {
    const auto path = std::filesystem::path(corpus) / folder;
    if (!std::filesystem::is_directory(path)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      files.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
  }
  return files;
}

std::vector<std::string> SmallDocuments() {
  std::vector<std::string> inputs;
  for (uint32_t seed = 1; seed <= 100; ++seed) {
    inputs.push_back(MakeSampleText(seed, 3000 + seed % 10 * 1500));
    if (seed % 2 == 0) inputs.back() = Wrap(inputs.back(), 70);
  }
  return inputs;
}

std::vector<std::string> CorpusJoined() {
  std::string joined;
  while (joined.size() < 10 * kUnit) {
    for (const std::string& file : CorpusFiles()) joined += file + "\n";
  }
  return {std::move(joined)};
}

using Texts = std::vector<std::string>;

void RegisterAll() {
  for (const size_t times : {1, 10, 100}) {
    Register("text/long/" + std::to_string(times) + "x",
             [times] { return Texts{MakeSampleText(1, times * kUnit)}; });
  }
  Register("text/wrapped/10x", [] { return Texts{Wrap(MakeSampleText(2, 10 * kUnit), 70)}; });
  Register("text/small/100", SmallDocuments);
  Register("docx/30pages", [] { return Texts{MakeSampleDocx(3, 30)}; });
  if (!CorpusFiles().empty()) {
    Register("corpus/files", CorpusFiles);
    Register("corpus/joined/10x", CorpusJoined);
  }
  for (const OddText& odd : OddTexts()) {
    Register("odd/" + odd.name, [odd] { return Texts{odd.make()}; });
  }
}

// Prints the usual table and keeps the medians for the closing lines.
class Reporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    benchmark::ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Aggregate) continue;
      Figures& figures = seen_[run.run_name.function_name];
      figures.milliseconds[run.aggregate_name] = run.GetAdjustedCPUTime();
      const auto rate = run.counters.find("bytes_per_second");
      if (rate != run.counters.end()) figures.rate[run.aggregate_name] = rate->second.value / 1e6;
    }
  }

  void Finalize() override {
    std::printf("\n");
    for (const char* name :
         {"text/long/10x", "text/wrapped/10x", "text/small/100", "corpus/files"}) {
      const auto found = seen_.find(name);
      if (found == seen_.end()) continue;
      auto rate = found->second.rate;
      std::printf("%-18s %6.1f MB/s [%.1f-%.1f]\n", name, rate["median"], rate["min"], rate["max"]);
    }
    if (seen_.contains("docx/30pages")) {
      auto ms = seen_["docx/30pages"].milliseconds;
      std::printf("%-18s %6.1f ms   [%.1f-%.1f]\n", "docx/30pages", ms["median"], ms["min"],
                  ms["max"]);
    }
    if (seen_.contains("text/long/1x") && seen_.contains("text/long/100x")) {
      const auto median = [&](const char* name) { return seen_[name].milliseconds["median"]; };
      const double one = median("text/long/1x");
      std::printf("growth of time     10x %.1f, 100x %.1f\n", median("text/long/10x") / one,
                  median("text/long/100x") / one);
    }
  }

 private:
  struct Figures {
    std::map<std::string, double> milliseconds;
    std::map<std::string, double> rate;  // MB/s
  };
  std::map<std::string, Figures> seen_;
};

}  // namespace
}  // namespace rezon::load

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  rezon::load::RegisterAll();
  rezon::load::Reporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  benchmark::Shutdown();
  return 0;
}
