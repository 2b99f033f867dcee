// The path of an incident: recorded, explained, confirmed, its effect looked at beforehand and decided.

import assert from "node:assert/strict";
import { test } from "node:test";
import { narrow, openApp, wide } from "./support/app.mjs";
import { day, openSample, show } from "./support/screens.mjs";

const dialog = (page) => page.getByRole("dialog");
const still = (page) => page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== "running"));

async function save(page) {
  await dialog(page).getByRole("button", { name: "Lưu", exact: true }).click();
  await dialog(page).waitFor({ state: "detached" });
}

test("an incident counts only once confirmed, and then by a decision seen beforehand", { timeout: 180_000 }, async (t) => {
  const { page } = await openApp(t, { today: day });
  await openSample(page);
  await show(page, "#/phan-anh");
  await page.getByRole("navigation", { name: "Các sổ" }).getByRole("link", { name: "Vụ việc ghi nhận" }).click();
  await page.getByRole("heading", { level: 1, name: "Vụ việc ghi nhận" }).waitFor();

  // Everything missing is named at once.
  await page.getByRole("button", { name: "Ghi vụ việc", exact: true }).click();
  await dialog(page).getByRole("button", { name: "Lưu", exact: true }).click();
  await dialog(page).getByText("Cần nhập mục này.").nth(3).waitFor();
  await dialog(page).getByLabel("Ngày xảy ra").fill("05/11/2026");
  await dialog(page).getByLabel("Nội dung theo chỉ thị").selectOption({ index: 2 });
  await dialog(page).getByRole("combobox", { name: "Công chức liên quan" }).fill("n");
  await dialog(page).getByRole("listbox").getByRole("option").first().click();
  await dialog(page).getByLabel("Việc đã xảy ra").fill("Chuyển hồ sơ mẫu cho người khác không có lý do");
  await dialog(page).getByLabel("Người ghi nhận").fill("Trưởng phòng");
  await save(page);

  await page.getByRole("searchbox", { name: "Tìm vụ việc" }).fill("chuyen ho so mau");
  await page.getByRole("grid").getByRole("link").first().click();
  await page.getByRole("heading", { level: 1, name: "Vụ việc ngày 05/11/2026" }).waitFor();
  const main = page.getByRole("main");
  const decide = page.getByRole("button", { name: "Ghi quyết định", exact: true });
  await main.getByText("Chưa kết luận nên không tính.", { exact: false }).waitFor();
  assert.equal(await decide.isDisabled(), true);

  await page.getByRole("button", { name: "Ghi giải trình" }).click();
  await dialog(page).getByLabel("Giải trình của công chức").fill("Được phân công lại bằng lời");
  await save(page);
  await main.getByText("Được phân công lại bằng lời").waitFor();

  await page.getByRole("button", { name: "Kết luận", exact: true }).click();
  await dialog(page).getByLabel("Kết luận").first().selectOption({ label: "Xác nhận đúng" });
  await dialog(page).getByLabel("Người có thẩm quyền").fill("Chủ tịch UBND xã");
  await save(page);
  await main.getByText("Đã xác nhận").first().waitFor();
  await main.getByText("chưa quyết định", { exact: false }).first().waitFor();

  await decide.click();
  await dialog(page).getByText("Mức đề xuất của phần mềm: 0,5 điểm", { exact: false }).waitFor();
  await dialog(page).getByRole("table").waitFor();
  await dialog(page).getByLabel("Người có thẩm quyền quyết định").fill("Chủ tịch UBND xã");
  await dialog(page).getByLabel("Lý do").fill("Đã xác nhận");
  await save(page);
  await main.getByText("Đang tính").waitFor();

  // Dismissed later, the effect has no ground any more, and the screen says so.
  await page.getByRole("button", { name: "Kết luận lại", exact: true }).click();
  await dialog(page).getByLabel("Kết luận").first().selectOption({ label: "Không xác nhận" });
  await dialog(page).getByLabel("Người có thẩm quyền").fill("Chủ tịch UBND xã");
  await save(page);
  await main.getByText("Không còn căn cứ, không tính").waitFor();
  await page.keyboard.press("Control+z");
  await main.getByText("Đang tính").waitFor();

  // The person's page and the search know it.
  await main.getByRole("link", { name: "Trang công chức" }).click();
  await main.getByRole("link", { name: /^Vụ việc ngày 05\/11\/2026/ }).waitFor();
  await page.keyboard.press("Control+k");
  await dialog(page).getByRole("combobox").fill("chuyen ho so mau");
  await page.getByRole("option").filter({ hasText: "vụ việc" }).first().waitFor();
});

test("complaints about internal conflict stand beside the leader's questions and answer nothing", { timeout: 120_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openSample(page);
  await show(page, "#/cong-chuc");
  const main = page.getByRole("main");
  const ids = await main.locator('a[href^="#/cong-chuc/"]').evaluateAll((all) => all.map((link) => link.getAttribute("href").split("/").at(-1)));
  let seen = 0;
  for (const id of ids) {
    await show(page, `#/cham-diem/${id}`);
    const held = main.locator(".scoring__held");
    if ((await held.count()) === 0) continue;
    seen += 1;
    await held.first().getByRole("link", { name: /^Phản ánh / }).first().waitFor();
    await held.first().getByText("không tự trả lời", { exact: false }).waitFor();
    await app.axe(`phiếu của ${id}`);
    break;
  }
  assert.ok(seen > 0, "no leader's sheet shows the complaint");
});

for (const colorScheme of ["light", "dark"]) {
  test(`the register of incidents and its dialogs are accessible and fit, ${colorScheme}`, { timeout: 180_000 }, async (t) => {
    const app = await openApp(t, { colorScheme, today: day });
    const { page } = app;
    await openSample(page);
    await show(page, "#/phan-anh/vu-viec");
    const links = await page.locator('main a[href^="#/phan-anh/vu-viec/"]').evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.ok(links.length > 4);
    for (const address of ["#/phan-anh/vu-viec", ...links.slice(0, 6), "#/phan-anh/vu-viec/99999"]) {
      await show(page, address);
      await app.axe(address);
      await page.setViewportSize(narrow);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${address}: ${over} px too wide`);
      await page.setViewportSize(wide);
    }
    await show(page, "#/phan-anh/vu-viec");
    await page.getByRole("button", { name: "Ghi vụ việc", exact: true }).click();
    await dialog(page).waitFor();
    await still(page);
    await app.axe("Ghi vụ việc");
    await page.keyboard.press("Escape");
    let decided = false;
    for (const address of links) {
      await show(page, address);
      const decide = page.getByRole("button", { name: "Ghi quyết định", exact: true });
      if (await decide.isDisabled()) continue;
      decided = true;
      await decide.click();
      await dialog(page).locator(".effect").waitFor();
      await still(page);
      await app.axe("Ghi quyết định");
      await page.keyboard.press("Escape");
    }
    assert.ok(decided);
    await show(page, links[0]);
    for (const name of ["Kết luận", "Ghi giải trình", "Sửa thông tin"]) {
      await page.getByRole("button", { name, exact: true }).click();
      await dialog(page).waitFor();
      await still(page);
      await app.axe(name);
      await page.keyboard.press("Escape");
    }
  });
}
