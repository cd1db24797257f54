// What a person does on the page, by the names that the page shows.
import { readFile } from "node:fs/promises";

export async function signIn(page, base, role, place) {
  await page.goto(`${base}/login`);
  await page.getByRole("radio", { name: role }).check();
  if (place?.territory) {
    await page.getByLabel("Муниципалитет").selectOption({ label: place.territory });
  }
  await page.getByRole("button", { name: "Войти" }).click();
  await page.getByRole("heading", { level: 1, name: "Резолюции" }).waitFor();
}

export async function signOut(page) {
  await page.getByRole("button", { name: "Выйти" }).click();
  await page.getByRole("heading", { level: 1, name: "Вход" }).waitFor();
}

// Drops a file on the drop zone, as a hand with a mouse does.
export async function drop(page, path, name, type = "text/plain") {
  const bytes = [...(await readFile(path))];
  const transfer = await page.evaluateHandle(
    ({ bytes, name, type }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], name, { type }));
      return data;
    },
    { bytes, name, type },
  );
  const zone = page.locator("label.drop");
  await zone.dispatchEvent("dragover", { dataTransfer: transfer });
  await zone.dispatchEvent("drop", { dataTransfer: transfer });
}

export const point = (page, label) =>
  page.locator("li.point").filter({ has: page.getByText(`Пункт ${label}`, { exact: true }) });

export const firstAssignment = (page) => page.locator("li.assignment").first();

export const select = (page, label) => point(page, label).locator(".point-select").click();

export const tab = (page, name) =>
  page.getByRole("navigation", { name: "Разделы резолюции" }).getByRole("link", { name });
