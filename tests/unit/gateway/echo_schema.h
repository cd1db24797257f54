#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "gateway/transcode/binding.h"
#include "gateway/transcode/schema.h"

namespace rezon::gateway {

// The tests' contract (tests/server/gateway/proto), loaded as the gateway loads its own.
struct EchoSchema {
  EchoSchema() {
    auto loaded = Schema::FromFile(REZON_ECHO_DESCRIPTORS);
    EXPECT_TRUE(loaded.ok()) << loaded.status();
    schema = *std::move(loaded);
    auto built = Bindings::Build(*schema);
    EXPECT_TRUE(built.ok()) << built.status();
    bindings = *std::move(built);
  }

  static const EchoSchema& Get() {
    static const EchoSchema echo;
    return echo;
  }

  std::unique_ptr<Schema> schema;
  std::unique_ptr<Bindings> bindings;
};

}  // namespace rezon::gateway
