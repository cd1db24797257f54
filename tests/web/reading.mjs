// The pages around the reader, against the stand-in: source, corrections, relations, a new reading, files.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { audit } from "./lib/audit.mjs";
import { drop, point, select, signIn, tab } from "./lib/steps.mjs";
import { story } from "./lib/story.mjs";
import { start } from "./mock/server.mjs";

const sample = fileURLToPath(new URL("samples/resolution.txt", import.meta.url));
const letter = fileURLToPath(new URL("samples/letter.txt", import.meta.url));
const { url: base, close } = await start();
const folder = await mkdtemp(join(tmpdir(), "rezon-web-"));

const source = (page) => page.getByRole("region", { name: "Текст документа" });
const labels = (page) => page.locator("li.point .point-select > [aria-hidden]").allTextContents();
await story(base, async ({ page, step }) => {
  let resolution = "";

  await step("two resolutions come in", async () => {
    await signIn(page, base, "Оператор департамента");
    const earlier = join(folder, "earlier.txt");
    const text = await readFile(sample, "utf8");
    await writeFile(earlier, `Решение совещания\n\n2. ${/^1\.1\. (.*)$/m.exec(text)[1]}\n`);
    await drop(page, earlier, "earlier.txt");
    await page.locator("li.point").waitFor();
    await page.goto(base);
    await drop(page, sample, "a.txt");
    await page.locator("li.point").nth(6).waitFor();
    resolution = page.url();
  });

  await step("a point selects its place in the text, and the text its point", async () => {
    await select(page, "1.2");
    await page.waitForURL(/\?point=/);
    assert.match(
      await source(page)
        .locator(".piece-point:not(.piece-addressee)")
        .allTextContents()
        .then((all) => all.join("")),
      /^1\.2\. Открыть/,
    );
    assert.equal(await source(page).locator(".piece-term").textContent(), "в срок до 01.09.2027");
    await source(page)
      .getByRole("link", { name: /^3\. Клубу/ })
      .click();
    await point(page, "3").locator(".tools").waitFor();
    await source(page).locator(".piece-term").click();
    await point(page, "3").locator(".part-on").getByText("до 15.05.2027").waitFor();
    await page.reload();
    await point(page, "3").locator(".part-on").waitFor();
    await point(page, "3").getByText("Проверьте, каким школам").waitFor({ state: "detached" });
    await audit(page, "reading");
  });

  await step("reasons of an addressee and the steps of a date are told", async () => {
    const third = point(page, "3");
    await third.getByText("Почему нужно выбрать?").click();
    await third.getByText("Под фразу подходят несколько организаций").waitFor();
    await third.getByText("Предварительно").waitFor();
    await page.route("**/*:explainDeadline", (route) => route.abort(), { times: 3 });
    await third.getByRole("button", { name: "Почему эта дата?" }).click();
    await third.getByRole("alert").getByText("Сервер не отвечает").waitFor();
    await third.getByRole("button", { name: "Повторить" }).click();
    await third.getByText("Напечатано «в срок до 15.05.2027».").waitFor();
    await third.getByText("Исполнить до 15.05.2027").waitFor();
    await audit(page, "explained");
  });

  await step("only what has to be checked is listed", async () => {
    await page.goto(resolution);
    await page.getByRole("button", { name: /^Проверить: / }).click();
    await page.waitForURL(/show=check/);
    assert.deepEqual(await labels(page), ["1.1", "3", "5"]);
    await page.getByRole("button", { name: /^Все: 7/ }).click();
    assert.equal((await labels(page)).length, 7);
  });

  await step("a proposed split is taken, another is made at the cursor", async () => {
    await select(page, "4");
    await point(page, "4").getByRole("button", { name: "Разделить" }).click();
    const field = page.getByRole("textbox", { name: "Разделение пункта" });
    assert.equal((await field.inputValue()).split("\n").length, 2);
    await field.press("a");
    assert.equal((await field.inputValue()).includes("a"), false);
    await audit(page, "split");
    await page.getByRole("button", { name: "Разделить на 2 пункта" }).click();
    await page.getByText("Пункт разделён").waitFor();
    assert.deepEqual(await labels(page), ["1", "1.1", "1.2", "2", "3", "4", "–", "5"]);
    await select(page, "2");
    await point(page, "2").getByRole("button", { name: "Разделить" }).click();
    await field.press("Home");
    for (let i = 0; i < 2; i++) await field.press("ArrowRight");
    await field.press("Enter");
    await page.getByRole("button", { name: "Разделить на 2 пункта" }).click();
    await point(page, "2").getByText("Одна из частей осталась без текста.").first().waitFor();
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    await audit(page, "split-error");
    await page.getByRole("button", { name: "Отмена" }).click();
  });

  await step("points are merged, moved by keys, added and deleted", async () => {
    await page.locator("li.point").nth(6).locator(".point-select").click();
    await page.getByRole("button", { name: "Объединить с пунктом 4" }).click();
    await page.getByText("Пункты объединены").waitFor();
    assert.equal((await labels(page)).length, 7);
    const keys = async (keys, want) => {
      await page.keyboard.press(keys);
      await page.waitForFunction(
        (text) =>
          [...document.querySelectorAll(".point-select > [aria-hidden]")]
            .map((each) => each.textContent)
            .join(" ") === text,
        want,
      );
    };
    await select(page, "3");
    await keys("Alt+Shift+ArrowUp", "1 1.1 1.2 3 2 4 5");
    await page.locator("li.point-selected .arrows button:not([disabled])").first().waitFor();
    await page.keyboard.press("Alt+Shift+ArrowRight");
    await page.locator("li.point-selected.point-depth-1").waitFor();
    await page.getByRole("button", { name: "На уровень выше" }).click();
    await page.locator("li.point-selected.point-depth-0").waitFor();
    await page.keyboard.press("ArrowDown");
    await point(page, "2").locator(".tools").waitFor();
    await page.getByRole("button", { name: "Добавить после" }).click();
    await page.getByLabel("Текст пункта").fill("   ");
    await page.getByRole("button", { name: "Добавить пункт", exact: true }).click();
    await page.locator(".field-error").getByText("Поле не может быть пустым.").waitFor();
    await page.getByLabel("Номер").fill("2а");
    await page.getByLabel("Текст пункта").fill("Провести слёт юннатов.");
    await page.getByRole("button", { name: "Добавить пункт", exact: true }).click();
    await point(page, "2а").locator(".tools").waitFor();
    await page.getByRole("button", { name: "Удалить", exact: true }).click();
    await audit(page, "delete");
    await page.getByRole("button", { name: "Удалить пункт" }).click();
    await point(page, "2а").waitFor({ state: "detached" });
  });

  await step("a field keeps its error sentence, a label is changed", async () => {
    await point(page, "5")
      .getByRole("button", { name: /Исправить/ })
      .click();
    await page.getByLabel("Текст пункта").fill("  ");
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.locator(".field-error").getByText("Поле не может быть пустым.").waitFor();
    await page.getByLabel("Номер").fill("6");
    await page.getByLabel("Текст пункта").fill("Снять с контроля прежнее решение.");
    await page.getByRole("button", { name: "Сохранить" }).click();
    await point(page, "6").getByText("исправлено вручную").waitFor();
  });

  await step("the corrections say who did what", async () => {
    await point(page, "6").getByRole("link", { name: "Все правки пункта" }).click();
    await page.getByText("Изменён пункт").waitFor();
    assert.equal(await page.locator(".cards > li").count(), 1);
    await page.locator("del").getByText("5").first().waitFor();
    await page.getByRole("link", { name: "Показать все" }).click();
    await page.getByText("Пункт разделён").waitFor();
    await page.getByText("Пункты объединены").waitFor();
    await audit(page, "corrections");
  });

  await step("a new reading is shown, keeps what was corrected, and is taken", async () => {
    await page.getByRole("link", { name: "Перечитать документ" }).click();
    await page.getByText("Останется как исправлен").first().waitFor();
    await page.getByText("Изменится").first().waitFor();
    await page.getByRole("region", { name: "Связи" }).getByText("прочитано: Снимает").waitFor();
    await audit(page, "reread");
    await page.getByRole("button", { name: "Применить новое чтение" }).click();
    await page.getByText("Новое чтение применено").first().waitFor();
    await point(page, "6").getByText("Снять с контроля прежнее решение.").waitFor();
    await page.goto(`${resolution}/reread`);
    await page.getByText("сейчас работает 2").waitFor();
  });

  await step("a suggestion becomes a point", async () => {
    await tab(page, "Связи").click();
    await page.getByText("Издать сборник").waitFor();
    await page.getByRole("heading", { name: "Похоже на уже решённое" }).waitFor();
    await page.getByText("В Резоне такого решения не найдено.").waitFor();
    await audit(page, "relations");
    const suggestion = page.locator(".suggestion");
    await suggestion.getByRole("button", { name: "Отклонить" }).click();
    await suggestion.getByText("Отклонено").waitFor();
    await audit(page, "suggestion-dismissed");
    await suggestion.getByRole("button", { name: "Взять в пункты" }).click();
    await page.getByText("Пункт добавлен в конец").first().waitFor();
    await page.locator("li.point-selected").getByText("Издать сборник").waitFor();
    await tab(page, "Связи").click();
    await suggestion.getByText("Взято в пункты").waitFor();
    await suggestion.getByRole("link", { name: "К пункту" }).waitFor();
  });

  await step("a relation gets its target, is confirmed and rejected", async () => {
    await tab(page, "Связи").click();
    await page.getByRole("button", { name: "Указать другое решение" }).click();
    await page.getByLabel("Какое решение имеется в виду").fill("перечень");
    await page.getByRole("button", { name: "Найти", exact: true }).click();
    await page
      .getByRole("list", { name: "Найденное в реестре" })
      .getByRole("button")
      .filter({ hasText: "Решение совещания" })
      .click();
    const relation = page.locator(".relation");
    await relation.getByText("Подтверждена").waitFor();
    await relation.getByRole("link", { name: "Решение совещания" }).waitFor();
    await audit(page, "relation-confirmed");
    await relation.getByRole("button", { name: "Отклонить" }).click();
    await relation.getByText("Отклонена").waitFor();
    const row = page.locator("#duplicates + ul > li").first();
    await row.getByRole("link", { name: /Решение совещания/ }).click();
    await page.locator("li.point-selected").waitFor();
    await tab(page, "Связи").click();
    await page.getByText("Снимает с контроля").first().waitFor();
  });

  await step("a relation that the reader did not see is added and taken back", async () => {
    await page.getByRole("button", { name: "Добавить связь" }).click();
    const form = page.getByRole("form", { name: "Добавить связь" });
    await form.getByRole("button", { name: "Добавить связь" }).click();
    await page.getByText("Укажите прежнее решение").waitFor();
    await audit(page, "relation-new");
    await form.getByLabel("Что делает").selectOption("Исполняет");
    await form.getByLabel("Найти резолюцию").fill("Решение");
    await form.getByRole("button", { name: "Найти", exact: true }).nth(1).click();
    await form.getByRole("button", { name: "Решение совещания" }).click();
    await form.getByText("Выбрано: Решение совещания").waitFor();
    await form.getByRole("button", { name: "Добавить связь" }).click();
    const added = page.locator(".relation").filter({ hasText: "Добавлена вручную" });
    await added.getByText("Исполняет").waitFor();
    await audit(page, "relation-added");
    await added.getByRole("button", { name: "Удалить связь" }).click();
    await added.waitFor({ state: "detached" });
  });

  await step("facts are corrected, files are taken along", async () => {
    await page.goto(`${resolution}/facts`);
    await page.getByText("Дом учителя").waitFor();
    await page.getByText("№ 115 от 28.08.2026").waitFor();
    await audit(page, "facts");
    await page.getByRole("button", { name: "Исправить сведения" }).click();
    await page.getByLabel("Последний день").fill("01.08.2026");
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page
      .locator(".field-error")
      .getByText("Последний день мероприятия раньше первого.")
      .waitFor();
    await audit(page, "facts-edit");
    await page.getByLabel("Последний день").fill("26.08.2026");
    await page.getByRole("button", { name: "Добавить строку" }).click();
    await page.getByLabel("Кто это 3").selectOption({ label: "партнёр" });
    await page.getByLabel("Название 3").fill("Областная библиотека");
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.getByText("Областная библиотека").waitFor();
    await page.getByText("Исправлено вручную: Мероприятие").waitFor();
    for (const [button, form] of [
      ["Скачать Akoma Ntoso (XML)", /<akomaNtoso>/],
      ["Скачать JSON", /rezon-resolution\/1/],
      ["Скачать исходный файл", /Обсудив доклады/],
    ]) {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: button }).click(),
      ]);
      assert.match(await readFile(await file.path(), "utf8"), form);
    }
  });

  await step("a letter of its own is linked with its resolution, from either side", async () => {
    await page.goto(base);
    await drop(page, letter, "письмо.txt");
    await page.getByRole("heading", { level: 1, name: "Письмо № 04-17/116" }).waitFor();
    await page.getByText("О.И. Берегов").first().waitFor();
    await page.getByText("Предложено").waitFor();
    await page.getByText("Просим сообщить о получении").first().waitFor();
    await audit(page, "letter");
    await page.goto(base);
    await page.getByRole("region", { name: "Письма без резолюции" }).getByRole("link").click();
    await page.getByRole("button", { name: "Не та" }).click();
    await page.getByText("Отклонено").waitFor();
    await page.getByLabel("Другая резолюция").fill("совещания");
    await page.getByRole("button", { name: "Найти", exact: true }).click();
    await page.getByRole("button", { name: "Решение совещания" }).click();
    await page.getByText("Связаны", { exact: true }).waitFor();
    await audit(page, "letter-linked");
    await page.getByRole("link", { name: "Решение совещания" }).click();
    await page.locator("li.point").first().waitFor();
    await tab(page, "Сведения").click();
    const letters = page.getByRole("region", { name: "Сопроводительные письма" });
    await letters.getByText("О.И. Берегов").waitFor();
    await letters.getByText("Руководителям образовательных организаций").waitFor();
    await audit(page, "facts-letter");
    await letters.getByRole("button", { name: "Отвязать" }).click();
    await letters.getByText("Писем с этой резолюцией нет.").waitFor();
    await letters.getByLabel("Связать с письмом").fill("04-17");
    await letters.getByRole("button", { name: "Найти", exact: true }).click();
    await letters.getByRole("button", { name: "Письмо № 04-17/116" }).click();
    await letters.getByText("Связаны", { exact: true }).waitFor();
    await letters.getByRole("link", { name: /Письмо № 04-17/ }).click();
    await page.getByRole("heading", { name: "Текст письма" }).waitFor();
    await page.getByText("Уважаемые коллеги!").waitFor();
  });

  await step("on a phone the text has a page of its own", async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    await page.goto(resolution);
    await page.locator("li.point").first().waitFor();
    assert.equal(await source(page).isVisible(), false);
    await page.getByRole("button", { name: "Текст документа" }).click();
    await source(page)
      .getByRole("link", { name: /^2\. Руководителям/ })
      .click();
    await point(page, "2").locator(".tools").waitFor();
    assert.equal(await source(page).isVisible(), false);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await step("what was changed by another is told at the point, and in English too", async () => {
    await page.goto(resolution);
    await select(page, "2");
    await page.route("**/points:merge", (route) => {
      const body = { ...route.request().postDataJSON(), etag: '"9999"' };
      return route.continue({ postData: JSON.stringify(body) });
    });
    await point(page, "2")
      .getByRole("button", { name: /^Объединить/ })
      .click();
    await point(page, "2").getByText("Запись изменил другой человек.").waitFor();
    await point(page, "2").getByRole("button", { name: "Обновить" }).click();
    await point(page, "2").getByRole("alert").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Eng" }).click();
    await page.getByRole("button", { name: "Why this date?" }).click();
    await page.getByText("No term printed.").waitFor();
    await audit(page, "reading-en");
  });
});

close();
await rm(folder, { recursive: true });
