#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/platform/errors/errors.h"
#include "services/platform/paging/filter.h"
#include "services/platform/paging/page.h"
#include "services/platform/paging/sql.h"

namespace rezon::paging {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string FieldOf(const absl::Status& status) {
  auto violations = errors::Violations(status);
  return status.code() == absl::StatusCode::kInvalidArgument && violations.size() == 1
             ? violations[0].path
             : "none";
}

Fields TestFields() {
  Fields fields;
  fields["title"] = {.column = "t.title"};
  fields["number"] = {.column = "t.number", .type = Field::Type::kInt};
  fields["due_date"] = {.column = "t.due", .type = Field::Type::kDate};
  fields["open"] = {.column = "t.open", .type = Field::Type::kBool};
  fields["state"] = {.column = "t.state",
                     .type = Field::Type::kEnum,
                     .values = {{"ISSUED", "issued"}, {"DONE", "done"}}};
  fields["overdue"] = {.type = Field::Type::kBool, .templates = {{"=", "(late(t) = ?)"}}};
  return fields;
}

std::string Sql(std::string_view text, std::vector<std::string>* values = nullptr) {
  auto filter = ParseFilter(text);
  if (!filter.ok()) return "parse: " + FieldOf(filter.status());
  auto condition = ToSql(filter->get(), TestFields(), 3);
  if (!condition.ok()) return "refused: " + FieldOf(condition.status());
  if (values != nullptr) *values = condition->values;
  return condition->sql;
}

TEST(Filter, OrBindsTighterThanAnd) {
  EXPECT_EQ(Sql("number = 1 AND number = 2 OR number = 3"),
            "(t.number = $3::int8 AND (t.number = $4::int8 OR t.number = $5::int8))");
  EXPECT_EQ(Sql("(number = 1 AND number = 2) OR number = 3"),
            "((t.number = $3::int8 AND t.number = $4::int8) OR t.number = $5::int8)");
}

TEST(Filter, WordsSideBySideAreAnd) {
  EXPECT_EQ(Sql("number > 1 open = true"), "(t.number > $3::int8 AND t.open = $4::boolean)");
}

TEST(Filter, NotAndMinusMatchRowsWithoutAValue) {
  EXPECT_EQ(Sql("NOT number = 1"), "((t.number = $3::int8) IS NOT TRUE)");
  EXPECT_EQ(Sql("-state = ISSUED"), "((t.state = $3::text) IS NOT TRUE)");
  EXPECT_EQ(Sql("number = -1"), "t.number = $3::int8");
}

TEST(Filter, ValuesAreBoundNeverWritten) {
  std::vector<std::string> values;
  EXPECT_EQ(Sql("title = \"'; DROP TABLE t; --\" state != DONE", &values),
            "(t.title = $3::text AND t.state IS DISTINCT FROM $4::text)");
  EXPECT_THAT(values, ElementsAre("'; DROP TABLE t; --", "done"));
}

TEST(Filter, HasOnTextIsASubstringWithItsSignsTakenLiterally) {
  std::vector<std::string> values;
  EXPECT_EQ(Sql("title:\"100%_\\\\\"", &values), "t.title ILIKE $3::text");
  EXPECT_THAT(values, ElementsAre("%100\\%\\_\\\\%"));
}

TEST(Filter, TemplatesStandForDerivedFields) {
  EXPECT_EQ(Sql("overdue = true"), "(late(t) = $3::boolean)");
  EXPECT_EQ(Sql("overdue != true"), "refused: filter");
}

TEST(Filter, EmptyMatchesAll) {
  EXPECT_EQ(Sql(""), "TRUE");
  EXPECT_EQ(Sql("  \n"), "TRUE");
}

TEST(Filter, GarbageIsRefusedOnTheField) {
  for (const char* text : {"number", "number =", "= 1", "(number = 1", "number = 1)",
                           "number = 1 OR", "AND number = ", "number ! 1", "title = \"open",
                           "number = 1 AND AND", "NOT", "()", "number = (1)", "a;b=1"}) {
    EXPECT_EQ(Sql(text), "parse: filter") << text;
  }
  for (const char* text : {"unknown = 1", "number = one", "due_date = 2024-02-30", "open = 1",
                           "state = issued", "title > a", "open < true", "due_date = 24-01-01"}) {
    EXPECT_EQ(Sql(text), "refused: filter") << text;
  }
}

TEST(Filter, DepthAndSizeAreBounded) {
  EXPECT_EQ(Sql(std::string(40, '(') + "number = 1" + std::string(40, ')')), "parse: filter");
  std::string many;
  for (int i = 0; i < 101; ++i) many += "number = 1 ";
  EXPECT_EQ(Sql(many), "parse: filter");
  EXPECT_EQ(Sql(std::string(10000, 'a')), "parse: filter");
}

TEST(Page, SizeIsClampedAndNegativeRefused) {
  EXPECT_EQ(*PageSize(0), 50);
  EXPECT_EQ(*PageSize(7), 7);
  EXPECT_EQ(*PageSize(5000), 1000);
  EXPECT_EQ(FieldOf(PageSize(-1).status()), "page_size");
}

TEST(Page, TokenComesBackOnlyForItsQuery) {
  auto hash = QueryHash({"state = ISSUED", "due_date"});
  std::string token = MakeToken(hash, {"2024-01-01", "", "ид"});
  EXPECT_THAT(*ReadToken(token, hash, 3), ElementsAre("2024-01-01", "", "ид"));
  EXPECT_THAT(*ReadToken("", hash, 3), IsEmpty());
  EXPECT_NE(hash, QueryHash({"state = ISSUEDd", "ue_date"}));
  EXPECT_EQ(FieldOf(ReadToken(token, hash + 1, 3).status()), "page_token");
  EXPECT_EQ(FieldOf(ReadToken(token, hash, 2).status()), "page_token");
  EXPECT_EQ(FieldOf(ReadToken("garbage!", hash, 3).status()), "page_token");
  EXPECT_EQ(FieldOf(ReadToken(token.substr(0, token.size() - 3), hash, 3).status()), "page_token");
}

TEST(Order, OnlyListedFieldsOnce) {
  absl::flat_hash_map<std::string, std::string> fields = {{"due_date", "t.due"}, {"name", "t.n"}};
  OrderColumn fallback[] = {{"due_date", "t.due", false}};
  auto order = ParseOrder("name desc, due_date", fields, fallback);
  ASSERT_TRUE(order.ok());
  EXPECT_EQ((*order)[0].column, "t.n");
  EXPECT_TRUE((*order)[0].descending);
  EXPECT_FALSE((*order)[1].descending);
  EXPECT_EQ(ParseOrder(" ", fields, fallback)->front().column, "t.due");
  for (const char* text : {"id", "name,", "name up", "name, name", "name desc desc"}) {
    EXPECT_EQ(FieldOf(ParseOrder(text, fields, fallback).status()), "order_by") << text;
  }
}

}  // namespace
}  // namespace rezon::paging
