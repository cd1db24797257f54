#ifndef REZON_TESTS_STORE_DECISIONS_EXCHANGE_FILES_H_
#define REZON_TESTS_STORE_DECISIONS_EXCHANGE_FILES_H_

#include <string>

#include "tests/store/decisions/world.h"

namespace rezon::decisions {

// An export of a resolution; fails the test on an error.
google::api::HttpBody Export(World& world, const std::string& name,
                             pb::ExportResolutionRequest::Format format,
                             const std::string& region = "ru-xx");
// Its bytes in JSON.
std::string ExportJson(World& world, const std::string& name, const std::string& region = "ru-xx");

// An exported file without where and when it was made.
std::string WithoutOrigin(const std::string& file);

// A draft with corrections of every kind and an addressee that the registry knows.
std::string CorrectedDraft(World& world);

}  // namespace rezon::decisions

#endif  // REZON_TESTS_STORE_DECISIONS_EXCHANGE_FILES_H_
