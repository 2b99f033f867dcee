// Measures the register of tasks with 1,000,000 rows in Chromium beside AG Grid community and TanStack
// Virtual, on the same rows in the same run: scrolling (time of each frame), the way to the last row,
// sorting, filtering, rows in the document. Prints what it found, judges none of it.
//
// The rows are what the register itself puts on the clipboard, so that all three show the same cells.
//
//   CONGTAM_BENCH  the directory with what `cargo bench --bench workspace` wrote

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../tools/serve.mjs";
import { dist, root, wide } from "./support/app.mjs";
import { fillWorkspace } from "./support/workspace.mjs";

const folder = process.env.CONGTAM_BENCH ?? join(root, "target/tmp");
const files = ["workspace.bin", "workspace-canary.json"];
const frames = 240;
/** Words that some of the names hold, and the column they stand in. */
const wanted = "báo cáo";

const missing = files.filter((name) => !existsSync(join(folder, name)));
if (missing.length > 0 || !existsSync(join(dist, "index.html"))) {
  console.error(`nothing to measure: ${missing.join(", ") || dist} is missing; make bench makes it`);
  process.exit(1);
}

const libraries = fileURLToPath(new URL("node_modules/", import.meta.url));
const site = await mkdtemp(join(tmpdir(), "congtam-bench-"));
const profile = await mkdtemp(join(tmpdir(), "congtam-profile-"));
await cp(dist, site, { recursive: true });
for (const name of files) await cp(join(folder, name), join(site, name));
await cp(join(libraries, "ag-grid-community/dist/ag-grid-community.min.js"), join(site, "ag-grid.js"));
await cp(join(libraries, "@tanstack/virtual-core/dist/esm"), join(site, "tanstack"), { recursive: true });
const blank = "<!doctype html><meta charset=utf-8><title>peer</title><body>";
await writeFile(join(site, "ag-grid.html"), `${blank}<script src="./ag-grid.js"></script>`);
await writeFile(join(site, "tanstack.html"), blank);
const server = await serve(site);
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  viewport: wide,
  locale: "vi-VN",
  // The peers put their styles into the page, which our own policy refuses.
  bypassCSP: true,
});
browser.setDefaultTimeout(300_000);
try {
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(server.address);
  await page.getByRole("main").first().waitFor();
  await page.evaluate(fillWorkspace, JSON.parse(await readFile(join(folder, "workspace-canary.json"), "utf8")));
  await own(page);
  await peer(page, "ag-grid.html", "AG Grid community", openAgGrid);
  await peer(page, "tanstack.html", "TanStack Virtual", openTanStack);
} finally {
  await browser.close();
  await server.stop();
  await rm(site, { recursive: true, force: true });
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

async function own(page) {
  await page.goto("about:blank");
  await page.goto(`${server.address}/#/nhiem-vu`);
  const grid = page.getByRole("grid");
  await grid.locator('[aria-rowindex="2"]').waitFor();
  await page.evaluate(tools);
  const rows = Number(await grid.getAttribute("aria-rowcount")) - 1;
  console.log(`the register of tasks with ${rows.toLocaleString("en")} rows`);
  await page.evaluate(() => {
    const grid = document.querySelector("[role=grid]");
    globalThis.peer = {
      scroller: grid,
      drawn: () => grid.querySelectorAll("[role=row]").length,
      first: () => grid.querySelector('[aria-rowindex="2"]')?.innerText,
      head: (name) => [...grid.querySelectorAll("[role=columnheader]")].find((head) => head.innerText.trim() === name),
      sort: (name) => globalThis.peer.head(name).click(),
      last: () => {
        grid.querySelector('[aria-rowindex="2"] [aria-colindex="2"]').dispatchEvent(new MouseEvent("mousedown", { bubbles: true, button: 0 }));
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "End", ctrlKey: true, bubbles: true, cancelable: true }));
      },
      lastStands: () => grid.querySelector(`[aria-rowindex="${grid.getAttribute("aria-rowcount")}"]`) !== null,
      start: () => { grid.scrollTop = 0; },
    };
  });
  const measured = await page.evaluate(measure, frames);
  // The filter as a person uses it: opened from the head, words typed into it.
  const opened = await page.evaluate(async () => {
    const begun = performance.now();
    globalThis.peer.head("Nhiệm vụ").querySelector(".grid__filter").click();
    await globalThis.until(() => document.querySelector(".popover:popover-open .register-filter input[type=text]"));
    return performance.now() - begun;
  });
  const filtered = await page.evaluate(async (wanted) => {
    const grid = document.querySelector("[role=grid]");
    const field = document.querySelector(".popover:popover-open .register-filter input[type=text]");
    const begun = performance.now();
    field.value = wanted;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await globalThis.painted();
    return [performance.now() - begun, Number(grid.getAttribute("aria-rowcount")) - 1];
  }, wanted);
  tell("ours", { ...measured, filtered });
  console.log(`  its filter opened with the values and their counts: ${opened.toFixed(0)} ms`);
  await page.reload();
  await grid.locator('[aria-rowindex="2"]').waitFor();
  await keepRows(page);
}

