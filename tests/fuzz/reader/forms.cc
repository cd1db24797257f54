#include "tests/fuzz/reader/forms.h"

#include <initializer_list>
#include <iterator>
#include <utility>
#include <vector>

#include "tests/unit/reader/office_file.h"

namespace rezon::reader {
namespace {

constexpr std::string_view kWords[] = {"\n",
                                       "\n\n",
                                       " ",
                                       "\t",
                                       ".",
                                       ",",
                                       ";",
                                       ":",
                                       "-",
                                       "–",
                                       "•",
                                       "(",
                                       ")",
                                       "«",
                                       "»",
                                       "\"",
                                       "|",
                                       "\n| ",
                                       " | ",
                                       "1",
                                       "2",
                                       "3",
                                       "10",
                                       "2024",
                                       "1.",
                                       "2)",
                                       "1.1.",
                                       "1.1.1",
                                       "I.",
                                       "IV.",
                                       "а)",
                                       "a.",
                                       "№ ",
                                       "№№ 4, 7",
                                       "/",
                                       "**",
                                       "## ",
                                       "\\.",
                                       "&quot;",
                                       "[bookmark: x]",
                                       "\xC2\xAD",
                                       "\xC2\xA0",
                                       "-\n",
                                       "Решили:",
                                       "РЕШИЛА:",
                                       "р е ш и л и :",
                                       "постановляет",
                                       "рекомендует",
                                       "Рекомендовать ",
                                       "Поручить ",
                                       "Возложить контроль на ",
                                       "Контроль оставляю за собой",
                                       "Участники конференции ",
                                       "Резолюция",
                                       "РЕЗОЛЮЦИЯ\n",
                                       "ПРИКАЗ\n",
                                       "Приложение",
                                       "к письму",
                                       "Об итогах ",
                                       "От ",
                                       "Уважаемые коллеги!",
                                       "Исх. ",
                                       "Директор",
                                       "И.О. Петров",
                                       "Согласовано",
                                       "Подпись",
                                       "Ответственные:",
                                       "Ответственный: ",
                                       "Сроки: ",
                                       "Срок: ",
                                       "Срок",
                                       "Ответственные",
                                       "Мероприятие",
                                       "школам",
                                       "руководителям школ",
                                       "МАОУ СОШ ",
                                       "отделу образования",
                                       "директорам",
                                       "учителям ",
                                       "и.о. директора",
                                       "до ",
                                       "не позднее ",
                                       "в течение ",
                                       "с ",
                                       "по ",
                                       "к ",
                                       "1 мая",
                                       "01.05.2024",
                                       " года",
                                       " г.",
                                       "10 дней",
                                       "рабочих дней",
                                       "месяца",
                                       "ежегодно",
                                       "постоянно",
                                       "срочно",
                                       "до конца учебного года",
                                       "II квартал",
                                       "первое полугодие",
                                       "Конференция",
                                       "круглый стол",
                                       "совещание",
                                       "город",
                                       "район",
                                       "области",
                                       "25 участников",
                                       "Провести семинар",
                                       "обновить сайт",
                                       "внести изменение в пункт ",
                                       "признать утратившим силу",
                                       "снять с контроля",
                                       "продолжить работу",
                                       "и",
                                       "в",
                                       "на",
                                       "о",
                                       "Ё",
                                       "ъ",
                                       "\xF0\x9F\x93\x8E",
                                       "x",
                                       "\r\n",
                                       "\f"};

std::string Words(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) text += kWords[static_cast<unsigned char>(c) % std::size(kWords)];
  return text;
}

std::string Parts(std::string_view bytes, std::initializer_list<const char*> names) {
  std::vector<std::pair<std::string, std::string>> parts;
  for (const char* name : names) {
    const size_t end = bytes.find(kPartMark);
    parts.emplace_back(name, std::string(bytes.substr(0, end)));
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + kPartMark.size());
  }
  return MakeZip(parts);
}

}  // namespace

std::string FuzzFile(std::string_view form, std::string_view bytes) {
  if (form == "text") return Words(bytes);
  if (form == "docx") {
    return Parts(bytes, {"word/document.xml", "word/numbering.xml", "word/styles.xml",
                         "word/footnotes.xml", "word/header1.xml"});
  }
  if (form == "odt") return Parts(bytes, {"content.xml", "styles.xml", "META-INF/manifest.xml"});
  if (form == "pdf") return "%PDF-1.4\n" + std::string(bytes);
  return std::string(bytes);
}

}  // namespace rezon::reader
