#include "services/platform/db/pool_gauges.h"

#include "prometheus/gauge.h"
#include "services/platform/metrics/metrics.h"

namespace rezon::db {
namespace {

struct PoolGauges {
  prometheus::Family<prometheus::Gauge>& connections = metrics::Gauges(
      "rezon_db_pool_connections", "Connections of the pool by state: size, open, busy");
  prometheus::Gauge& size = connections.Add({{"state", "size"}});
  prometheus::Gauge& open = connections.Add({{"state", "open"}});
  prometheus::Gauge& busy = connections.Add({{"state", "busy"}});
  prometheus::Gauge& waiting =
      metrics::Gauges("rezon_db_pool_waiting", "Calls that wait for a connection").Add({});
  prometheus::Gauge& replaced =
      metrics::Gauges("rezon_db_pool_replaced", "Connections thrown away since start").Add({});
  prometheus::Gauge& timeouts =
      metrics::Gauges("rezon_db_pool_timeouts", "Calls that got no connection since start").Add({});
};

}  // namespace

void UpdateGauges(const PoolStats& stats) {
  static auto& gauges = *new PoolGauges;
  gauges.size.Set(stats.size);
  gauges.open.Set(stats.open);
  gauges.busy.Set(stats.busy);
  gauges.waiting.Set(stats.waiting);
  gauges.replaced.Set(static_cast<double>(stats.replaced));
  gauges.timeouts.Set(static_cast<double>(stats.timeouts));
}

}  // namespace rezon::db
