#include <fstream>
#include <iostream>
#include <string>

#include "services/decisions/domain/akn/akn.h"
#include "tests/unit/decisions/exchange_samples.h"

// Writes the samples of the unit tests as Akoma Ntoso into a folder, for tests/contract/akn/run.
namespace rezon::decisions {
namespace {

bool WriteSample(const std::string& folder, const std::string& name, const FullSample& sample) {
  std::ofstream file(folder + "/" + name + ".xml", std::ios::binary);
  file << akn::Write(sample.aggregate, sample.document, sample.letters);
  return file.good();
}

bool WriteSamples(const std::string& folder) {
  FullSample adopted = MakeFullSample();
  adopted.aggregate.resolution.set_adopt_date("2024-08-30");
  adopted.aggregate.resolution.set_revision(1);
  adopted.aggregate.resolution.clear_letter();
  adopted.letters.clear();
  return WriteSample(folder, "full", MakeFullSample()) &&
         WriteSample(folder, "empty", MakeEmptySample()) &&
         WriteSample(folder, "deep", MakeDeepSample()) && WriteSample(folder, "adopted", adopted);
}

}  // namespace
}  // namespace rezon::decisions

int main(int argc, char** argv) {
  if (argc == 2 && rezon::decisions::WriteSamples(argv[1])) return 0;
  std::cerr << "usage: akn_samples FOLDER\n";
  return 1;
}
