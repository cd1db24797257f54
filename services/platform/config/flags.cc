#include "services/platform/config/flags.h"

#include <charconv>
#include <cstdlib>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"

namespace rezon::config {
namespace {

std::string Variable(const std::string& name) {
  return absl::StrCat("REZON_", absl::AsciiStrToUpper(absl::StrReplaceAll(name, {{"-", "_"}})));
}

bool ReadWhole(const std::string& text, int least, int most, int& out) {
  int value;
  if (!absl::SimpleAtoi(text, &value) || value < least || value > most) return false;
  out = value;
  return true;
}

}  // namespace

Flags::Flags(std::string program, std::string summary)
    : program_(std::move(program)), summary_(std::move(summary)) {}

void Flags::Add(Flag flag) { flags_.push_back(std::move(flag)); }

void Flags::Text(std::string_view name, std::string* target, std::string_view help) {
  Add({std::string(name), std::string(help), "text", false, false,
       [target](const std::string& value) {
         *target = value;
         return true;
       },
       [target] { return *target; }});
}

void Flags::Secret(std::string_view name, std::string* target, std::string_view help) {
  Text(name, target, help);
  flags_.back().secret = true;
}

void Flags::Int(std::string_view name, int* target, int least, int most, std::string_view help) {
  Add({std::string(name), std::string(help),
       absl::StrCat("a whole number from ", least, " to ", most), false, false,
       [=](const std::string& value) { return ReadWhole(value, least, most, *target); },
       [target] { return absl::StrCat(*target); }});
}

void Flags::Real(std::string_view name, double* target, double least, double most,
                 std::string_view help) {
  Add({std::string(name), std::string(help), absl::StrCat("a number from ", least, " to ", most),
       false, false,
       [=](const std::string& text) {
         double value;
         if (!absl::SimpleAtod(text, &value) || !(value >= least && value <= most)) return false;
         *target = value;
         return true;
       },
       [target] { return absl::StrCat(*target); }});
}

void Flags::Bool(std::string_view name, bool* target, std::string_view help) {
  Add({std::string(name), std::string(help), "true or false", false, true,
       [target](const std::string& value) { return absl::SimpleAtob(value, target); },
       [target] { return *target ? "true" : "false"; }});
}

void Flags::Seconds(std::string_view name, absl::Duration* target, int least, int most,
                    std::string_view help) {
  Add({std::string(name), std::string(help),
       absl::StrCat("whole seconds from ", least, " to ", most), false, false,
       [=](const std::string& text) {
         int value;
         if (!ReadWhole(text, least, most, value)) return false;
         *target = absl::Seconds(value);
         return true;
       },
       [target] { return absl::StrCat(absl::ToInt64Seconds(*target)); }});
}

void Flags::Check(std::function<absl::Status()> rule) { rules_.push_back(std::move(rule)); }

Flags::Flag* Flags::Find(std::string_view name) {
  for (Flag& flag : flags_) {
    if (flag.name == name) return &flag;
  }
  return nullptr;
}

void Flags::Apply(Flag& flag, const std::string& value, const std::string& source,
                  std::vector<std::string>& faults) {
  if (flag.read(value)) return;
  faults.push_back(absl::StrCat(source, ": must be ", flag.kind,
                                flag.secret ? "" : absl::StrCat(", not '", value, "'")));
}

void Flags::ReadEnvironment(std::vector<std::string>& faults) {
  for (Flag& flag : flags_) {
    const std::string variable = Variable(flag.name);
    if (const char* value = std::getenv(variable.c_str())) Apply(flag, value, variable, faults);
  }
}

void Flags::ReadArguments(int argc, const char* const* argv, std::vector<std::string>& faults) {
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--help" || argument == "-h") {
      help_asked_ = true;
      continue;
    }
    if (argument.rfind("--", 0) != 0) {
      faults.push_back(absl::StrCat("unexpected argument '", argument, "'"));
      continue;
    }
    const size_t equals = argument.find('=');
    const std::string name = argument.substr(2, equals == std::string::npos ? equals : equals - 2);
    Flag* flag = Find(name);
    if (flag == nullptr) {
      faults.push_back(absl::StrCat("unknown flag --", name));
    } else if (equals != std::string::npos) {
      Apply(*flag, argument.substr(equals + 1), "--" + name, faults);
    } else if (flag->boolean) {
      Apply(*flag, "true", "--" + name, faults);
    } else if (i + 1 < argc) {
      Apply(*flag, argv[++i], "--" + name, faults);
    } else {
      faults.push_back(absl::StrCat("--", name, " needs a value: ", flag->kind));
    }
  }
}

absl::Status Flags::Parse(int argc, const char* const* argv) {
  std::vector<std::string> faults;
  ReadEnvironment(faults);
  ReadArguments(argc, argv, faults);
  if (help_asked_) return absl::OkStatus();
  for (const auto& rule : rules_) {
    if (absl::Status status = rule(); !status.ok()) faults.emplace_back(status.message());
  }
  if (faults.empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrJoin(faults, "\n"));
}

std::string Flags::Help() const {
  std::string text =
      absl::StrCat(program_, ": ", summary_, "\n\nUsage: ", program_, " [--name=value ...]\n\n");
  for (const Flag& flag : flags_) {
    const std::string value = flag.show();
    absl::StrAppend(&text, "  --", flag.name, "  ", flag.help, "\n      ", flag.kind,
                    value.empty() || flag.secret ? "" : absl::StrCat("; default ", value),
                    "; environment ", Variable(flag.name), "\n");
  }
  return text;
}

std::string Flags::Describe() const {
  std::vector<std::string> parts;
  for (const Flag& flag : flags_) {
    const std::string value = flag.show();
    parts.push_back(absl::StrCat(flag.name, "=", flag.secret && !value.empty() ? "(set)" : value));
  }
  return absl::StrJoin(parts, " ");
}

}  // namespace rezon::config
