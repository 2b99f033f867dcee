// Opens the built app in a real browser, as a person would find it, and watches what it does.
//
//   const app = await openApp(t);            // a fresh profile, Vietnamese, wide, light
//   await app.page.getByRole(…).click();
//   const file = await app.download(() => app.page.getByRole(…).click());
//   await app.reopen();                      // closes the browser, opens it on the same profile
//   await app.axe("danh sách công chức");    // fails with a readable list
//
// When the test ends everything is closed and removed, and the test fails if the page reported an
// error or asked for anything from another address than its own.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../../tools/serve.mjs";
import { violations } from "./axe.mjs";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const dist = process.env.CONGTAM_DIST ?? join(root, "dist");
/** Python with openpyxl and python-docx, for reading what the app wrote. */
export const python = process.env.CONGTAM_PYTHON ?? "python3";
export const wide = { width: 1280, height: 800 };
export const narrow = { width: 390, height: 844 };

const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Opens the app for one test.
 *
 * `options`:
 *   route        where to begin, such as "#/cong-chuc" (default: the start)
 *   today        a fixed day and time, such as "2026-11-22T09:00:00+07:00" (default: the real one)
 *   viewport     { width, height } (default: `wide`)
 *   colorScheme  "light" or "dark"
 *   locale       the browser's language (default: "vi-VN")
 *   pickers      keep the browser's own file pickers for saving, which no test can answer (default: false,
 *                so that the app falls back to downloads)
 *   expected     patterns of console errors this test provokes on purpose
 */
export async function openApp(t, options = {}) {
  assert.ok(existsSync(join(dist, "index.html")), `nothing to test in ${dist}: run make dist, or make dev-dist`);
  const server = await serve(dist);
  const profile = await mkdtemp(join(tmpdir(), "congtam-profile-"));
  const app = new App(server, profile, options);
  t.after(async () => {
    await app.close();
    await server.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    app.assertQuiet();
  });
  await app.open();
  return app;
}

/** From now on a page gets files of this name otherwise than they were built: a space more at their end. Counts them. */
export async function spoil(page, name) {
  const spoiled = { count: 0 };
  await page.context().route(`**/${name}`, async (route) => {
    const response = await route.fetch();
    spoiled.count += 1;
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from(" ")]) });
  });
  return spoiled;
}

class App {
  /** Every address asked for, in order. */
  requests = [];
  /** Every error and warning the page reported. */
  reports = [];

  constructor(server, profile, options) {
    this.server = server;
    this.address = server.address;
    this.profile = profile;
    this.options = options;
  }

  async open() {
    const { viewport = wide, colorScheme = "light", locale = "vi-VN", today, pickers = false } = this.options;
    const asRoot = process.getuid?.() === 0 || Boolean(process.env.CI);
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      headless: true,
      args: asRoot ? ["--no-sandbox", ...flags] : flags,
      acceptDownloads: true,
      timezoneId: "Asia/Ho_Chi_Minh",
      reducedMotion: "reduce",
      viewport, colorScheme, locale,
    });
    this.context.setDefaultTimeout(20_000);
    this.context.on("request", (request) => this.requests.push(request.url()));
    this.context.on("console", (message) => this.report(message.type(), message.text()));
    this.context.on("weberror", (error) => this.report("error", String(error.error()?.stack ?? error.error())));
    if (today) await this.context.clock.setFixedTime(new Date(today));
    if (!pickers) {
      await this.context.addInitScript(() => {
        for (const name of ["showSaveFilePicker", "showOpenFilePicker", "showDirectoryPicker"]) delete globalThis[name];
      });
    }
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    await this.goto(this.options.route ?? "");
  }

  report(type, text) {
    if (type === "error" || type === "warning") this.reports.push({ type, text });
  }

  /** Goes to a route, such as "#/nhiem-vu", and waits until the app stands. */
  async goto(route = "") {
    await this.page.goto(`${this.address}/${route}`);
    await this.ready();
  }

  async reload() {
    await this.page.reload();
    await this.ready();
  }

  /** Waits until the message shown before the app stands has gone; says what it said if it stays. */
  async ready() {
    try {
      await this.page.locator("#boot").waitFor({ state: "detached" });
    } catch {
      const said = await this.page.locator("#boot").innerText().catch(() => "nothing");
      assert.fail(`the app did not start; the page said: ${said}\n${this.errors().join("\n")}`);
    }
  }

  /** Closes the browser and opens it again on the same profile: what a person finds the next day. */
  async reopen() {
    await this.close();
    await this.open();
  }

  async close() {
    await this.context?.close();
    this.context = undefined;
  }

  /** Runs `action`, which makes the app hand out a file; gives { name, path, bytes }. */
  async download(action) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), action()]);
    const name = download.suggestedFilename();
    const path = join(await mkdtemp(join(this.profile, "download-")), name);
    await download.saveAs(path);
    return { name, path, bytes: await readFile(path) };
  }

  /** Runs `action`, which opens the browser's file picker, and chooses these files (paths, or { name, mimeType, buffer }). */
  async choose(files, action) {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), action()]);
    await chooser.setFiles(files);
  }

  /** Fails with a readable list when the screen has an accessibility violation. */
  async axe(screen) {
    const found = await violations(this.page);
    assert.equal(found.length, 0, `${screen}: ${found.length} accessibility violations\n${found.join("\n")}`);
  }

  /** Saves a picture; the path says where. */
  async screenshot(path, { fullPage = false } = {}) {
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path, fullPage, animations: "disabled", caret: "hide" });
  }

  /** What the page reported and no test expected. */
  errors() {
    const expected = this.options.expected ?? [];
    return this.reports
      .filter(({ type, text }) => type === "error" && !expected.some((pattern) => pattern.test(text)))
      .map(({ text }) => text);
  }

  /** Requests to any other address than the app's own. */
  foreign() {
    return this.requests.filter((url) => !/^(data:|blob:|about:)/.test(url) && new URL(url).origin !== this.address);
  }

  assertQuiet() {
    assert.deepEqual(this.errors(), [], "the page reported errors");
    assert.deepEqual(this.foreign(), [], "the page asked for something from elsewhere");
  }
}
