#include "services/decisions/domain/checks.h"
#include "services/decisions/domain/deadline.h"
#include "services/decisions/domain/names.h"
#include "services/decisions/handlers/points.h"
#include "services/platform/errors/errors.h"

namespace rezon::decisions {
namespace {

constexpr std::size_t kMostPhraseBytes = 1000;

}  // namespace

absl::StatusOr<terms::Regime> PointHandlers::RegimeOf(const server::CallContext& call,
                                                      const std::string& jurisdiction) {
  if (jurisdiction.empty()) return regimes_.Of(call.region());
  if (regimes_.rules().Find(jurisdiction) != nullptr) return regimes_.Of(jurisdiction);
  return errors::InvalidField("jurisdiction", "must be one of " + regimes_.rules().Ids(),
                              "Правила сроков с таким обозначением не заданы.");
}

absl::Status PointHandlers::ExplainDeadline(server::CallContext& call,
                                            const pb::ExplainDeadlineRequest& request,
                                            pb::ExplainDeadlineResponse* out) {
  if (!request.name().empty() && !request.phrase().empty()) {
    return errors::InvalidField("phrase", "must be empty beside a name",
                                "Укажите либо пункт, либо фразу.");
  }
  for (absl::Status wrong : {CheckText("phrase", request.phrase(), kMostPhraseBytes, false),
                             CheckDate("base_date", request.base_date())}) {
    if (!wrong.ok()) return wrong;
  }
  auto regime = RegimeOf(call, request.jurisdiction());
  if (!regime.ok()) return regime.status();
  if (request.name().empty()) {
    *out = ExplainPhrase(request.phrase(), request.base_date(), *regime);
    return absl::OkStatus();
  }
  auto id = ParsePointName(request.name(), "name");
  if (!id.ok()) return id.status();
  auto point = store_.GetPoint(call, id->resolution, id->point);
  if (!point.ok()) return point.status();
  auto resolution = store_.GetResolution(call, id->resolution);
  if (!resolution.ok()) return resolution.status();
  *out = ExplainPoint(*resolution, *point, request.base_date(), *regime);
  return absl::OkStatus();
}

}  // namespace rezon::decisions
