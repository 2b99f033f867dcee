// Measures the lock in Chromium: how long a passphrase takes to open it (budget 500 ms), and the start with a
// book of 100,000 tasks locked beside the same book in the clear (budget 1.30), with few actions in its log and
// with 10,000. Prints times and ratios, judges none.
//
//   CONGTAM_BENCH  the directory with what `cargo bench --bench workspace` wrote

import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../../tools/serve.mjs";
import { dist, root, wide } from "./support/app.mjs";
import { lock, locked, passphrase } from "./support/lock.mjs";
import { fillWorkspace } from "./support/workspace.mjs";

const folder = process.env.CONGTAM_BENCH ?? join(root, "target/tmp");
const books = [["workspace-100000", "few actions"], ["workspace-100000-edited", "10,000 actions more"]];
const rounds = 5;

const missing = books.flatMap(([stem]) => [`${stem}.bin`, `${stem}-canary.json`]).filter((name) => !existsSync(join(folder, name)));
if (missing.length > 0 || !existsSync(join(dist, "index.html"))) {
  console.error(`nothing to measure: ${missing.join(", ") || dist} is missing; make bench makes it`);
  process.exit(1);
}

for (const [stem, what] of books) await measure(stem, what);

async function measure(stem, what) {
  const site = await mkdtemp(join(tmpdir(), "congtam-bench-"));
  const profile = await mkdtemp(join(tmpdir(), "congtam-profile-"));
  await cp(dist, site, { recursive: true });
  await cp(join(folder, `${stem}.bin`), join(site, "workspace.bin"));
  const server = await serve(site);
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
    viewport: wide,
    locale: "vi-VN",
  });
  browser.setDefaultTimeout(180_000);
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    await page.goto(server.address);
    await page.getByRole("main").first().waitFor();
    await page.evaluate(fillWorkspace, JSON.parse(await readFile(join(folder, `${stem}-canary.json`), "utf8")));
    await page.addInitScript(watch);
    console.log(`100,000 tasks, ${what}:`);
    const plain = await starts(page, server.address, open);
    await page.goto(`${server.address}/#/du-lieu`);
    const begun = performance.now();
    await lock(page);
    console.log(`  switched on (sealed, read back, compared) in ${(performance.now() - begun).toFixed(0)} ms`);
    const keys = [];
    const sealed = await starts(page, server.address, async (page) => {
      await locked(page).waitFor();
      await page.getByLabel("Mật khẩu", { exact: true }).fill(passphrase);
      await page.getByRole("button", { name: "Mở khóa" }).click();
      const { pressed, unwrapped, stood } = await page.waitForFunction(() => globalThis.stood).then(() => page.evaluate(() =>
        ({ pressed: globalThis.pressed, unwrapped: globalThis.unwrapped, stood: globalThis.stood })));
      keys.push(unwrapped - pressed);
      return stood - unwrapped;
    });
    console.log(`  passphrase to key: ${Math.min(...keys).toFixed(0)} ms (budget 500)`);
    console.log(`  opening: ${sealed.toFixed(0)} ms locked, ${plain.toFixed(0)} ms in the clear, ratio ${(sealed / plain).toFixed(2)} (budget 1.30)`);
  } finally {
    await browser.close();
    await server.stop();
    await rm(site, { recursive: true, force: true });
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs in the page before all else: notes when a secret was sent off, when its key was there, and when a table stood. */
function watch() {
  addEventListener("submit", () => { globalThis.pressed = performance.now(); }, true);
  const unwrap = SubtleCrypto.prototype.unwrapKey;
  SubtleCrypto.prototype.unwrapKey = function (...how) {
    return unwrap.apply(this, how).then((key) => { globalThis.unwrapped = performance.now(); return key; });
  };
  // Both ways of opening begin with the database: from there the clear one is measured.
  const begin = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...how) { globalThis.opened ??= performance.now(); return begin.apply(this, how); };
  new MutationObserver((_, observer) => {
    if (document.querySelectorAll("[role=grid] [role=row]").length > 2) {
      globalThis.stood = performance.now();
      observer.disconnect();
    }
  }).observe(document, { childList: true, subtree: true });
}

/** The start in the clear: from the database to a table of tasks. */
async function open(page) {
  await page.waitForFunction(() => globalThis.stood);
  return page.evaluate(() => globalThis.stood - globalThis.opened);
}

/** The best of some starts at the table of tasks. */
async function starts(page, address, one) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto("about:blank");
    await page.goto(`${address}/#/nhiem-vu`);
    times.push(await one(page));
  }
  return Math.min(...times);
}
