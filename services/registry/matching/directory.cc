#include "services/registry/matching/directory.h"

namespace rezon::registry {

void Prepare(Directory& directory) {
  for (KnownBody& body : directory.bodies) {
    body.name_words.clear();
    for (const std::string& name : body.names) body.name_words.push_back(Words(name));
    body.number_words = Words(body.number);
  }
}

}  // namespace rezon::registry
