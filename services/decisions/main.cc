#include "services/decisions/app.h"

int main(int argc, char** argv) {
  rezon::decisions::Config config;
  return rezon::server::Run(rezon::decisions::MakeSpec(config), argc, argv);
}
