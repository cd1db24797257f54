#include <fcntl.h>
#include <unistd.h>

#include <iostream>

#include "gateway/cli/client.h"
#include "gateway/cli/commands.h"
#include "services/platform/auth/signer.h"

namespace rezon::cli {
namespace {

// A private key is for its owner only, and never replaces another.
absl::Status WriteKey(const std::string& path) {
  auto pem = auth::Signer::GeneratePem();
  if (!pem.ok()) return pem.status();
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return absl::AlreadyExistsError("не создаётся " + path + ": файл уже есть?");
  const ssize_t written = ::write(file, pem->data(), pem->size());
  if (::close(file) != 0 || written != static_cast<ssize_t>(pem->size())) {
    return absl::UnknownError("не записывается " + path);
  }
  return absl::OkStatus();
}

int MintToken(const Arguments& arguments) {
  if (arguments.Has("new-key")) {
    auto status = WriteKey(arguments.Get("new-key"));
    return status.ok() ? kDone : Report(status);
  }
  if (!arguments.Has("key")) {
    std::cerr << "rezonctl token: нужен --key\n";
    return kUsage;
  }
  auto signer = auth::Signer::FromFile(arguments.Get("key"), arguments.Get("issuer", "rezon-local"),
                                       arguments.Get("audience", "rezon"));
  if (!signer.ok()) return Report(signer.status());
  if (arguments.Has("jwks")) {
    std::cout << (*signer)->Jwks() << "\n";
    return kDone;
  }
  auth::TokenRequest request;
  request.subject = arguments.Get("subject");
  request.roles = arguments.All("role");
  request.region = arguments.Get("region");
  request.territories = arguments.All("territory");
  request.organisations = arguments.All("organisation");
  const long hours = std::strtol(arguments.Get("hours", "12").c_str(), nullptr, 10);
  request.lifetime = std::chrono::hours(hours);
  if (request.subject.empty() || request.region.empty() || hours < 1 || hours > 24 * 366) {
    std::cerr << "rezonctl token: нужны --subject и --region, а --hours — от 1 до 8784\n";
    return kUsage;
  }
  auto token = (*signer)->Sign(request);
  if (!token.ok()) return Report(token.status());
  std::cout << *token << "\n";
  return kDone;
}

int PrintCompletion(const Arguments& arguments) {
  const std::string text = Completion(arguments.positional[0]);
  if (text.empty()) {
    std::cerr << "rezonctl completion: бывает bash или zsh\n";
    return kUsage;
  }
  std::cout << text;
  return kDone;
}

}  // namespace

Command TokenCommand() {
  return {
      "token",
      "",
      0,
      0,
      "выписать пропуск ключом местного издателя",
      {{"key", "ФАЙЛ", "закрытый ключ Ed25519 (PEM)"},
       {"new-key", "ФАЙЛ", "сделать новый ключ и выйти"},
       {"jwks", "", "напечатать открытый ключ (JWKS) и выйти"},
       {"subject", "КТО", "за кого выписывается"},
       {"role", "РОЛЬ",
        "operator, controller, clerk, reporter, auditor, integration, registrar, service", true},
       {"region", "РЕГИОН", "например ru-tyu"},
       {"territory", "ИМЯ", "только эта территория, territories/…", true},
       {"organisation", "ИМЯ", "от имени организации, organisations/…", true},
       {"hours", "ЧИСЛО", "сколько часов действует (12)"},
       {"issuer", "ИМЯ", "iss (rezon-local)"},
       {"audience", "ИМЯ", "aud (rezon)"}},
      {"rezonctl token --new-key ключ.pem", "rezonctl token --key ключ.pem --jwks > jwks.json",
       "rezonctl token --key ключ.pem --subject operator --role operator --region ru-tyu"},
      MintToken};
}

Command CompletionCommand() {
  return {"completion",
          "bash|zsh",
          1,
          1,
          "напечатать дополнение команд для оболочки",
          {},
          {"rezonctl completion bash > /etc/bash_completion.d/rezonctl",
           "rezonctl completion zsh > ~/.zfunc/_rezonctl"},
          PrintCompletion};
}

}  // namespace rezon::cli
