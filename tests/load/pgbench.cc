#include "tests/load/pgbench.h"

#include <cstdio>
#include <stdexcept>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace rezon::load {
namespace {

std::string Quoted(const std::string& text) {
  return absl::StrCat("'", absl::StrReplaceAll(text, {{"'", "'\\''"}}), "'");
}

std::string Output(const std::string& command) {
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot start: " + command);
  std::string output;
  char buffer[4096];
  while (const size_t count = fread(buffer, 1, sizeof(buffer), pipe)) output.append(buffer, count);
  if (pclose(pipe) != 0) throw std::runtime_error("failed: " + command + "\n" + output);
  return output;
}

// Mean of the progress lines after the warm-up.
double Rate(const std::string& output, int warm_seconds) {
  double sum = 0;
  int lines = 0;
  for (size_t at = output.find("progress: "); at != std::string::npos;
       at = output.find("progress: ", at + 1)) {
    double when = 0;
    double rate = 0;
    if (sscanf(output.c_str() + at, "progress: %lf s, %lf tps", &when, &rate) == 2 &&
        when > warm_seconds + 0.5) {
      sum += rate;
      ++lines;
    }
  }
  if (lines == 0) throw std::runtime_error("pgbench told no rate:\n" + output);
  return sum / lines;
}

}  // namespace

Measured RunPgbench(const Postgres& postgres, const Script& script, int clients, int warm_seconds,
                    int seconds) {
  std::string command =
      absl::StrCat(postgres.programs, "/pgbench -n -M prepared -P 1 -j 2 -c ", clients, " -T ",
                   warm_seconds + seconds, " -f ", Quoted(script.file));
  for (const auto& [name, value] : script.variables) {
    absl::StrAppend(&command, " -D ", name, "=", Quoted(value));
  }
  const std::string output = Output(absl::StrCat(command, " ", Quoted(postgres.url)));
  Measured measured;
  measured.rate = Rate(output, warm_seconds);
  return measured;
}

std::string Admin(const Postgres& postgres, const std::string& sql) {
  std::string output =
      Output(absl::StrCat(postgres.programs, "/psql -X -q -A -t -v ON_ERROR_STOP=1 -d ",
                          Quoted(postgres.admin_url), " -c ", Quoted(sql)));
  while (!output.empty() && output.back() == '\n') output.pop_back();
  return output;
}

}  // namespace rezon::load
