// Every register is entered like a spreadsheet: officials, products, complaints, incidents, each block one action.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./support/app.mjs";
import { asText, put } from "./support/clipboard.mjs";
import { readGrid } from "./support/grid.mjs";
import { day, show } from "./support/screens.mjs";
import { enter, openUnit, people } from "./support/unit.mjs";

const preview = (page) => page.getByRole("dialog", { name: "Xem trước khi dán" });
const saved = (page) => page.locator(".save-state").getByText("Đã lưu").waitFor();
const names = async (page) => (await readGrid(page)).map((row) => row.cells["Họ và tên"]);

async function own(t) {
  const app = await openApp(t, { today: day });
  await openUnit(app);
  return app;
}

async function paste(page, rows) {
  await put(page, { text: asText(rows) });
  await enter(page);
  // An empty register takes a block at its header.
  if (await page.getByRole("grid").getAttribute("aria-rowcount") !== "1") await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+v");
}

test("officials: a block onto the list, an unknown unit mended in the preview, one undo for all", { timeout: 240_000 }, async (t) => {
  const app = await own(t);
  const { page } = app;
  await show(page, "#/cong-chuc");
  await page.getByText(`${people.length} người`, { exact: false }).waitFor();
  const before = await readGrid(page);

  // Two more than there are: the rows in view get a note of their title, the others become officials.
  const titles = before.map(({ cells }, index) => [cells["Họ và tên"], cells["Mã"], `Chuyên viên ${index + 1}`, "Phòng Mẫu"]);
  await paste(page, [...titles, ["Đỗ Văn Thêm", "DV-98", "Chuyên viên", "phong mau"], ["Đỗ Thị Thêm", "DV-98", "Chuyên viên", "Phòng Mẫu"]]);
  await preview(page).getByText("1 ô chưa hợp lệ", { exact: false }).waitFor();
  await preview(page).getByText("Không tìm thấy “phong mau”", { exact: false }).waitFor();
  await app.axe("xem trước khi dán công chức");
  await preview(page).getByRole("button", { name: "Nhận mọi gợi ý" }).click();
  await preview(page).getByText("“DV-98” đã có trong sổ", { exact: false }).waitFor();
  await page.keyboard.press("Escape");
  await preview(page).waitFor({ state: "detached" });
  assert.deepEqual(await readGrid(page), before, "nothing is taken from a preview that was left");

  await paste(page, [...titles, ["Đỗ Văn Thêm", "DV-98", "Chuyên viên", "Phòng Mẫu"]]);
  await preview(page).getByRole("button", { name: /^Ghi \d+ ô$/ }).click();
  await page.getByText(`${people.length + 1} người`, { exact: false }).waitFor();
  await saved(page);
  await enter(page);
  await page.keyboard.press("Control+z");
  await page.getByText(`${people.length} người`, { exact: false }).waitFor();
  assert.deepEqual(await readGrid(page), before, "one undo takes titles and the new official back");
});

