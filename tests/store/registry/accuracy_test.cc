#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>

#include "tests/store/registry/large_region.h"
#include "tests/store/registry/phrases.h"
#include "tests/store/registry/world.h"

// How well ResolveAddressees answers in a region of real size: the served registry over PostgreSQL,
// organisations through the CSV import.
namespace rezon::registry {
namespace {

using Stub = Registry::Stub;

constexpr double kRightFirst = 0.95;
constexpr double kRightWithoutAsking = 0.9;
constexpr char kUnknownPlace[] = "город Невьяновск";

// A phrase that was not answered as it should be.
struct Miss {
  const PhraseCase* wanted;
  std::string got;
  std::string why;
};

struct Tally {
  int phrases = 0;
  int meant = 0;
  int right_first = 0;
  int right = 0;
  int confident_wrong = 0;
  std::vector<Miss> misses;
};

class LargeRegionTest : public RegistryTest {
 protected:
  void SetUp() override {
    AddTerritories();
    ASSERT_TRUE(ImportAll(kLargeRegionOrganisations, 0));
    KeepOrganisations();
    AddOfficials();
    AddClasses();
  }

  void AddTerritories() {
    for (const LargeRegion::Territory& one : region.territories) {
      pb::CreateTerritoryRequest request;
      pb::Territory made;
      const bool first = names.empty();
      request.mutable_territory()->set_display_name(one.display_name);
      request.mutable_territory()->set_kind(first ? pb::Territory::KIND_REGION
                                                  : pb::Territory::KIND_MUNICIPALITY);
      if (!first) request.mutable_territory()->set_parent(names["region"]);
      for (const std::string& alias : one.aliases) request.mutable_territory()->add_aliases(alias);
      const absl::Status status = registry.Call(&Stub::CreateTerritory, request, &made);
      ASSERT_TRUE(status.ok()) << status;
      names[one.key] = made.name();
    }
  }

  // Imports the CSV and commits it; false when the verdicts are others than these.
  bool ImportAll(size_t fresh, size_t unchanged) {
    auto preview = registry.Import(CsvOf(region));
    EXPECT_TRUE(preview.ok()) << preview.status();
    if (!preview.ok()) return false;
    EXPECT_EQ(preview->new_count(), static_cast<int>(fresh));
    EXPECT_EQ(preview->unchanged_count(), static_cast<int>(unchanged));
    EXPECT_EQ(preview->error_count(), 0);
    return registry.Commit(preview->name()).ok() && !HasFailure();
  }

  void KeepOrganisations() {
    std::map<std::string, std::string> by_inn;
    pb::ListOrganisationsRequest request;
    request.set_page_size(1000);
    pb::ListOrganisationsResponse page;
    ASSERT_TRUE(registry.Call(&Stub::ListOrganisations, request, &page).ok());
    ASSERT_EQ(page.organisations_size(), static_cast<int>(kLargeRegionOrganisations));
    for (const auto& one : page.organisations()) by_inn[one.inn()] = one.name();
    for (const auto& one : region.organisations) names[one.key] = by_inn[one.inn];
  }

  void AddOfficials() {
    for (const LargeRegion::Official& one : region.officials) {
      pb::CreateOfficialRequest request;
      pb::Official made;
      request.mutable_official()->set_organisation(names[one.organisation]);
      request.mutable_official()->set_post(one.post);
      request.mutable_official()->set_full_name(one.full_name);
      const absl::Status status = registry.Call(&Stub::CreateOfficial, request, &made);
      ASSERT_TRUE(status.ok()) << status;
      names[one.key] = made.name();
    }
  }

  void AddClasses() {
    for (const LargeRegion::Class& one : region.classes) {
      pb::CreateAddresseeClassRequest request;
      pb::AddresseeClass made;
      auto* group = request.mutable_addressee_class();
      group->set_display_name(one.phrases[0]);
      for (const std::string& phrase : one.phrases) group->add_phrases(phrase);
      for (const std::string& kind : one.kinds) {
        pb::Organisation::Kind value = pb::Organisation::KIND_UNSPECIFIED;
        ASSERT_TRUE(pb::Organisation::Kind_Parse(kind, &value));
        group->add_kinds(value);
      }
      const absl::Status status = registry.Call(&Stub::CreateAddresseeClass, request, &made);
      ASSERT_TRUE(status.ok()) << status;
      names[one.key] = made.name();
    }
  }

  pb::ResolveAddresseesRequest RequestFor(const std::string& context) {
    pb::ResolveAddresseesRequest request;
    if (context == "?") {
      request.set_territory_phrase(kUnknownPlace);
    } else if (!context.empty() && context != "*") {
      request.set_territory(names[context]);
    }
    request.set_whole_region(context == "*" || context == "region");
    return request;
  }

