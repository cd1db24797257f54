#include "tests/store/cluster/process.h"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace rezon::testing {
namespace {

const passwd* ServerUser() {
  if (getuid() != 0) return nullptr;
  const passwd* user = getpwnam("postgres");
  if (user == nullptr) Die("running as root, and there is no user postgres");
  return user;
}

void Become(const passwd* user) {
  if (user == nullptr) return;
  if (initgroups(user->pw_name, user->pw_gid) != 0 || setgid(user->pw_gid) != 0 ||
      setuid(user->pw_uid) != 0) {
    _exit(126);
  }
}

int Spawn(const std::vector<std::string>& command, int output, const passwd* user, bool bound) {
  std::vector<char*> arguments;
  for (const std::string& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
  arguments.push_back(nullptr);
  int child = fork();
  if (child < 0) Die("cannot fork");
  if (child > 0) return child;
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  Become(user);
  if (bound) {
    prctl(PR_SET_PDEATHSIG, SIGQUIT);
    setsid();  // a Ctrl-C for the tests is not one for the server
  }
  if (chdir("/") != 0) _exit(126);
  execv(arguments[0], arguments.data());
  _exit(127);
}

void RunToEnd(const std::vector<std::string>& command, const passwd* user) {
  FILE* output = tmpfile();
  if (output == nullptr) Die("cannot make a temporary file");
  int child = Spawn(command, fileno(output), user, false);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  bool ok = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  if (!ok) {
    rewind(output);
    char buffer[4096];
    while (std::size_t count = fread(buffer, 1, sizeof(buffer), output)) {
      fwrite(buffer, 1, count, stderr);
    }
  }
  fclose(output);
  errno = 0;
  if (!ok) Die(command.front() + " failed");
}

}  // namespace

void Die(const std::string& message) {
  fprintf(stderr, "test cluster: %s (%s)\n", message.c_str(), strerror(errno));
  exit(1);
}

void GiveToServerUser(const std::string& folder) {
  const passwd* user = ServerUser();
  if (user != nullptr && chown(folder.c_str(), user->pw_uid, user->pw_gid) != 0) {
    Die("cannot hand a folder to postgres");
  }
}

void RunAsServerUser(const std::vector<std::string>& command) { RunToEnd(command, ServerUser()); }

int StartAsServerUser(const std::vector<std::string>& command, const std::string& log) {
  int output = open(log.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0644);
  if (output < 0) Die("cannot open " + log);
  int child = Spawn(command, output, ServerUser(), true);
  close(output);
  return child;
}

void Run(const std::vector<std::string>& command) { RunToEnd(command, nullptr); }

}  // namespace rezon::testing
