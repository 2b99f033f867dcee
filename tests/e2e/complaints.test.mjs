// The path of a complaint as a personnel officer walks it, and the register of discipline.

import assert from "node:assert/strict";
import { test } from "node:test";
import { narrow, openApp, wide } from "./support/app.mjs";
import { day, openSample, show } from "./support/screens.mjs";

const dialog = (page) => page.getByRole("dialog");

async function save(page) {
  await dialog(page).getByRole("button", { name: "Lưu", exact: true }).click();
  await dialog(page).waitFor({ state: "detached" });
}

/** Records a complaint about the first official of the list; gives that official's name. */
async function record(page) {
  await show(page, "#/phan-anh");
  await page.getByRole("button", { name: "Ghi phản ánh", exact: true }).click();
  await dialog(page).getByLabel("Ngày nhận").fill("02/11/2026");
  await dialog(page).getByLabel("Nội dung", { exact: false }).first().fill("Yêu cầu thêm giấy tờ ngoài quy định");
  await dialog(page).getByLabel("Loại đơn").selectOption({ label: "Khiếu nại" });
  await dialog(page).getByLabel("Nội dung theo chỉ thị").selectOption({ index: 6 });
  await dialog(page).getByRole("combobox", { name: "Công chức bị phản ánh" }).fill("n");
  const option = dialog(page).getByRole("listbox").getByRole("option").first();
  await option.waitFor();
  await option.click();
  await save(page);
}

/** Who acted, in the dialog of a step or a link. */
const actor = (page) => dialog(page).getByRole("combobox", { name: "Người hoặc cơ quan thực hiện" });

/** Moves the open complaint on by one step. */
async function advance(page, state, on, document = "") {
  await page.getByRole("button", { name: "Chuyển bước", exact: true }).click();
  await dialog(page).getByLabel("Bước tiếp theo").selectOption({ label: state });
  await dialog(page).getByLabel("Ngày", { exact: false }).first().fill(on);
  await actor(page).fill("Chánh Văn phòng");
  await dialog(page).getByLabel("Số, ngày văn bản").fill(document);
  await save(page);
}

test("a complaint is recorded, concluded as right, decided and taken back", { timeout: 180_000 }, async (t) => {
  const { page } = await openApp(t, { today: day });
  await openSample(page);
  await record(page);

  await page.getByRole("grid").getByRole("link").first().waitFor();
  const search = page.getByRole("searchbox", { name: "Tìm phản ánh" });
  await search.fill("them giay to ngoai");
  await page.getByRole("grid").getByRole("link").first().click();
  await page.getByRole("heading", { level: 1, name: /^Phản ánh / }).waitFor();
  const main = page.getByRole("main");
  await main.getByText("Còn 10 ngày").or(main.getByText(/Quá hạn \d+ ngày/)).first().waitFor();
  assert.equal(await page.getByRole("button", { name: "Ghi quyết định", exact: true }).isDisabled(), true);

  await advance(page, "Đã thụ lý", "09/11/2026");
  await advance(page, "Đang xác minh", "10/11/2026");

  // A conclusion without its document stays in the dialog and says so.
  await page.getByRole("button", { name: "Chuyển bước", exact: true }).click();
  await dialog(page).getByLabel("Bước tiếp theo").selectOption({ label: "Kết luận: đúng" });
  // Who acted last stands there already.
  assert.equal(await actor(page).inputValue(), "Chánh Văn phòng");
  await dialog(page).getByRole("button", { name: "Lưu", exact: true }).click();
  await dialog(page).getByRole("alert").getByText("Cần nhập mục này.").waitFor();
  await dialog(page).getByLabel("Số, ngày văn bản").fill("33/KL-UBND");
  await save(page);
  await main.getByText("Kết luận: đúng").first().waitFor();

  // Never backwards: an earlier day than the last step is refused with the reason.
  await page.getByRole("button", { name: "Chuyển bước", exact: true }).click();
  await dialog(page).getByLabel("Bước tiếp theo").selectOption({ label: "Đang xác minh" });
  await dialog(page).getByLabel("Ngày", { exact: false }).first().fill("01/11/2026");
  await dialog(page).getByLabel("Số, ngày văn bản").fill("34/TB-UBND");
  await dialog(page).getByRole("button", { name: "Lưu", exact: true }).click();
  await dialog(page).getByText("Ngày này phải từ", { exact: false }).waitFor();
  await dialog(page).getByRole("button", { name: "Hủy", exact: true }).click();

  // Found right, and still nothing is taken off until somebody decides.
  await main.getByText("chưa quyết định", { exact: false }).first().waitFor();
  await page.getByRole("button", { name: "Ghi quyết định", exact: true }).click();
  const beforehand = dialog(page).locator(".effect");
  await dialog(page).getByText("Mức đề xuất của phần mềm: 1 điểm", { exact: false }).waitFor();
  await beforehand.getByRole("table").waitFor();
  await dialog(page).getByLabel("Số điểm trừ").fill("");
  await dialog(page).getByText("Chọn dòng, tháng và số điểm", { exact: false }).waitFor();
  await dialog(page).getByRole("button", { name: "Dùng mức này" }).click();
  await beforehand.getByRole("table").waitFor();
  await dialog(page).getByLabel("Người có thẩm quyền quyết định").fill("Chủ tịch UBND xã");
  await dialog(page).getByLabel("Lý do").fill("Đã kết luận đúng");
  await save(page);
  await main.getByText("Đang tính").waitFor();

  for (const gone of ["Đang tính", "33/KL-UBND"]) {
    await page.keyboard.press("Control+z");
    await main.getByText(gone).first().waitFor({ state: "detached" });
  }
  await main.getByText("Đang xác minh").first().waitFor();
});

