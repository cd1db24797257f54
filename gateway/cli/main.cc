#include <cstdio>
#include <string>
#include <vector>

#include "gateway/cli/commands.h"

namespace rezon::cli {
namespace {

// The command that the first words name, two words before one; null when there is none.
const Command* FindCommand(const std::vector<std::string>& words, size_t* taken) {
  for (size_t count = std::min<size_t>(2, words.size()); count > 0; --count) {
    const std::string name = count == 2 ? words[0] + " " + words[1] : words[0];
    for (const Command& command : Commands()) {
      if (command.name == name) {
        *taken = count;
        return &command;
      }
    }
  }
  return nullptr;
}

int Run(const std::vector<std::string>& words) {
  if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    std::fputs(HelpOfAll().c_str(), stdout);
    return words.empty() ? kUsage : kDone;
  }
  size_t taken = 0;
  const Command* command = FindCommand(words, &taken);
  if (command == nullptr) {
    std::fprintf(stderr, "rezonctl: нет команды «%s»; все команды: rezonctl --help\n",
                 words[0].c_str());
    return kUsage;
  }
  std::string fault;
  const std::vector<std::string> rest(words.begin() + static_cast<long>(taken), words.end());
  const Arguments arguments = ParseArguments(*command, rest, &fault);
  if (!fault.empty()) {
    std::fprintf(stderr, "rezonctl %s: %s; справка: rezonctl %s --help\n", command->name.c_str(),
                 fault.c_str(), command->name.c_str());
    return kUsage;
  }
  if (arguments.Has("help")) {
    std::fputs(HelpOf(*command).c_str(), stdout);
    return kDone;
  }
  return command->run(arguments);
}

}  // namespace

const std::vector<Command>& Commands() {
  static const std::vector<Command> commands = {ParseCommand(),
                                                ExplainDeadlineCommand(),
                                                ImportCommand(),
                                                AdoptCommand(),
                                                TerritoryCommand(),
                                                PointsCommand(),
                                                SplitCommand(),
                                                MergeCommand(),
                                                MoveCommand(),
                                                ReReadCommand(),
                                                ExportCommand(),
                                                RelationsCommand(),
                                                RelateCommand(),
                                                UnrelateCommand(),
                                                DuplicatesCommand(),
                                                LettersCommand(),
                                                LinkCommand(),
                                                UnlinkCommand(),
                                                MatchCommand(),
                                                IssueCommand(),
                                                AssignmentsCommand(),
                                                AcknowledgeCommand(),
                                                ReportCommand(),
                                                AcceptCommand(),
                                                ReturnCommand(),
                                                SummaryCommand(),
                                                OrganisationsImportCommand(),
                                                TokenCommand(),
                                                CompletionCommand()};
  return commands;
}

}  // namespace rezon::cli

int main(int argc, char** argv) {
  return rezon::cli::Run(std::vector<std::string>(argv + 1, argv + argc));
}
