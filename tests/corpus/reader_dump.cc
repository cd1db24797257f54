// reader_dump FILE... --out DIR: reads each file and writes DIR/<basename>.json, the golden format.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "gateway/cli/golden.h"
#include "services/decisions/reader/reader.h"

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  fs::path out = ".";
  for (int i = 1; i < argc; ++i) {
    if (std::string(argv[i]) == "--out" && i + 1 < argc) {
      out = argv[++i];
    } else {
      files.emplace_back(argv[i]);
    }
  }
  if (files.empty()) {
    std::cerr << "usage: reader_dump FILE... --out DIR\n";
    return 2;
  }
  fs::create_directories(out);
  int failed = 0;
  for (const fs::path& path : files) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    rezon::reader::ReadOptions options;
    options.file_name = path.filename().string();
    const auto document = rezon::reader::Read(bytes, options);
    if (!document.ok()) {
      std::cerr << path.string() << ": " << document.status() << "\n";
      ++failed;
      continue;
    }
    std::ofstream(out / (path.stem().string() + ".json")) << rezon::cli::GoldenJson(*document);
  }
  return failed == 0 ? 0 : 1;
}
