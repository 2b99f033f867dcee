// The main job by keyboard alone: no mouse, no touch, nothing but keys and where the focus is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./support/app.mjs";
import { opened } from "./support/office.mjs";
import { day } from "./support/screens.mjs";

/** What has the focus, as a screen reader would name it, and what it is. */
const focused = (page) => page.evaluate(() => {
  const at = document.activeElement;
  const label = at.getAttribute("aria-label") ?? at.labels?.[0]?.innerText ?? at.innerText ?? "";
  const cell = at.closest("[aria-colindex]");
  const column = cell && at.closest("[role=grid]")?.querySelector(`[role=columnheader][aria-colindex="${cell.getAttribute("aria-colindex")}"]`)?.innerText.trim();
  return { tag: at.tagName, name: label.trim(), value: at.value, column, row: at.closest("[role=row]")?.innerText };
});

/** Presses a key until the focus is where it should be. */
async function pressUntil(page, key, there, limit = 60) {
  const seen = [];
  for (let pressed = 0; pressed < limit; pressed += 1) {
    await page.keyboard.press(key);
    const at = await focused(page);
    if (there(at)) return at;
    seen.push(`${at.tag} ${at.name.slice(0, 40)}`);
  }
  assert.fail(`${key} never got there; it went:\n  ${seen.join("\n  ")}`);
}

const tabTo = (page, name, tag = /./) => pressUntil(page, "Tab", (at) => name.test(at.name) && tag.test(at.tag));

/** From anywhere to a screen, by the link that skips nothing: the rail. */
async function toScreen(page, name, heading) {
  await pressUntil(page, "Tab", (at) => at.tag === "A" && at.name === name, 200);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

test("the main job by keyboard alone", { timeout: 300_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await page.evaluate(() => {
    globalThis.pointed = 0;
    for (const type of ["pointerdown", "touchstart"]) addEventListener(type, () => { globalThis.pointed += 1; }, true);
  });

  await tabTo(page, /Thử với cơ quan mẫu/, /BUTTON/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Hôm nay cần làm gì" }).waitFor();

  await toScreen(page, "Nhiệm vụ", "Nhiệm vụ");
  await pressUntil(page, "Tab", (at) => at.column !== undefined && at.column !== null);
  const cell = await pressUntil(page, "ArrowRight", (at) => at.column === "Xong", 12);
  const before = cell.name;
  await page.keyboard.press("F2");
  assert.equal((await focused(page)).tag, "INPUT", "F2 opens the editor");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("3,5");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  const after = await focused(page);
  assert.deepEqual([after.column, after.name], ["Xong", "3,5"], "the focus stays in the grid");
  assert.notEqual(before, "3,5");

  await toScreen(page, "Chấm điểm", /^Chấm điểm/);
  await pressUntil(page, "Tab", (at) => at.column === "Họ và tên", 80);
  const person = await pressUntil(page, "ArrowDown", (at) => /Chưa đủ dữ liệu/.test(at.row ?? "") && /Chuyên viên/.test(at.row), 60);
  const name = person.name.split("\n")[0];
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: `Phiếu chấm điểm: ${name}` }).waitFor();
  await tabTo(page, /^Điểm của cấp có thẩm quyền, dòng I\.1$/);
  for (const line of ["I.1", "I.2", "II.1", "II.2", "II.3", "II.4", "III.1", "III.2", "III.3", "III.4"]) {
    const at = await focused(page);
    assert.equal(at.name, `Điểm của cấp có thẩm quyền, dòng ${line}`, "Enter goes to the next line");
    await page.keyboard.type(line.startsWith("I.") ? "4,5" : "2");
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Tab");
  await page.getByText(/^25$|^25,00$/).first().waitFor();

  await toScreen(page, "Chấm điểm", /^Chấm điểm/);
  await pressUntil(page, "Tab", (at) => at.column === "Họ và tên", 80);
  if (!(await focused(page)).name.startsWith(name)) {
    await pressUntil(page, "ArrowDown", (at) => at.name.startsWith(name), 60);
  }
  await page.keyboard.press("?");
  await page.getByRole("complementary", { name: /^Vì sao/ }).getByText(name).waitFor();
  await pressUntil(page, "Tab", (at) => at.tag === "SUMMARY" && /^a Số lượng/.test(at.name), 40);
  await page.keyboard.press("Enter");
  await pressUntil(page, "Tab", (at) => at.tag === "SUMMARY" || at.name === "Mở hồ sơ");
  if ((await focused(page)).tag === "SUMMARY") {
    await page.keyboard.press("Enter");
    await tabTo(page, /^Mở hồ sơ$/, /A/);
  }
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await toScreen(page, "Biểu mẫu", "Biểu mẫu");
  await tabTo(page, /^Xuất cho/, /SELECT/);
  await pressUntil(page, "ArrowDown", () => true);
  const chosen = await page.getByRole("combobox", { name: "Xuất cho" }).evaluate((select) => select.selectedOptions[0].text);
  await tabTo(page, /^Tạo tệp/, /BUTTON/);
  const form = await app.download(() => page.keyboard.press("Enter"));
  const [text] = Object.values(await opened("forms", form.path, "mau-so-01"));
  assert.match(text, new RegExp(chosen.split(" · ")[0]));

  await toScreen(page, "Nhiệm vụ", "Nhiệm vụ");
  for (let undone = 0; undone < 11; undone += 1) await page.keyboard.press("Control+z");
  await pressUntil(page, "Tab", (at) => at.column !== undefined && at.column !== null);
  const restored = await pressUntil(page, "ArrowRight", (at) => at.column === "Xong", 12);
  assert.equal(restored.name, before, "ten points and one quantity are taken back");

  assert.equal(await page.evaluate(() => globalThis.pointed), 0, "something was pressed with a pointer");
});
