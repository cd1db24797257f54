#ifndef REZON_TESTS_STORE_CLUSTER_PROCESS_H_
#define REZON_TESTS_STORE_CLUSTER_PROCESS_H_

#include <string>
#include <vector>

namespace rezon::testing {

// Prints the message and the system's error, and ends the test process with a failure.
[[noreturn]] void Die(const std::string& message);

// PostgreSQL refuses to run as root: root hands the folder to the user `postgres`.
void GiveToServerUser(const std::string& folder);

// Runs a program to its end (as `postgres` when we are root); output is shown only when it fails,
// which ends the test process.
void RunAsServerUser(const std::vector<std::string>& command);

// Starts a program that dies with this process; its output goes to `log`. Answers its process id.
int StartAsServerUser(const std::vector<std::string>& command, const std::string& log);

// Runs a program as ourselves; output is shown only when it fails, which ends the test process.
void Run(const std::vector<std::string>& command);

}  // namespace rezon::testing

#endif  // REZON_TESTS_STORE_CLUSTER_PROCESS_H_
