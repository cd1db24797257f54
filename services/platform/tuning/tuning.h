#pragma once

namespace rezon::tuning {

// Settings of libraries that hold for a whole process. First thing in main, before any thread.
//
// Turns off Abseil's search for lock cycles, which Debian's build has on: gRPC takes Abseil's
// mutexes for every call, and the search passes each of them through one lock of the process
// (about 6 % of the time of a get, and threads that wait for each other).
void TuneProcess();

}  // namespace rezon::tuning
