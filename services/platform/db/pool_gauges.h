#ifndef REZON_SERVICES_PLATFORM_DB_POOL_GAUGES_H_
#define REZON_SERVICES_PLATFORM_DB_POOL_GAUGES_H_

#include "services/platform/db/pool.h"

namespace rezon::db {

// Shows a pool's counts at /metrics as rezon_db_pool_connections{state}, rezon_db_pool_waiting,
// rezon_db_pool_replaced and rezon_db_pool_timeouts. One pool a process is shown: the last
// caller's. Thread-safe.
void UpdateGauges(const PoolStats& stats);

}  // namespace rezon::db

#endif  // REZON_SERVICES_PLATFORM_DB_POOL_GAUGES_H_
