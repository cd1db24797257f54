#include "services/platform/db/statement.h"

#include <mutex>
#include <string>
#include <utility>

#include "absl/container/node_hash_map.h"
#include "absl/strings/str_cat.h"

namespace rezon::db {
namespace {

// Enough for every sensible combination of filters; a bound, so that callers cannot fill the memory
// of the process or of the server's sessions.
constexpr std::size_t kMaxTexts = 300;

struct Texts {
  std::mutex mutex;                                     // guards names
  absl::node_hash_map<std::string, std::string> names;  // text -> name
};

Texts& AllTexts() {
  static auto* texts = new Texts;
  return *texts;
}

}  // namespace

DynamicStatement::DynamicStatement(const char* name, std::string sql) : statement_{"", ""} {
  Texts& texts = AllTexts();
  std::lock_guard lock(texts.mutex);
  auto found = texts.names.find(sql);
  if (found == texts.names.end() && texts.names.size() < kMaxTexts) {
    std::string numbered = absl::StrCat(name, "_", texts.names.size());
    found = texts.names.emplace(std::move(sql), std::move(numbered)).first;
  }
  if (found != texts.names.end()) {
    statement_ = {found->second.c_str(), found->first.c_str()};
  } else {
    own_ = std::move(sql);
    statement_ = {"", own_.c_str()};
  }
}

}  // namespace rezon::db
