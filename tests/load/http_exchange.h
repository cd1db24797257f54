#pragma once

#include <string>
#include <string_view>

#include "tests/load/work.h"

namespace rezon::load {

// The request of a job, as bytes for a keep-alive connection.
std::string MakeRequest(Operation operation, const Job& job, const std::string& token);

// Length of the complete answer at the start of `bytes`, or 0 while some of it is missing; -1 for
// an answer without a length.
long AnswerLength(std::string_view bytes);

// What is wrong with a complete answer; empty when it is what was asked for.
std::string CheckAnswer(Operation operation, const Job& job, std::string_view answer);

}  // namespace rezon::load
