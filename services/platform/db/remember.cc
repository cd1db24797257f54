#include "services/platform/db/remember.h"

#include "services/platform/errors/errors.h"

namespace rezon::db {
namespace {

constexpr Statement kLock{
    "lock_request",
    "SELECT pg_advisory_xact_lock(hashtextextended($1::text || ' ' || $2::text || ' ' || $3::text, "
    "0))"};
constexpr Statement kRecall{"recall_answer",
                            "SELECT request_hash, response FROM idempotency "
                            "WHERE principal = $1 AND method = $2 AND request_id = $3::uuid"};
constexpr Statement kRemember{
    "remember_answer",
    "INSERT INTO idempotency (principal, method, request_id, request_hash, response) "
    "VALUES ($1, $2, $3::uuid, $4, $5::jsonb)"};

std::string PrincipalOf(const server::CallContext& call) {
  return call.region() + "/" + call.principal().subject;
}

}  // namespace

absl::StatusOr<std::optional<std::string>> Recall(Transaction& transaction,
                                                  const server::CallContext& call,
                                                  const server::RequestKey& key) {
  if (key.id.empty()) return std::nullopt;
  const std::string principal = PrincipalOf(call);
  transaction.Queue(kLock, Params().Text(principal).Text(key.method).Text(key.id));
  auto rows = transaction.Execute(kRecall, Params().Text(principal).Text(key.method).Text(key.id));
  if (!rows.ok()) return rows.status();
  if (rows->empty()) return std::nullopt;
  if (rows->Bytes(0, 0) != key.hash) {
    return errors::InvalidArgument("REQUEST_ID_REUSED", "request_id was used for another request",
                                   "Этот номер запроса уже использован для другого действия.");
  }
  return rows->Text(0, 1);
}

void Remember(Transaction& transaction, const server::CallContext& call,
              const server::RequestKey& key, std::string_view json) {
  if (key.id.empty()) return;
  transaction.Queue(
      kRemember,
      Params().Text(PrincipalOf(call)).Text(key.method).Text(key.id).Bytes(key.hash).Text(json));
}

}  // namespace rezon::db
