# Writes OUTPUT, a C++ table of the numbered SQL files in FILES, in namespace NAMESPACE with the
# function FUNCTION. Run by rezon_schema() at build time.
set(body "")
set(last 0)
foreach(file ${FILES})
  get_filename_component(base ${file} NAME_WE)
  if(NOT base MATCHES "^([0-9][0-9][0-9][0-9])_([a-z0-9_]+)$")
    message(FATAL_ERROR "${file}: a migration is named NNNN_title.sql")
  endif()
  set(title ${CMAKE_MATCH_2})
  math(EXPR version "1${CMAKE_MATCH_1} - 10000")
  math(EXPR expected "${last} + 1")
  if(NOT version EQUAL expected)
    message(FATAL_ERROR "${file}: expected version ${expected}")
  endif()
  set(last ${version})
  file(READ ${file} sql)
  string(APPEND body "    {${version}, \"${title}\", R\"migration(${sql})migration\"},\n")
endforeach()
file(WRITE ${OUTPUT}
"#include \"services/platform/db/migrate.h\"

namespace ${NAMESPACE} {
absl::Span<const rezon::db::Migration> ${FUNCTION}();

absl::Span<const rezon::db::Migration> ${FUNCTION}() {
  static constexpr rezon::db::Migration kMigrations[] = {
${body}  };
  return kMigrations;
}
}  // namespace ${NAMESPACE}
")
