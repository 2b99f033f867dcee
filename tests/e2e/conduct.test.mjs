// The directive's scorecard: whose and which days, figures, evidence one press away, and out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { narrow, openApp, wide } from "./support/app.mjs";
import { day, openSample, show } from "./support/screens.mjs";

const codes = (page) => page.locator(".conduct__code").allTextContents();

/** The row of one criterion. */
const row = (page, code) => page.locator(".conduct__row").filter({ has: page.getByText(code, { exact: true }) });

/** Presses the button of a criterion's evidence; the panel that opens. */
async function evidence(page, code) {
  await row(page, code).getByRole("button", { name: /bản ghi$/ }).click();
  const panel = page.getByRole("complementary", { name: new RegExp(`^${code.replace(".", "\\.")} `) });
  await panel.waitFor();
  return panel;
}

test("the agency's criteria lead to their evidence, and a unit and a person to their own", { timeout: 180_000 }, async (t) => {
  const { page } = await openApp(t, { today: day });
  await openSample(page);
  await page.getByRole("navigation").getByRole("link", { name: "Kỷ cương" }).click();
  await page.getByRole("heading", { level: 1, name: "Kỷ cương" }).waitFor();
  assert.deepEqual(await codes(page), Array.from({ length: 15 }, (_, at) => `CT.${at + 1}`));
  assert.match(await row(page, "CT.15").textContent(), /Chưa đo được/);

  // The figure is what its evidence counts to: every record of CT.9 is a complaint.
  const figure = Number(/^(\d+) lần/.exec(await row(page, "CT.9").locator(".conduct__value").textContent())[1]);
  const panel = await evidence(page, "CT.9");
  assert.equal(await panel.locator(".conduct__record").count(), figure);
  const first = panel.locator(".conduct__record a").first();
  assert.match(await first.getAttribute("href"), /^#\/phan-anh\/\d+$/);
  await page.keyboard.press("Escape");

  // A late task is one press away as well, and its link leads to it.
  const late = await evidence(page, "CT.2");
  await late.locator('.conduct__record a[href^="#/nhiem-vu/"]').first().waitFor();

  const units = page.getByRole("group", { name: "So sánh các đơn vị" });
  const unit = units.getByRole("rowheader").getByRole("link").first();
  const name = await unit.textContent();
  await unit.click();
  await page.locator(".page-head__sub").getByText(name, { exact: false }).waitFor();
  assert.equal((await codes(page)).length, 15);

  // Somebody who heads nothing has the criteria of everybody only.
  await show(page, "#/ky-cuong");
  const who = page.getByRole("combobox", { name: "Công chức" });
  await who.fill("n");
  await page.getByRole("option").filter({ hasText: "Chuyên viên" }).first().click();
  await page.getByText("không đứng đầu đơn vị nào", { exact: false }).waitFor();
  assert.equal((await codes(page)).length, 11);
});

test("days of one's own are taken and wrong ones refused with the reason", { timeout: 120_000 }, async (t) => {
  const { page } = await openApp(t, { today: day });
  await openSample(page);
  await show(page, "#/ky-cuong");
  await page.getByLabel("Thời gian").selectOption({ label: "Từ ngày đến ngày" });
  await page.getByLabel("Từ ngày", { exact: true }).fill("15/03/2026");
  await page.getByLabel("Đến ngày", { exact: true }).fill("14/03/2026");
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await page.getByRole("alert").getByText("Ngày cuối phải bằng hoặc sau ngày đầu", { exact: false }).waitFor();
  await page.getByLabel("Đến ngày", { exact: true }).fill("20/04/2026");
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await page.getByText("từ 15/03/2026 đến 20/04/2026", { exact: false }).waitFor();
});

test("the scorecard goes out as workbook, Word file and page, with names hidden where wanted", { timeout: 180_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openSample(page);
  await show(page, "#/ky-cuong/co-quan/2026-Q3");
  const listed = await page.locator(".conduct__person a").allTextContents();
  assert.ok(listed.length > 0);
  const figures = await page.locator(".conduct__row").evaluateAll((rows) =>
    rows.map((row) => [row.querySelector(".conduct__code").textContent, row.querySelector(".conduct__value").textContent.trim()]));
  assert.equal(figures.length, 15);

  const workbook = await app.download(() => page.getByRole("button", { name: "Tải Excel" }).click());
  assert.match(workbook.name, /^Ky-cuong-co-quan-2026-07-01-2026-09-30\.xlsx$/);
  const word = await app.download(() => page.getByRole("button", { name: "Tải Word" }).click());
  assert.match(word.name, /\.docx$/);

  await page.getByRole("link", { name: "Xem và in" }).click();
  const paper = page.locator(".paper");
  await paper.getByText("BÁO CÁO KỶ LUẬT, KỶ CƯƠNG").waitFor();
  const printed = await paper.locator("tr").evaluateAll((rows) =>
    rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim())).filter(([code]) => /^CT\.\d+$/.test(code)).map((cells) => [cells[0], cells[2]]));
  assert.deepEqual(printed, figures, "what is printed is what is on the screen");
  const shown = await paper.textContent();
  assert.ok(listed.some((name) => shown.includes(name)));
  await page.getByLabel("Ẩn họ tên").check();
  await paper.getByText("CC-0", { exact: false }).first().waitFor();
  const hidden = await paper.textContent();
  assert.deepEqual(listed.filter((name) => hidden.includes(name)), []);
});

for (const colorScheme of ["light", "dark"]) {
  test(`the scorecard with its evidence open is accessible and fits, ${colorScheme}`, { timeout: 120_000 }, async (t) => {
    const app = await openApp(t, { colorScheme, today: day });
    const { page } = app;
    await openSample(page);
    await show(page, "#/ky-cuong/co-quan/2026");
    for (const code of ["CT.1", "CT.14"]) {
      await evidence(page, code);
      await app.axe(`bằng chứng ${code}`);
      await page.setViewportSize(narrow);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${code}: ${over} px too wide`);
      await page.setViewportSize(wide);
    }
    await show(page, "#/ky-cuong/don-vi-99999/2026");
    await page.getByText("Không có đơn vị hoặc người này").waitFor();
    await app.axe("không có đơn vị");
  });
}
