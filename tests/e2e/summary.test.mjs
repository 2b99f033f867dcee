// The summary workbook, exported through the screens and recalculated by LibreOffice, says what the
// app's own lists say for everybody of the sample agency.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./support/app.mjs";
import { opened } from "./support/office.mjs";
import { readGrid } from "./support/grid.mjs";
import { day, openSample, show } from "./support/screens.mjs";

/** Everybody's value in one column of a list, by code: `{ code: text }`. Reads the list through as one scrolls it. */
async function column(page, name) {
  await page.getByRole("grid").waitFor();
  return new Map((await readGrid(page)).map(({ link, cells }) => [link.split("/")[2], cells[name]]));
}

/** The codes of everybody, by id, as the forms screen lists them. */
async function codes(page) {
  await show(page, "#/bieu-mau");
  const options = page.getByRole("combobox", { name: "Xuất cho" }).locator("option");
  const listed = await options.evaluateAll((all) => all.filter((one) => one.value).map((one) => [one.value, one.text.split(" · ").at(-1)]));
  return new Map(listed);
}

const shown = (value) => (typeof value === "number" ? value.toFixed(2).replace(".", ",") : value === null || value === "" ? "—" : value);

test("the summary workbook, recalculated by LibreOffice, equals the app's own lists", { timeout: 300_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openSample(page);
  const code = await codes(page);
  assert.equal(code.size, 60);

  const item = page.locator(".forms__item", { hasText: "Bảng tổng hợp năm" });
  const file = await app.download(() => item.getByRole("button").click());
  const rows = await opened("summary", file.path);

  const differences = [];
  for (const month of [3, 7, 10, 11]) {
    await page.getByRole("combobox", { name: "Kỳ", exact: true }).selectOption(`2026-${String(month).padStart(2, "0")}`);
    await show(page, "#/cham-diem");
    const totals = await column(page, "Tổng");
    assert.ok(totals.size > 50, `${totals.size} people in month ${month}`);
    for (const [id, total] of totals) {
      const row = rows.find((one) => one.sheet === "Tháng" && one["Mã công chức"] === code.get(id) && one["Kỳ"] === `2026-${String(month).padStart(2, "0")}`);
      if (shown(row?.["Tổng điểm"] ?? null) !== total) differences.push(`month ${month}, ${code.get(id)}: list ${total}, workbook ${row?.["Tổng điểm"]}`);
    }
  }
  await show(page, "#/xep-loai");
  const means = await column(page, "Bình quân");
  assert.equal(means.size, 60);
  for (const [id, mean] of means) {
    const row = rows.find((one) => one.sheet === "Tổng hợp năm" && one["Mã công chức"] === code.get(id));
    if (shown(row?.["Điểm trung bình năm"] ?? null) !== mean) differences.push(`year, ${code.get(id)}: list ${mean}, workbook ${JSON.stringify(row)}`);
  }
  assert.deepEqual(differences, []);
});
