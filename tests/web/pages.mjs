// States of the page that the whole suite rarely shows, against the stand-in.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { audit } from "./lib/audit.mjs";
import { drop, firstAssignment, point, signIn } from "./lib/steps.mjs";
import { story } from "./lib/story.mjs";
import { start } from "./mock/server.mjs";

const sample = fileURLToPath(new URL("samples/resolution.txt", import.meta.url));
const { url: base, close } = await start();
const folder = await mkdtemp(join(tmpdir(), "rezon-web-"));

const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

// Answers the first `times` calls of a path by nothing at all, and notes the request ids of every call.
async function losing(page, pattern, times) {
  const ids = [];
  await page.route(pattern, async (route) => {
    ids.push(route.request().postDataJSON().requestId);
    if (ids.length <= times) await route.abort("connectionreset");
    else await route.continue();
  });
  return ids;
}

await story(base, async ({ page, step }) => {
  await step("signing in by keyboard alone", async () => {
    await page.goto(`${base}/resolutions/none/summary`);
    await page.getByRole("heading", { level: 1, name: "Вход" }).waitFor();
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "Перейти к содержанию");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    assert.ok(await page.getByRole("radio", { name: "Контролёр" }).isChecked());
    await page.keyboard.press("ArrowUp");
    for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
    assert.equal(await focused(page), "Войти");
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineWidth);
    assert.equal(ring, "3px");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/resolutions\/none\/summary$/);
  });

  await step("what is not there is said in Russian, with the trace", async () => {
    const alert = page.getByRole("alert");
    await alert.getByText("Такой записи нет.").waitFor();
    assert.match(await alert.textContent(), /Номер обращения: [0-9a-f]{32}/);
    await audit(page, "error");
    await page.goto(`${base}/no/such/page`);
    await page.getByRole("heading", { level: 1, name: "Такой страницы нет" }).waitFor();
    await audit(page, "not-found");
  });

  await step("empty lists say so", async () => {
    await page.getByRole("link", { name: "Резолюции" }).first().click();
    await page.getByText("Резолюций ещё нет").waitFor();
    await audit(page, "home-empty");
    await page.getByRole("link", { name: "Поручения" }).click();
    await page.getByText("Поручений нет").waitFor();
    await audit(page, "assignments-empty");
  });

  await step("a file that cannot be read, and one that is too large", async () => {
    await page.goto(`${base}/`);
    const [bad, large] = [join(folder, "bad.txt"), join(folder, "large.txt")];
    await writeFile(bad, "нет ни одного пункта");
    await drop(page, bad, "bad.txt");
    await page.getByRole("alert").getByText("В файле нет текста резолюции.").waitFor();
    await writeFile(large, Buffer.alloc(33 * 1024 * 1024));
    await page.locator("input[type=file]").setInputFiles(large);
    await page.getByText("больше 32 МБ").waitFor();
    await audit(page, "home-error");
  });

  await step("the same file again opens what was read from it", async () => {
    await drop(page, sample, "a.txt");
    await page.locator("li.point").first().waitFor();
    assert.equal(await focused(page), await page.locator("h1").textContent());
    await page.goBack();
    await drop(page, sample, "b.txt");
    await page.getByText("Этот файл уже загружали").last().waitFor();
  });

  await step("a wrong date keeps the form, a stale point is told of", async () => {
    const first = point(page, "1.1");
    await first.getByRole("button", { name: "Исправить" }).click();
    await page.getByLabel("Вид срока").selectOption({ label: "Период" });
    await page.getByLabel("Начало").fill("01.03.2027");
    await page.getByLabel("Срок до").fill("01.02.2027");
    await page.getByLabel("Срок до").blur();
    await page.getByText("Конец периода раньше начала").waitFor();
    await page.getByLabel("Начало").fill("31.02.2027");
    await page.getByLabel("Начало").blur();
    await page.getByText("Введите дату в виде дд.мм.гггг").waitFor();
    await page.getByRole("button", { name: "Сохранить" }).click();
    assert.ok(await page.getByLabel("Начало").isVisible());
    await page.getByLabel("Начало").fill("01.01.2027");
    await page.route("**/points/*?**", (route) => {
      const body = { ...route.request().postDataJSON(), etag: '"99"' };
      return route.continue({ postData: JSON.stringify(body) });
    });
    await page.getByRole("button", { name: "Сохранить" }).click();
    await first.getByText("Запись изменил другой человек.").waitFor();
    await audit(page, "point-stale");
    await page.unroute("**/points/*?**");
    await first.getByRole("button", { name: "Обновить" }).click();
    await first.getByRole("button", { name: "Исправить" }).waitFor();
  });

  await step("a lost answer is asked for again with the same request id", async () => {
    const ids = await losing(page, "**/*:adopt", 1);
    await page.getByRole("button", { name: "Утвердить" }).click();
    await page.getByRole("heading", { name: "Резолюция утверждена" }).waitFor();
    assert.equal(ids.length, 2);
    assert.equal(new Set(ids).size, 1);
  });

  await step("so is an issue that the user tries again", async () => {
    await page.getByRole("link", { name: "Перейти к выдаче поручений" }).click();
    const ids = await losing(page, "**/*:issue", 3);
    await page.getByRole("button", { name: "Выдать поручения" }).click();
    await page.getByRole("alert").getByText("Сервер не отвечает").waitFor();
    await audit(page, "issue-error");
    await page.getByRole("button", { name: "Повторить" }).click();
    await page.getByRole("heading", { name: "Поручения выданы" }).waitFor();
    assert.equal(ids.length, 4);
    assert.equal(new Set(ids).size, 1);
    await page.goto(page.url());
    await page.getByText("Все поручения этой резолюции уже выданы").waitFor();
  });

  await step("a long list goes on", async () => {
    await page.route("**/v1/assignments?**", (route) => {
      const url = new URL(route.request().url());
      url.searchParams.set("pageSize", "8");
      return route.continue({ url: url.href });
    });
    await page.goto(`${base}/assignments?state=issued`);
    await firstAssignment(page).waitFor();
    assert.equal(await page.locator("li.assignment").count(), 8);
    await page.getByRole("button", { name: "Показать ещё" }).click();
    await page.getByText("Показано: 16").waitFor();
    await page.unroute("**/v1/assignments?**");
    await page.getByRole("button", { name: "Показать ещё" }).click();
    await page.getByRole("button", { name: "Показать ещё" }).waitFor({ state: "detached" });
  });

  await step("a token that has ended leads to the sign-in page and back", async () => {
    const refusal = { error: { code: 401, status: "UNAUTHENTICATED" } };
    await page.route("**/v1/territories?**", (route) =>
      route.fulfill({ status: 401, json: refusal }),
    );
    await page.reload();
    await page.waitForURL(/\/login\?next=%2Fassignments%3Fstate%3Dissued$/);
    await page.unroute("**/v1/territories?**");
    await page.getByRole("radio", { name: "Школа" }).check();
    await page.getByLabel("Муниципалитет").selectOption({ index: 1 });
    await page.getByLabel("Организация").selectOption({ index: 2 });
    await audit(page, "login-school");
    await page.getByRole("button", { name: "Войти" }).click();
    await page.waitForURL(/\/assignments\?state=issued$/);
    await page.goto(`${base}/`);
    await page.getByText("Загружает резолюции оператор департамента.").waitFor();
  });
});

close();
await rm(folder, { recursive: true });
