// A month of a unit of 20 people, recorded by keyboard alone: every key is counted and the count is printed
// beside the cells the same job takes in a spreadsheet.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./support/app.mjs";
import { asText, put, taken } from "./support/clipboard.mjs";
import { enter, openUnit, people } from "./support/unit.mjs";

/** Recorded on the last working day of the month. */
const today = "2026-11-30T09:00:00+07:00";
const works = ["Báo cáo giao ban", "Xử lý văn bản đến", "Thẩm định hồ sơ", "Tiếp công dân", "Cập nhật cơ sở dữ liệu"];
const [doneColumn, finishedColumn, failuresColumn, noteColumn] = [6, 8, 9, 12];

/** The plan of the month: five tasks each; what comes first was due ten days ago. */
const plan = works.flatMap((work, kind) => people.map(({ code, name }, index) => [
  `T11-${String(kind * people.length + index + 1).padStart(3, "0")}`, work, `${name} · ${code}`, "", "1", "2", "",
  kind === 0 ? "20/11/2026" : "30/11/2026",
]));

/** What went otherwise than all done today: the reports in time, some not all done, some below requirement. */
const partly = [[23, "1"], [47, "1,5"], [61, "0"], [88, "1"]];
const failed = [[35, "1"], [72, "1"]];
const remark = [61, "Chờ ý kiến Sở"];

/** Points of the ten lines given to most, and what some have instead: row, line, points. */
const given = ["5", "4,5", "2", "2", "2", "2,5", "2,5", "2,5", "2", "2,5"];
const otherwise = [[4, 1, "4"], [9, 6, "2"], [15, 10, "2"]];

