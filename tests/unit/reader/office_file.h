// Small docx and odt containers made in memory.
#ifndef REZON_TESTS_UNIT_READER_OFFICE_FILE_H_
#define REZON_TESTS_UNIT_READER_OFFICE_FILE_H_

#include <zip.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace rezon::reader {

// A zip of (name, content) pairs; `password` encrypts every part when not empty.
inline std::string MakeZip(const std::vector<std::pair<std::string, std::string>>& parts,
                           const std::string& password = "") {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : parts) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const auto index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (!password.empty()) {
      zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256,
                              password.c_str());
    }
  }
  zip_close(archive);
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

// A docx with this body and, when not empty, this numbering part.
inline std::string MakeDocx(const std::string& body, const std::string& numbering = "") {
  const std::string ns =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  std::vector<std::pair<std::string, std::string>> parts = {
      {"word/document.xml", "<w:document" + ns + "><w:body>" + body + "</w:body></w:document>"}};
  if (!numbering.empty()) {
    parts.emplace_back("word/numbering.xml",
                       "<w:numbering" + ns + ">" + numbering + "</w:numbering>");
  }
  return MakeZip(parts);
}

}  // namespace rezon::reader

#endif  // REZON_TESTS_UNIT_READER_OFFICE_FILE_H_
