// The main job on the page: `node journey.mjs URL`, URL being a gateway with the sample region.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { audit } from "./lib/audit.mjs";
import { drop, firstAssignment, point, select, signIn, signOut, tab } from "./lib/steps.mjs";
import { story } from "./lib/story.mjs";

const base = process.argv[2];
const sample = fileURLToPath(new URL("samples/resolution.txt", import.meta.url));
const letter = fileURLToPath(new URL("samples/letter.txt", import.meta.url));
const place = "город Тюмень";
const reportText = "Перечень составлен и согласован со школами.";

async function correct(page) {
  const club = point(page, "3");
  await club.getByRole("button", { name: "Исправить" }).click();
  await page.getByLabel("Добавить адресата").fill("клуб");
  await page.getByRole("button", { name: "Найти в реестре" }).click();
  await page.getByRole("list", { name: "Найденное в реестре" }).getByRole("button").first().click();
  await page.getByLabel("Срок до").fill("20.05.2027");
  await audit(page, "point-edit");
  await page.getByRole("button", { name: "Сохранить" }).click();
  await club.getByText("исправлено вручную").waitFor();
  await club.getByText("до 20.05.2027").waitFor();
  assert.equal(await club.getByText("не найден в реестре").count(), 0);
}

// Cuts point 4 where its second duty begins, and puts both parts together again.
async function cutAndJoin(page) {
  await select(page, "4");
  await page.getByRole("button", { name: "Разделить", exact: true }).click();
  const field = page.getByRole("textbox", { name: "Разделение пункта" });
  if (!(await field.inputValue()).includes("\n")) {
    await field.evaluate((box) => {
      const at = box.value.indexOf("Назначить");
      box.setSelectionRange(at, at);
    });
    await field.press("Enter");
  }
  await audit(page, "split-real");
  await page.getByRole("button", { name: "Разделить на 2 пункта" }).click();
  const second = page.locator("li.point").filter({ hasText: /^–.*Назначить/ });
  await second.locator(".point-select").click();
  assert.equal(await page.locator("li.point").count(), 8);
  await second.getByRole("button", { name: "Объединить с пунктом 4" }).click();
  await page.locator("li.point").nth(7).waitFor({ state: "detached" });
  await point(page, "4").getByText("Назначить").waitFor();
}

async function explain(page) {
  await select(page, "1.2");
  await page
    .getByRole("region", { name: "Текст документа" })
    .locator(".piece-term")
    .getByText("до 01.09.2027")
    .waitFor();
  await page.getByRole("button", { name: "Почему эта дата?" }).click();
  await point(page, "1.2")
    .getByText(/Исполнить до \d/)
    .waitFor();
  await point(page, "1.2").locator(".steps li").first().waitFor();
  await audit(page, "explained-real");
}

async function csv(page) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Скачать CSV по пунктам" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  assert.match(text, /передвижные лаборатории/);
  assert.match(text, /;/);
}

