#include "services/registry/domain/digits.h"

#include <gtest/gtest.h>

#include <string>

namespace rezon::registry {
namespace {

TEST(Digits, ControlDigitOfRosstat) {
  // domain.md 5.2
  EXPECT_EQ(ControlDigit("0009081"), 3);
  EXPECT_EQ(ControlDigit("81645701"), 9);
  EXPECT_EQ(ControlDigit("73642100"), 8);
  EXPECT_EQ(ControlDigit("73642400"), 4);
  EXPECT_EQ(ControlDigit("71701000"), 2);
  EXPECT_EQ(ControlDigit("71703000"), 1);
  EXPECT_EQ(ControlDigit("71705000"), 0);
  EXPECT_EQ(ControlDigit("71710000"), 1);
  EXPECT_EQ(ControlDigit("71715000"), 4);
  EXPECT_EQ(ControlDigit("7170100x"), -1);
  EXPECT_EQ(ControlDigit(""), -1);
}

TEST(Digits, Okpo) {
  EXPECT_TRUE(GoodOkpo("00090813"));
  EXPECT_FALSE(GoodOkpo("00090814"));
  EXPECT_FALSE(GoodOkpo("0009081"));
  EXPECT_FALSE(GoodOkpo("0009081a"));
}

TEST(Digits, Inn) {
  EXPECT_TRUE(GoodInn("7707083893"));
  EXPECT_FALSE(GoodInn("7707083894"));
  EXPECT_FALSE(GoodInn("770708389"));
  EXPECT_TRUE(GoodInn("500100732259"));
  EXPECT_FALSE(GoodInn("500100732258"));
  EXPECT_FALSE(GoodInn("500100732249"));
}

TEST(Digits, Ogrn) {
  EXPECT_TRUE(GoodOgrn("1027700132195"));
  EXPECT_FALSE(GoodOgrn("1027700132196"));
  EXPECT_TRUE(GoodOgrn("304500116000157"));
  EXPECT_FALSE(GoodOgrn("304500116000158"));
  EXPECT_FALSE(GoodOgrn("10277001321951"));
}

// Every single wrong digit is found: the codes' whole purpose.
TEST(Digits, OneWrongDigitIsFound) {
  for (const std::string good : {"7707083893", "500100732259"}) {
    for (size_t i = 0; i < good.size(); ++i) {
      std::string bad = good;
      bad[i] = bad[i] == '9' ? '0' : static_cast<char>(bad[i] + 1);
      EXPECT_FALSE(GoodInn(bad)) << bad;
    }
  }
}

TEST(Digits, OktmoAndKppHaveAForm) {
  EXPECT_TRUE(GoodOktmo("71701000"));
  EXPECT_TRUE(GoodOktmo("71701000001"));
  EXPECT_FALSE(GoodOktmo("717010000"));
  EXPECT_TRUE(GoodKpp("720301001"));
  EXPECT_TRUE(GoodKpp("7203AB001"));
  EXPECT_FALSE(GoodKpp("72O301001"));
}

}  // namespace
}  // namespace rezon::registry
