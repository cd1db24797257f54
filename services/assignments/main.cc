#include "services/assignments/app.h"

int main(int argc, char** argv) {
  rezon::assignments::Config config;
  return rezon::server::Run(rezon::assignments::MakeSpec(config), argc, argv);
}
