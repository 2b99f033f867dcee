// A browser as a process of its own, so that it can be killed as a power cut kills it: no word of goodbye.
//
// Playwright's own launch closes what it opened; here the process is ours, in a group of its own, and
// Playwright only speaks to it.

import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";

const flags = [
  "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-default-browser-check",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
  // What is measured is the app's own writing, not how the browser comes back from a crash.
  "--hide-crash-restore-bubble", "--disable-session-crashed-bubble", "--noerrdialogs", "--disable-breakpad",
  "--lang=vi-VN", "--force-prefers-reduced-motion", "--window-size=1680,900", "--remote-debugging-port=0",
];

/** A day within the month of the book's tasks. */
const today = "2026-11-22T09:00:00+07:00";

const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

export class Desk {
  constructor(address, profile, { timeZone = "Asia/Ho_Chi_Minh" } = {}) {
    this.address = address;
    this.profile = profile;
    this.timeZone = timeZone;
  }

  /** Starts the browser on the profile and opens a page that does not hold the app yet. */
  async start() {
    const said = join(this.profile, "DevToolsActivePort");
    // What a killed browser leaves behind keeps the next one from starting, or sends us to the wrong one.
    for (const name of ["DevToolsActivePort", "SingletonLock", "SingletonCookie", "SingletonSocket"]) {
      await rm(join(this.profile, name), { force: true });
    }
    const asRoot = process.getuid?.() === 0 || Boolean(process.env.CI);
    this.process = spawn(process.env.CHROMIUM ?? "/usr/bin/chromium", [
      ...(asRoot ? ["--no-sandbox"] : []), ...flags, `--user-data-dir=${this.profile}`, "about:blank",
    ], { detached: true, stdio: "ignore", env: { ...process.env, TZ: this.timeZone } });
    this.ended = new Promise((done) => { this.process.once("exit", done); });
    let port;
    for (let waited = 0; !port; waited += 25) {
      if (waited > 30_000) throw new Error("the browser did not start");
      await pause(25);
      port = (await readFile(said, "utf8").catch(() => "")).split("\n").filter(Boolean)[0];
    }
    this.browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    this.context = this.browser.contexts()[0];
    this.context.setDefaultTimeout(60_000);
    await this.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: this.address });
    await this.context.addInitScript(() => {
      for (const name of ["showSaveFilePicker", "showOpenFilePicker", "showDirectoryPicker"]) delete globalThis[name];
    });
    // What the register lists depends on the day; the clock itself is struck by a fault of its own.
    await this.context.clock.setFixedTime(new Date(today));
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
  }

  /** Goes to a route and waits until the app stands, in whatever state. */
  async goto(route = "#/nhiem-vu", page = this.page) {
    await page.goto(`${this.address}/${route}`);
    await page.locator("#boot").waitFor({ state: "detached" });
  }

  /** A page of the app's own origin without the app, from where its storage can be reached. */
  async outside() {
    await this.page.goto("about:blank");
    await this.page.goto(`${this.address}/khong-co-trang-nay`);
  }

  async session(page = this.page) {
    return this.context.newCDPSession(page);
  }

  /** Ends every process of the browser at once, as a power cut does. */
  async kill() {
    if (!this.process) return;
    try {
      process.kill(-this.process.pid, "SIGKILL");
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
    await this.ended;
    this.process = undefined;
    await this.browser?.close().catch(() => {});
    this.browser = undefined;
  }

  /** Closes the browser as a person does. */
  async close() {
    if (!this.process) return;
    const session = await this.browser.newBrowserCDPSession().catch(() => undefined);
    await session?.send("Browser.close").catch(() => {});
    await Promise.race([this.ended, pause(5_000)]);
    await this.kill();
  }

  /** Runs `action`, which makes the app hand out a file; gives its bytes. */
  async download(action) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), action()]);
    const path = join(this.profile, `download-${Date.now()}`);
    await download.saveAs(path);
    return path;
  }
}

export { pause };
