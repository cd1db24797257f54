#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"

// Settings from flags (--name=value, --name value, --bool) and the environment (REZON_NAME); the
// flag wins. Declared once, each bound to a field of a typed struct.
namespace rezon::config {

// A set of settings of one program. Not thread-safe; used in main only.
class Flags {
 public:
  // `summary` is the first line of --help.
  Flags(std::string program, std::string summary);

  // Each call binds --name to *target, whose present value is the default. `name` is kebab-case;
  // its variable is REZON_ + upper-case with '_'.
  void Text(std::string_view name, std::string* target, std::string_view help);
  // As Text, but shown as "(set)" in logs: DSNs, keys.
  void Secret(std::string_view name, std::string* target, std::string_view help);
  void Int(std::string_view name, int* target, int least, int most, std::string_view help);
  void Real(std::string_view name, double* target, double least, double most,
            std::string_view help);
  void Bool(std::string_view name, bool* target, std::string_view help);
  // Whole seconds on the command line.
  void Seconds(std::string_view name, absl::Duration* target, int least, int most,
               std::string_view help);
  // A rule over the finished values; its text is one line of the error.
  void Check(std::function<absl::Status()> rule);

  // Reads everything and reports all that is wrong at once: INVALID_ARGUMENT, one line a fault.
  // Unknown flags and positional arguments are faults; unknown REZON_ variables are not.
  absl::Status Parse(int argc, const char* const* argv);
  // --help was given.
  bool help_asked() const { return help_asked_; }
  std::string Help() const;
  // "name=value name=value" without secrets, for the one log line at start.
  std::string Describe() const;

 private:
  struct Flag {
    std::string name;
    std::string help;
    // What the value must look like, for messages and --help.
    std::string kind;
    bool secret = false;
    bool boolean = false;
    // Reads a value into the target; false when it does not fit.
    std::function<bool(const std::string&)> read;
    // The present value as text.
    std::function<std::string()> show;
  };
  Flag* Find(std::string_view name);
  void Add(Flag flag);
  void ReadEnvironment(std::vector<std::string>& faults);
  void ReadArguments(int argc, const char* const* argv, std::vector<std::string>& faults);
  void Apply(Flag& flag, const std::string& value, const std::string& source,
             std::vector<std::string>& faults);

  std::string program_;
  std::string summary_;
  std::vector<Flag> flags_;
  std::vector<std::function<absl::Status()>> rules_;
  bool help_asked_ = false;
};

}  // namespace rezon::config
