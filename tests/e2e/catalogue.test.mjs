// Catalogue, readings, criteria, calendar, agency and help, as a person uses them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./support/app.mjs";
import { readGrid } from "./support/grid.mjs";
import { day, openSample, show } from "./support/screens.mjs";

const tabs = ["san-pham", "cach-hieu", "tieu-chi", "noi-bo", "lich", "co-quan"];

/** Opens the sample agency at an address. */
async function sample(t, address, options = {}) {
  const app = await openApp(t, { today: day, ...options });
  await openSample(app.page);
  await show(app.page, address);
  return app;
}

/** Score of the month and class of the year of everybody, by name, as the list of officials shows them. */
async function scores(page) {
  await show(page, "#/cong-chuc");
  // Names alone may be equal; the link tells who it is. All that a row shows is compared.
  return new Map((await readGrid(page)).map(({ link, cells }) => [link, Object.values(cells).join(" | ")]));
}

test("another reading is tried out: exactly those are listed who change, then it holds, then it is taken back", { timeout: 120_000 }, async (t) => {
  const { page } = await sample(t, "#/cong-chuc");
  const before = await scores(page);

  await show(page, "#/danh-muc/cach-hieu");
  await page.getByRole("listitem").filter({ hasText: "Mỗi ngày chậm là một lần" })
    .getByRole("button", { name: "Xem trước và chọn" }).click();
  const dialog = page.getByRole("dialog", { name: "Đổi cách hiểu R1" });
  const rows = dialog.getByRole("table", { name: "Ai thay đổi" }).locator("tbody tr");
  await rows.first().waitFor();
  const all = await rows.count();
  // From this month on: the list of officials shows this month's scores.
  await dialog.getByLabel("Áp dụng từ ngày").fill("01/11/2026");
  await dialog.getByLabel("Căn cứ hoặc lý do").focus();
  await page.waitForFunction((all) => {
    const rows = document.querySelectorAll("dialog[open] tbody tr").length;
    return rows > 0 && rows < all;
  }, all);
  const listed = (await rows.locator("th").allInnerTexts()).sort();

  await dialog.getByRole("button", { name: "Áp dụng" }).click();
  await dialog.getByText("Cần nhập mục này.").waitFor();
  await dialog.getByLabel("Căn cứ hoặc lý do").fill("Quy chế mẫu số 01");
  await dialog.getByRole("button", { name: "Áp dụng" }).click();
  await dialog.waitFor({ state: "detached" }).catch(() => dialog.waitFor({ state: "hidden" }));
  await page.getByText("Căn cứ: Quy chế mẫu số 01").waitFor();

  const after = await scores(page);
  const changed = [...after].filter(([who, line]) => before.get(who) !== line).map(([, line]) => line.split(" | ")[0]).sort();
  assert.ok(changed.length > 0, "somebody changes");
  assert.deepEqual(listed, changed);

  await page.keyboard.press("Control+z");
  await page.getByText("Đã hoàn tác: Đổi cách hiểu quy định").waitFor();
  assert.deepEqual(await scores(page), before);
});

test("a product is added, found, retired and taken into use again", { timeout: 120_000 }, async (t) => {
  const { page } = await sample(t, "#/danh-muc");
  await page.getByRole("button", { name: "Thêm sản phẩm" }).click();
  const dialog = page.getByRole("dialog", { name: "Thêm sản phẩm" });
  await dialog.getByLabel("Mã").fill("MAU.01");
  await dialog.getByLabel("Sản phẩm, công việc").fill("Việc thử nghiệm của danh mục");
  await dialog.getByLabel("Điểm").fill("120–180");
  await dialog.getByRole("button", { name: "Lưu" }).click();

  await page.getByRole("searchbox", { name: "Tìm sản phẩm" }).fill("thu nghiem cua danh muc");
  const cell = page.getByRole("grid").getByText("MAU.01");
  await cell.waitFor();
  await page.getByRole("grid").getByText("24–36").waitFor();
  await cell.dblclick();
  await page.getByRole("dialog", { name: "Sản phẩm MAU.01" }).getByRole("button", { name: "Ngừng dùng" }).click();
  await cell.waitFor({ state: "detached" });
  await page.getByLabel("Tình trạng sử dụng").selectOption("retired");
  await cell.waitFor();
  await page.keyboard.press("Control+z");
  await page.getByLabel("Tình trạng sử dụng").selectOption("now");
  await cell.waitFor();
});

