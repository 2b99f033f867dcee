// What a browser keeps of a locked workspace, as the build of its day left it: every later build opens it with its
// passphrase and with its recovery code, and finds the same tasks and scores.
//
// `tests/golden/locked-N.json` is written by CONGTAM_WRITE_GOLDEN=N and never changed afterwards: whoever locked
// their data then has nothing else. The lock has been there since format 3.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openApp, root } from "./support/app.mjs";
import { asText, put, taken } from "./support/clipboard.mjs";
import { readGrid } from "./support/grid.mjs";
import { lock, locked, passphrase, tryPassphrase, unlock } from "./support/lock.mjs";
import { saved } from "./support/own-data.mjs";
import { putIn, takeOut } from "./support/profile.mjs";
import { day, show } from "./support/screens.mjs";
import { enter, openUnit, people, register } from "./support/unit.mjs";

const file = (format) => join(root, `tests/golden/locked-${format}.json`);
/** Actions enough for old rows of the journal to be bound together. */
const turns = 130;

/** The register of tasks as it would go to a spreadsheet, and everybody's scores of the month. */
async function contents(app) {
  const { page } = app;
  await show(page, "#/nhiem-vu");
  await page.getByText(/^20 nhiệm vụ ·/).waitFor();
  await enter(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+a");
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.keyboard.press("Control+c");
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
  const tasks = await taken(app);
  await show(page, "#/cham-diem");
  const scores = (await readGrid(page)).map(({ cells }) => Object.values(cells));
  return { tasks, scores };
}

/** Puts the profile of a format into a browser that holds nothing; the app then stands at its lock. */
async function openProfile(t, format) {
  const golden = JSON.parse(await readFile(file(format), "utf8"));
  const app = await openApp(t, { today: day, expected: [/404/] });
  await app.page.goto(`${app.address}/khong-co-trang-nay`);
  await app.page.evaluate(putIn, golden.profile);
  await app.goto();
  await locked(app.page).waitFor();
  await app.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  return { app, golden };
}

async function writeGolden(t, format) {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openUnit(app);
  const plan = people.map(({ code, name }, index) => [
    `NV-${String(index + 1).padStart(2, "0")}`, "Thẩm định hồ sơ", `${name} · ${code}`, "", "1", "2", index % 3 ? "1" : "", "20/11/2026",
  ]);
  await put(page, { text: asText(plan) });
  await enter(page);
  await page.keyboard.press("Control+v");
  await page.getByRole("dialog").getByRole("button", { name: /^Ghi/ }).click();
  await page.getByText(/^20 nhiệm vụ ·/).waitFor();
  await register(page).locator('[aria-rowindex="2"] [aria-colindex="14"]').click();
  await page.keyboard.press("F2");
  await page.keyboard.insertText("Chờ ý kiến Sở Mẫu");
  await page.keyboard.press("Enter");
  for (let turn = 0; turn < turns; turn += 1) {
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+Shift+z");
  }
  await saved(page);
  await app.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const expected = await contents(app);
  await show(page, "#/du-lieu");
  const code = await lock(page);
  await page.waitForTimeout(5_000);
  const profile = await page.evaluate(takeOut);
  await writeFile(file(format), `${JSON.stringify({ passphrase, code, expected, profile })}\n`);
}

if (process.env.CONGTAM_WRITE_GOLDEN) {
  test("a locked profile is written", { timeout: 240_000 }, (t) => writeGolden(t, Number(process.env.CONGTAM_WRITE_GOLDEN)));
}

for (const format of [3]) {
  test(`a workspace locked in format ${format} opens with its passphrase and holds the same`, { timeout: 180_000 }, async (t) => {
    const { app, golden } = await openProfile(t, format);
    const areas = golden.profile.databases[0].areas;
    assert.ok([...areas.journal, ...areas.payloads].some(([place]) => place >= 2 ** 52 + 2 ** 51), "old rows lie bound in it");
    await unlock(app.page, golden.passphrase);
    assert.deepEqual(await contents(app), golden.expected);
    // What is done from then on goes on with the same log, and lies sealed too.
    await app.page.keyboard.press("Control+z");
    await saved(app.page);
    await app.reload();
    await locked(app.page).waitFor();
    await unlock(app.page, golden.passphrase);
    await app.page.keyboard.press("Control+Shift+z");
    await saved(app.page);
    assert.deepEqual(await contents(app), golden.expected);
  });

  test(`a workspace locked in format ${format} opens with its recovery code`, { timeout: 180_000 }, async (t) => {
    const { app, golden } = await openProfile(t, format);
    const { page } = app;
    await tryPassphrase(page, "không phải mật khẩu này");
    await page.getByRole("alert").filter({ hasText: "Mật khẩu không đúng" }).first().waitFor();
    await page.getByRole("button", { name: "Dùng mã khôi phục" }).click();
    await page.getByLabel("Mã khôi phục", { exact: true }).fill(golden.code);
    await page.getByRole("button", { name: "Mở khóa" }).click();
    await page.getByRole("navigation").first().waitFor({ timeout: 60_000 });
    assert.deepEqual(await contents(app), golden.expected);
  });
}
