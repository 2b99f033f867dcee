// What was deleted can be put back, and leaves data and log for good when its days are over;
// a person who is erased stands nowhere in the browser any more.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./support/app.mjs";
import { whereWordsStand } from "./support/lock.mjs";
import { day, show } from "./support/screens.mjs";
import { pasteStaff, saved, startWithStaff } from "./support/own-data.mjs";

const bin = (page) => page.locator(".panel").filter({ has: page.getByRole("heading", { name: "Những gì đã xóa" }) });
const erasing = (page) => page.locator(".panel").filter({ has: page.getByRole("heading", { name: "Xóa dữ liệu cá nhân của một người" }) });

/** Two officials, a third one brought in and taken back. */
async function withSomebodyDeleted(t) {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await startWithStaff(app);
  await page.getByRole("button", { name: "Nhập tệp khác" }).click();
  await pasteStaff(app, [["DL-03", "Phạm Thị Nháp", "Phòng Mẫu", "Chuyên viên"]]);
  await saved(page);
  await show(page, "#/cong-chuc");
  await page.keyboard.press("Control+z");
  await saved(page);
  await show(page, "#/du-lieu/da-xoa");
  await bin(page).getByText("Phạm Thị Nháp").waitFor();
  return { app, page };
}

test("what was deleted is put back by one press, and that can be undone", { timeout: 120_000 }, async (t) => {
  const { app, page } = await withSomebodyDeleted(t);
  await bin(page).getByText("xóa hẳn sau 60 ngày").waitFor();
  await app.axe("mục đã xóa");
  await bin(page).getByRole("button", { name: /^Lấy lại/ }).click();
  await bin(page).getByText("Không có mục nào đã xóa").waitFor();
  await show(page, "#/cong-chuc");
  await page.getByText("Phạm Thị Nháp").first().waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText("Phạm Thị Nháp").first().waitFor({ state: "detached" });
});

test("an erased person stands nowhere, their file is made first, and nothing brings them back", { timeout: 180_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await startWithStaff(app);
  await saved(page);
  const name = "Trần Văn Mẫu";
  assert.notDeepEqual(await page.evaluate(whereWordsStand, [name]), []);
  await show(page, "#/du-lieu/da-xoa");
  await erasing(page).getByLabel("Người cần xóa").selectOption({ label: `${name} · DL-02` });
  const button = erasing(page).getByRole("button", { name: "Xóa vĩnh viễn…" });
  assert.ok(await button.isDisabled(), "not before their file was made");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    erasing(page).getByRole("button", { name: "Xuất hồ sơ (.csv)" }).click(),
  ]);
  assert.match(file.suggestedFilename(), /^ho-so-tran-van-mau-.*\.csv$/);
  await app.axe("xóa dữ liệu cá nhân");
  await button.click();
  const dialog = page.getByRole("dialog", { name: `Xóa vĩnh viễn dữ liệu của ${name}?` });
  await dialog.getByText("KHÔNG hoàn tác được", { exact: false }).waitFor();
  await dialog.getByRole("button", { name: "Xóa vĩnh viễn" }).click();
  await page.getByText("không hoàn tác được", { exact: false }).first().waitFor();
  await saved(page);
  // The chunks are folded once nothing was written for a while.
  await page.waitForTimeout(6_000);
  assert.deepEqual(await page.evaluate(whereWordsStand, [name, "DL-02"]), []);
  await page.keyboard.press("Control+z");
  await app.reload();
  await show(page, "#/cong-chuc");
  await page.getByText("Lê Thị Thử").first().waitFor();
  assert.equal(await page.getByText(name).count(), 0);
});