test("a day off of the agency is counted and can be removed", { timeout: 120_000 }, async (t) => {
  const { page } = await sample(t, "#/danh-muc/lich");
  await page.getByRole("button", { name: "Thêm ngày" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Ngày", exact: true }).fill("04/05/2026");
  await dialog.getByLabel("Lý do hoặc số thông báo").fill("Hội nghị toàn cơ quan");
  const heading = page.getByRole("heading", { name: /^Tháng 5:/ });
  const count = async () => Number((await heading.innerText()).match(/: (\d+)/)[1]);
  const before = await count();
  await dialog.getByRole("button", { name: "Lưu" }).click();
  await page.getByRole("cell", { name: "Hội nghị toàn cơ quan" }).waitFor();
  assert.equal(await count(), before - 1);
  await page.getByRole("button", { name: "Bỏ ngày 04/05/2026, theo lại lịch chung" }).click();
  await page.getByRole("cell", { name: "Hội nghị toàn cơ quan" }).waitFor({ state: "detached" });
  assert.equal(await count(), before);
});

test("the agency's name is changed and stands in the bar", { timeout: 120_000 }, async (t) => {
  const { page } = await sample(t, "#/danh-muc/co-quan");
  await page.getByLabel("Tên cơ quan, đơn vị").fill("UBND xã Thử Nghiệm");
  await page.getByRole("button", { name: "Lưu thông tin cơ quan" }).click();
  await page.getByRole("banner").getByText("UBND xã Thử Nghiệm").waitFor();
});

test("tabs are walked with the arrow keys and each has its address", { timeout: 120_000 }, async (t) => {
  const { page } = await sample(t, "#/danh-muc");
  await page.getByRole("tab", { name: "Danh mục sản phẩm" }).focus();
  for (const word of tabs.slice(1)) {
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((word) => location.hash === `#/danh-muc/${word}`, word);
    await page.locator('[role="tab"][aria-selected="true"]:focus').waitFor();
  }
});

test("the help is searched without diacritics and opens at a rule by its address", { timeout: 120_000 }, async (t) => {
  const { page } = await sample(t, "#/tro-giup");
  await page.getByRole("heading", { name: "Việc chính trong năm bước" }).waitFor();
  await page.getByRole("searchbox", { name: "Tìm trong trợ giúp" }).fill("dong bo ket qua");
  await page.getByText("Thời hạn đồng bộ kết quả lên Cơ sở dữ liệu quốc gia").waitFor();
  await page.getByRole("heading", { name: "Phím tắt" }).waitFor({ state: "detached" });

  await show(page, "#/tro-giup/petition.working_days");
  const rule = page.locator("details", { hasText: "Thời hạn giải quyết kiến nghị" });
  await rule.getByText("trong thời hạn 07 ngày làm việc").waitFor();
  await rule.getByText("đối chiếu ngày").waitFor();
  await page.getByRole("cell", { name: "83,68" }).waitFor();
});

for (const colorScheme of ["light", "dark"]) {
  test(`every tab and the help are accessible, ${colorScheme}`, { timeout: 300_000 }, async (t) => {
    const app = await sample(t, "#/danh-muc", { colorScheme });
    for (const tab of tabs) {
      await show(app.page, `#/danh-muc/${tab}`);
      await app.axe(tab);
    }
    await show(app.page, "#/danh-muc/cach-hieu");
    await app.page.getByRole("button", { name: "Xem trước và chọn" }).first().click();
    await app.page.getByRole("dialog").getByText(/người đổi|Không ai đổi/).waitFor();
    await app.axe("xem trước");
    await app.page.keyboard.press("Escape");
    await show(app.page, "#/tro-giup");
    await app.axe("trợ giúp");
  });
}
