// What every page has to keep: no violation that axe-core finds, no scrolling to the side at any width.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const screenshots = process.env.REZON_SCREENSHOTS;

// 640 is half of 1280: what 200 % zoom leaves of it.
const WIDTHS = [1280, 640, 400, 320];

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ["violations"] }),
  );
  return found.violations.map(
    (v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`,
  );
}

export async function audit(page, name) {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: before.height });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    assert.ok(over <= 0, `${name} is ${over} px too wide for ${width} px`);
    if (width === 1280 || width === 400) {
      assert.deepEqual(await violations(page), [], `${name} at ${width} px`);
    }
    if (screenshots && width !== 320) {
      await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true });
    }
  }
  await page.setViewportSize(before);
  assert.equal(await page.locator("h1").count(), 1, `${name} has one main heading`);
  assert.match(await page.title(), /Резон|Rezon/, `${name} has a title`);
}
