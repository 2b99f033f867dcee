// The faults. Each gets a world (where the app is served, the profile to begin with) and chance, does its worst
// to one round's work, and gives the verdict of the next start.

import { execFile } from "node:child_process";
import { appendFile, mkdir, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { pause } from "./desk.mjs";
import { askToLock } from "../support/lock.mjs";
import { cutShort, databaseFiles, tearLog, turnBytes } from "./files.mjs";
import { readBook, stands } from "./hand.mjs";
import { rowNames, spoilRow } from "./rows.mjs";
import { Round, verdict } from "./round.mjs";
import { refusal } from "./start.mjs";

const run = promisify(execFile);
const pick = (random, all) => all[Math.floor(random() * all.length)];

/** A round that always ends with its browser gone. */
const round = (body) => async (world, random) => {
  const one = new Round(world, random);
  try {
    return await body(one, random, world);
  } finally {
    await one.end();
  }
};

/**
 * The browser and all its processes end in the middle of the work. All rounds go on with the same book, each
 * in the browser that judged the round before, so that what many deaths leave behind adds up.
 */
const killed = async (world, random) => {
  const one = new Round(world, random);
  const before = world.lasting;
  world.lasting = one;
  await one.goOnFrom(before);
  // Some rounds stay quiet until the journal is brought into chunks, and end in the middle of that.
  if (random() < 0.25) {
    await one.workAndSave(2);
    await one.hand.fill(one.desk.page);
    await pause(1_900 + random() * 2_600);
    await one.desk.kill();
  } else {
    await one.workUntil(() => one.desk.kill());
  }
  await one.again();
  return one.judge();
};

/** The tab ends as one whose memory is gone. */
const crashed = round(async (one) => {
  await one.begin();
  await one.workUntil(async () => {
    const session = await one.desk.session();
    await Promise.race([session.send("Page.crash").catch(() => {}), pause(300)]);
  });
  const broken = one.desk.page;
  one.desk.page = await one.desk.context.newPage();
  await broken.close({ runBeforeUnload: false }).catch(() => {});
  return one.judge();
});

/** The browser's share is nearly used up; then there is room again, or the person gives up. */
const nearlyFull = round(async (one, random) => {
  await one.begin();
  const session = await one.desk.session();
  const origin = one.desk.address;
  const room = random() * 60_000;
  let least = Infinity;
  // The browser clears away what nobody needs any more; the room that makes is taken at once.
  const tighten = async () => {
    const { usage } = await session.send("Storage.getUsageAndQuota", { origin });
    if (usage >= least) return;
    least = usage;
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + room });
  };
  // For half a minute the browser goes by the room it found before.
  const refused = await workUntilRefused(one, { limit: 45_000, meanwhile: tighten });
  if (random() < 0.5) {
    await one.desk.kill();
    await one.again();
    return { ...(await one.judge()), bit: refused };
  }
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  return { ...(await retryAndJudge(one, refused)), bit: refused };
});

/** What a round does on a small disk of its own. */
const onSmallDisk = (work) => round(async (one, random, world) => {
  const disk = join(world.folder, "disk");
  await mkdir(disk, { recursive: true });
  try {
    await run("mount", ["-t", "tmpfs", "-o", "size=400m", "tmpfs", disk]);
  } catch {
    return verdict("skipped", "mounting is not permitted here, so no disk was really full");
  }
  try {
    await one.begin({ into: disk });
    await one.backUp();
    await one.workAndSave(2);
    return await work(one, random, disk);
  } finally {
    await one.desk?.kill();
    await run("umount", ["-l", disk]);
  }
});

/** The disk itself is full. */
const fullDisk = onSmallDisk(async (one, random, disk) => {
  const filler = join(disk, "filler");
  await fillUp(disk, filler, Math.floor(random() * 400_000));
  const refused = await workUntilRefused(one, { limit: 15_000 });
  if (random() < 0.5) {
    await one.desk.kill();
    await rm(filler);
    await one.again();
    return { ...(await one.judge()), bit: refused };
  }
  await rm(filler);
  return { ...(await retryAndJudge(one, refused)), bit: refused };
});

