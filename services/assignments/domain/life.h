#ifndef REZON_SERVICES_ASSIGNMENTS_DOMAIN_LIFE_H_
#define REZON_SERVICES_ASSIGNMENTS_DOMAIN_LIFE_H_

#include <cstdint>
#include <string_view>

#include "absl/types/span.h"
#include "rezon/assignments/v1/resources.pb.h"

namespace rezon::assignments {

using State = v1::Assignment::State;

// The named operations that move an assignment (design.md, "The life of an assignment").
enum class Operation { kAcknowledge, kStart, kReport, kInform, kAccept, kReturn, kCancel };

// One row of the state machine: an operation, the states from which it is allowed, the state after.
struct Move {
  Operation operation;
  // Name in history, and the method of idempotency rows.
  std::string_view name;
  // Bit N is set when state number N may be left by it.
  std::uint32_t allowed_from;
  State to;
};

// The whole machine, one row an operation.
absl::Span<const Move> Moves();
const Move& MoveOf(Operation operation);
bool Allowed(const Move& move, State from);

// True for states in which the executor still owes something: only these can be overdue.
bool Owes(State state);
// Russian name of a state, in lower case, for messages to people.
std::string_view RussianName(State state);

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_DOMAIN_LIFE_H_
