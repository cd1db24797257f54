// Debian's Chromium, driven by playwright-core.
import { chromium } from "playwright-core";

const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launch() {
  return chromium.launch({
    executablePath: process.env.REZON_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    chromiumSandbox: false,
    args: flags,
  });
}

// A tab in which everything that the page complains of is collected: exceptions, errors in the console
// (a breach of the content policy among them) and calls to foreign hosts.
export async function open(browser, base, size = { width: 1280, height: 900 }) {
  const context = await browser.newContext({
    viewport: size,
    locale: "ru-RU",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints = [];
  const own = new URL(base).origin;
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    // Chromium reports every refused call; the page shows those itself.
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.origin !== own) {
      complaints.push(`foreign host: ${url.origin}`);
    }
  });
  page.setDefaultTimeout(30_000);
  return { page, complaints };
}
