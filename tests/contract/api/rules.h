#pragma once

#include <string>
#include <vector>

#include "google/protobuf/descriptor.h"

// The API improvement proposals that our contracts keep (anchors.md §4), as checks over
// descriptors. Each answers with one line a violation; none means that the rule holds.
namespace rezon::contract {

using Violations = std::vector<std::string>;

// True for services that the gateway offers; feeds are between services.
bool IsPublic(const google::protobuf::ServiceDescriptor& service);

// google.api.http is there; verb and path fit the kind of method; path variables and body are
// fields of the request (AIP 127, 131-136).
Violations CheckHttpRule(const google::protobuf::MethodDescriptor& method);

// A List or Search pages by page_size and page_token, answers next_page_token and never streams
// (AIP 158).
Violations CheckPaging(const google::protobuf::MethodDescriptor& method);

// A method that changes something takes a request_id; one that changes the state of a versioned
// resource takes an etag, an Update a mask (AIP 134, 154, 155).
Violations CheckMutation(const google::protobuf::MethodDescriptor& method);

// `name` is field 1, times end in _time, days in _date, enumerations begin with an unspecified zero
// and prefix their values (AIP 122, 126, 142).
Violations CheckMessage(const google::protobuf::Descriptor& message);
Violations CheckEnum(const google::protobuf::EnumDescriptor& enumeration);

// No two methods answer to the same verb and path (variables count as equal).
Violations CheckUniquePaths(
    const std::vector<const google::protobuf::ServiceDescriptor*>& services);

}  // namespace rezon::contract
