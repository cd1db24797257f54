#ifndef REZON_SERVICES_PLATFORM_TERMS_REGIME_H_
#define REZON_SERVICES_PLATFORM_TERMS_REGIME_H_

#include <string_view>
#include <utility>
#include <vector>

#include "services/platform/calendar/calendar.h"
#include "services/platform/calendar/region.h"
#include "services/platform/terms/rules.h"

namespace rezon::terms {

// By which calendar and whose rules terms are counted. What it points at outlives it.
struct Regime {
  const calendar::Calendar* calendar = nullptr;
  const Jurisdiction* jurisdiction = nullptr;
};

// The embedded calendar and the rules of `ru`; lives as long as the program.
Regime DefaultRegime();

// The regimes of an installation: what is embedded, and what its files put over it (files.h).
// Immutable; thread-safe.
class Regimes {
 public:
  Regimes() : rules_(RuleBook::Published()) {}
  Regimes(const std::vector<calendar::YearData>& years, RuleBook rules)
      : calendars_(years), rules_(std::move(rules)) {}

  // What is embedded, without any file; lives as long as the program.
  static const Regimes& Published();

  // Of a region (`ru-tyu`), which is the jurisdiction of the same id.
  Regime Of(std::string_view region) const { return {&calendars_.Of(region), &rules_.Of(region)}; }
  const RuleBook& rules() const { return rules_; }

 private:
  calendar::RegionCalendars calendars_;
  RuleBook rules_;
};

}  // namespace rezon::terms

#endif  // REZON_SERVICES_PLATFORM_TERMS_REGIME_H_
