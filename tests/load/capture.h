#pragma once

#include <functional>
#include <string>

#include "tests/load/pgbench.h"
#include "tests/load/work.h"

namespace rezon::load {

// Has the service make one call and writes the statement that it ran, as PostgreSQL logged it, as a
// pgbench script: parameters keep their values, but the assignment or executor asked for becomes
// one drawn at random. So pgbench always runs the service's own SQL. `call` makes the call and
// answers the job. Throws when no such statement was logged.
Script CaptureScript(const Postgres& postgres, Operation operation, const Data& data,
                     const std::function<Job()>& call);

}  // namespace rezon::load