/** Has the register copy all its rows, and keeps them where the peers find them. */
async function keepRows(page) {
  const count = await page.evaluate(async () => {
    const cell = document.querySelector('[role=grid] [aria-rowindex="2"] [aria-colindex="2"]');
    cell.dispatchEvent(new MouseEvent("mousedown", { bubbles: true, button: 0 }));
    cell.dispatchEvent(new KeyboardEvent("keydown", { key: "a", ctrlKey: true, bubbles: true, cancelable: true }));
    const copied = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    cell.dispatchEvent(copied);
    const text = copied.clipboardData.getData("text/plain");
    const cache = await caches.open("bench");
    await cache.put("/rows.tsv", new Response(text));
    const heads = [...document.querySelectorAll("[role=columnheader]")].map((head) => head.innerText.trim()).slice(1);
    await cache.put("/heads.json", new Response(JSON.stringify(heads)));
    return text.split("\r\n").length - 1;
  });
  console.log(`  (all ${count.toLocaleString("en")} rows copied out of it for the peers)`);
}

async function peer(page, file, name, open) {
  await page.goto(`${server.address}/${file}`);
  await page.evaluate(tools);
  await page.evaluate(rowsOfCache);
  await page.evaluate(open, server.address);
  await page.evaluate(() => globalThis.until(() => globalThis.peer.drawn() > 2));
  const measured = await page.evaluate(measure, frames);
  const filtered = await page.evaluate(async (wanted) => {
    const begun = performance.now();
    globalThis.peer.filter("Nhiệm vụ", wanted);
    await globalThis.painted();
    return [performance.now() - begun, globalThis.peer.count()];
  }, wanted);
  tell(name, { ...measured, filtered });
}

function tools() {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  globalThis.painted = async () => { await frame(); await frame(); };
  globalThis.until = async (there) => { while (!there()) await frame(); };
}

/** Runs in the page: the same for all three, through `globalThis.peer`. */
async function measure(frames) {
  const { peer, painted, until } = globalThis;
  let most = 0;
  const scroll = async (step) => {
    const times = [];
    let last = await new Promise((done) => requestAnimationFrame(done));
    for (let at = 0; at < frames; at += 1) {
      peer.scroller.scrollTop += step;
      const now = await new Promise((done) => requestAnimationFrame(done));
      times.push(now - last);
      last = now;
      most = Math.max(most, peer.drawn());
    }
    times.sort((one, other) => one - other);
    return [times[frames >> 1], times[Math.floor(frames * 0.95)], times.at(-1)];
  };
  const slow = await scroll(96);
  const fast = await scroll((peer.scroller.scrollHeight - peer.scroller.clientHeight) / frames);
  peer.start();
  await painted();
  let begun = performance.now();
  peer.last();
  await until(peer.lastStands);
  const last = performance.now() - begun;
  peer.start();
  await painted();
  const sort = async (name) => {
    begun = performance.now();
    peer.sort(name);
    await painted();
    return performance.now() - begun;
  };
  const text = await sort("Nhiệm vụ");
  const number = await sort("Hệ số");
  return { slow, fast, most, last, text, number };
}

/** Runs in the page: the rows as objects of words and numbers, in `globalThis.rows`. */
async function rowsOfCache() {
  const cache = await caches.open("bench");
  globalThis.heads = await (await cache.match("/heads.json")).json();
  const text = await (await cache.match("/rows.tsv")).text();
  const numbers = new Set(["Hệ số", "Giao", "Xong"]);
  const lines = text.split("\r\n");
  lines.pop();
  globalThis.rows = lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(globalThis.heads.map((head, at) => [head, numbers.has(head) ? Number(cells[at].replace(",", ".")) : cells[at]]));
  });
  globalThis.collator = new Intl.Collator("vi");
}

