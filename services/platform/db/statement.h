#ifndef REZON_SERVICES_PLATFORM_DB_STATEMENT_H_
#define REZON_SERVICES_PLATFORM_DB_STATEMENT_H_

#include <string>

namespace rezon::db {

// A named SQL text, meant to be a namespace-scope constant:
//   inline constexpr db::Statement kGet{"get_organisation", "SELECT … WHERE id = ANY($1::uuid[])"};
// It is prepared on a connection at its first use there. The name is also the span's summary, so it
// is unique in a process and says what the statement is for. Parameters are `$1`…; cast them
// (`$1::uuid[]`, `$2::date`) wherever the server could not infer the type from the column.
// A statement with an empty name is never prepared.
struct Statement {
  const char* name;
  const char* sql;
};

// A statement made at run time, for example a list whose WHERE depends on the caller's filter.
// Texts are remembered for the life of the process (the same text is the same prepared statement),
// at most a few hundred; after that the statement is left unprepared. `name` as above, without a
// number. Thread-safe.
class DynamicStatement {
 public:
  DynamicStatement(const char* name, std::string sql);
  const Statement& statement() const { return statement_; }

 private:
  std::string own_;
  Statement statement_;
};

}  // namespace rezon::db

#endif  // REZON_SERVICES_PLATFORM_DB_STATEMENT_H_