test("a month for 20 people by keyboard alone", { timeout: 300_000 }, async (t) => {
  const app = await openApp(t, { today });
  const { page } = app;
  await openUnit(app);
  await put(page, { text: asText(plan) });
  await enter(page);
  await page.keyboard.press("Control+v");
  await page.getByRole("dialog").getByRole("button", { name: /^Ghi/ }).click();
  await page.getByText(/^100 nhiệm vụ ·/).waitFor();
  await page.reload();
  await page.getByText(/^100 nhiệm vụ ·/).waitFor();
  await page.evaluate(() => {
    globalThis.pointed = 0;
    for (const type of ["pointerdown", "touchstart"]) addEventListener(type, () => { globalThis.pointed += 1; }, true);
  });

  let keys = 0;
  const press = async (key, times = 1) => {
    for (let pressed = 0; pressed < times; pressed += 1) {
      await page.keyboard.press(key);
      keys += key.split("+").length;
    }
  };
  const type = async (text) => {
    await page.keyboard.type(text);
    keys += [...text].length;
  };
  /** The cell one is at; between two cells the focus may rest on the grid for a frame. */
  const cellIn = async (where, before) => {
    const cell = await page.waitForFunction(([where, before]) => {
      const cell = document.activeElement.closest(`${where} [aria-colindex]`);
      return cell && { row: cell.closest("[aria-rowindex]").ariaRowIndex - 1, column: cell.getAttribute("aria-colindex") - before };
    }, [where, before]);
    return cell.jsonValue();
  };
  // The column of ticks comes first.
  const at = () => cellIn("[role=grid]", 2);
  /** Walks to a cell as a person would: pages while far, arrows when near. */
  const go = async (row, column) => {
    for (let here = await at(); here.row !== row || here.column !== column; here = await at()) {
      if (here.column !== column) await press(here.column < column ? "ArrowRight" : "ArrowLeft");
      else await press(here.row < row ? "ArrowDown" : "ArrowUp");
    }
  };

  const isIn = (where) => page.evaluate((where) => document.activeElement.closest(`${where} [aria-colindex]`) !== null, where);
  while (!(await isIn("[role=grid]"))) await press("Tab");

  // Everything is done today …
  await press("Control+a");
  await press("Control+Enter");
  // … but the reports were in time,
  await press("Control+Home");
  await go(1, finishedColumn);
  await type("20/11");
  await press("Enter");
  await press("ArrowUp");
  await press("Shift+ArrowDown", people.length - 1);
  await press("Control+d");
  // … some are not all done, or were below requirement, and one needs a word.
  const entries = [
    ...partly.map(([row, text]) => [row, doneColumn, text]),
    ...failed.map(([row, text]) => [row, failuresColumn, text]),
    [remark[0], noteColumn, remark[1]],
  ].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (const [row, column, text] of entries) {
    await go(row, column);
    await type(text);
    await press("Enter");
  }
  for (const [row, text] of partly.filter(([, text]) => text === "0")) {
    await go(row, finishedColumn);
    await press("Delete");
    assert.equal(text, "0");
  }

  await page.locator(".save-state").getByText("Đã lưu").waitFor();
  const counted = keys;
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  const cells = await taken(app);
  const expected = plan.map((line, index) => {
    const row = index + 1;
    const part = partly.find(([other]) => other === row)?.[1];
    const finished = index < people.length ? "20/11/2026" : "30/11/2026";
    return {
      code: line[0],
      done: part ?? "2",
      finished: part === "0" ? "" : finished,
      failures: failed.find(([other]) => other === row)?.[1] ?? "",
      note: remark[0] === row ? remark[1] : "",
    };
  });
  const recorded = cells.map((cell) => ({
    code: cell[0], done: cell[doneColumn], finished: cell[finishedColumn], failures: cell[failuresColumn], note: cell[noteColumn],
  }));
  assert.deepEqual(recorded, expected);

  // The general criteria of everybody: one row typed, filled down, and what differs typed over.
  await press("Control+k");
  await type("cham diem");
  await page.getByRole("option", { name: /^Chấm điểm/ }).first().waitFor();
  await press("Enter");
  await page.getByRole("heading", { level: 1, name: /^Chấm điểm/ }).waitFor();
  const focus = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.innerText);
  while (!/^Nhập điểm tiêu chí chung/.test((await focus()) ?? "")) await press("Tab");
  await press("Enter");
  const bulk = page.getByRole("dialog", { name: /^Điểm tiêu chí chung/ });
  await bulk.getByRole("grid").waitFor();
  const points = () => cellIn("dialog", 1);
  while (!(await isIn("dialog"))) await press("Tab");
  while ((await points()).row < 1) await press("ArrowDown");
  for (const [at, text] of given.entries()) {
    while ((await points()).column < at + 1) await press("ArrowRight");
    await type(text);
    await press("Enter");
    await press("ArrowUp");
  }
  await press("Control+Home");
  await press("ArrowRight");
  await press("Control+Shift+End");
  await press("Control+d");
  for (const [row, line, text] of otherwise) {
    while ((await points()).row !== row) await press((await points()).row < row ? "ArrowDown" : "ArrowUp");
    while ((await points()).column !== line) await press((await points()).column < line ? "ArrowRight" : "ArrowLeft");
    await type(text);
    await press("Enter");
  }
  const scored = keys - counted;
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+Shift+End");
  await page.keyboard.press("Control+c");
  const wanted = people.map((_, at) => given.map((text, line) =>
    otherwise.find(([row, other]) => row === at + 1 && other === line + 1)?.[2] ?? text));
  assert.deepEqual((await taken(app)).map((cells) => cells.slice(0, given.length)), wanted);
  await press("Escape");
  await page.locator(".save-state").getByText("Đã lưu").waitFor();
  assert.equal(await page.evaluate(() => globalThis.pointed), 0, "something was pressed with a pointer");

  const filled = expected.flatMap(({ done, finished, failures, note }) => [done, finished, failures, note]).filter((text) => text !== "");
  const typing = (texts) => texts.reduce((sum, text) => sum + [...text].length + 1, 0);
  const typed = typing(filled);
  const scoredCells = wanted.flat();
  t.diagnostic(`a month of 20 people, ${plan.length} tasks: ${counted} keys here; their general criteria: ${scored}`);
  t.diagnostic(`the same in a spreadsheet, each cell typed and left with Enter: ${filled.length} cells, ${typed} keys; ${scoredCells.length} cells, ${typing(scoredCells)} keys`);
  assert.ok(scored < typing(scoredCells), "so does scoring");
  assert.ok(counted < typed, "recording costs less than keeping the spreadsheet");
});
