#include <algorithm>

#include "gateway/cli/command.h"

namespace rezon::cli {
namespace {

const Option* Find(const Command& command, const std::string& name) {
  for (const auto* list : {&command.options, &CommonOptions()}) {
    for (const Option& option : *list) {
      const bool by_letter = option.letter != 0 && name == std::string(1, option.letter);
      if (option.name == name || by_letter) return &option;
    }
  }
  return nullptr;
}

// Takes "--name[=value]" at `at`; `at` moves on when the value is the next word.
std::string TakeOption(const Command& command, const std::vector<std::string>& words, size_t* at,
                       Arguments* arguments) {
  const std::string& word = words[*at];
  const size_t dashes = word[1] == '-' ? 2 : 1;
  const size_t equals = word.find('=');
  std::string name = word.substr(dashes, equals == word.npos ? word.npos : equals - dashes);
  const Option* option = Find(command, name);
  if (option == nullptr || (dashes == 1) != (name.size() == 1)) {
    return "неизвестный параметр " + word.substr(0, equals);
  }
  name = option->name;
  std::string value;
  if (option->value.empty()) {
    if (equals != word.npos) return "у параметра --" + name + " нет значения";
  } else if (equals != word.npos) {
    value = word.substr(equals + 1);
  } else if (*at + 1 < words.size()) {
    value = words[++*at];
  } else {
    return "параметру --" + name + " нужно значение " + option->value;
  }
  auto& values = arguments->options[name];
  if (!values.empty() && !option->repeated) return "параметр --" + name + " указан дважды";
  values.push_back(std::move(value));
  return "";
}

}  // namespace

std::string Arguments::Get(const std::string& name, const std::string& otherwise) const {
  auto it = options.find(name);
  return it == options.end() ? otherwise : it->second.back();
}

std::vector<std::string> Arguments::All(const std::string& name) const {
  auto it = options.find(name);
  return it == options.end() ? std::vector<std::string>() : it->second;
}

namespace {

// «--name», or «-n» where the command knows it.
bool NamesOption(const Command& command, const std::string& word) {
  if (word.starts_with("--")) return true;
  return word.size() == 2 && word[0] == '-' && Find(command, word.substr(1)) != nullptr;
}

}  // namespace

Arguments ParseArguments(const Command& command, const std::vector<std::string>& words,
                         std::string* fault) {
  Arguments arguments;
  bool only_positional = false;
  for (size_t i = 0; i < words.size() && fault->empty(); ++i) {
    if (!only_positional && words[i] == "--") {
      only_positional = true;
    } else if (!only_positional && NamesOption(command, words[i])) {
      *fault = TakeOption(command, words, &i, &arguments);
    } else if (!only_positional && words[i] == "-h") {
      arguments.options["help"] = {""};
    } else {
      arguments.positional.push_back(words[i]);
    }
  }
  if (!fault->empty() || arguments.Has("help")) return arguments;
  const size_t count = arguments.positional.size();
  if (count < command.least_arguments) *fault = "не хватает аргументов: " + command.arguments;
  if (count > command.most_arguments) {
    *fault = "лишний аргумент: " + arguments.positional[command.most_arguments];
  }
  return arguments;
}

}  // namespace rezon::cli
