#include "services/assignments/domain/life.h"

#include <cstdlib>

namespace rezon::assignments {
namespace {

template <typename... States>
constexpr std::uint32_t From(States... states) {
  return ((1u << static_cast<unsigned>(states)) | ...);
}

constexpr State kIssued = v1::Assignment::STATE_ISSUED;
constexpr State kDelivered = v1::Assignment::STATE_DELIVERED;
constexpr State kAcknowledged = v1::Assignment::STATE_ACKNOWLEDGED;
constexpr State kInProgress = v1::Assignment::STATE_IN_PROGRESS;
constexpr State kReported = v1::Assignment::STATE_REPORTED;
constexpr State kReturned = v1::Assignment::STATE_RETURNED;
constexpr State kAccepted = v1::Assignment::STATE_ACCEPTED;
constexpr State kCancelled = v1::Assignment::STATE_CANCELLED;

constexpr std::uint32_t kWithExecutor =
    From(kIssued, kDelivered, kAcknowledged, kInProgress, kReturned);
constexpr std::uint32_t kOpen = kWithExecutor | From(kReported);

constexpr Move kMoves[] = {
    {Operation::kAcknowledge, "acknowledge", From(kIssued, kDelivered), kAcknowledged},
    {Operation::kStart, "start", From(kIssued, kDelivered, kAcknowledged, kReturned), kInProgress},
    // A second report replaces one that still waits.
    {Operation::kReport, "report", kOpen, kReported},
    {Operation::kInform, "report", kWithExecutor, kInProgress},
    {Operation::kAccept, "accept", From(kReported), kAccepted},
    {Operation::kReturn, "return", From(kReported), kReturned},
    {Operation::kCancel, "cancel", kOpen, kCancelled},
};

}  // namespace

absl::Span<const Move> Moves() { return kMoves; }

const Move& MoveOf(Operation operation) {
  for (const Move& move : kMoves) {
    if (move.operation == operation) return move;
  }
  std::abort();
}

bool Allowed(const Move& move, State from) {
  return ((move.allowed_from >> static_cast<unsigned>(from)) & 1u) != 0;
}

bool Owes(State state) { return ((kWithExecutor >> static_cast<unsigned>(state)) & 1u) != 0; }

std::string_view RussianName(State state) {
  switch (state) {
    case kIssued:
      return "выдано";
    case kDelivered:
      return "доставлено";
    case kAcknowledged:
      return "принято к сведению";
    case kInProgress:
      return "в работе";
    case kReported:
      return "представлен отчёт";
    case kReturned:
      return "возвращено";
    case kAccepted:
      return "снято с контроля";
    case kCancelled:
      return "отменено";
    default:
      return "не определено";
  }
}

}  // namespace rezon::assignments
