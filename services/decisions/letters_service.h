#ifndef REZON_SERVICES_DECISIONS_LETTERS_SERVICE_H_
#define REZON_SERVICES_DECISIONS_LETTERS_SERVICE_H_

#include <memory>

#include "services/decisions/handlers/letters.h"
#include "services/platform/server/run.h"

namespace rezon::decisions {

// Puts the handlers behind rezon.decisions.v1.LettersService and serves it. The handlers outlive
// the answer, which is to be kept until the runtime has stopped.
std::unique_ptr<server::Application> ServeLetters(server::Runtime& runtime,
                                                  LetterHandlers& letters);

}  // namespace rezon::decisions

#endif  // REZON_SERVICES_DECISIONS_LETTERS_SERVICE_H_
