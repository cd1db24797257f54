#include "services/platform/server/reactors.h"

#include "services/platform/errors/errors.h"

namespace rezon::server {

absl::Status QueueFull() {
  return errors::ResourceExhausted("QUEUE_FULL", "too many calls are waiting",
                                   "Сервис перегружен. Повторите через несколько секунд",
                                   absl::Seconds(1));
}

absl::Status ShuttingDown() {
  return errors::Unavailable("SHUTTING_DOWN", "the server is shutting down",
                             "Сервис перезапускается. Повторите через несколько секунд",
                             absl::Seconds(1));
}

absl::Status TooLarge(size_t max_bytes) {
  return errors::ResourceExhausted(
      "REQUEST_TOO_LARGE",
      "the request is larger than the limit of " + std::to_string(max_bytes) + " bytes",
      "Файл слишком большой");
}

absl::Status FromException(std::string_view what) {
  return errors::Internal("exception in a handler: " + std::string(what));
}

}  // namespace rezon::server
