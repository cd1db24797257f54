#include "services/registry/domain/names_of.h"

namespace rezon::registry {
namespace {

template <typename List>
std::vector<std::string> With(std::vector<std::string> names, const List& more) {
  names.insert(names.end(), more.begin(), more.end());
  std::erase(names, "");
  return names;
}

const std::vector<std::string> kNone;

}  // namespace

std::vector<std::string> NamesOf(const pb::Territory& territory) {
  return With({territory.display_name()}, territory.aliases());
}

std::vector<std::string> NamesOf(const pb::Organisation& organisation) {
  return With({organisation.display_name(), organisation.short_name(), organisation.number()},
              organisation.aliases());
}

std::vector<std::string> NamesOf(const pb::Official& official) {
  return With({official.full_name(), official.post()}, kNone);
}

std::vector<std::string> NamesOf(const pb::AddresseeClass& addressee_class) {
  return With({addressee_class.display_name()}, addressee_class.phrases());
}

std::vector<std::string> NamesOf(const pb::Event& event) {
  return With({event.display_name()}, kNone);
}

}  // namespace rezon::registry
