#include "tests/store/registry/large_region.h"

#include "absl/strings/str_cat.h"
#include "tests/store/registry/codes.h"
#include "tests/store/registry/large_region_names.h"

namespace rezon::registry {
namespace {

using Region = LargeRegion;

class Maker {
 public:
  Region Make() {
    Territories();
    Regional();
    for (size_t i = 0; i < kCities.size(); ++i) City(kCities[i], i);
    for (size_t i = 0; i < kDistricts.size(); ++i) DistrictOf(kDistricts[i], i);
    Fill();
    People();
    Classes();
    return std::move(region_);
  }

 private:
  Region::Organisation& Add(const std::string& key, const std::string& name,
                            const std::string& short_name, const std::string& kind,
                            const std::string& territory, const std::string& number = "",
                            const std::string& form = "") {
    const size_t n = region_.organisations.size() + 1;
    region_.organisations.push_back(
        {key, name, short_name, kind, form, number, territory, {}, Inn(n), Ogrn(n), Okpo(n)});
    return region_.organisations.back();
  }

  void Territories() {
    region_.territories.push_back({"region", "Приозёрская область", {"Приозёрская обл."}});
    for (const Place& city : kCities) {
      region_.territories.push_back(
          {city.key,
           city.name,
           {std::string("г. ") + city.centre, std::string("городской округ ") + city.name}});
    }
    for (const District& district : kDistricts) {
      const std::string a = district.adjective;
      region_.territories.push_back({district.key,
                                     a + "ий муниципальный округ",
                                     {a + "ий район", a + "ий муниципальный район"}});
    }
  }

  void Regional() {
    Add("dep", "Департамент образования и науки Приозёрской области",
        "Департамент образования и науки", "KIND_DEPARTMENT", "region")
        .aliases = {"Департамент образования"};
    Add("institute",
        "Государственное автономное образовательное учреждение дополнительного "
        "профессионального образования «Приозёрский областной институт развития образования»",
        "ГАОУ ДПО «Приозёрский ОИРО»", "KIND_INSTITUTE", "region")
        .aliases = {"Институт развития образования",
                    "Приозёрский областной институт развития образования", "ИРО"};
    Add("university", "ФГБОУ ВО «Приозёрский государственный университет»",
        "Приозёрский госуниверситет", "KIND_INSTITUTE", "region")
        .aliases = {"Приозёрский государственный университет"};
    Add("teachers", "ФГБОУ ВО «Приозёрский государственный педагогический университет»",
        "Приозёрский педагогический университет", "KIND_INSTITUTE", "region")
        .aliases = {"Приозёрский педуниверситет"};
    Add("union",
        "Приозёрская областная организация профсоюза работников народного образования и науки",
        "Областной профсоюз образования", "KIND_OTHER", "region");
    Add("special", "ГКОУ «Областная специальная (коррекционная) школа-интернат № 4»",
        "ГКОУ «Коррекционная школа-интернат № 4»", "KIND_SCHOOL", "kluchi", "4", "ГКОУ");
    const char* colleges[] = {"педагогический",  "медицинский",     "политехнический",
                              "лесотехнический", "железнодорожный", "аграрный"};
    for (const char* college : colleges) {
      const std::string name = std::string("Приозёрский ") + college + " колледж";
      Add(std::string("college/") + college, "ГАПОУ «" + name + "»", name, "KIND_COLLEGE", "kluchi",
          "", "ГАПОУ");
    }
  }

  void School(const std::string& key, const std::string& of, const std::string& territory, int n,
              const std::string& form) {
    const std::string number = std::to_string(n);
    std::string name = form + " «СОШ № " + number + "»";
    if (n % 7 == 3)
      name = form + " СОШ № " + number + " имени " + kHeroes[static_cast<size_t>(n) % 8];
    if (n % 5 == 0) {
      name =
          "Муниципальное автономное общеобразовательное учреждение средняя общеобразовательная "
          "школа № " +
          number;
    }
    Add(key + "/school/" + number, name + " " + of, form + " СОШ № " + number, "KIND_SCHOOL",
        territory, number, form);
  }