/** The app is only opened while next to nothing is left of the disk: that alone must cost nothing. */
const startOnFullDisk = onSmallDisk(async (one, random, disk) => {
  await one.desk.kill();
  const filler = join(disk, "filler");
  await fillUp(disk, filler, Math.floor((1 + random() * 24) * 1_048_576));
  await one.again();
  await one.desk.goto();
  await stands(one.desk.page);
  await pause(random() * 3_000);
  await one.desk.kill();
  await rm(filler);
  await one.again();
  return one.judge();
});

/** Takes all room of a disk but so many bytes; the browser goes on writing meanwhile. */
async function fillUp(disk, filler, left) {
  for (;;) {
    const { bavail, bsize } = await statfs(disk);
    const room = bavail * bsize - left;
    if (room < bsize) return;
    try {
      await appendFile(filler, Buffer.alloc(Math.min(room, 1 << 20)));
    } catch (error) {
      if (error.code !== "ENOSPC") throw error;
      return;
    }
  }
}

/** Acts until the app says it could not save, or for a while. */
async function workUntilRefused(one, { limit = 6_000, meanwhile = () => {} } = {}) {
  const until = Date.now() + limit;
  const failed = one.desk.page.locator(".save-state__label").getByText("Chưa lưu được");
  while (Date.now() < until) {
    await meanwhile();
    await one.hand.fill(one.desk.page);
    await pause(60);
    if (await failed.isVisible()) return true;
  }
  await pause(300);
  return failed.isVisible();
}

/** There is room again: what was refused is written, all of it, and nothing twice. */
async function retryAndJudge(one, refused) {
  const { page } = one.desk;
  if (refused) {
    await page.getByRole("button", { name: "Thử lại" }).first().click();
    await pause(500);
  }
  for (let tries = 0; tries < 10 && one.hand.saved < one.hand.last; tries += 1) {
    await pause(500);
    const again = page.getByRole("button", { name: "Thử lại" }).first();
    if (await again.isVisible()) await again.click();
  }
  const told = one.hand.saved === one.hand.last;
  await one.desk.kill();
  await one.again();
  const judged = await one.judge();
  if (told || judged.outcome === "loss" || judged.outcome === "restored") return judged;
  return verdict("loss", "there was room again, and Thử lại did not save what was waiting");
}

/** What the browser keeps on disk is damaged, after it ended or while one works. */
const damagedFiles = (damage) => round(async (one, random) => {
  await one.begin();
  await one.backUp();
  await one.workAndSave(3);
  const how = pick(random, ["killed", "closed", "working"]);
  let file;
  const strike = async () => {
    file = pick(random, await databaseFiles(one.folder));
    await damage(file, random);
  };
  if (how === "working") await one.workUntil(strike);
  if (how === "closed") await one.desk.close();
  else await one.desk.kill();
  if (how !== "working") await strike();
  await one.again();
  const judged = await one.judge();
  return { ...judged, words: `${how}, ${file.log ? "the log" : "a table"} of ${file.size} bytes: ${judged.words}` };
});

/** A crash cuts the last record of the browser's own log short; the next start does not mind, and one works on. */
const tornLog = round(async (one, random) => {
  await one.begin();
  await one.workAndSave(2);
  await one.desk.kill();
  while (!(await tearLog(one.folder, random))) {
    await one.again();
    await one.judge();
    await one.goOnFrom(one);
    await one.workAndSave(1);
    await one.desk.kill();
  }
  await one.again();
  const judged = await one.judge();
  if (judged.outcome !== "before" && judged.outcome !== "after") return judged;
  await one.goOnFrom(one);
  await one.workAndSave(2);
  if (random() < 0.5) await one.desk.close();
  else await one.desk.kill();
  await one.again();
  return one.judge();
});

/** A stored row is overwritten, changed or removed by something else on this machine. */
const spoiledRow = (areas, { locked = false } = {}) => round(async (one, random) => {
  await one.begin({ locked });
  if (!locked) await one.backUp();
  await one.workAndSave(3);
  let spoiled;
  const strike = async () => {
    const names = await one.desk.page.evaluate(rowNames);
    const area = pick(random, areas.filter((area) => names[area].length > 0));
    spoiled = [area, pick(random, names[area]), pick(random, ["turned", "noise", "gone"]), random()];
    await one.desk.page.evaluate(spoilRow, spoiled);
  };
  const open = random() < 0.5;
  if (open) {
    await one.workUntil(strike);
    await one.desk.kill();
    await one.again();
  } else {
    await one.desk.outside();
    await strike();
  }
  const judged = await one.judge();
  return { ...judged, words: judged.words && `${open ? "open" : "closed"}, ${spoiled.slice(0, 3).join(" ")}: ${judged.words}` };
});

