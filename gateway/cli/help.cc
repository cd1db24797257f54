#include <algorithm>

#include "gateway/cli/command.h"
#include "gateway/cli/text.h"

namespace rezon::cli {
namespace {

constexpr char kExitCodes[] =
    "Коды возврата:\n"
    "  0  сделано\n"
    "  1  прочая ошибка\n"
    "  2  неверная командная строка\n"
    "  3  нет пропуска (токена) или прав\n"
    "  4  не найдено\n"
    "  5  не то состояние, изменено другим или уже есть\n"
    "  6  данные не приняты\n"
    "  7  нет ответа, перегрузка или истёк срок: можно повторить\n";

std::string OptionWord(const Option& option) {
  const std::string letter = option.letter == 0 ? "" : std::string("-") + option.letter + ", ";
  return letter + "--" + option.name + (option.value.empty() ? "" : "=" + option.value);
}

std::string OptionLines(const std::vector<Option>& options) {
  size_t width = 0;
  for (const auto& option : options) width = std::max(width, DisplayWidth(OptionWord(option)));
  std::string text;
  for (const auto& option : options) {
    text += "  " + PadRight(OptionWord(option), width) + "  " + option.help;
    if (option.repeated) text += " (можно несколько раз)";
    text += "\n";
  }
  return text;
}

}  // namespace

const std::vector<Option>& CommonOptions() {
  static const std::vector<Option> options = {
      {"server", "URL", "адрес шлюза, http://… или unix:/путь (REZON_SERVER)"},
      {"token", "ТОКЕН", "пропуск (REZON_TOKEN)"},
      {"token-file", "ФАЙЛ", "файл с пропуском (REZON_TOKEN_FILE)"},
      {"json", "", "ответ в JSON вместо таблицы"},
      {"quiet", "", "не показывать ход работы"},
      {"help", "", "эта справка"}};
  return options;
}

std::string HelpOf(const Command& command) {
  std::string text = command.summary + "\n\nrezonctl " + command.name;
  if (!command.arguments.empty()) text += " " + command.arguments;
  text += " [ПАРАМЕТРЫ]\n\n";
  if (!command.options.empty()) text += "Параметры:\n" + OptionLines(command.options) + "\n";
  text += "Общие параметры:\n" + OptionLines(CommonOptions()) + "\nПримеры:\n";
  for (const auto& example : command.examples) text += "  " + example + "\n";
  return text + "\n" + kExitCodes;
}

std::string HelpOfAll() {
  std::string text =
      "rezonctl: клиент Rezon, системы контроля исполнения решений.\n\n"
      "rezonctl КОМАНДА [АРГУМЕНТЫ] [ПАРАМЕТРЫ]\n\nКоманды:\n";
  size_t width = 0;
  for (const auto& command : Commands()) width = std::max(width, DisplayWidth(command.name));
  for (const auto& command : Commands()) {
    text += "  " + PadRight(command.name, width) + "  " + command.summary + "\n";
  }
  text += "\nrezonctl КОМАНДА --help расскажет о команде и покажет примеры.\n\nОбщие параметры:\n" +
          OptionLines(CommonOptions());
  return text + "\n" + kExitCodes;
}

}  // namespace rezon::cli
