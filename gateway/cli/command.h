#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rezon::cli {

// Exit codes that scripts may rely on; shown by --help.
enum ExitCode : int {
  kDone = 0,
  kFailed = 1,       // anything not named below
  kUsage = 2,        // wrong command line
  kRefused = 3,      // no token, or not allowed
  kNotFound = 4,     // no such resource or file
  kConflict = 5,     // wrong state, changed meanwhile, exists already
  kInvalid = 6,      // the server or the reader does not accept the input
  kUnavailable = 7,  // no answer, overload, deadline: try again
};

// An option of a command: --name, or --name=VALUE when it has a value.
struct Option {
  std::string name;
  // What the value is, for --help; empty for a switch.
  std::string value;
  std::string help;
  bool repeated = false;
  // One letter that stands for the name, "-o FILE"; 0 for none.
  char letter = 0;
};

// What was given on the command line.
class Arguments {
 public:
  std::vector<std::string> positional;
  std::map<std::string, std::vector<std::string>> options;

  bool Has(const std::string& name) const { return options.count(name) > 0; }
  // The last value given, or `otherwise`.
  std::string Get(const std::string& name, const std::string& otherwise = "") const;
  std::vector<std::string> All(const std::string& name) const;
};

// A command of rezonctl. Texts are Russian: they are for people.
struct Command {
  // "import", or two words: "organisations import".
  std::string name;
  // "FILE…"; for --help and completions.
  std::string arguments;
  size_t least_arguments = 0;
  size_t most_arguments = 0;
  std::string summary;
  std::vector<Option> options;
  // Whole lines that can be typed.
  std::vector<std::string> examples;
  std::function<int(const Arguments&)> run;
};

// All commands, in the order of --help.
const std::vector<Command>& Commands();

// Options that every command takes.
const std::vector<Option>& CommonOptions();

// Reads what follows a command's name: --name=VALUE, --name VALUE, --switch, "--". Empty `fault`
// means success; else it says in Russian what is wrong.
Arguments ParseArguments(const Command& command, const std::vector<std::string>& words,
                         std::string* fault);

// --help of one command and of the program.
std::string HelpOf(const Command& command);
std::string HelpOfAll();

// Text for the shell's completion; empty for a shell that is not known.
std::string Completion(std::string_view shell);

}  // namespace rezon::cli
