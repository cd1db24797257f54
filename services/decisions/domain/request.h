#ifndef REZON_SERVICES_DECISIONS_DOMAIN_REQUEST_H_
#define REZON_SERVICES_DECISIONS_DOMAIN_REQUEST_H_

#include <string>

namespace rezon::decisions {

// What makes a retry recognisable (AIP-155). The principal comes from the call.
struct RequestKey {
  // Short method name, for example `AdoptResolution`.
  std::string method;
  // UUID given by the caller; empty: the call is not remembered.
  std::string id;
  // Raw SHA-256 of the request without its id.
  std::string hash;
};

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_DOMAIN_REQUEST_H_