test("two complaints about one case are linked, shown on both sides, and taken apart again", { timeout: 120_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openSample(page);
  await show(page, "#/phan-anh/{complaint}");
  const main = page.getByRole("main");
  const own = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", { name: "Ghép trùng" }).click();
  await actor(page).fill("");
  await dialog(page).getByRole("button", { name: "Lưu", exact: true }).click();
  await dialog(page).getByText("Cần nhập mục này.").nth(1).waitFor();
  await actor(page).fill("Chánh Văn phòng");
  await dialog(page).getByLabel("Cùng vụ việc với").selectOption({ index: 2 });
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== "running"));
  await app.axe("ghép trùng");
  await save(page);
  await main.getByText("không tính ở đâu cả", { exact: false }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Ghép trùng" }).isDisabled(), true);
  await app.axe("phản ánh đã ghép");
  await main.getByRole("link", { name: /^Phản ánh .*, nhận ngày/ }).click();
  await main.getByText("Phản ánh trùng đã ghép vào đây").waitFor();
  await main.getByRole("link", { name: new RegExp(`^${own}, nhận ngày`) }).waitFor();
  await page.keyboard.press("Control+z");
  await main.getByText("Phản ánh trùng đã ghép vào đây").waitFor({ state: "detached" });
});

test("who complained is hidden until asked for, and nowhere else", { timeout: 120_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openSample(page);
  await show(page, "#/phan-anh/{complaint}");
  const address = new URL(page.url()).hash;
  const main = page.getByRole("main");
  await main.getByText("chỉ bản sao lưu đầy đủ mang theo", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Ghi người phản ánh" }).click();
  await dialog(page).getByLabel("Họ tên").fill("Người Gửi Kín Tên");
  await save(page);
  await main.getByText("Đã ghi, đang ẩn.").waitFor();
  assert.equal(await page.getByText("Người Gửi Kín Tên").count(), 0);
  await page.getByRole("button", { name: "Hiện", exact: true }).click();
  await main.getByText("Người Gửi Kín Tên").waitFor();
  await app.axe("người phản ánh");
  await page.emulateMedia({ media: "print" });
  assert.equal(await main.getByText("Người Gửi Kín Tên").isVisible(), false);
  await page.emulateMedia({ media: "screen" });
  await show(page, "#/phan-anh");
  await show(page, address);
  await main.getByText("Đã ghi, đang ẩn.").waitFor();
  await page.keyboard.press("Control+k");
  await dialog(page).getByRole("combobox").fill("nguoi gui kin ten");
  await page.waitForTimeout(300);
  assert.equal(await page.getByText("Người Gửi Kín Tên").count(), 0);
});

test("a disciplinary decision says what it does to the year", { timeout: 120_000 }, async (t) => {
  const { page } = await openApp(t, { today: day });
  await openSample(page);
  await show(page, "#/phan-anh/ky-luat");
  const main = page.getByRole("main");
  await main.getByText("Năm 2026: xếp loại Không hoàn thành nhiệm vụ", { exact: false }).waitFor();
  // The decision of the row one is at is opened from above the grid.
  await page.getByRole("grid").getByRole("rowheader").first().click();
  await page.getByRole("button", { name: /^Sửa quyết định về/ }).first().click();
  await dialog(page).getByLabel("Liên quan công vụ", { exact: false }).uncheck();
  await save(page);
  await main.getByText("không liên quan công vụ", { exact: false }).waitFor();
  await page.keyboard.press("Control+z");
  await main.getByText("Năm 2026: xếp loại Không hoàn thành nhiệm vụ", { exact: false }).waitFor();
});

test("a conclusion of the authority sets the class of its year", { timeout: 120_000 }, async (t) => {
  const { page } = await openApp(t, { today: day });
  await openSample(page);
  await show(page, "#/phan-anh/ky-luat");
  await page.getByRole("button", { name: "Ghi kết luận", exact: true }).click();
  await dialog(page).getByRole("combobox", { name: "Công chức" }).fill("a");
  await dialog(page).getByRole("listbox").getByRole("option").first().click();
  await dialog(page).getByLabel("Căn cứ").selectOption({ index: 3 });
  await dialog(page).getByLabel("Cấp có thẩm quyền kết luận").fill("Ủy ban Kiểm tra");
  await dialog(page).getByLabel("Số, ngày văn bản").fill("07/KL-UBKT");
  await save(page);
  const entry = page.getByRole("listitem").filter({ hasText: "07/KL-UBKT" });
  await entry.getByText("Năm 2026: xếp loại Không hoàn thành nhiệm vụ", { exact: false }).waitFor();
  await entry.getByRole("button", { name: /^Xóa kết luận về/ }).click();
  await dialog(page).getByRole("button", { name: "Xóa", exact: true }).click();
  await entry.waitFor({ state: "detached" });
});

test("a position is added, which ends the one before, and units are renamed", { timeout: 120_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openSample(page);
  await show(page, "#/cong-chuc/{official}");
  const main = page.getByRole("main");
  await page.getByRole("button", { name: "Thêm vị trí", exact: true }).click();
  await dialog(page).getByLabel("Vai trò").selectOption({ label: "Cấp phó" });
  await dialog(page).getByLabel("Từ ngày").fill("01/11/2026");
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== "running"));
  await app.axe("vị trí công tác");
  await save(page);
  await main.getByText("01/11/2026 – nay").waitFor();
  await main.getByText("– 31/10/2026", { exact: false }).waitFor();
  await page.keyboard.press("Control+z");
  await main.getByText("01/11/2026 – nay").waitFor({ state: "detached" });

  await show(page, "#/cong-chuc");
  await page.getByRole("button", { name: "Đơn vị, nhóm" }).click();
  await dialog(page).getByRole("button", { name: "Thêm đơn vị" }).click();
  await dialog(page).getByLabel("Tên").fill("Tổ Mẫu");
  await dialog(page).getByRole("button", { name: "Lưu", exact: true }).click();
  await dialog(page).getByRole("button", { name: "Sửa Tổ Mẫu" }).click();
  await dialog(page).getByLabel("Tên").fill("Tổ Mẫu Mới");
  await dialog(page).getByRole("button", { name: "Lưu", exact: true }).click();
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== "running"));
  await app.axe("đơn vị và nhóm");
  await dialog(page).getByRole("button", { name: "Xóa Tổ Mẫu Mới" }).click();
  await dialog(page).getByText("Tổ Mẫu Mới").waitFor({ state: "detached" });
});

for (const colorScheme of ["light", "dark"]) {
  test(`one complaint and the register of discipline are accessible and fit, ${colorScheme}`, { timeout: 120_000 }, async (t) => {
    const app = await openApp(t, { colorScheme, today: day });
    const { page } = app;
    await openSample(page);
    await show(page, "#/phan-anh");
    const links = await page.locator('a[href^="#/phan-anh/"]').evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    const some = links.filter((href) => /\d$/.test(href));
    assert.ok(some.length > 5);
    for (const address of [some[0], some.at(-1), "#/phan-anh/ky-luat", "#/phan-anh/99999"]) {
      await show(page, address);
      await app.axe(address);
      await page.setViewportSize(narrow);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${address}: ${over} px too wide`);
      await page.setViewportSize(wide);
    }
    await show(page, some[0]);
    for (const name of ["Chuyển bước", "Sửa thông tin"]) {
      await page.getByRole("button", { name, exact: true }).click();
      await dialog(page).waitFor();
      await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== "running"));
      await app.axe(name);
      await page.keyboard.press("Escape");
    }
  });
}
