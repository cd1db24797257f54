#pragma once

#include <memory>
#include <string>

#include "tests/load/measure.h"
#include "tests/load/work.h"

namespace rezon::load {

// Calls the gateway's JSON interface over keep-alive HTTP/1.1 connections, one call under way on
// each, from one thread.
class HttpClient {
 public:
  // `port` on the loopback address.
  HttpClient(int port, const std::string& token);
  ~HttpClient();
  // As GrpcClient::Run; connections are kept from run to run.
  Measured Run(Operation operation, int calls, const Window& window, Work& work);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rezon::load
