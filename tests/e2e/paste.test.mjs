// Blocks from Excel onto the register: refused cells are mended before anything is taken, and all is one action.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./support/app.mjs";
import { asExcelHtml, asText, put, taken } from "./support/clipboard.mjs";
import { day, show } from "./support/screens.mjs";
import { enter, openUnit, people, register } from "./support/unit.mjs";

const works = ["Soạn báo cáo tuần", "Thẩm định hồ sơ", "Trả lời kiến nghị cử tri", "Lập dự toán", "Kiểm tra việc thực hiện kết luận"];
const two = (number) => String(number).padStart(2, "0");

/** One row of a register as an office keeps it: code, task, lead, product, coefficient, assigned, done, due. */
function row(index) {
  const { code, name } = people[index % people.length];
  const date = `${two(1 + (index % 28))}/${two(1 + (index % 11))}/2026`;
  const work = `${works[index % works.length]}\nđợt ${index + 1}`;
  const coefficient = { text: "1,3", number: "1.25" };
  return [`NV-${String(index + 1).padStart(3, "0")}`, work, `${name} · ${code}`, "", coefficient, "2", index % 3 ? "2" : "", date];
}

function rows() {
  const all = Array.from({ length: 500 }, (_, index) => row(index));
  all[16][5] = "hai";
  all[202][7] = "31/02/2026";
  all[410][2] = "Nguyễn Văn Chưa Có";
  // The same lead for two rows, merged into one cell.
  all[100][2] = { text: all[100][2], rows: 2 };
  all[101][2] = null;
  return all;
}

const plain = (cell) => (cell === null ? "" : (cell.text ?? cell));
const saved = (page) => page.locator(".save-state").getByText("Đã lưu").waitFor();
const count = (page, number) => page.getByText(new RegExp(`^${number} nhiệm vụ ·`)).waitFor();

test("500 rows from Excel: three refused cells, mended, one undo, one redo, still there after a reload", { timeout: 300_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openUnit(app);
  const all = rows();
  await put(page, { text: asText(all.map((cells) => cells.map(plain))), html: asExcelHtml(all) });
  await enter(page);
  await page.keyboard.press("Control+v");

  const dialog = page.getByRole("dialog", { name: "Xem trước khi dán" });
  await dialog.getByText("3 ô chưa hợp lệ", { exact: false }).waitFor();
  await dialog.getByText("1 ô gộp đã được tách", { exact: false }).waitFor();
  const refused = await dialog.locator("[role=row]:has([role=gridcell])").allInnerTexts();
  assert.equal(refused.length, 3);
  assert.match(refused[0], /^17\s+Giao\s+hai\s+“hai” không phải là số/);
  assert.match(refused[1], /^203\s+Hạn\s+31\/02\/2026\s+Không có ngày 31\/02\/2026[^]*28\/02\/2026$/);
  assert.match(refused[2], /^411\s+Chủ trì\s+Nguyễn Văn Chưa Có\s+Không tìm thấy/);
  await app.axe("xem trước khi dán");

  // By keyboard, in place: the first refused value has the focus already.
  await page.keyboard.type("hai mươi");
  await page.keyboard.press("Enter");
  await dialog.getByRole("alert").getByText("không phải là số").waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await dialog.getByText("1 ô chưa hợp lệ", { exact: false }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type(people[10].code);
  await page.keyboard.press("Enter");
  await dialog.getByText("Mọi ô đều hợp lệ.").waitFor();
  assert.equal(await dialog.getByText("Đã sửa, hợp lệ").count(), 3);
  await dialog.getByRole("button", { name: /^Ghi [\d\s]+ ô$/ }).click();
  await count(page, 500);
  await saved(page);

  await enter(page);
  await page.keyboard.press("Control+z");
  await count(page, 0);
  await page.keyboard.press("Control+y");
  await count(page, 500);
  await saved(page);
  await app.reload();
  await count(page, 500);

  await page.getByRole("searchbox", { name: "Tìm trong nhiệm vụ" }).fill("NV-203");
  await count(page, 1);
  await enter(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Shift+Space");
  await page.keyboard.press("Control+c");
  const [found] = await taken(app);
  assert.deepEqual([found[0], found[4], found[7]], ["NV-203", "1,25", "28/02/2026"], "exact number and mended day");
});

test("a block in a sorted and filtered register lands on the rows as they are seen", { timeout: 240_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openUnit(app);
  const plan = people.map(({ code, name }, index) => [`V-${two(index + 1)}`, `Việc mẫu ${index + 1}`, `${name} · ${code}`, "", "1", "4", "", "30/11/2026"]);
  await put(page, { text: asText(plan) });
  await enter(page);
  await page.keyboard.press("Control+v");
  await page.getByRole("dialog").getByRole("button", { name: /^Ghi/ }).click();
  await count(page, 20);

  const code = register(page).getByRole("columnheader", { name: "Mã" });
  await code.click();
  await code.click();
  await page.getByRole("searchbox", { name: "Tìm trong nhiệm vụ" }).fill("Việc mẫu 1");
  await count(page, 11);
  await enter(page);
  await page.keyboard.press("Control+Home");
  for (let right = 0; right < 6; right += 1) await page.keyboard.press("ArrowRight");
  await put(page, { text: asText([["1"], ["2"], ["=B2*2"]]) });
  await enter(page);
  await page.keyboard.press("Control+v");
  const dialog = page.getByRole("dialog", { name: "Xem trước khi dán" });
  await dialog.getByText("“=B2*2” là công thức", { exact: false }).waitFor();
  await dialog.getByRole("button", { name: "Ghi 2 ô, bỏ 1 ô" }).click();
  await page.waitForFunction(() => document.activeElement.closest("[role=grid]"));
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+Shift+c");
  const [heads, ...cells] = await taken(app);
  assert.deepEqual([heads[0], heads[6]], ["Mã", "Xong"], "copied with the heads");
  assert.deepEqual(cells.slice(0, 3).map((it) => [it[0], it[6]]), [["V-19", "1"], ["V-18", "2"], ["V-17", "0"]]);
  await show(page, "#/du-lieu/nhat-ky");
  await page.getByText("Dán nhiệm vụ").first().waitFor();
});
