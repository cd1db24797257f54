#include "services/platform/tuning/tuning.h"

#include "absl/synchronization/mutex.h"

namespace rezon::tuning {

void TuneProcess() { absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore); }

}  // namespace rezon::tuning
