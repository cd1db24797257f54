#include "services/decisions/reader/intake/archive.h"

#include <zip.h>

#include <algorithm>

#include "services/decisions/reader/error.h"

namespace rezon::reader {
namespace {

constexpr zip_int64_t kMaxEntries = 10000;
constexpr size_t kMaxPart = 24u << 20;  // a part's XML, which grows several times in memory

absl::Status CheckEntries(zip_t* archive, size_t max_unpacked) {
  const zip_int64_t count = zip_get_num_entries(archive, 0);
  if (count > kMaxEntries) return MakeReadError(ReadFailure::kBomb, "too many parts");
  size_t total = 0;
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    if (zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) != 0) {
      return MakeReadError(ReadFailure::kTruncated);
    }
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE) {
      return MakeReadError(ReadFailure::kEncrypted);
    }
    if (stat.valid & ZIP_STAT_SIZE) {
      // Pictures may be large; what counts is the text that will be read.
      const std::string_view name = stat.name;
      if (name.ends_with(".xml") || name.ends_with(".rels")) total += stat.size;
      if (total > max_unpacked) return MakeReadError(ReadFailure::kBomb);
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Archive> Archive::Open(std::string_view bytes, size_t max_unpacked) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return MakeReadError(ReadFailure::kTruncated);
  zip_t* handle = zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_error_fini(&error);
  if (handle == nullptr) {
    zip_source_free(source);
    return MakeReadError(ReadFailure::kTruncated);
  }
  Archive archive(handle, std::min(max_unpacked, kMaxPart));
  absl::Status checked = CheckEntries(handle, max_unpacked);
  if (!checked.ok()) return checked;
  return archive;
}

Archive::Archive(Archive&& other) noexcept : zip_(other.zip_), limit_(other.limit_) {
  other.zip_ = nullptr;
}

Archive::~Archive() {
  if (zip_ != nullptr) zip_discard(zip_);
}

bool Archive::Has(const std::string& name) const {
  return zip_name_locate(zip_, name.c_str(), 0) >= 0;
}

std::vector<std::string> Archive::NamesUnder(const std::string& prefix) const {
  std::vector<std::string> names;
  const zip_int64_t count = zip_get_num_entries(zip_, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(zip_, static_cast<zip_uint64_t>(i), 0);
    if (name != nullptr && std::string_view(name).starts_with(prefix)) names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

absl::StatusOr<std::string> Archive::Part(const std::string& name) const {
  zip_file_t* file = zip_fopen(zip_, name.c_str(), 0);
  if (file == nullptr) return MakeReadError(ReadFailure::kTruncated, name);
  std::string data;
  std::string chunk(64 << 10, '\0');
  zip_int64_t got;
  while ((got = zip_fread(file, chunk.data(), chunk.size())) > 0) {
    if (data.size() + static_cast<size_t>(got) > limit_) {
      zip_fclose(file);
      return MakeReadError(ReadFailure::kBomb, name);
    }
    data.append(chunk, 0, static_cast<size_t>(got));
  }
  const bool whole = got == 0 && zip_fclose(file) == 0;
  if (got != 0) zip_fclose(file);
  if (!whole) return MakeReadError(ReadFailure::kTruncated, name);
  return data;
}

}  // namespace rezon::reader