function openAgGrid() {
  const { agGrid, heads, rows, collator } = globalThis;
  agGrid.ModuleRegistry?.registerModules([agGrid.AllCommunityModule]);
  const place = document.body.appendChild(document.createElement("div"));
  place.style.height = "560px";
  const compare = (one, other) => collator.compare(one, other);
  const api = agGrid.createGrid(place, {
    columnDefs: heads.map((head) => ({ field: head, filter: typeof rows[0][head] === "number" ? "agNumberColumnFilter" : "agTextColumnFilter", comparator: typeof rows[0][head] === "number" ? undefined : compare })),
    rowData: rows,
    rowHeight: 36,
  });
  // Its class names change from version to version; what scrolls is what holds more than it shows.
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowY) && element.scrollHeight > 2 * element.clientHeight && element.clientHeight > 200;
  let scroller = null;
  globalThis.peer = {
    get scroller() { return scroller ??= [...place.querySelectorAll("*")].find(scrolls); },
    drawn: () => place.querySelectorAll("[role=row][row-index]").length,
    sort: (name) => api.applyColumnState({ state: [{ colId: name, sort: "asc" }], defaultState: { sort: null } }),
    last: () => api.ensureIndexVisible(rows.length - 1, "bottom"),
    lastStands: () => place.querySelector(`[row-index="${rows.length - 1}"]`) !== null,
    start: () => api.ensureIndexVisible(0, "top"),
    filter: (name, words) => api.setFilterModel({ [name]: { filterType: "text", type: "contains", filter: words } }),
    count: () => api.getDisplayedRowCount(),
  };
}

/** TanStack Virtual brings positions only: the rows and cells are drawn here the plain way. */
async function openTanStack(address) {
  globalThis.process = { env: { NODE_ENV: "production" } };
  const { Virtualizer, elementScroll, observeElementOffset, observeElementRect } = await import(`${address}/tanstack/index.js`);
  const { heads, collator } = globalThis;
  let rows = globalThis.rows;
  const scroller = document.body.appendChild(document.createElement("div"));
  Object.assign(scroller.style, { height: "560px", overflow: "auto", position: "relative" });
  const canvas = scroller.appendChild(document.createElement("div"));
  const standing = new Map();
  // Chromium lays out no element taller than some 33 million pixels: 33 for each of a million rows.
  const options = () => ({
    count: rows.length, getScrollElement: () => scroller, estimateSize: () => 33, overscan: 6,
    scrollToFn: elementScroll, observeElementRect, observeElementOffset, onChange: draw,
  });
  const virtual = new Virtualizer(options());
  function draw() {
    canvas.style.height = `${virtual.getTotalSize()}px`;
    const items = virtual.getVirtualItems();
    const kept = new Set(items.map((item) => item.index));
    for (const [index, row] of standing) if (!kept.has(index)) { row.remove(); standing.delete(index); }
    for (const item of items) {
      if (standing.has(item.index)) continue;
      const row = document.createElement("div");
      Object.assign(row.style, { position: "absolute", top: `${item.start}px`, height: "33px", display: "flex" });
      for (const head of heads) {
        const cell = row.appendChild(document.createElement("div"));
        Object.assign(cell.style, { width: "140px", overflow: "hidden", whiteSpace: "nowrap" });
        cell.textContent = rows[item.index][head];
      }
      standing.set(item.index, row);
      canvas.append(row);
    }
  }
  const again = () => {
    for (const row of standing.values()) row.remove();
    standing.clear();
    virtual.setOptions(options());
    virtual.measure();
    virtual._willUpdate();
    draw();
  };
  virtual._didMount();
  virtual._willUpdate();
  draw();
  globalThis.peer = {
    scroller,
    drawn: () => standing.size,
    sort: (name) => {
      const compare = typeof rows[0][name] === "number"
        ? (one, other) => one[name] - other[name]
        : (one, other) => collator.compare(one[name], other[name]);
      rows = [...rows].sort(compare);
      again();
    },
    last: () => virtual.scrollToIndex(rows.length - 1),
    lastStands: () => standing.has(rows.length - 1),
    start: () => virtual.scrollToIndex(0),
    filter: (name, words) => {
      const low = words.toLowerCase();
      rows = globalThis.rows.filter((row) => row[name].toLowerCase().includes(low));
      again();
    },
    count: () => rows.length,
  };
}

function tell(name, { slow, fast, most, last, text, number, filtered }) {
  const ms = (times) => times.map((time) => time.toFixed(1)).join(" / ");
  console.log(`${name}`);
  console.log(`  frames while scrolling by rows, p50 / p95 / max: ${ms(slow)} ms; over all rows in ${frames} steps: ${ms(fast)} ms`);
  console.log(`  rows in the document at most: ${most}; to the last row: ${last.toFixed(0)} ms`);
  console.log(`  sorted by words: ${text.toFixed(0)} ms, by a number: ${number.toFixed(0)} ms; filtered by words: ${filtered[0].toFixed(0)} ms (${filtered[1].toLocaleString("en")} rows left)`);
}