/** The browser ends in the middle of the work on a book that lies locked. */
const killedLocked = round(async (one) => {
  await one.begin({ locked: true });
  await one.workUntil(() => one.desk.kill());
  await one.again();
  return one.judge();
});

/** The browser ends while the lock is switched on: every row is being written sealed. */
const killedWhileLocking = round(async (one, random) => {
  await one.begin();
  await one.workAndSave(2);
  const { page } = one.desk;
  await page.evaluate(() => { location.hash = "#/du-lieu"; });
  await askToLock(page);
  await pause(random() * 1_500);
  await one.desk.kill();
  await one.again();
  return one.judge();
});

/** The clock jumps forth and back while one works. */
const clockJumps = round(async (one, random) => {
  await one.begin();
  const { page } = one.desk;
  // The month stays the one looked at, whatever day the clock says; that is what the address of a sheet chooses.
  await page.evaluate(() => { location.hash = "#/cham-diem/1/2026-11"; });
  await page.getByRole("heading", { level: 1, name: /Phiếu chấm điểm/ }).waitFor();
  await page.evaluate(() => { location.hash = "#/nhiem-vu"; });
  await stands(page);
  for (let jumps = 0; jumps < 4; jumps += 1) {
    const year = 1975 + Math.floor(random() * 120);
    await page.clock.setFixedTime(new Date(Date.UTC(year, Math.floor(random() * 12), 28, 23, 59, 59)));
    await one.hand.act();
  }
  await one.hand.allSaved();
  await one.desk.kill();
  await one.again();
  return one.judge();
});

/** The machine travels: every start in another time zone, one change while the app is open. */
const timeZones = round(async (one, random) => {
  const zones = ["Pacific/Kiritimati", "Pacific/Niue", "America/Sao_Paulo", "Asia/Kathmandu", "UTC", "Australia/Lord_Howe"];
  await one.begin({ timeZone: pick(random, zones) });
  const session = await one.desk.session();
  for (let journeys = 0; journeys < 3; journeys += 1) {
    await session.send("Emulation.setTimezoneOverride", { timezoneId: pick(random, zones) });
    await one.hand.act();
  }
  await one.hand.allSaved();
  await one.desk.kill();
  await one.again({ timeZone: pick(random, zones) });
  return one.judge();
});

/** Two or three tabs, each tries to write; one ends, another takes over. */
const severalTabs = (count) => round(async (one, random) => {
  await one.begin();
  const pages = [one.desk.page];
  while (pages.length < count) {
    const page = await one.desk.context.newPage();
    await one.desk.goto("#/nhiem-vu", page);
    pages.push(page);
  }
  await one.workAndSave(2);
  for (const page of pages.slice(1)) await tryToType(one, page);
  const writer = pages.shift();
  if (random() < 0.5) {
    const session = await one.desk.session(writer);
    await Promise.race([session.send("Page.crash").catch(() => {}), pause(300)]);
  }
  await writer.close({ runBeforeUnload: false }).catch(() => {});
  one.desk.page = pages[0];
  await one.desk.page.bringToFront();
  const retry = one.desk.page.getByRole("button", { name: "Thử lại" });
  if (await retry.first().isVisible()) await retry.first().click();
  await stands(one.desk.page);
  const taken = one.hand.judge(await readBook(one.desk));
  if (!taken) return verdict("loss", "the next tab does not show what the first one saved");
  await one.desk.page.reload();
  await one.desk.goto();
  await stands(one.desk.page);
  // While it loaded, another tab may have begun to write: this one asks for the writing.
  const write = one.desk.page.getByRole("button", { name: "Ghi ở thẻ này" });
  if (await write.isVisible()) {
    await write.click();
    await write.waitFor({ state: "detached" });
  }
  await one.hand.sit();
  await one.workAndSave(2);
  await one.desk.kill();
  await one.again();
  return one.judge();
});

