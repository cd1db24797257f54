#include "tests/load/reader/sample_text.h"

#include <random>
#include <span>
#include <string_view>

namespace rezon::load {
namespace {

constexpr std::string_view kVerbs[] = {
    "Обеспечить",  "Разработать", "Провести",     "Организовать", "Утвердить",      "Внедрить",
    "Подготовить", "Направить",   "Продолжить",   "Расширить",    "Создать",        "Рассмотреть",
    "Обобщить",    "Проверить",   "Опубликовать", "Усилить",      "Активизировать", "Включить"};
constexpr std::string_view kAdjectives[] = {
    "школьных",   "летних",       "цифровых",      "методических", "инженерных", "сетевых",
    "спортивных", "читательских", "экологических", "сельских",     "семейных",   "творческих"};
constexpr std::string_view kNouns[] = {"мастерских", "программ",    "площадок", "маршрутов",
                                       "кружков",    "лабораторий", "выставок", "материалов",
                                       "тетрадей",   "сборников",   "занятий",  "проектов"};
constexpr std::string_view kObjects[] = {
    "план работы",       "перечень",         "мониторинг качества", "обновление фонда",
    "учёт результатов",  "порядок отбора",   "сопровождение",       "оценку условий",
    "график проведения", "подготовку кадров"};
constexpr std::string_view kAddressees[] = {"Управлению образования",
                                            "Руководителям образовательных организаций",
                                            "Методическому центру",
                                            "Отделу культуры и спорта",
                                            "Директорам школ",
                                            "Заведующим детскими садами",
                                            "Комитету по делам молодёжи",
                                            "Учителям начальных классов",
                                            "Общественному совету",
                                            "Администрациям сельских поселений"};
constexpr std::string_view kTerms[] = {"до 1 сентября 20%1 года",
                                       "в срок до 15.1%2.20%1",
                                       "в течение 20%1 года",
                                       "ежегодно",
                                       "в I квартале 20%1 года",
                                       "с 1 февраля по 30 марта 20%1 года",
                                       "не позднее 2%2 декабря 20%1 г.",
                                       "в 20%1/%1 учебном году"};
constexpr std::string_view kTails[] = {"в целях повышения качества обучения",
                                       "с учётом предложений участников",
                                       "с привлечением родительских сообществ",
                                       "на основе накопленного опыта",
                                       "совместно с библиотеками и музеями",
                                       "по итогам районного этапа конкурса «Шаг %1»",
                                       "в соответствии с приказом от 1%2 мая 20%1 г. № %1%2-п",
                                       "и разместить отчёт на сайте",
                                       "для обучающихся с ограниченными возможностями здоровья",
                                       "без увеличения нагрузки на педагогов"};

class Writer {
 public:
  explicit Writer(uint32_t seed) : random_(seed) {}

  bool Chance(int percent) { return static_cast<int>(random_() % 100) < percent; }

  std::string Pick(std::span<const std::string_view> list) {
    std::string out;
    const std::string_view pattern = list[random_() % list.size()];
    for (size_t at = 0; at < pattern.size(); ++at) {
      if (pattern[at] != '%') {
        out.push_back(pattern[at]);
      } else {  // %1: two digits 24..29, %2: one digit
        out += pattern[++at] == '1' ? std::to_string(24 + random_() % 6)
                                    : std::to_string(random_() % 3);
      }
    }
    return out;
  }

  std::string Task() {
    std::string text = Pick(kVerbs) + " " + Pick(kObjects) + " " + Pick(kAdjectives) + " " +
                       Pick(kNouns) + " № " + std::to_string(random_() % 900 + 1);
    const int tails = 1 + static_cast<int>(random_() % 3);
    for (int i = 0; i < tails; ++i) text += (i > 0 ? ", " : " ") + Pick(kTails);
    return text;
  }

  std::string Lowered(std::string text) {  // first letter, А..Я
    const auto second = static_cast<unsigned char>(text[1]);
    if (second <= 0x9F) {
      text[1] = static_cast<char>(second + 0x20);
    } else {
      text[0] = '\xD1';
      text[1] = static_cast<char>(second - 0x20);
    }
    return text;
  }

  SamplePoint Top() {
    if (Chance(20)) return {0, Pick(kAddressees) + ":"};
    std::string text = Task();
    if (Chance(45)) text = Pick(kAddressees) + " " + Lowered(std::move(text));
    if (Chance(40)) text += " " + Pick(kTerms);
    if (Chance(8)) text += ". Контроль возложить на заместителя начальника управления";
    return {0, text + "."};
  }

  SamplePoint Sub(bool last) {
    std::string text = Lowered(Task());
    if (Chance(30)) text += " " + Pick(kTerms);
    if (Chance(10)) text += " (отв. методический центр, срок – май 2026 года)";
    return {1, text + (last ? "." : ";")};
  }

  std::string Narrative() {
    return "Участники отметили " + Pick(kObjects) + " " + Pick(kAdjectives) + " " + Pick(kNouns) +
           " " + Pick(kTails) + ". Показатель вырос на " + std::to_string(random_() % 90) +
           " процентов.";
  }

 private:
  std::mt19937 random_;
};

}  // namespace

std::vector<SamplePoint> MakeSamplePoints(uint32_t seed, size_t bytes) {
  Writer writer(seed);
  std::vector<SamplePoint> points;
  size_t written = 0;
  const auto add = [&](SamplePoint point) {
    written += point.text.size() + 6;
    points.push_back(std::move(point));
  };
  while (written < bytes) {
    add(writer.Top());
    if (points.back().text.back() != ':') continue;
    for (int left = 2 + writer.Chance(50) + writer.Chance(50); left > 0; --left) {
      add(writer.Sub(left == 1));
    }
  }
  return points;
}

std::string MakeSampleText(uint32_t seed, size_t bytes) {
  Writer writer(seed);
  std::string text =
      "РЕЗОЛЮЦИЯ\nрайонной конференции педагогических работников «Школа и время»\n"
      "27 августа 2025 года\n\n";
  for (int i = 0; i < 4; ++i) text += writer.Narrative() + "\n";
  size_t top = 0;
  int sub = 0;
  for (const SamplePoint& point : MakeSamplePoints(seed, bytes)) {
    if (point.level == 0 && top % kPointsUnderFormula == 0) {
      if (top > 0) text += "\n" + writer.Narrative() + "\n";
      text += "\nУчастники конференции рекомендуют:\n\n";
      top = 0;
    }
    if (point.level == 0) {
      text += std::to_string(++top) + ". ";
      sub = 0;
    } else {
      text += std::to_string(top) + "." + std::to_string(++sub) + ". ";
    }
    text += point.text + "\n";
  }
  return text + "\nПредседатель оргкомитета                                 А.Б. Примеров\n";
}

std::string Wrap(const std::string& text, size_t columns) {
  std::string out;
  size_t width = 0;
  for (size_t at = 0; at < text.size();) {
    size_t end = text.find_first_of(" \n", at);
    if (end == std::string::npos) end = text.size();
    size_t chars = 0;
    for (size_t i = at; i < end; ++i) chars += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (width > 0 && width + 1 + chars > columns) {
      out.push_back('\n');
      width = 0;
    } else if (width > 0) {
      out.push_back(' ');
      ++width;
    }
    out.append(text, at, end - at);
    width += chars;
    if (end < text.size() && text[end] == '\n') {
      out.push_back('\n');
      width = 0;
    }
    at = end + 1;
  }
  return out;
}

}  // namespace rezon::load