  // The resource names of keys in their order, joined.
  std::string NamesOf(const std::string& keys) {
    std::string joined;
    for (size_t from = 0; from < keys.size();) {
      const size_t to = std::min(keys.find(' ', from), keys.size());
      joined += names[keys.substr(from, to - from)] + " ";
      from = to + 1;
    }
    return joined;
  }

  void Judge(const PhraseCase& wanted, const pb::AddresseeResolution& answer, Tally& tally) {
    std::string got, shown;
    for (const auto& match : answer.matches()) {
      got += match.addressee() + " ";
      shown += match.display_name() + "; ";
    }
    const std::string meant = NamesOf(wanted.meant);
    const bool right = got == meant;
    const bool first = right || (got.empty() && !meant.empty() && answer.alternatives_size() > 0 &&
                                 answer.alternatives(0).addressee() + " " == meant);
    ++tally.phrases;
    if (!meant.empty()) {
      ++tally.meant;
      tally.right_first += first;
      tally.right += right;
    }
    tally.confident_wrong += !got.empty() && !right;
    EXPECT_EQ(answer.matches().empty(), !answer.reasons().empty()) << wanted.phrase;
    if (right) return;
    tally.misses.push_back({&wanted, shown, answer.reasons_size() > 0 ? answer.reasons(0) : ""});
  }

  Tally Run(const std::vector<PhraseCase>& cases) {
    std::map<std::string, std::vector<const PhraseCase*>> by_context;
    for (const PhraseCase& one : cases) by_context[one.context].push_back(&one);
    Tally tally;
    for (const auto& [context, group] : by_context) {
      pb::ResolveAddresseesRequest request = RequestFor(context);
      for (const PhraseCase* one : group) request.add_phrases(one->phrase);
      pb::ResolveAddresseesResponse response;
      const absl::Status status = registry.Call(&Stub::ResolveAddressees, request, &response);
      EXPECT_TRUE(status.ok()) << status;
      if (!status.ok()) continue;
      for (size_t i = 0; i < group.size(); ++i) {
        Judge(*group[i], response.resolutions(static_cast<int>(i)), tally);
      }
    }
    return tally;
  }

  // Milliseconds of one call with 40 phrases: the median of `calls`.
  double MillisecondsOfForty(int calls) {
    const std::vector<PhraseCase> cases = PhraseCases();
    pb::ResolveAddresseesRequest request = RequestFor("region");
    for (size_t i = 0; i < 40; ++i) request.add_phrases(cases[i * cases.size() / 40].phrase);
    std::vector<double> times;
    for (int call = 0; call < calls; ++call) {
      pb::ResolveAddresseesResponse response;
      const auto start = std::chrono::steady_clock::now();
      EXPECT_TRUE(registry.Call(&Stub::ResolveAddressees, request, &response).ok());
      const auto taken = std::chrono::steady_clock::now() - start;
      times.push_back(std::chrono::duration<double, std::milli>(taken).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
  }

  const LargeRegion region = MakeLargeRegion();
  // Key to resource name.
  std::map<std::string, std::string> names;
};

void Print(const Tally& tally) {
  for (const Miss& miss : tally.misses) {
    std::printf("  %-10s %s [%s]\n    meant: %s\n    got:   %s %s\n", miss.wanted->sort.c_str(),
                miss.wanted->phrase.c_str(), miss.wanted->context.c_str(),
                miss.wanted->meant.empty() ? "(ask)" : miss.wanted->meant.c_str(),
                miss.got.empty() ? "(asks)" : miss.got.c_str(), miss.why.c_str());
  }
  std::printf(
      "%d phrases, %d with an answer: right first %d (%.3f), without asking %d (%.3f); "
      "confident and wrong: %d\n",
      tally.phrases, tally.meant, tally.right_first, 1.0 * tally.right_first / tally.meant,
      tally.right, 1.0 * tally.right / tally.meant, tally.confident_wrong);
}

TEST_F(LargeRegionTest, PhrasesFindWhoIsMeant) {
  const std::vector<PhraseCase> cases = PhraseCases();
  const Tally tally = Run(cases);
  Print(tally);
  EXPECT_GE(tally.phrases, 150);
  EXPECT_GE(1.0 * tally.right_first / tally.meant, kRightFirst);
  EXPECT_GE(1.0 * tally.right / tally.meant, kRightWithoutAsking);
  EXPECT_EQ(tally.confident_wrong, 0);
  std::printf("40 phrases over %zu organisations: %.1f ms a call (median of 9)\n",
              region.organisations.size(), MillisecondsOfForty(9));
  // The same file again changes nothing.
  EXPECT_TRUE(ImportAll(0, kLargeRegionOrganisations));
  EXPECT_EQ(Count("organisation WHERE version > 1"), "0");
}

}  // namespace
}  // namespace rezon::registry
