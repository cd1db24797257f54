#include "services/registry/app.h"

int main(int argc, char** argv) {
  rezon::registry::Config config;
  return rezon::server::Run(rezon::registry::MakeSpec(config), argc, argv);
}