await story(base, async ({ page, step }) => {
  let resolution = "";

  await step("an unknown visitor is led to the sign-in page", async () => {
    await page.goto(`${base}/`);
    await page.getByRole("heading", { level: 1, name: "Вход" }).waitFor();
    assert.match(page.url(), /\/login\?next=%2F$/);
    await audit(page, "login");
  });

  await step("the operator sees the list and drops a file", async () => {
    await signIn(page, base, "Оператор департамента");
    await page.getByText("Загружаем").waitFor({ state: "hidden" });
    await audit(page, "home");
    await drop(page, sample, "резолюция.txt");
    await page.waitForURL(/\/resolutions\/[^/]+$/);
    resolution = page.url();
  });

  await step("the points stand there with addressees and dates", async () => {
    await page.locator("li.point").first().waitFor();
    assert.equal(await page.locator("li.point").count(), 7);
    await point(page, "1.1").getByText("до 01.02.2024", { exact: true }).waitFor();
    await point(page, "1.1").getByText("Муниципальные органы управления образованием").waitFor();
    await point(page, "3").getByText("не найден в реестре").waitFor();
    await audit(page, "points");
  });

  await step("a point is corrected", () => correct(page));

  await step("a point is split and merged again", () => cutAndJoin(page));

  await step("a date is explained, its phrase stands in the text", () => explain(page));

  await step("a relation to an earlier decision is confirmed", async () => {
    await tab(page, "Связи").click();
    const relation = page.locator(".relation").filter({ hasText: "Снимает с контроля" });
    await relation.getByText("№ 7 от 12.03.2025, пункт 2").waitFor();
    await audit(page, "relations-real");
    await relation.getByRole("button", { name: "Подтвердить" }).click();
    await relation.getByText("Подтверждена").waitFor();
    await page.getByText(/издать сборник лучших открытых уроков/i).waitFor();
  });

  await step("the corrections are listed, the facts and files are there", async () => {
    await tab(page, "Правки").click();
    await page.getByText("Пункты объединены").waitFor();
    await page.getByText("Пункт разделён").waitFor();
    await page.getByText("Изменён пункт").waitFor();
    await audit(page, "corrections-real");
    await page.getByRole("link", { name: "Перечитать документ" }).click();
    await page.getByText(/сейчас работает/).waitFor();
    await page.getByText("Останется как исправлен").first().waitFor();
    await audit(page, "reread-real");
    await tab(page, "Сведения").click();
    for (const [button, form] of [
      ["Скачать Akoma Ntoso (XML)", /<statement/],
      ["Скачать JSON", /rezon-resolution\/1/],
    ]) {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: button }).click(),
      ]);
      assert.match(await readFile(await file.path(), "utf8"), form);
    }
    await audit(page, "facts-real");
    await tab(page, "Пункты").click();
  });

  await step("a letter that came in a file of its own is linked and unlinked", async () => {
    const letters = page.getByRole("region", { name: "Сопроводительные письма" });
    await page.goto(base);
    await drop(page, letter, "письмо.txt");
    await page.getByRole("heading", { level: 1, name: "Письмо № 04-17/116" }).waitFor();
    await page.getByText("Просим до 10 сентября сообщить о получении").first().waitFor();
    await page.getByText("Дата совпадает: 25.08.2026.").waitFor();
    await audit(page, "letter-real");
    await page.getByRole("button", { name: "Связать", exact: true }).click();
    await page.getByText("Связаны", { exact: true }).waitFor();
    await page.goto(`${resolution}/facts`);
    await letters.getByText("О.И. Берегов").waitFor();
    await letters.getByText("Руководителям образовательных организаций").waitFor();
    await audit(page, "facts-letter-real");
    await letters.getByRole("button", { name: "Отвязать" }).click();
    await letters.getByText("Писем с этой резолюцией нет.").waitFor();
    await letters.getByLabel("Связать с письмом").fill("04-17/116");
    await letters.getByRole("button", { name: "Найти", exact: true }).click();
    await letters.getByRole("button", { name: "Письмо № 04-17/116" }).click();
    await letters.getByRole("link", { name: /Письмо № 04-17/ }).click();
    await page.getByRole("link", { name: /Школа рядом/ }).click();
    await page.locator("li.point").first().waitFor();
  });

  await step("the resolution is adopted, also after a reload", async () => {
    await page.getByRole("button", { name: "Утвердить" }).click();
    await page.getByRole("heading", { name: "Резолюция утверждена" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Резолюция утверждена" }).waitFor();
    assert.equal(await page.getByRole("button", { name: "Исправить" }).count(), 0);
    await audit(page, "adopted");
  });

  await step("the issue is previewed and shows its progress", async () => {
    await page.getByRole("link", { name: "Перейти к выдаче поручений" }).click();
    await page.getByRole("button", { name: "Выдать поручения" }).waitFor();
    await audit(page, "preview");
    // What is shown may be gone in an instant: every state of the progress is recorded.
    await page.evaluate(() => {
      globalThis.seen = [];
      const note = () => {
        const bar = document.querySelector("progress");
        if (bar) globalThis.seen.push([bar.value, bar.max, bar.labels[0].textContent]);
      };
      new MutationObserver(note).observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
      });
    });
    await page.getByRole("button", { name: "Выдать поручения" }).click();
    await page.getByRole("heading", { name: "Поручения выданы" }).waitFor();
    const seen = await page.evaluate(() => globalThis.seen);
    assert.ok(
      seen.length > 0 && seen.every((each) => each[2] === "Выдаём поручения"),
      "no progress",
    );
    await audit(page, "issued");
  });

  await step("the assignments of one office are listed, the address says which", async () => {
    await page.getByRole("link", { name: "Открыть поручения" }).click();
    await firstAssignment(page).waitFor();
    await page.getByLabel("Муниципалитет").selectOption({ label: place });
    await page.waitForURL(/territory=/);
    await firstAssignment(page).getByText(place).waitFor();
    await page.reload();
    await firstAssignment(page).getByText("передвижные лаборатории").waitFor();
    await firstAssignment(page).getByText("Просрочено").waitFor();
    await audit(page, "assignments");
  });

  const list = page.url();
  await step("the office acknowledges and reports", async () => {
    await signOut(page);
    await signIn(page, base, "Специалист муниципального органа", { territory: place });
    await page.goto(list);
    const first = firstAssignment(page);
    await first.getByRole("button", { name: "Подробнее" }).click();
    await first.getByRole("button", { name: "Подтвердить получение" }).click();
    await first.getByText("Получение подтверждено").waitFor();
    await first.getByRole("button", { name: "Отчитаться" }).click();
    await page.getByLabel("Что сделано").fill(reportText);
    await page.getByLabel("Ссылки на подтверждения").fill("https://example.org/spisok");
    await audit(page, "report");
    await page.getByRole("button", { name: "Отправить отчёт" }).click();
    await first.getByText("Отчёт на проверке").waitFor();
    assert.equal(await first.getByRole("button", { name: "Принять" }).count(), 0);
  });

  await step(
    "the controller returns it, the office reports again, the controller accepts",
    async () => {
      await signOut(page);
      await signIn(page, base, "Контролёр");
      await page.goto(list);
      const first = firstAssignment(page);
      await first.getByRole("button", { name: "Подробнее" }).click();
      await first.getByRole("button", { name: "Вернуть", exact: true }).click();
      await page.getByLabel("Что доработать").fill("Приложите перечень.");
      await page.getByRole("button", { name: "Вернуть на доработку" }).click();
      await first.getByText("Возвращено").first().waitFor();
      await signOut(page);
      await signIn(page, base, "Специалист муниципального органа", { territory: place });
      await page.goto(list);
      await first.getByRole("button", { name: "Подробнее" }).click();
      await first.getByText("Приложите перечень.").first().waitFor();
      await first.getByRole("button", { name: "Отчитаться" }).click();
      await page.getByLabel("Что сделано").fill("Перечень приложен.");
      await page.getByRole("button", { name: "Отправить отчёт" }).click();
      await first.getByText("Отчёт на проверке").waitFor();
      await signOut(page);
      await signIn(page, base, "Контролёр");
      await page.goto(list);
      await first.getByRole("button", { name: "Подробнее" }).click();
      await first.getByRole("button", { name: "Принять", exact: true }).click();
      await page.getByRole("button", { name: "Принять и снять с контроля" }).click();
      await first.getByText("Снято с контроля").waitFor();
      await first.locator(".history").getByText("Принято").waitFor();
      await audit(page, "accepted");
      await first.getByRole("link", { name: "Ссылка на поручение" }).click();
      await page.getByRole("heading", { level: 1, name: "Поручение" }).waitFor();
      await page.getByText(reportText).waitFor();
      await audit(page, "assignment");
    },
  );

  await step("the summary counts it, marks what is late, and gives the CSV", async () => {
    await page.goto(`${resolution}/summary`);
    const late = page.getByRole("row").filter({ hasText: "передвижные лаборатории" });
    await late.waitFor();
    // Reporting follows the feeds: the page asks again by itself while it is behind.
    await late.getByRole("cell").nth(3).getByText("1", { exact: true }).waitFor();
    assert.match(await late.getAttribute("class"), /row-late/);
    await page.getByRole("row").filter({ hasText: place }).first().waitFor();
    await audit(page, "summary");
    await csv(page);
    await late.getByRole("link").click();
    await page.waitForURL(/point=/);
    await firstAssignment(page).getByText("передвижные лаборатории").waitFor();
  });

  await step("the same in English", async () => {
    await page.getByRole("button", { name: "Eng" }).click();
    await page.getByRole("heading", { level: 1, name: "Assignments" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Assignments" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
  });
});
