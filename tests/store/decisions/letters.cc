#include "tests/store/decisions/letters.h"

#include <gtest/gtest.h>

namespace rezon::decisions {

pb::Letter LetterNow(World& world, const std::string& name) {
  pb::GetLetterRequest request;
  request.set_name(name);
  pb::Letter letter;
  absl::Status status = world.letters.Get(*world.Call(), request, &letter);
  EXPECT_TRUE(status.ok()) << status;
  return letter;
}

std::vector<pb::Letter> LettersOf(World& world, const std::string& parent,
                                  const std::string& filter) {
  pb::ListLettersRequest request;
  request.set_parent(parent);
  request.set_filter(filter);
  pb::ListLettersResponse response;
  absl::Status status = world.letters.List(*world.Call(), request, &response);
  EXPECT_TRUE(status.ok()) << status;
  return {response.letters().begin(), response.letters().end()};
}

absl::Status DoLink(World& world, const std::string& letter, const std::string& resolution,
                    pb::Letter* out, const std::string& etag, bool validate_only) {
  pb::LinkLetterRequest request;
  request.set_name(letter);
  request.set_resolution(resolution);
  request.set_etag(etag);
  request.set_validate_only(validate_only);
  return world.letters.Link(*world.Call(), request, out);
}

absl::Status DoUnlink(World& world, const std::string& letter, const std::string& resolution,
                      pb::Letter* out) {
  pb::UnlinkLetterRequest request;
  request.set_name(letter);
  request.set_resolution(resolution);
  return world.letters.Unlink(*world.Call(), request, out);
}

pb::Resolution ResolutionNow(World& world, const std::string& name) {
  pb::GetResolutionRequest request;
  request.set_name(name);
  pb::Resolution resolution;
  absl::Status status = world.resolutions.Get(*world.Call(), request, &resolution);
  EXPECT_TRUE(status.ok()) << status;
  return resolution;
}

std::vector<pb::Correction> HistoryOfLetter(World& world, const std::string& name) {
  pb::ListLetterCorrectionsRequest request;
  request.set_parent(name);
  pb::ListLetterCorrectionsResponse response;
  absl::Status status = world.letters.ListCorrections(*world.Call(), request, &response);
  EXPECT_TRUE(status.ok()) << status;
  return {response.corrections().begin(), response.corrections().end()};
}

}  // namespace rezon::decisions