  void Kindergarten(const std::string& key, const std::string& of, const std::string& territory,
                    int n) {
    const std::string number = std::to_string(n), form = n % 2 == 0 ? "МБДОУ" : "МАДОУ";
    const std::string title = kFlowers[static_cast<size_t>(n) % kFlowers.size()];
    std::string name = form + " детский сад № " + number + " «" + title + "»";
    if (n % 4 == 1) {
      name =
          "Муниципальное бюджетное дошкольное образовательное учреждение «Детский сад "
          "общеразвивающего вида № " +
          number + " «" + title + "»";
    }
    Add(key + "/garden/" + number, name + " " + of, form + " д/с № " + number, "KIND_KINDERGARTEN",
        territory, number, form);
  }

  void Office(const std::string& key, const std::string& name, const std::string& short_name) {
    Add(key + "/office", name, short_name, "KIND_MUNICIPAL_OFFICE", key);
  }

  void City(const Place& city, size_t at) {
    const std::string key = city.key, of = city.of;
    const char* bodies[] = {
        "Департамент образования администрации ", "Комитет по образованию администрации ",
        "Управление образования администрации ", "Управление образования администрации "};
    Office(key, bodies[at] + of, at == 0 ? "Департамент образования " + of : "");
    if (at == 0) {
      // A body of like name beside the office.
      Add(key + "/culture", "Управление культуры и молодёжной политики администрации " + of, "",
          "KIND_OTHER", key);
    }
    const int schools[] = {70, 24, 16, 14}, gardens[] = {95, 34, 22, 18};
    for (int n = 1; n <= schools[at]; ++n) {
      if (n % 9 == 2) {
        const std::string number = std::to_string(n);
        Add(absl::StrCat(key, "/gymnasium/", n), absl::StrCat("МАОУ «Гимназия № ", n, "» ", of),
            absl::StrCat("МАОУ гимназия № ", n), "KIND_SCHOOL", key, number, "МАОУ");
      } else if (n % 11 == 3) {
        const std::string number = std::to_string(n);
        Add(absl::StrCat(key, "/lyceum/", n), absl::StrCat("МАОУ лицей № ", n, " ", of),
            absl::StrCat("МАОУ лицей № ", n), "KIND_SCHOOL", key, number, "МАОУ");
      } else {
        School(key, of, key, n, n % 3 == 0 ? "МБОУ" : "МАОУ");
      }
    }
    for (int n = 1; n <= gardens[at]; ++n) Kindergarten(key, of, key, n);
    Add(key + "/imc", "МАУ «Информационно-методический центр» " + of, "МАУ ИМЦ " + of,
        "KIND_METHODICAL_CENTRE", key, "", "МАУ");
    Add(key + "/palace", "МАУ ДО «Дворец творчества и спорта «Пионер» " + of,
        "МАУ ДО ДТиС «Пионер»", "KIND_SUPPLEMENTARY", key, "", "МАУ");
    Add(key + "/house", "МБУ ДО «Дом детского творчества» " + of, "МБУ ДО ДДТ",
        "KIND_SUPPLEMENTARY", key, "", "МБУ");
    Add(key + "/sport", "МБУ ДО «Детско-юношеская спортивная школа № 1» " + of, "ДЮСШ № 1",
        "KIND_SUPPLEMENTARY", key, "1", "МБУ");
  }

  void DistrictOf(const District& district, size_t at) {
    const std::string key = district.key;
    const std::string of = std::string(district.adjective) + "ого муниципального округа";
    const char* heads[] = {"Управление образования администрации ",
                           "Отдел образования администрации ",
                           "Комитет по образованию администрации "};
    Office(key, heads[at % 3] + of, "");
    for (int n = 1; n <= 4; ++n) {
      const std::string number = std::to_string(n);
      Add(absl::StrCat(key, "/school/", n),
          absl::StrCat("МБОУ «", district.adjective, "ая СОШ № ", n, "»"), "", "KIND_SCHOOL", key,
          number, "МБОУ");
    }
    for (int n = 1; n <= 5; ++n) Kindergarten(key, std::string("с. ") + district.village, key, n);
    Add(key + "/house",
        "МБУ ДО «" + std::string(district.adjective) + "ий дом детского творчества»", "",
        "KIND_SUPPLEMENTARY", key, "", "МБУ");
    Add(key + "/centre", "МКУ «Методический центр " + of + "»", "", "KIND_METHODICAL_CENTRE", key,
        "", "МКУ");
  }

