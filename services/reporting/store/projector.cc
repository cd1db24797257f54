#include "services/reporting/store/projector.h"

#include <memory>
#include <string>
#include <utility>

#include "services/platform/db/params.h"
#include "services/platform/db/transaction.h"
#include "services/reporting/store/newest.h"
#include "services/reporting/store/statements.h"

namespace rezon::reporting::store {
namespace {

using db::Params;

// int4[] parameters travel as 64-bit texts; bool[] needs a plain array.
std::vector<int64_t> Wide(const std::vector<int32_t>& values) {
  return {values.begin(), values.end()};
}

template <typename Fact>
Params& Flags(Params& params, const std::vector<Fact>& facts, bool Fact::*member) {
  const auto values = std::make_unique<bool[]>(facts.size());
  for (size_t i = 0; i < facts.size(); ++i) values[i] = facts[i].*member;
  return params.BoolArray(absl::MakeConstSpan(values.get(), facts.size()));
}

void QueueHearsay(db::Transaction& transaction, const std::vector<AssignmentFact>& facts) {
  using F = AssignmentFact;
  const auto regions = Column(facts, &F::region);
  const auto resolutions = Column(facts, &F::resolution);
  transaction.Queue(kHearResolutions, Params()
                                          .TextArray(regions)
                                          .TextArray(resolutions)
                                          .TextArray(Column(facts, &F::resolution_name)));
  transaction.Queue(kHearPoints, Params()
                                     .TextArray(regions)
                                     .TextArray(resolutions)
                                     .TextArray(Column(facts, &F::point))
                                     .IntArray(Wide(Column(facts, &F::point_ordinal)))
                                     .TextArray(Column(facts, &F::point_label))
                                     .TextArray(Column(facts, &F::point_text)));
  transaction.Queue(kHearTerritories, Params()
                                          .TextArray(regions)
                                          .TextArray(Column(facts, &F::territory))
                                          .TextArray(Column(facts, &F::territory_name)));
  transaction.Queue(kHearOrganisations, Params()
                                            .TextArray(regions)
                                            .TextArray(Column(facts, &F::executor))
                                            .TextArray(Column(facts, &F::executor_kind))
                                            .TextArray(Column(facts, &F::executor_name)));
}

Params AssignmentParams(const std::vector<AssignmentFact>& facts) {
  using F = AssignmentFact;
  Params params;
  params.TextArray(Column(facts, &F::region))
      .TextArray(Column(facts, &F::id))
      .IntArray(Column(facts, &F::revision))
      .TextArray(Column(facts, &F::resolution))
      .TextArray(Column(facts, &F::point))
      .TextArray(Column(facts, &F::territory))
      .TextArray(Column(facts, &F::executor))
      .TextArray(Column(facts, &F::executor_kind))
      .TextArray(Column(facts, &F::state))
      .DateArray(Column(facts, &F::due_date));
  Flags(params, facts, &F::done_late);
  return params;
}

absl::Status ApplyNames(db::Transaction& transaction, const db::Statement& statement,
                        std::vector<NameFact> facts) {
  if (facts.empty()) return absl::OkStatus();
  KeepNewest(facts);
  using F = NameFact;
  transaction.Queue(statement, Params()
                                   .TextArray(Column(facts, &F::region))
                                   .TextArray(Column(facts, &F::id))
                                   .IntArray(Column(facts, &F::revision))
                                   .TextArray(Column(facts, &F::kind))
                                   .TextArray(Column(facts, &F::name)));
  return transaction.Flush().status();
}

}  // namespace

absl::Status ApplyAssignments(db::Transaction& transaction, std::vector<AssignmentFact> facts) {
  if (facts.empty()) return absl::OkStatus();
  KeepNewest(facts);
  transaction.Queue(kLockCounts);
  QueueHearsay(transaction, facts);
  transaction.Queue(kApplyAssignments, AssignmentParams(facts));
  transaction.Queue(kDropEmptySummaries);
  transaction.Queue(kDropEmptyExecutors);
  return transaction.Flush().status();
}

absl::Status ApplyResolutions(db::Transaction& transaction, std::vector<ResolutionFact> facts) {
  if (facts.empty()) return absl::OkStatus();
  KeepNewest(facts);
  using F = ResolutionFact;
  transaction.Queue(kApplyResolutions, Params()
                                           .TextArray(Column(facts, &F::region))
                                           .TextArray(Column(facts, &F::id))
                                           .IntArray(Column(facts, &F::revision))
                                           .TextArray(Column(facts, &F::name))
                                           .TextArray(Column(facts, &F::state)));
  return transaction.Flush().status();
}

absl::Status ApplyPoints(db::Transaction& transaction, std::vector<PointFact> facts) {
  if (facts.empty()) return absl::OkStatus();
  KeepNewest(facts);
  using F = PointFact;
  Params params;
  params.TextArray(Column(facts, &F::region))
      .TextArray(Column(facts, &F::resolution))
      .TextArray(Column(facts, &F::id))
      .IntArray(Column(facts, &F::revision))
      .IntArray(Wide(Column(facts, &F::ordinal)))
      .TextArray(Column(facts, &F::label))
      .TextArray(Column(facts, &F::text));
  Flags(params, facts, &F::actionable);
  transaction.Queue(kApplyPoints, std::move(params));
  return transaction.Flush().status();
}

absl::Status ApplyTerritories(db::Transaction& transaction, std::vector<NameFact> facts) {
  return ApplyNames(transaction, kApplyTerritories, std::move(facts));
}

absl::Status ApplyOrganisations(db::Transaction& transaction, std::vector<NameFact> facts) {
  return ApplyNames(transaction, kApplyOrganisations, std::move(facts));
}

}  // namespace rezon::reporting::store
