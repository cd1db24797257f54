#include "gateway/cli/command.h"

namespace rezon::cli {
namespace {

// First words, and for those of two words the second ones.
std::string FirstWords() {
  std::string words, last;
  for (const auto& command : Commands()) {
    const std::string first = command.name.substr(0, command.name.find(' '));
    if (first != last) words += (words.empty() ? "" : " ") + first;
    last = first;
  }
  return words;
}

std::string OptionWords(const Command& command) {
  std::string words;
  for (const auto* list : {&command.options, &CommonOptions()}) {
    for (const auto& option : *list) {
      words += (words.empty() ? "--" : " --") + option.name + (option.value.empty() ? "" : "=");
    }
  }
  return words;
}

std::string Cases() {
  std::string cases;
  for (const auto& command : Commands()) {
    const size_t space = command.name.find(' ');
    if (space != std::string::npos) {
      cases += "    '" + command.name.substr(0, space) + " '*) words='" +
               command.name.substr(space + 1) + " " + OptionWords(command) + "' ;;\n";
    } else {
      cases += "    '" + command.name + " '*) words='" + OptionWords(command) + "' ;;\n";
    }
  }
  return cases;
}

std::string Bash() {
  return "# rezonctl completion bash > /etc/bash_completion.d/rezonctl\n"
         "_rezonctl() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} words\n"
         "  local line=\"${COMP_WORDS[*]:1:COMP_CWORD-1} \"\n"
         "  case $line in\n"
         "    ' ') words='" +
         FirstWords() + " --help' ;;\n" + Cases() +
         "    *) words='--help' ;;\n"
         "  esac\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
         "  if [ ${#COMPREPLY[@]} -eq 0 ]; then COMPREPLY=($(compgen -f -- \"$cur\")); fi\n"
         "  if [[ ${COMPREPLY[0]} == *= ]]; then compopt -o nospace; fi\n"
         "}\n"
         "complete -F _rezonctl rezonctl\n";
}

std::string Zsh() {
  return "#compdef rezonctl\n"
         "# rezonctl completion zsh > ~/.zfunc/_rezonctl\n"
         "_rezonctl() {\n"
         "  local words_line=\"${words[2,CURRENT-1]} \" options\n"
         "  case $words_line in\n"
         "    ' ') compadd -- " +
         FirstWords() + "; return ;;\n  esac\n  local words=''\n  case $words_line in\n" + Cases() +
         "  esac\n"
         "  compadd -S '' -- ${=words}\n"
         "  _files\n"
         "}\n"
         "compdef _rezonctl rezonctl\n";
}

}  // namespace

std::string Completion(std::string_view shell) {
  if (shell == "bash") return Bash();
  if (shell == "zsh") return Zsh();
  return "";
}

}  // namespace rezon::cli
