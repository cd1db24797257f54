# Writes OUTPUT: FUNCTION in NAMESPACE gives the texts of FILES. Run by rezon_embed() at build time.
set(body "")
foreach(file ${FILES})
  file(READ ${file} text)
  string(APPEND body "    R\"embedded(${text})embedded\",\n")
endforeach()
file(WRITE ${OUTPUT}
"#include <string_view>

#include \"absl/types/span.h\"

namespace ${NAMESPACE} {
absl::Span<const std::string_view> ${FUNCTION}();

absl::Span<const std::string_view> ${FUNCTION}() {
  static constexpr std::string_view kTexts[] = {
${body}  };
  return kTexts;
}
}  // namespace ${NAMESPACE}
")
