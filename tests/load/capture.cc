#include "tests/load/capture.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"

namespace rezon::load {
namespace {

struct Logged {
  std::string sql;
  std::map<int, std::string> parameters;
};

// `Parameters: $1 = 'ru-load', $2 = NULL, …`, quotes doubled inside.
std::map<int, std::string> ReadParameters(const std::string& detail) {
  std::map<int, std::string> parameters;
  for (size_t at = detail.find('$'); at != std::string::npos;) {
    const int number = std::stoi(detail.substr(at + 1));
    size_t begin = detail.find(" = ", at) + 3;
    std::string value;
    if (detail[begin] == '\'') {
      size_t end = begin + 1;
      for (; end < detail.size(); ++end) {
        if (detail[end] == '\'' && (end + 1 == detail.size() || detail[end + 1] != '\'')) break;
        if (detail[end] == '\'') ++end;
        value += detail[end];
      }
      begin = end;
    }
    parameters[number] = value;
    at = detail.find(", $", begin);
    if (at != std::string::npos) at += 2;
  }
  return parameters;
}

// The logged statement of this operation that names the job's id.
bool Find(const std::string& log, const std::string& id, Operation operation, Logged* found) {
  for (const auto& line : absl::StrSplit(log, '\n')) {
    const auto entry = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
    if (!entry.is_object()) continue;
    const std::string message = entry.value("message", "");
    const std::string detail = entry.value("detail", "");
    const size_t colon = message.find(": ");
    if (message.rfind("execute ", 0) != 0 || colon == std::string::npos) continue;
    if (detail.find(id) == std::string::npos) continue;
    const bool change = message.find("UPDATE assignment") != std::string::npos;
    if (change != (operation == Operation::kChange)) continue;
    *found = {message.substr(colon + 2), ReadParameters(detail)};
    return true;
  }
  return false;
}

std::string ReadFrom(const std::string& path, std::streamoff from) {
  std::ifstream file(path, std::ios::binary);
  file.seekg(from);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::streamoff SizeOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  return file ? static_cast<std::streamoff>(file.tellg()) : 0;
}

// Number of the parameter that says which states a change is allowed from: rows of pgbench are
// changed many times. 0 when the statement has none.
int AllowedStates(const std::string& sql) {
  const size_t begin = sql.find("AS i(");
  if (begin == std::string::npos) return 0;
  const size_t end = sql.find(')', begin);
  const std::vector<std::string> columns =
      absl::StrSplit(sql.substr(begin + 5, end - begin - 5), ", ");
  for (size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] == "allowed") return static_cast<int>(i) + 2;
  }
  return 0;
}

std::string DrawnId(Operation operation, bool array, bool prefixed) {
  const char* kind = operation == Operation::kPage ? "9000" : "8000";
  std::string id = absl::StrCat("'", prefixed ? "organisations/" : "", "01920000-0000-7000-", kind,
                                "-' || lpad(to_hex(:id::int8), 12, '0')");
  return array ? absl::StrCat("('{' || ", id, " || '}')") : absl::StrCat("(", id, ")");
}

Script Write(const Postgres& postgres, Operation operation, const Data& data, const Logged& logged,
             const std::string& id) {
  Script script;
  script.file = absl::StrCat(postgres.folder, "/", static_cast<int>(operation), ".sql");
  std::string sql = logged.sql;
  const int allowed = AllowedStates(sql);
  // From the highest number down, so that $1 does not eat the start of $10.
  for (auto it = logged.parameters.rbegin(); it != logged.parameters.rend(); ++it) {
    const auto& [number, value] = *it;
    std::string by = absl::StrCat(":p", number);
    if (value.find(id) != std::string::npos) {
      by = DrawnId(operation, value.front() == '{', value.find('/') != std::string::npos);
    } else if (operation == Operation::kChange && number == allowed) {
      script.variables.emplace_back(absl::StrCat("p", number), "{510}");
    } else if (value == "{load}") {
      script.variables.emplace_back(absl::StrCat("p", number), "{pgbench}");
    } else {
      script.variables.emplace_back(absl::StrCat("p", number), value);
    }
    sql = absl::StrReplaceAll(sql, {{absl::StrCat("$", number), by}});
  }
  const int64_t last = operation == Operation::kPage ? data.executors : data.rows;
  const int64_t first = operation == Operation::kChange ? data.rows / 10 * 8 + 1 : 1;
  std::ofstream(script.file) << "\\set id random(" << first << ", " << last << ")\n"
                             << sql << ";\n";
  return script;
}

}  // namespace

Script CaptureScript(const Postgres& postgres, Operation operation, const Data& data,
                     const std::function<Job()>& call) {
  const std::streamoff from = SizeOf(postgres.log);
  Admin(postgres, "ALTER SYSTEM SET log_statement = 'all'");
  Admin(postgres, "SELECT pg_reload_conf()");
  Logged logged;
  bool found = false;
  std::string id;
  for (int attempt = 0; attempt < 50 && !found; ++attempt) {
    const Job job = call();
    id = job.name.substr(job.name.find('/') + 1);
    absl::SleepFor(absl::Milliseconds(100));
    found = Find(ReadFrom(postgres.log, from), id, operation, &logged);
  }
  Admin(postgres, "ALTER SYSTEM RESET log_statement");
  Admin(postgres, "SELECT pg_reload_conf()");
  if (!found)
    throw std::runtime_error(std::string("no statement was logged for: ") + Name(operation));
  return Write(postgres, operation, data, logged, id);
}

}  // namespace rezon::load
