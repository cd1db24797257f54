#include "services/registry/matching/directory.h"

#include "services/registry/matching/vocabulary.h"

namespace rezon::registry {
namespace {

void Enter(int body, std::vector<Word>& words, Directory& directory) {
  for (Word& word : words) {
    word.id = directory.lexicon.Add(word);
    const size_t id = static_cast<size_t>(word.id);
    if (directory.bodies_with.size() <= id) directory.bodies_with.resize(id + 1);
    std::vector<int>& with = directory.bodies_with[id];
    if (with.empty() || with.back() != body) with.push_back(body);
  }
}

}  // namespace

void Prepare(Directory& directory) {
  directory.lexicon = Lexicon();
  directory.bodies_with.clear();
  for (size_t i = 0; i < directory.bodies.size(); ++i) {
    KnownBody& body = directory.bodies[i];
    body.name_words.clear();
    for (const std::string& name : body.names) body.name_words.push_back(Words(name));
    for (const std::string& name : NamesOfKind(body.organisation_kind)) {
      body.name_words.push_back(Words(name));
    }
    body.number_words = Words(body.number);
    body.person = Words(body.full_name);
    for (Word& word : body.person) word = PersonWord(word);
    for (auto& words : body.name_words) Enter(static_cast<int>(i), words, directory);
    Enter(static_cast<int>(i), body.number_words, directory);
    Enter(static_cast<int>(i), body.person, directory);
  }
}

}  // namespace rezon::registry
