#ifndef REZON_SERVICES_PLATFORM_DB_BINARY_H_
#define REZON_SERVICES_PLATFORM_DB_BINARY_H_

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/base/internal/endian.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"

// PostgreSQL's binary wire forms of the types this library reads (documentation: "Frontend/Backend
// Protocol", and the send functions of each type). Internal to db.
namespace rezon::db::binary {

// Object ids of built-in types; fixed for all versions of the server.
enum Oid : unsigned {
  kBool = 16,
  kBytea = 17,
  kName = 19,
  kInt8 = 20,
  kInt2 = 21,
  kInt4 = 23,
  kText = 25,
  kOid = 26,
  kJson = 114,
  kFloat4 = 700,
  kFloat8 = 701,
  kBpchar = 1042,
  kVarchar = 1043,
  kDate = 1082,
  kTimestamptz = 1184,
  kUuid = 2950,
  kJsonb = 3802,
  kFirstUserType = 16384,
};

// A big-endian integer of 2, 4 or 8 bytes; nullopt for another width.
std::optional<std::int64_t> Integer(std::string_view bytes);
// 16 bytes to lower-case text with dashes.
std::string Uuid(std::string_view bytes);
// The same, put after what `out` has.
void AppendUuid(std::string_view bytes, std::string& out);
absl::CivilDay Date(std::string_view bytes);
// YYYY-MM-DD.
std::string DateText(absl::CivilDay day);
absl::Time Timestamp(std::string_view bytes);
double Real(std::string_view bytes);

// A one-dimensional array. `element` is the type of the elements; null elements have no value.
struct Array {
  unsigned element = 0;
  std::vector<std::optional<std::string_view>> values;
};
// nullopt when the bytes are not a one-dimensional (or empty) array.
std::optional<Array> ReadArray(std::string_view bytes);

// True for types whose binary form is their text (jsonb after its version byte).
bool Textual(unsigned oid);
// The text of a textual value.
std::string_view TextOf(unsigned oid, std::string_view bytes);

}  // namespace rezon::db::binary

#endif  // REZON_SERVICES_PLATFORM_DB_BINARY_H_