test("officials: a title is typed in its cell, a unit is suggested, Enter on the name opens the person", { timeout: 240_000 }, async (t) => {
  const { page } = await own(t);
  await show(page, "#/cong-chuc");
  const [first] = await readGrid(page);
  await enter(page);
  await page.keyboard.press("Control+Home");
  for (let right = 0; right < 2; right += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.type("Phó Trưởng phòng");
  await page.keyboard.press("Tab");
  await page.keyboard.type("mau");
  await page.getByRole("listbox").getByRole("option", { name: /Phòng Mẫu/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("grid").getByText("Phó Trưởng phòng", { exact: true }).waitFor();
  await saved(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: first.cells["Họ và tên"] }).waitFor();
});

test("officials: sorted and filtered, a block lands on the rows as they are seen", { timeout: 240_000 }, async (t) => {
  const { page } = await own(t);
  await show(page, "#/cong-chuc");
  const code = page.getByRole("grid").getByRole("columnheader", { name: "Mã" });
  await code.click();
  await code.click();
  await page.getByRole("searchbox", { name: "Tìm công chức" }).fill("Thị");
  const seen = await names(page);
  assert.ok(seen.length > 2 && seen.length < people.length);
  await put(page, { text: asText([["Việc một"], ["Việc hai"]]) });
  await enter(page);
  await page.keyboard.press("Control+Home");
  for (let right = 0; right < 2; right += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+v");
  await page.getByRole("grid").getByText("Việc hai").waitFor();
  const after = await readGrid(page);
  assert.deepEqual(after.slice(0, 2).map(({ cells }) => [cells["Họ và tên"], cells["Chức vụ, chức danh"]]), [[seen[0], "Việc một"], [seen[1], "Việc hai"]]);
});

test("officials: who is renamed keeps the next value, Enter goes to who stood below, a preview leaves what is saved alone", { timeout: 240_000 }, async (t) => {
  const { page } = await own(t);
  await show(page, "#/cong-chuc");
  const before = await readGrid(page);
  const at = (row, name) => row.cells[name];
  await enter(page);
  await page.keyboard.press("Control+Home");
  // In office order the first becomes the last: the code typed next is still theirs.
  await page.keyboard.type("Vũ Văn Ỷ");
  await page.keyboard.press("Tab");
  await page.keyboard.type("DV-777");
  await page.keyboard.press("Enter");
  await saved(page);
  const after = await readGrid(page);
  const renamed = after.find((row) => at(row, "Họ và tên") === "Vũ Văn Ỷ");
  assert.equal(at(renamed, "Mã"), "DV-777");
  const others = after.filter((row) => row !== renamed).map((row) => at(row, "Mã"));
  assert.deepEqual(others, before.slice(1).map((row) => at(row, "Mã")), "nobody else has another code");

  // Enter after a name that moves goes to who stood below before.
  await page.keyboard.press("Control+Home");
  const [first, second] = after;
  await page.keyboard.type("Vũ Văn Ỹ");
  await page.keyboard.press("Enter");
  await page.waitForFunction((name) => document.activeElement?.innerText.trim() === name, at(second, "Họ và tên"));
  assert.notEqual(at(first, "Họ và tên"), at(second, "Họ và tên"));
  await saved(page);

  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await put(page, { text: asText([["Không có đơn vị này"]]) });
  await page.keyboard.press("Control+v");
  await preview(page).waitFor();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  await preview(page).waitFor({ state: "detached" });
  assert.ok((await names(page)).includes("Vũ Văn Ỹ"), "a preview undoes nothing behind it");
});

test("products: pasted into an empty catalogue with their coefficients worked out, then replaced", { timeout: 240_000 }, async (t) => {
  const { page } = await own(t);
  await show(page, "#/danh-muc");
  await paste(page, [["MAU.01", "Soạn báo cáo tháng", "A", "10"], ["MAU.02", "Thẩm định hồ sơ", "B", "ba"], ["MAU.03", "Soạn tờ trình", "A", "120–180"]]);
  await preview(page).getByText("“ba” không phải là số", { exact: false }).waitFor();
  await page.keyboard.type("15");
  await page.keyboard.press("Enter");
  await preview(page).getByText("Mọi ô đều hợp lệ.").waitFor();
  await preview(page).getByRole("button", { name: /^Ghi/ }).click();
  await page.getByRole("grid").getByText("24–36").waitFor();
  await saved(page);

  await enter(page);
  await page.keyboard.press("Control+h");
  const replace = page.getByRole("dialog", { name: "Tìm và thay" });
  await replace.getByLabel("Tìm", { exact: true }).fill("soạn");
  await replace.getByLabel("Thay bằng").fill("Lập");
  await replace.getByLabel("Tìm ở đâu").selectOption("all");
  await replace.getByRole("button", { name: "Xem trước" }).click();
  await page.getByRole("dialog", { name: "Xem trước khi thay" }).getByRole("button", { name: "Ghi 2 ô" }).click();
  await page.getByRole("grid").getByText("Lập tờ trình").waitFor();
  await enter(page);
  await page.keyboard.press("Control+z");
  await page.getByRole("grid").getByText("Soạn tờ trình").waitFor();
});

test("complaints: numbered on by themselves, a criterion chosen in its cell, the state never a cell", { timeout: 240_000 }, async (t) => {
  const { page } = await own(t);
  const { name, code } = people[3];
  await show(page, "#/phan-anh");
  await paste(page, [["PA.010", "05/10/2026", "Yêu cầu thêm giấy tờ", `${name} · ${code}`], ["", "06/10/2026", "Trả hồ sơ không nêu lý do", "Phòng Mẫu"]]);
  await preview(page).getByRole("button", { name: /^Ghi/ }).click();
  const numbers = page.getByRole("grid").getByRole("link");
  await numbers.filter({ hasText: "PA.011" }).waitFor();
  await saved(page);

  const rows = await readGrid(page);
  assert.deepEqual(rows.map(({ cells }) => [cells["Số"], cells["Về ai, đơn vị nào"]]), [["PA.011", "Phòng Mẫu"], ["PA.010", name]]);
  await enter(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await page.keyboard.press("Delete");
  assert.deepEqual((await readGrid(page)).map(({ cells }) => cells["Trạng thái"]), rows.map(({ cells }) => cells["Trạng thái"]));
  for (let left = 0; left < 3; left += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("F2");
  await page.getByRole("grid").getByRole("combobox").selectOption({ index: 1 });
  await page.keyboard.press("Enter");
  await saved(page);
});

test("incidents: fill down repeats, a day after today is refused in its cell", { timeout: 240_000 }, async (t) => {
  const { page } = await own(t);
  const { code } = people[2];
  await show(page, "#/phan-anh/vu-viec");
  const rows = ["05", "06", "07"].map((date) => [`${date}/11/2026`, `Việc ngày ${date}`, code, "CT.5", "Trưởng phòng"]);
  await paste(page, rows);
  await preview(page).getByRole("button", { name: "Ghi 15 ô" }).click();
  await page.getByRole("grid").getByText("Việc ngày 05").waitFor();

  await enter(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowRight");
  for (let down = 0; down < 2; down += 1) await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+d");
  await page.waitForFunction(() => [...document.querySelectorAll("[role=gridcell]")].filter((cell) => cell.innerText === "Việc ngày 07").length === 3);
  await page.keyboard.press("Control+z");
  await page.getByRole("grid").getByText("Việc ngày 05").waitFor();

  await page.keyboard.press("Control+Home");
  await page.keyboard.type("31/12/2026");
  await page.keyboard.press("Enter");
  await page.getByRole("grid").getByRole("alert").getByText("Ngày này không được muộn hơn 22/11/2026", { exact: false }).waitFor();
});
