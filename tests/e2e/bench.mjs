// Measures the built app in Chromium beside a peer in the same browser: reading and writing a workbook
// of 100,000 rows in the worker beside SheetJS in a worker, and the start with a book of 1,000,000 tasks
// beside reading the same bytes in plain JavaScript. Prints times and ratios, judges none.
//
//   CONGTAM_BENCH  the directory with what `cargo bench --bench tables` and `--bench workspace` wrote

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../../tools/serve.mjs";
import { dist, root, wide } from "./support/app.mjs";
import { fillWorkspace } from "./support/workspace.mjs";

const folder = process.env.CONGTAM_BENCH ?? join(root, "target/tmp");
const files = ["tasks-100000.xlsx", "read-tables.job", "export-workbook.job", "workspace.bin", "workspace-canary.json"];
const rounds = 3;

// SheetJS does what our worker does, as far as it goes: bytes to rows, rows to bytes.
const peer = `importScripts("./xlsx.js");
let rows = [];
onmessage = ({ data: [job, , bytes] }) => {
  if (job === 1) {
    const book = XLSX.read(bytes, { type: "array", dense: true, cellDates: true });
    rows = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
    postMessage([job, 3, rows.length]);
  } else {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "1");
    postMessage([job, 3, XLSX.write(book, { type: "array", bookType: "xlsx", compression: true }).byteLength]);
  }
};
postMessage([0, 0, 0]);`;

const missing = files.filter((name) => !existsSync(join(folder, name)));
if (missing.length > 0 || !existsSync(join(dist, "index.html"))) {
  console.error(`nothing to measure: ${missing.join(", ") || dist} is missing; make bench makes it`);
  process.exit(1);
}

const site = await mkdtemp(join(tmpdir(), "congtam-bench-"));
const profile = await mkdtemp(join(tmpdir(), "congtam-profile-"));
await cp(dist, site, { recursive: true });
await cp(createRequire(import.meta.url).resolve("xlsx/dist/xlsx.full.min.js"), join(site, "xlsx.js"));
await writeFile(join(site, "peer.js"), peer);
for (const name of files) await cp(join(folder, name), join(site, name));
const server = await serve(site);
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  viewport: wide,
  locale: "vi-VN",
});
browser.setDefaultTimeout(120_000);
try {
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(server.address);
  await page.getByRole("main").first().waitFor();
  await workbooks(page);
  await start(page);
} finally {
  await browser.close();
  await server.stop();
  await rm(site, { recursive: true, force: true });
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

async function workbooks(page) {
  const own = await page.locator("meta[name=worker]").getAttribute("content").catch(() => "./worker_loader.js");
  const read = [await job(page, own, 1, "read-tables.job"), await job(page, "./peer.js", 1, "tasks-100000.xlsx")];
  tell("xlsx of 100,000 rows x 12 columns, read and recognised in the worker", read[0], "SheetJS, read to rows", read[1]);
  const write = [await job(page, own, 2, "export-workbook.job"), await job(page, "./peer.js", 2, "tasks-100000.xlsx")];
  tell("summary workbook with 100,000 task rows, scored and with formulas", write[0], "SheetJS, 100,000 rows of values", write[1]);
}

/** The best time in milliseconds of a job in a worker that is already started, and how long the page was blocked. */
async function job(page, address, number, file) {
  return page.evaluate(async ({ address, number, file, rounds }) => {
    const bytes = new Uint8Array(await (await fetch(`./${file}`)).arrayBuffer());
    const times = [];
    let blocked = 0;
    for (let round = 0; round < rounds; round += 1) {
      const worker = new Worker(address);
      const heard = (wanted) => new Promise((resolve, reject) => {
        worker.onerror = () => reject(new Error(`${address} broke down`));
        worker.onmessage = ({ data }) => { if (data[0] === wanted && data[1] !== 2) resolve(data[2]); };
      });
      await heard(0);
      const send = async (job, sent) => {
        const copy = sent.slice();
        const begun = performance.now();
        worker.postMessage([job, 1, copy], [copy.buffer]);
        const reply = await heard(job);
        return [performance.now() - begun, reply.byteLength ?? reply];
      };
      // The peer writes the rows it has read.
      if (number === 2 && address.includes("peer")) await send(1, bytes);
      let last = performance.now();
      let longest = 0;
      const beat = setInterval(() => { longest = Math.max(longest, performance.now() - last - 10); last = performance.now(); }, 10);
      times.push(await send(number, bytes));
      clearInterval(beat);
      blocked = Math.max(blocked, longest);
      worker.terminate();
    }
    times.sort((a, b) => a[0] - b[0]);
    return { time: times[0][0], size: times[0][1], blocked };
  }, { address, number, file, rounds });
}

async function start(page) {
  const canary = JSON.parse(await readFile(join(folder, "workspace-canary.json"), "utf8"));
  await page.evaluate(fillWorkspace, canary);
  const plain = await page.evaluate(readPlainly, `congtam-${canary.workspace}`);
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelectorAll("[role=grid] [role=row]").length > 2) {
        globalThis.tableStood = performance.now();
        observer.disconnect();
      }
    }).observe(document, { childList: true, subtree: true });
  });
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto("about:blank");
    await page.goto(`${server.address}/#/nhiem-vu`);
    times.push(await page.waitForFunction(() => globalThis.tableStood, null, { timeout: 120_000 }).then((it) => it.jsonValue()));
  }
  const time = Math.min(...times);
  const held = memory();
  console.log(`start with 1,000,000 tasks of 10,000 officials to a table of tasks: ${time.toFixed(0)} ms`);
  console.log(`  the same rows read from IndexedDB in plain JavaScript: ${plain.time.toFixed(0)} ms (${(plain.bytes / 1e6).toFixed(0)} MB), ratio ${(time / plain.time).toFixed(2)}`);
  if (held > 0) console.log(`  memory of the tab, code and all: ${held.toFixed(0)} MB`);
}

/** What no program can do without: opening the database and reading the packed rows. */
async function readPlainly(name) {
  const begun = performance.now();
  const done = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
  const database = await done(indexedDB.open(name));
  const rows = await done(database.transaction("chunks").objectStore("chunks").getAll());
  const time = performance.now() - begun;
  database.close();
  return { time, bytes: rows.reduce((sum, row) => sum + row.byteLength, 0) };
}

/** Megabytes the largest tab of this browser holds. */
function memory() {
  const text = (path) => { try { return readFileSync(path, "utf8"); } catch { return ""; } };
  const tabs = readdirSync("/proc").filter((id) => /^\d+$/.test(id)).filter((id) => {
    const line = text(`/proc/${id}/cmdline`);
    return line.includes("--type=renderer") && line.includes(profile);
  });
  const sizes = tabs.map((id) => Number(/VmRSS:\s+(\d+)/.exec(text(`/proc/${id}/status`))?.[1] ?? 0));
  return Math.max(0, ...sizes) / 1024;
}

function tell(what, ours, peerWhat, theirs) {
  console.log(`${what}: ${ours.time.toFixed(0)} ms (reply ${(ours.size / 1e6).toFixed(1)} MB, page blocked ${ours.blocked.toFixed(0)} ms)`);
  console.log(`  ${peerWhat}: ${theirs.time.toFixed(0)} ms, ratio ${(ours.time / theirs.time).toFixed(2)}`);
}
