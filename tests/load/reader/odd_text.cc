#include "tests/load/reader/odd_text.h"

#include <string_view>
#include <utility>

namespace rezon::load {
namespace {

constexpr size_t kLong = 50'000'000;
constexpr size_t kShortLines = 11'000'000;  // a million lines of a word
constexpr int kLabels = 200'000;
constexpr char kOpening[] = "РЕЗОЛЮЦИЯ\nрайонной конференции\n\nУчастники рекомендуют:\n";

std::string Repeat(std::string_view part, size_t bytes) {
  std::string text;
  text.reserve(bytes + part.size());
  while (text.size() < bytes) text += part;
  return text;
}

std::string Numbered(int count, int modulus, std::string_view task) {
  std::string text = kOpening;
  for (int i = 0; i < count; ++i) {
    text += std::to_string(i % modulus + 1) + ". " + std::string(task) + "\n";
  }
  return text;
}

// 1., 1.1., 1.1.1., … then each deeper list indented below the one above.
std::string Levels(int count) {
  static constexpr std::string_view kMarks[] = {"1.", "1)", "а)", "I.", "-", "•", "1.1.", "1.1.1."};
  std::string text = kOpening;
  for (int i = 0; i < count; ++i) {
    text += std::string(static_cast<size_t>(i % 200), ' ') + std::string(kMarks[i % 8]) +
            " Провести работу:\n";
  }
  return text;
}

// One line «1. … 2. … 3. …» up to 199.
std::string RunIn(size_t bytes) {
  std::string text;
  for (int i = 1; i < 200; ++i) {
    text += std::to_string(i) + ". " + Repeat("Провести работу ", bytes / 200) + ". ";
  }
  return text;
}

std::string List(int count) {
  std::string text = "1. Провести:\n";
  for (int i = 0; i < count; ++i) text += "- работу;\n";
  return text;
}

// A heading with dozens of addressees over a list.
std::string Children(int count) {
  std::string text = "1. Управлению образования";
  for (int i = 0; i < 30; ++i) text += ", отделу культуры";
  text += ":\n";
  for (int i = 0; i < count; ++i) text += "- провести работу;\n";
  return text;
}

}  // namespace

std::vector<OddText> OddTexts() {
  const auto repeated = [](const std::string& head, const std::string& part, size_t bytes) {
    return [=] { return head + Repeat(part, bytes); };
  };
  const std::string opening = kOpening;
  const std::string point = opening + "1. Провести ";
  return {
      {"line_of_letters", repeated("", "а", kLong)},
      {"line_of_words", repeated("", "слово ", kLong)},
      {"line_of_points", repeated(opening, "1. Провести совещание. ", kLong)},
      {"line_of_run_in", [=] { return opening + RunIn(kLong); }},
      {"line_of_captions", repeated(point, "отчёт. Срок: май. ", kLong)},
      {"line_of_colons", repeated("", "а: ", kLong)},
      {"line_of_decisions", repeated("", "решили: ", kLong)},
      {"line_of_quotes", repeated("", "«", kLong)},
      {"line_of_brackets", repeated(point, "(срок ", kLong)},
      {"line_of_executors", repeated(point, "(отв. ", kLong)},
      {"line_of_terms", repeated(point, "до 1 мая 2026 года, ", kLong)},
      {"line_of_leads", repeated(point + "2026 ", "в срок ", kLong)},
      {"line_of_addressees", repeated(opening + "1. Управлению ", "образования, ", kLong)},
      {"line_of_charges", repeated(point + "возложить на ", "школу, в, ", kLong)},
      {"line_of_people", repeated("РЕЗОЛЮЦИЯ\nконференции\n", "5 человек ", kLong)},
      {"line_of_events", repeated("РЕЗОЛЮЦИЯ\n\n", "состоялась ", kLong)},
      {"line_of_towns", repeated("РЕЗОЛЮЦИЯ\nконференции\n\n", "города Абвы ", kLong)},
      {"line_of_cells", repeated(opening, "| май ", kLong)},
      {"line_of_stars", repeated("", " *а", kLong)},
      {"one_word_lines", repeated("", "слово\n", kShortLines)},
      {"one_task_lines", repeated(opening, "провести\n", kShortLines)},
      {"joined_lines", repeated(opening + "1. Провести:\n", "Слово.\n", kShortLines)},
      {"open_quote_lines", repeated(point + "«\n", "слово,\n", kShortLines)},
      {"labels", [] { return Numbered(kLabels, 190, "Провести."); }},
      {"labels_restarting", [] { return Numbered(kLabels, 1, "Провести работу:"); }},
      {"labels_without_parent", repeated(opening, "5.1. Провести работу.\n", 40 * kLabels)},
      {"labels_without_formula", repeated("", "1. Мир\nТруд.\n", 10 * kLabels)},
      {"children_of_many", [=] { return opening + Children(kLabels); }},
      {"captions_of_points", repeated(opening, "1. Провести.\n\nСрок: май.\n", 20 * kLabels)},
      {"captions_of_list",
       [=] { return opening + List(kLabels / 2) + Repeat("Срок: май.\n", 10 * kLabels); }},
      {"list_levels", [] { return Levels(10'000); }},
      {"table_rows", repeated(opening, "| 1 | Провести | май 2026 года | школа |\n", 40 * kLabels)},
  };
}

}  // namespace rezon::load
