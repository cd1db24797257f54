#include "services/platform/terms/regime.h"

namespace rezon::terms {

const Regimes& Regimes::Published() {
  static const auto* const regimes = new Regimes();
  return *regimes;
}

Regime DefaultRegime() { return Regimes::Published().Of(""); }

}  // namespace rezon::terms