/** A tab that does not write takes nothing silently: it refuses, or what it takes is saved by somebody. */
async function tryToType(one, page) {
  await page.bringToFront();
  if ((await refusal(one.desk, page)) !== undefined) return;
  const cell = page.locator('.register-panel [role=grid] [aria-rowindex="2"] [aria-colindex="14"]');
  await cell.click();
  await page.keyboard.press("F2");
  await page.keyboard.insertText("từ thẻ khác");
  await page.keyboard.press("Enter");
  await pause(400);
  if ((await cell.innerText()) !== "từ thẻ khác") return;
  const before = one.hand.states.at(-1);
  one.hand.states.push(before.with(0, before[0].split("\t").with(12, "từ thẻ khác").join("\t")));
  const saved = page.locator(".save-state__label").getByText("Đã lưu");
  if (await saved.isVisible()) one.hand.saved = one.hand.last;
}

/** The worker ends in the middle of a job; the book does not care, and the next job is done. */
const workerKilled = round(async (one, random) => {
  await one.begin();
  await one.desk.context.addInitScript(() => {
    const Own = globalThis.Worker;
    globalThis.workers = [];
    globalThis.Worker = class extends Own {
      constructor(...options) {
        super(...options);
        globalThis.workers.push(this);
      }
    };
  });
  await one.desk.page.reload();
  await one.desk.goto();
  await one.hand.sit();
  await one.hand.act();
  const { page } = one.desk;
  await page.evaluate(() => { location.hash = "#/du-lieu/sao-luu"; });
  await page.getByRole("button", { name: "Tải tệp sao lưu" }).first().click();
  await pause(random() * 120);
  await page.evaluate(() => {
    for (const worker of globalThis.workers) {
      worker.terminate();
      worker.dispatchEvent(new ErrorEvent("error"));
    }
  });
  await page.evaluate(() => { location.hash = "#/nhiem-vu"; });
  await stands(page);
  await one.workAndSave(2);
  await one.backUp();
  await one.desk.kill();
  await one.again();
  return one.judge();
});

/** The browser drops the database, as it does when it needs room. */
const dropped = (storageTypes) => round(async (one) => {
  await one.begin();
  await one.workAndSave(2);
  await one.backUp();
  await one.workAndSave(1);
  const session = await one.desk.session();
  await one.desk.page.goto("about:blank");
  await session.send("Storage.clearDataForOrigin", { origin: one.desk.address, storageTypes });
  return one.judge({ mayBeBlank: storageTypes === "all" });
});

/** The database is dropped under the open app, while one works. */
const droppedWhileOpen = round(async (one) => {
  await one.begin();
  await one.backUp();
  await one.workUntil(async () => {
    const session = await one.desk.session();
    await session.send("Storage.clearDataForOrigin", { origin: one.desk.address, storageTypes: "indexeddb" });
    await pause(200);
  });
  await one.desk.kill();
  await one.again();
  return one.judge();
});

/** Every fault by its name. `share` of the rounds asked for; at least one. */
export const kinds = [
  { name: "kill -9", share: 1, run: killed },
  { name: "kill -9, locked book", share: 0.2, run: killedLocked },
  { name: "kill -9 while locking", share: 0.1, run: killedWhileLocking },
  { name: "tab crash", share: 0.1, run: crashed },
  { name: "quota nearly full", share: 0.1, run: nearlyFull },
  { name: "disk full", share: 0.1, run: fullDisk },
  { name: "started on a full disk", share: 0.1, run: startOnFullDisk },
  { name: "files cut short", share: 0.15, run: damagedFiles(cutShort) },
  { name: "log torn, then worked on", share: 0.1, run: tornLog },
  { name: "bytes turned in files", share: 0.15, run: damagedFiles(turnBytes) },
  { name: "chunk or manifest spoiled", share: 0.15, run: spoiledRow(["chunks", "manifest"]) },
  { name: "journal row spoiled", share: 0.15, run: spoiledRow(["journal", "payloads"]) },
  { name: "sealed row spoiled", share: 0.05, run: spoiledRow(["chunks", "manifest", "journal", "payloads"], { locked: true }) },
  { name: "clock jumps", share: 0.04, run: clockJumps },
  { name: "time zones", share: 0.04, run: timeZones },
  { name: "two tabs", share: 0.04, run: severalTabs(2) },
  { name: "three tabs", share: 0.04, run: severalTabs(3) },
  { name: "worker killed", share: 0.05, run: workerKilled },
  { name: "database dropped", share: 0.05, run: dropped("indexeddb") },
  { name: "dropped while open", share: 0.05, run: droppedWhileOpen },
  { name: "all site data cleared", share: 0.04, run: dropped("all") },
];
