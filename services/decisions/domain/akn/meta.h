#ifndef REZON_SERVICES_DECISIONS_DOMAIN_AKN_META_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_AKN_META_H_

#include <functional>
#include <pugixml.hpp>
#include <string>

#include "services/decisions/domain/akn/iri.h"

namespace rezon::decisions::akn {

// What the metadata of a document says beside its identity.
struct About {
  // The component, `!main`; the same on the three levels.
  std::string component;
  // Short name and registered number; either may be empty.
  std::string name;
  std::string number;
  // The subtype: resolution or letter.
  std::string subtype;
  // Revision of an adopted text; 0 for none.
  int revision = 0;
  // `YYYY-MM-DD` on which this file's content last changed.
  std::string changed;
  // Who speaks, for a reader.
  std::string author;
};

// <meta> below `document`: identification, the event in its life, references (`more` adds to them)
// and, when the hash is not empty, the source in a namespace of Rezon's own.
void AddMeta(pugi::xml_node document, const Identity& identity, const About& about,
             const std::function<void(pugi::xml_node)>& more, const pb::Document& source);

}  // namespace rezon::decisions::akn

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_AKN_META_H_
