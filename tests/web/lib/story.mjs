// A test as a story: steps in order, the first that fails ends it with a picture of the page.
import assert from "node:assert/strict";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { launch, open } from "./browser.mjs";

export async function story(base, tell) {
  const browser = await launch();
  const { page, complaints } = await open(browser, base);
  let last = "";
  const step = async (name, act) => {
    last = name;
    const begin = Date.now();
    await act();
    console.log(`ok   ${name} (${Date.now() - begin} ms)`);
  };
  try {
    await tell({ page, step });
    assert.deepEqual(complaints, [], "the page complained");
    console.log("ok   nothing in the console, no foreign host");
  } catch (error) {
    const picture = join(process.env.REZON_SCREENSHOTS ?? tmpdir(), "rezon-web-failure.png");
    await page.screenshot({ path: picture, fullPage: true }).catch(() => {});
    console.error(`FAIL ${last} at ${page.url()}, picture: ${picture}`);
    console.error(error);
    for (const each of complaints) console.error(`     ${each}`);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}
