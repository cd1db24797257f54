#include <gtest/gtest.h>

#include "gateway/cli/answer.h"
#include "gateway/cli/client.h"
#include "gateway/cli/command.h"
#include "gateway/cli/table.h"
#include "gateway/cli/text.h"

namespace rezon::cli {

// What the tests know of the program: two commands, one of two words.
const std::vector<Command>& Commands() {
  static const std::vector<Command> commands = {
      {"issue",
       "RESOLUTION…",
       1,
       2,
       "выдать",
       {{"check", "", "показать"}, {"role", "РОЛЬ", "роль", true}, {"date", "ДЕНЬ", "день"}},
       {"rezonctl issue 1"},
       nullptr},
      {"organisations import",
       "FILE",
       1,
       1,
       "загрузить",
       {},
       {"rezonctl organisations import a"},
       nullptr}};
  return commands;
}

namespace {

TEST(TextTest, PluralsOfRussianNouns) {
  const struct {
    int64_t count;
    const char* text;
  } cases[] = {
      {0, "0 пунктов"},     {1, "1 пункт"},       {2, "2 пункта"},      {4, "4 пункта"},
      {5, "5 пунктов"},     {11, "11 пунктов"},   {12, "12 пунктов"},   {14, "14 пунктов"},
      {21, "21 пункт"},     {22, "22 пункта"},    {100, "100 пунктов"}, {101, "101 пункт"},
      {111, "111 пунктов"}, {112, "112 пунктов"}, {950, "950 пунктов"}, {1001, "1001 пункт"}};
  for (const auto& c : cases) {
    EXPECT_EQ(Plural(c.count, "пункт", "пункта", "пунктов"), c.text);
  }
}

TEST(TextTest, WidthsCountLettersNotBytes) {
  EXPECT_EQ(DisplayWidth("срок"), 4u);
  EXPECT_EQ(DisplayWidth("и\u0306"), 1u);
  EXPECT_EQ(PadRight("да", 4), "да  ");
  EXPECT_EQ(PadLeft("да", 4), "  да");
  EXPECT_EQ(PadLeft("давно", 4), "давно");
}

TEST(TextTest, LinesBreakAtSpacesAndInsideLongWords) {
  EXPECT_EQ(Wrap("провести семинар в школе", 10),
            (std::vector<std::string>{"провести", "семинар в", "школе"}));
  EXPECT_EQ(Wrap("здравоохранение", 6), (std::vector<std::string>{"здраво", "охране", "ние"}));
  EXPECT_EQ(Wrap("", 5), std::vector<std::string>{""});
}

TEST(TextTest, DatesStatesAndShares) {
  EXPECT_EQ(RussianDate("2024-09-01"), "01.09.2024");
  EXPECT_EQ(RussianDate(""), "");
  EXPECT_EQ(StateWord("STATE_REPORTED"), "ждёт приёмки");
  EXPECT_EQ(StateWord("STATE_NEW"), "STATE_NEW");
  EXPECT_EQ(Percent(0), "0 %");
  EXPECT_EQ(Percent(0.125), "12,5 %");
  EXPECT_EQ(Percent(1), "100 %");
}

TEST(TableTest, ColumnsLineUp) {
  Table table({{"Пункт"}, {"Текст", false, true}, {"Всего", true}});
  table.Add({"1", "провести семинар в каждой школе города", "950"});
  table.Add({"1.10", "отчитаться", "7"});
  EXPECT_EQ(table.Render(36),
            "Пункт  Текст                 Всего\n"
            "─────  ────────────────────  ─────\n"
            "1      провести семинар в      950\n"
            "       каждой школе города\n"
            "1.10   отчитаться                7\n");
}

TEST(ArgumentsTest, ReadsOptionsInEveryForm) {
  std::string fault;
  const Arguments arguments = ParseArguments(
      Commands()[0], {"a", "--role=x", "--role", "y", "--check", "--", "--b"}, &fault);
  EXPECT_EQ(fault, "");
  EXPECT_EQ(arguments.positional, (std::vector<std::string>{"a", "--b"}));
  EXPECT_EQ(arguments.All("role"), (std::vector<std::string>{"x", "y"}));
  EXPECT_TRUE(arguments.Has("check"));
  EXPECT_EQ(arguments.Get("date", "сегодня"), "сегодня");
}

TEST(ArgumentsTest, TellsWhatIsWrong) {
  const struct {
    std::vector<std::string> words;
    const char* fault;
  } cases[] = {{{}, "не хватает аргументов: RESOLUTION…"},
               {{"a", "b", "c"}, "лишний аргумент: c"},
               {{"a", "--nothing"}, "неизвестный параметр --nothing"},
               {{"a", "--check=1"}, "у параметра --check нет значения"},
               {{"a", "--date"}, "параметру --date нужно значение ДЕНЬ"},
               {{"a", "--date=1", "--date=2"}, "параметр --date указан дважды"}};
  for (const auto& c : cases) {
    std::string fault;
    ParseArguments(Commands()[0], c.words, &fault);
    EXPECT_EQ(fault, c.fault);
  }
  std::string fault;
  EXPECT_TRUE(ParseArguments(Commands()[0], {"--help"}, &fault).Has("help"));
  EXPECT_EQ(fault, "");
}

TEST(HelpTest, ShowsExamplesAndExitCodes) {
  for (const Command& command : Commands()) {
    const std::string help = HelpOf(command);
    EXPECT_NE(help.find(command.examples[0]), std::string::npos);
    EXPECT_NE(help.find("Коды возврата"), std::string::npos);
    EXPECT_NE(HelpOfAll().find(command.name), std::string::npos);
  }
}

TEST(CompletionTest, KnowsCommandsAndTheirOptions) {
  for (const char* shell : {"bash", "zsh"}) {
    const std::string text = Completion(shell);
    EXPECT_NE(text.find("issue organisations"), std::string::npos);
    EXPECT_NE(text.find("--check --role= --date="), std::string::npos);
    EXPECT_NE(text.find("'organisations '*) words='import "), std::string::npos);
  }
  EXPECT_EQ(Completion("fish"), "");
}

TEST(AnswerTest, ErrorsSpeakRussianAndNameFields) {
  const absl::Status status = ErrorOf(
      R"({"error":{"code":400,"message":"bad","status":"INVALID_ARGUMENT","details":[
        {"@type":"type.googleapis.com/google.rpc.LocalizedMessage","locale":"ru","message":"Плохо."},
        {"@type":"type.googleapis.com/google.rpc.BadRequest",
         "fieldViolations":[{"field":"page_size","description":"negative"}]}]}})",
      400);
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(status.message(), "Плохо.\n  page_size: negative");
  EXPECT_EQ(ErrorOf("<html>", 502).code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(ErrorOf("{\"error\":1}", 404).code(), absl::StatusCode::kNotFound);
  EXPECT_TRUE(StreamErrorOf(R"({"writtenCount":1})").ok());
  EXPECT_EQ(StreamErrorOf(R"({"error":{"status":"ABORTED"}})").code(), absl::StatusCode::kAborted);
}

TEST(AnswerTest, ExitCodesForScripts) {
  EXPECT_EQ(ExitCodeOf(absl::OkStatus()), kDone);
  EXPECT_EQ(ExitCodeOf(absl::PermissionDeniedError("")), kRefused);
  EXPECT_EQ(ExitCodeOf(absl::NotFoundError("")), kNotFound);
  EXPECT_EQ(ExitCodeOf(absl::AbortedError("")), kConflict);
  EXPECT_EQ(ExitCodeOf(absl::InvalidArgumentError("")), kInvalid);
  EXPECT_EQ(ExitCodeOf(absl::ResourceExhaustedError("")), kUnavailable);
  EXPECT_EQ(ExitCodeOf(absl::InternalError("")), kFailed);
}

}  // namespace
}  // namespace rezon::cli