  // Village schools with their branches, until the region is full.
  void Fill() {
    size_t n = 0;
    while (region_.organisations.size() < kLargeRegionOrganisations) {
      const District& district = kDistricts[n % kDistricts.size()];
      const std::string key = district.key;
      // The same villages come again in another district: twins.
      const std::string village = kVillages[(n / kDistricts.size() * 7 + n) % kVillages.size()];
      const size_t turn = n++ % 5;
      if (turn == 4) {
        Add(absl::StrCat(key, "/branch/", n),
            absl::StrCat("Филиал МБОУ «", district.adjective, "ая СОШ № 1» «", village, " НОШ»"),
            "", "KIND_SCHOOL", key);
      } else {
        const char* type = turn == 2 ? "ООШ" : "СОШ";
        Add(absl::StrCat(key, "/village/", village),
            absl::StrCat("МБОУ «", village, " ", type, "»"), "", "KIND_SCHOOL", key, "", "МБОУ");
      }
    }
  }

  void Person(const std::string& key, const std::string& organisation, const std::string& post,
              const std::string& name) {
    region_.officials.push_back({key, organisation, post, name});
  }

  void People() {
    Person("p/sidorova", "zarechny/office", "начальник управления образования",
           "Сидорова Татьяна Петровна");
    Person("p/vetrov", "dep", "директор департамента", "Ветров Алексей Николаевич");
    Person("p/vetrova", "dep", "заместитель директора департамента", "Ветрова Ольга Ивановна");
    Person("p/gromov", "kluchi/school/27", "директор", "Громов И. И.");
    Person("p/belov", "kluchi/school/28", "директор", "Белов Пётр Сергеевич");
    Person("p/kuzmin", "institute", "ректор", "Кузьмин Лев Аркадьевич");
    Person("p/chaykina", "kluchi/imc", "директор", "Чайкина Вера Павловна");
    Person("p/zaharova", "kluchi/garden/5", "заведующий", "Захарова Н. В.");
    Person("p/orlov1", "kluchevsky/office", "начальник управления образования",
           "Орлов Дмитрий Ильич");
    Person("p/orlov2", "olhovsky/office", "начальник отдела образования", "Орлов Дмитрий Ильич");
  }

  void Classes() {
    const auto add = [&](const char* key, std::vector<std::string> phrases,
                         std::vector<std::string> kinds) {
      region_.classes.push_back({key, std::move(phrases), std::move(kinds)});
    };
    add("c/offices",
        {"муниципальные органы управления образованием", "управления образования",
         "органы управления образованием",
         "органы местного самоуправления, осуществляющие управление в сфере образования"},
        {"KIND_MUNICIPAL_OFFICE"});
    add("c/all",
        {"руководители образовательных организаций", "образовательные организации",
         "педагогические работники", "педагогические работники образовательных организаций",
         "педагоги", "педагогические коллективы", "учителя"},
        {"KIND_SCHOOL", "KIND_KINDERGARTEN", "KIND_SUPPLEMENTARY"});
    add("c/schools",
        {"руководители общеобразовательных организаций", "общеобразовательные организации",
         "школы"},
        {"KIND_SCHOOL"});
    add("c/gardens",
        {"дошкольные образовательные организации", "дошкольные организации", "детские сады"},
        {"KIND_KINDERGARTEN"});
    add("c/supplementary",
        {"организации дополнительного образования",
         "организации дополнительного образования детей"},
        {"KIND_SUPPLEMENTARY"});
    add("c/colleges", {"профессиональные образовательные организации", "колледжи"},
        {"KIND_COLLEGE"});
    add("c/methodical",
        {"методические службы", "муниципальные методические службы", "методические центры"},
        {"KIND_METHODICAL_CENTRE"});
  }

  Region region_;
};

}  // namespace

LargeRegion MakeLargeRegion() { return Maker().Make(); }

}  // namespace rezon::registry
