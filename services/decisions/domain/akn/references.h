#ifndef REZON_SERVICES_DECISIONS_DOMAIN_AKN_REFERENCES_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_AKN_REFERENCES_H_

#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "services/decisions/domain/aggregate.h"

// Whom and what a resolution mentions, each once, with an id to refer to.
namespace rezon::decisions::akn {

// Something that the text refers to.
struct Reference {
  // TLCOrganization, TLCPerson, TLCEvent …
  const char* element;
  std::string id;
  std::string href;
  std::string show_as;
};

class References {
 public:
  // Everybody whom the points address, and every term.
  References(const Aggregate& aggregate, const std::string& jurisdiction);

  // Ids of the addressee's targets; of its phrase when it has none.
  std::vector<std::string> IdsOf(const pb::Addressee& addressee) const;
  // Id of the point's term; empty without one.
  std::string IdOf(const rezon::common::v1::Deadline& deadline) const;
  // Element that names the reference in a text: organization or person.
  const char* ElementOf(const std::string& id) const;

  // Writes them below <references>.
  void Write(pugi::xml_node references) const;

 private:
  // The id of what has that key, new or known.
  std::string Know(const std::string& key, const Reference& reference, const std::string& prefix);
  void KnowAddressee(const pb::Addressee& addressee);
  void KnowDeadline(const rezon::common::v1::Deadline& deadline);

  std::string jurisdiction_;
  std::vector<Reference> list_;
  std::map<std::string, std::string> ids_;
  std::map<std::string, int> counts_;
};

}  // namespace rezon::decisions::akn

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_AKN_REFERENCES_H_
