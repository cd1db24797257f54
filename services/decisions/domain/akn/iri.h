#ifndef REZON_SERVICES_DECISIONS_DOMAIN_AKN_IRI_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_AKN_IRI_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "rezon/decisions/v1/resources.pb.h"

// Names of works, expressions and manifestations by the Akoma Ntoso naming convention.
namespace rezon::decisions::akn {

namespace pb = rezon::decisions::v1;

// The identity of one document on the three levels.
struct Identity {
  // ISO 3166-1 code of the country, and of the region where the installation's region is one
  // («ru-tyu»); «ru» else.
  std::string country;
  std::string jurisdiction;
  // `YYYY-MM-DD`, and what happened on it: adoption, event, letter or import.
  std::string date;
  std::string date_name;
  // `/akn/ru-tyu/statement/resolution/2024-08-23/name`, without a component.
  std::string work;
  std::string expression;
  std::string manifestation;
};

Identity ResolutionIdentity(const pb::Resolution& resolution);
// Of a letter that carries the resolution.
Identity LetterIdentity(const pb::Resolution& resolution, const pb::LetterFacts& letter);

// The text in Latin letters, figures and single hyphens, for the path of an IRI; at most `most`
// characters, cut between words. Cyrillic letters by ГОСТ Р 52535.1 (as in passports).
std::string Slug(std::string_view text, std::size_t most);

// `YYYY-MM-DD` of a time, in UTC.
std::string DayOf(const google::protobuf::Timestamp& time);

}  // namespace rezon::decisions::akn

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_AKN_IRI_H_
