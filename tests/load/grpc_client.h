#pragma once

#include <memory>
#include <string>

#include "tests/load/measure.h"
#include "tests/load/work.h"

namespace rezon::load {

// Calls the assignments service directly, over a few long-lived connections.
class GrpcClient {
 public:
  GrpcClient(const std::string& target, const std::string& token);
  ~GrpcClient();
  // Makes one call.
  Measured One(Operation operation, const Job& job);
  // Keeps `calls` calls under way until the window ends; checks every reply.
  Measured Run(Operation operation, int calls, const Window& window, Work& work);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rezon::load
