#pragma once

// code.h and the test framework, for the programs under tests/.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/platform/precompiled/code.h"
