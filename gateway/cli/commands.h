#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "gateway/cli/command.h"

// The commands, one maker a command; each file commands_*.cc holds those of one kind of resource.
namespace rezon::cli {

Command ParseCommand();
Command ExplainDeadlineCommand();
Command ImportCommand();
Command TerritoryCommand();
Command AdoptCommand();
Command PointsCommand();
Command SplitCommand();
Command MergeCommand();
Command MoveCommand();
Command ReReadCommand();
Command ExportCommand();
Command IssueCommand();
Command RelationsCommand();
Command RelateCommand();
Command UnrelateCommand();
Command DuplicatesCommand();
Command LettersCommand();
Command LinkCommand();
Command UnlinkCommand();
Command MatchCommand();
Command AssignmentsCommand();
Command AcknowledgeCommand();
Command ReportCommand();
Command AcceptCommand();
Command ReturnCommand();
Command SummaryCommand();
Command OrganisationsImportCommand();
Command TokenCommand();
Command CompletionCommand();

// The bytes of a file; NOT_FOUND when it cannot be read.
absl::StatusOr<std::string> ReadFile(const std::string& path);

// "resolutions/1" from "resolutions/1" or "1".
std::string NameIn(const std::string& collection, const std::string& given);

}  // namespace rezon::cli
