#pragma once

#include <memory>
#include <string>

#include "prometheus/counter.h"
#include "prometheus/family.h"
#include "prometheus/gauge.h"
#include "prometheus/histogram.h"
#include "prometheus/registry.h"

// The process's Prometheus metrics. Names start with "rezon_", units are in the name (_seconds,
// _bytes, _total). Make metric objects once and keep the reference: looking one up takes a lock,
// using it does not.
namespace rezon::metrics {

// The one registry, shown at /metrics. Thread-safe; lives as long as the process.
prometheus::Registry& Registry();

// Families, made at first use. Thread-safe.
prometheus::Family<prometheus::Counter>& Counters(const std::string& name, const std::string& help);
prometheus::Family<prometheus::Gauge>& Gauges(const std::string& name, const std::string& help);
prometheus::Family<prometheus::Histogram>& Histograms(const std::string& name,
                                                      const std::string& help);

// Bounds in seconds from 0.25 ms to 30 s for latencies.
const prometheus::Histogram::BucketBoundaries& LatencyBuckets();

// All metrics in Prometheus' text format.
std::string Render();

}  // namespace rezon::metrics
