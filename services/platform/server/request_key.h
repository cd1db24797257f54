#pragma once

#include <string>

namespace rezon::server {

// What makes a retry recognisable (AIP-155). The principal comes from the call.
struct RequestKey {
  // Short method name, "CreateTerritory".
  std::string method;
  // UUID given by the caller; empty: the call is not remembered.
  std::string id;
  // Raw SHA-256 of the request without its id.
  std::string hash;
};

}  // namespace rezon::server
