#include "tests/store/registry/phrases.h"

namespace rezon::registry {
namespace {

using Cases = std::vector<PhraseCase>;

// clang-format off
Cases Offices() {
  return {
      {"Управлению образования", "zarechny", "zarechny/office", "office"},
      {"управление образования", "zarechny", "zarechny/office", "office"},
      {"Управлением образования", "kluchevsky", "kluchevsky/office", "office"},
      {"управлению образования администрации города Заречного", "", "zarechny/office", "office"},
      {"Управлению образования администрации г. Заречный", "region", "zarechny/office", "office"},
      {"Управление образования города Верхний Бор", "region", "verhny/office", "office"},
      {"Департаменту образования администрации города Ключи", "region", "kluchi/office", "office"},
      {"департамент образования г. Ключи", "", "kluchi/office", "office"},
      {"Департаментом образования администрации города Ключи", "kluchi", "kluchi/office", "office"},
      {"Комитету по образованию администрации города Ольховска", "region", "olhovsk/office", "office"},
      {"Комитету по образованию", "olhovsk", "olhovsk/office", "office"},
      {"Отделу образования администрации Ольховского муниципального округа", "region", "olhovsky/office", "office"},
      {"отделу образования Ольховского района", "region", "olhovsky/office", "office"},
      {"Отдел образования", "olhovsky", "olhovsky/office", "office"},
      {"Управлению образования Ключевского района", "region", "kluchevsky/office", "office"},
      {"Управлению образования администрации Ключевского муниципального района", "kluchevsky", "kluchevsky/office", "office"},
      {"Комитет по образованию Приозёрского муниципального округа", "region", "priozersky/office", "office"},
      {"муниципальному органу управления образованием Степновского района", "region", "stepnoy/office", "office"},
      {"органу управления образованием", "zarechny", "zarechny/office", "office"},
      {"УО администрации города Заречного", "region", "zarechny/office", "office"},
      {"Управлению культуры и молодёжной политики", "kluchi", "kluchi/culture", "office"},
      {"Департаменту образования и науки Приозерской области", "region", "dep", "regional"},
      {"Департаменту образования и науки", "kluchi", "dep", "regional"},
      {"Департаментом образования и науки Приозёрской обл.", "", "dep", "regional"},
      {"Приозёрскому областному институту развития образования", "region", "institute", "regional"},
      {"институту развития образования", "kluchi", "institute", "regional"},
      {"ГАОУ ДПО «Приозёрский ОИРО»", "region", "institute", "regional"},
      {"Приозёрскому государственному университету", "region", "university", "regional"},
      {"Приозёрскому государственному педагогическому университету", "kluchi", "teachers", "regional"},
      {"Приозёрской областной организации профсоюза работников народного образования и науки", "region", "union", "regional"},
      {"педагогическому колледжу", "region", "college/педагогический", "regional"},
      {"ГАПОУ «Приозёрский медицинский колледж»", "kluchi", "college/медицинский", "regional"},
      {"Приозёрский политехнический колледж", "", "college/политехнический", "regional"},
  };
}

Cases Schools() {
  return {
      {"МАОУ СОШ № 28", "kluchi", "kluchi/school/28", "school"},
      {"МАОУ «СОШ № 28» города Ключи", "region", "kluchi/school/28", "school"},
      {"МАОУ СОШ №28 г. Ключи", "", "kluchi/school/28", "school"},
      {"средней общеобразовательной школе № 34 города Ключи", "region", "kluchi/school/34", "school"},
      {"школе № 34", "kluchi", "kluchi/school/34", "school"},
      {"школа №34 города Ключи", "kluchi", "kluchi/school/34", "school"},
      {"34-й школе города Ключи", "kluchi", "kluchi/school/34", "school"},
      {"СОШ № 17 имени Н. И. Рябинина", "kluchi", "kluchi/school/17", "school"},
      {"школе № 10", "olhovsk", "olhovsk/school/10", "school"},
      {"СОШ № 10 города Ольховска", "kluchi", "olhovsk/school/10", "school"},
      {"коллективу МБОУ СОШ № 6", "zarechny", "zarechny/school/6", "school"},
      {"педагогическим работникам МАОУ СОШ № 7", "zarechny", "zarechny/school/7", "school"},
      {"МАОУ гимназия № 2", "kluchi", "kluchi/gymnasium/2", "school"},
      {"гимназии № 2 г. Ольховска", "region", "olhovsk/gymnasium/2", "school"},
      {"Гимназией № 11", "verhny", "verhny/gymnasium/11", "school"},
      {"МАОУ «Гимназия № 29» г. Ключи", "", "kluchi/gymnasium/29", "school"},
      {"лицею № 3", "zarechny", "zarechny/lyceum/3", "school"},
      {"МАОУ лицей № 14 города Ключи", "region", "kluchi/lyceum/14", "school"},
      {"лицеем № 25", "kluchi", "kluchi/lyceum/25", "school"},
      {"МБОУ «Степновская СОШ № 3»", "region", "stepnoy/school/3", "school"},
      {"Степновской школе № 3", "stepnoy", "stepnoy/school/3", "school"},
      {"школе № 4 Кедровкинского района", "region", "kedrovka/school/4", "school"},
      {"СОШ № 2", "medovy", "medovy/school/2", "school"},
      {"МБОУ «Яровинская СОШ № 1»", "yarsky", "yarsky/school/1", "school"},
      {"коррекционной школе-интернату № 4", "kluchi", "special", "school"},
      {"ГКОУ «Коррекционная школа-интернат № 4»", "region", "special", "school"},
      {"ДЮСШ № 1", "zarechny", "zarechny/sport", "school"},
      {"детско-юношеской спортивной школе № 1 города Ольховска", "region", "olhovsk/sport", "school"},
      {"МАОУ СОШ № 61 (по согласованию)", "kluchi", "kluchi/school/61", "school"},
      {"Муниципальному автономному общеобразовательному учреждению средняя общеобразовательная школа № 35 города Ключи", "kluchi", "kluchi/school/35", "school"},
      {"Муниципальному автономному общеобразовательному учреждению средней общеобразовательной школе № 28", "kluchi", "kluchi/school/28", "school"},
      {"школой № 5 города Верхний Бор", "region", "verhny/school/5", "school"},
      {"СОШ № 66", "region", "kluchi/school/66", "school"},
  };
}

Cases Gardens() {
  return {
      {"МБДОУ детский сад № 50", "kluchi", "kluchi/garden/50", "garden"},
      {"МБДОУ детский сад № 50 «Ромашка»", "kluchi", "kluchi/garden/50", "garden"},
      {"д/с № 5", "olhovsk", "olhovsk/garden/5", "garden"},
      {"детскому саду № 5 города Ольховска", "region", "olhovsk/garden/5", "garden"},
      {"ДОУ № 17", "zarechny", "zarechny/garden/17", "garden"},
      {"детсаду № 18", "verhny", "verhny/garden/18", "garden"},
      {"д/сад №33 г. Ольховска", "", "olhovsk/garden/33", "garden"},
      {"детский сад «Теремок»", "verhny", "verhny/garden/1", "garden"},
      {"детскому саду «Дюймовочка»", "zarechny", "zarechny/garden/19", "garden"},
      {"д/с «Колосок» города Верхний Бор", "region", "verhny/garden/3", "garden"},
      {"МАДОУ д/с № 7", "kluchi", "kluchi/garden/7", "garden"},
      {"дошкольному образовательному учреждению № 12", "olhovsk", "olhovsk/garden/12", "garden"},
      {"Детским садом № 3", "medovy", "medovy/garden/3", "garden"},
      {"детскому саду № 94", "region", "kluchi/garden/94", "garden"},
      {"МАДОУ № 9", "kluchi", "kluchi/garden/9", "garden"},
      {"детский сад общеразвивающего вида № 13 «Журавушка»", "olhovsk", "olhovsk/garden/13", "garden"},
  };
}

Cases Others() {
  return {
      {"МАУ ИМЦ г. Ключи", "region", "kluchi/imc", "other"},
      {"Информационно-методическому центру", "kluchi", "kluchi/imc", "other"},
      {"информационно-методический центр города Ольховска", "", "olhovsk/imc", "other"},
      {"методическому центру", "medovy", "medovy/centre", "other"},
      {"МКУ «Методический центр Ключевского муниципального округа»", "region", "kluchevsky/centre", "other"},
      {"методическому центру Дубравинского района", "region", "dubrava/centre", "other"},
      {"дому детского творчества", "zarechny", "zarechny/house", "other"},
      {"МБУ ДО ДДТ", "olhovsk", "olhovsk/house", "other"},
      {"ДДТ Лучистовского района", "region", "luchevoy/house", "other"},
      {"Дворцу творчества и спорта «Пионер» города Ключи", "region", "kluchi/palace", "other"},
      {"дворцу творчества и спорта", "verhny", "verhny/palace", "other"},
      {"МБОУ «Мостовская ООШ»", "priozersky", "priozersky/village/Мостовская", "other"},
      {"Ягодной школе", "olhovsky", "olhovsky/village/Ягодная", "other"},
      {"Боровой СОШ Ключевского района", "region", "kluchevsky/village/Боровая", "other"},
      {"филиалу МБОУ «Камышинская СОШ № 1» «Рябиновская НОШ»", "", "", "other"},
      {"филиалу «Калиновская НОШ» Степновской СОШ № 1", "stepnoy", "stepnoy/branch/5", "other"},
  };
}

Cases Lists() {
  return {
      {"МАОУ СОШ №№ 28, 34", "kluchi", "kluchi/school/28 kluchi/school/34", "list"},
      {"МАОУ СОШ №№ 28, 34 города Ключи", "region", "kluchi/school/28 kluchi/school/34", "list"},
      {"школам № 5, 6 и 7", "olhovsk", "olhovsk/school/5 olhovsk/school/6 olhovsk/school/7", "list"},
      {"школам №№ 4–7", "verhny", "verhny/school/4 verhny/school/5 verhny/school/6 verhny/school/7", "list"},
      {"гимназиям №№ 2 и 11", "zarechny", "zarechny/gymnasium/2 zarechny/gymnasium/11", "list"},
      {"детским садам № 1, № 2 и № 3", "stepnoy", "stepnoy/garden/1 stepnoy/garden/2 stepnoy/garden/3", "list"},
      {"д/с №№ 40, 41, 42", "kluchi", "kluchi/garden/40 kluchi/garden/41 kluchi/garden/42", "list"},
      {"МАОУ СОШ № 28, гимназии № 2, лицею № 3", "kluchi", "kluchi/school/28 kluchi/gymnasium/2 kluchi/lyceum/3", "list"},
      {"СОШ № 6 и гимназией № 2 города Ольховска", "region", "olhovsk/school/6 olhovsk/gymnasium/2", "list"},
      {"СОШ № 6 города Ольховска, СОШ № 7 города Заречного", "region", "olhovsk/school/6 zarechny/school/7", "list"},
      {"директорам школ № 5 и № 6", "zarechny", "zarechny/school/5 zarechny/school/6", "list"},
      {"школам №№ 5, 99", "zarechny", "", "list"},
      {"МАОУ СОШ № 28, департаменту образования администрации города Ключи", "kluchi", "kluchi/school/28 kluchi/office", "list"},
      {"МАУ ИМЦ, руководители образовательных организаций", "kluchi", "kluchi/imc c/all", "list"},
      {"дошкольным образовательным организациям и школам", "kluchi", "c/gardens c/schools", "list"},
      {"СОШ №№ 1 и 2", "medovy", "medovy/school/1 medovy/school/2", "list"},
      {"детским садам № 1-3 города Верхний Бор", "region", "verhny/garden/1 verhny/garden/2 verhny/garden/3", "list"},
      {"Управлению образования, информационно-методическому центру", "zarechny", "zarechny/office zarechny/imc", "list"},
      {"Департаменту образования и науки и институту развития образования", "region", "dep institute", "list"},
      {"школам и детским садам", "kluchi", "c/schools c/gardens", "list"},
      {"руководителям общеобразовательных организаций, организаций дополнительного образования", "kluchi", "c/schools c/supplementary", "list"},
  };
}

Cases People() {
  return {
      {"начальник управления образования Сидорова Т.П.", "zarechny", "p/sidorova", "person"},
      {"начальнику управления образования Сидоровой Т. П.", "zarechny", "p/sidorova", "person"},
      {"Сидоровой Т.П.", "zarechny", "p/sidorova", "person"},
      {"Т.П. Сидоровой, начальнику управления образования", "zarechny", "p/sidorova", "person"},
      {"Сидорову И.В.", "zarechny", "", "person"},
      {"начальник управления образования Сидорова А.К.", "zarechny", "", "person"},
      {"директору департамента образования и науки Ветрову А.Н.", "region", "p/vetrov", "person"},
      {"Ветрову А.Н.", "region", "p/vetrov", "person"},
      {"заместителю директора департамента Ветровой О.И.", "region", "p/vetrova", "person"},
      {"заместитель директора департамента Ветрова Ольга Ивановна", "", "p/vetrova", "person"},
      {"директору МАОУ СОШ № 28 Белову П.С.", "kluchi", "p/belov", "person"},
      {"директору МАОУ СОШ № 28", "kluchi", "p/belov", "person"},
      {"директору МАОУ СОШ № 34", "kluchi", "kluchi/school/34", "person"},
      {"и.о. директора МАОУ СОШ № 28", "kluchi", "kluchi/school/28", "person"},
      {"И.о. директора МАОУ СОШ № 34 города Ключи", "region", "kluchi/school/34", "person"},
      {"исполняющему обязанности директора МАОУ СОШ № 61", "kluchi", "kluchi/school/61", "person"},
      {"директору МАОУ СОШ № 34 Иванову И.И.", "kluchi", "", "person"},
      {"ректору института развития образования Кузьмину Л.А.", "region", "p/kuzmin", "person"},
      {"директору МАУ ИМЦ г. Ключи Чайкиной В.П.", "region", "p/chaykina", "person"},
      {"Чайкина В. П.", "kluchi", "p/chaykina", "person"},
      {"И.И. Громову", "kluchi", "p/gromov", "person"},
      {"Громову С.И.", "kluchi", "", "person"},
      {"Белову П.С. и Чайкиной В.П.", "kluchi", "p/belov p/chaykina", "person"},
      {"директору школы", "kluchi", "", "person"},
      {"заведующему детским садом № 5 Захаровой Н.В.", "kluchi", "p/zaharova", "person"},
      {"заведующей детским садом № 6", "kluchi", "kluchi/garden/6", "person"},
      {"Орлову Д.И.", "kluchevsky", "p/orlov1", "person"},
      {"Орлову Д.И.", "region", "", "person"},
      {"начальнику отдела образования Ольховского района Орлову Д.И.", "region", "p/orlov2", "person"},
      {"руководителю управления образования", "verhny", "verhny/office", "person"},
  };
}

Cases ClassesOf() {
  return {
      {"руководители образовательных организаций", "kluchi", "c/all", "class"},
      {"Руководителям образовательных организаций", "region", "c/all", "class"},
      {"руководителями образовательных учреждений", "kluchi", "c/all", "class"},
      {"Образовательным организациям", "zarechny", "c/all", "class"},
      {"образовательным организациям города", "kluchi", "c/all", "class"},
      {"образовательным организациям города Ключи", "kluchi", "c/all", "class"},
      {"образовательным организациям Ключевского района", "kluchevsky", "c/all", "class"},
      {"образовательным организациям Ключевского района", "region", "c/all", "class"},
      {"руководителям школ Ключевского района", "*", "c/schools", "class"},
      {"школам города Ольховска", "region", "c/schools", "class"},
      {"заведующим детскими садами города Заречного", "", "c/gardens", "class"},
      {"Руководителям ОО", "kluchi", "c/all", "class"},
      {"педагогическим работникам", "kluchi", "c/all", "class"},
      {"Педагогическим работникам образовательных организаций", "zarechny", "c/all", "class"},
      {"педагогам образовательных организаций", "zarechny", "c/all", "class"},
      {"педагогическим коллективам образовательных учреждений", "medovy", "c/all", "class"},
      {"администрациям образовательных организаций", "medovy", "c/all", "class"},
      {"муниципальным органам управления образованием", "region", "c/offices", "class"},
      {"муниципальные органы управления образованием", "*", "c/offices", "class"},
      {"Руководителям муниципальных органов управления образованием", "region", "c/offices", "class"},
      {"управлениям образования", "region", "c/offices", "class"},
      {"органам местного самоуправления, осуществляющим управление в сфере образования", "region", "c/offices", "class"},
      {"МОУО", "region", "c/offices", "class"},
      {"общеобразовательным организациям", "kluchi", "c/schools", "class"},
      {"директорам школ", "kluchi", "c/schools", "class"},
      {"школам города Ольховска", "olhovsk", "c/schools", "class"},
      {"Всем школам", "medovy", "c/schools", "class"},
      {"каждой общеобразовательной организации", "medovy", "c/schools", "class"},
      {"дошкольным образовательным организациям", "kluchi", "c/gardens", "class"},
      {"заведующим детскими садами", "kluchi", "c/gardens", "class"},
      {"руководителям дошкольных образовательных учреждений", "kluchi", "c/gardens", "class"},
      {"руководителям ДОУ", "olhovsk", "c/gardens", "class"},
      {"учреждениям дополнительного образования детей", "olhovsk", "c/supplementary", "class"},
      {"профессиональным образовательным организациям", "region", "c/colleges", "class"},
      {"методическим службам", "region", "c/methodical", "class"},
      {"муниципальным методическим службам", "*", "c/methodical", "class"},
      {"образовательным организациям области", "region", "c/all", "class"},
      {"образовательным организациям Приозёрской области", "*", "c/all", "class"},
  };
}

// clang-format on

}  // namespace

std::vector<PhraseCase> PhraseCases() {
  Cases all;
  for (const Cases& part : {Offices(), Schools(), Gardens(), Others(), Lists(), People(),
                            ClassesOf(), UnclearPhraseCases()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

}  // namespace rezon::registry
