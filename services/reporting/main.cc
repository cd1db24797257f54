#include "services/platform/server/run.h"
#include "services/reporting/app/app.h"

int main(int argc, char** argv) {
  rezon::reporting::Settings settings;
  return rezon::server::Run(rezon::reporting::MakeSpec(settings), argc, argv);
}
