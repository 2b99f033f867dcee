// Copies outside the browser: the folder, lapsed permission, practising, restoring, reminders.
//
// A headless browser shows no window to choose a folder in, so the page's picker is replaced by
// one that gives a folder of the origin's private file system. Its handle is of the same kind,
// can be kept and asked for permission like one of the machine; only the window is not tested.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./support/app.mjs";
import { day, show } from "./support/screens.mjs";
import { pasteStaff, saved, startWithStaff } from "./support/own-data.mjs";

const copyName = /^[a-z0-9-]+_2026-\d\d-\d\d_\d\d-\d\d-\d\d_\d+_[0-9a-f]{12}\.congtam$/;

/** Puts a folder of the origin's private file system in place of the picker, from now on. */
async function replacePicker(app) {
  await app.context.addInitScript(() => {
    globalThis.showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle("sao-luu", { create: true });
  });
  await app.reload();
}

/** The names of the files in the folder. */
const copies = (page) => page.evaluate(async () => {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle("sao-luu", { create: true });
  const names = [];
  for await (const name of folder.keys()) names.push(name);
  return names.sort();
});

/** Waits until the folder holds this many copies, and gives their names. */
async function untilCopies(page, count) {
  for (let tries = 0; tries < 120; tries += 1) {
    const names = await copies(page);
    if (names.length >= count) return names;
    await page.waitForTimeout(250);
  }
  return assert.fail(`${count} copies expected, there are: ${(await copies(page)).join(", ")}`);
}

async function withFolder(t) {
  const app = await openApp(t, { today: day, pickers: true });
  await replacePicker(app);
  await startWithStaff(app);
  await saved(app.page);
  await show(app.page, "#/du-lieu/sao-luu");
  await app.page.getByRole("button", { name: "Chọn thư mục…" }).click();
  await untilCopies(app.page, 1);
  return app;
}

const minutesLater = (app, minutes) =>
  app.context.clock.setFixedTime(new Date(Date.parse(day) + minutes * 60_000));

test("a chosen folder takes copies by itself, and a practice finds them good", { timeout: 240_000 }, async (t) => {
  const app = await withFolder(t);
  const { page } = app;
  const [first] = await copies(page);
  assert.match(first, copyName);
  await page.locator(".save-state").getByText("sao lưu vừa xong").waitFor();
  await app.axe("thư mục sao lưu");

  // Five minutes after a change, without a press.
  await page.keyboard.press("Control+z");
  await page.getByText(/^Đã hoàn tác: Nhập/).first().waitFor();
  await page.keyboard.press("Control+Shift+z");
  await page.getByText(/^Đã làm lại: Nhập/).first().waitFor();
  await minutesLater(app, 6);
  const second = (await untilCopies(page, 2)).find((name) => name !== first);
  assert.match(second, copyName);

  await page.getByRole("button", { name: "Diễn tập ngay" }).click();
  await page.getByText(/khôi phục được đầy đủ/).waitFor();
  await page.getByText("22/11/2026", { exact: true }).first().waitFor();
  await app.axe("diễn tập khôi phục");
  assert.equal((await copies(page)).length, 2, "a practice writes nothing");

  // The folder is still known the next day.
  await app.reload();
  await show(page, "#/du-lieu/sao-luu");
  await page.getByRole("button", { name: "Sao lưu ngay vào thư mục" }).waitFor();
});

test("an older copy in the folder is looked at and restored, after a safety copy", { timeout: 240_000 }, async (t) => {
  const app = await withFolder(t);
  const { page } = app;
  const [first] = await copies(page);
  await show(page, "#/du-lieu/nhap");
  await pasteStaff(app, [["DL-03", "Phạm Thị Mới", "Phòng Mẫu", "Chuyên viên"]]);
  await saved(page);
  await minutesLater(app, 1);
  await show(page, "#/du-lieu/sao-luu");
  await page.getByRole("button", { name: "Tìm bản sao trong thư mục" }).click();
  await page.locator(".data__set", { hasText: "22/11/2026 09:00" }).getByRole("button", { name: "Xem trước" }).click();
  await page.getByRole("button", { name: /^Khôi phục \(/ }).click();
  await page.getByText("Đã khôi phục", { exact: true }).waitFor();
  const before = (await untilCopies(page, 2)).find((name) => name !== first);
  assert.match(before, copyName);
  assert.match(before, /_2_[0-9a-f]{12}\.congtam$/, "it holds what was there before restoring");
  await show(page, "#/cong-chuc");
  await page.getByRole("link", { name: "Lê Thị Thử" }).first().waitFor();
  await page.getByRole("link", { name: "Phạm Thị Mới" }).waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await page.getByRole("link", { name: "Phạm Thị Mới" }).first().waitFor();
});

test("a permission that lapsed is seen on every screen and given again by one press", { timeout: 180_000 }, async (t) => {
  const app = await withFolder(t);
  const { page } = app;
  await app.context.addInitScript(() => {
    let allowed = false;
    FileSystemHandle.prototype.queryPermission = async () => (allowed ? "granted" : "prompt");
    FileSystemHandle.prototype.requestPermission = async () => { allowed = true; return "granted"; };
  });
  await app.reload();
  const bar = page.getByText(/Trình duyệt chờ bạn cho phép ghi vào thư mục “sao-luu”/).first();
  await show(page, "#/tong-quan");
  await bar.waitFor();
  await app.axe("quyền ghi đã hết");
  await minutesLater(app, 1);
  await page.getByRole("button", { name: "Cho phép ghi lại" }).first().click();
  await bar.waitFor({ state: "detached" });
  await untilCopies(page, 2);
});

test("a copy that cannot be written stays told until one is", { timeout: 180_000 }, async (t) => {
  const app = await withFolder(t);
  const { page } = app;
  await page.evaluate(() => {
    globalThis.whole = FileSystemFileHandle.prototype.createWritable;
    FileSystemFileHandle.prototype.createWritable = () => Promise.reject(new DOMException("no room", "QuotaExceededError"));
  });
  await minutesLater(app, 1);
  await page.getByRole("button", { name: "Sao lưu ngay vào thư mục" }).click();
  const bar = page.getByRole("alert").filter({ hasText: "Chưa ghi được bản sao" });
  await bar.waitFor();
  assert.equal((await copies(page)).length, 1, "nothing half written stays");
  await page.evaluate(() => { FileSystemFileHandle.prototype.createWritable = globalThis.whole; });
  await bar.getByRole("button", { name: "Thử lại" }).click();
  await bar.waitFor({ state: "detached" });
  assert.equal((await copies(page)).length, 2);
});

test("without a folder the reminder grows with the age of the last copy", { timeout: 180_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await startWithStaff(app);
  await saved(page);
  const days = 24 * 60;
  await minutesLater(app, 4 * days);
  const never = page.getByText(/mới chỉ có trong trình duyệt này/);
  await never.waitFor();
  await app.download(() => page.locator(".banner").getByRole("button", { name: "Tải tệp sao lưu" }).click());
  await never.waitFor({ state: "detached" });
  await page.locator(".save-state").getByText("sao lưu vừa xong").waitFor();

  await page.keyboard.press("Control+z");
  await page.getByText(/^Đã hoàn tác: Nhập/).first().waitFor();
  await minutesLater(app, 12 * days);
  const urgent = page.getByRole("alert").filter({ hasText: "Đã quá lâu không sao lưu (8 ngày trước)" });
  await urgent.waitFor();
  await app.axe("nhắc sao lưu");

  await show(page, "#/du-lieu/sao-luu");
  await page.getByText(/Trình duyệt này không cho trang ghi vào thư mục|Tải tệp sao lưu/).first().waitFor();
});

test("a file downloaded by itself counts as a copy when the user has seen it", { timeout: 180_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await startWithStaff(app);
  await saved(page);
  await show(page, "#/du-lieu/sao-luu");
  await page.getByRole("checkbox", { name: /tự tải xuống một tệp sao lưu/ }).check();
  await app.download(() => minutesLater(app, 2 * 24 * 60));
  const bar = page.getByText(/Đã tự tải xuống một tệp sao lưu/);
  await bar.waitFor();
  await page.locator(".save-state").getByText(/chưa có bản sao/).waitFor();
  await app.axe("tệp tự tải xuống");
  await page.getByRole("button", { name: "Đã thấy tệp" }).click();
  await bar.waitFor({ state: "detached" });
  await page.locator(".save-state").getByText("sao lưu vừa xong").waitFor();
  await app.reload();
  await page.locator(".save-state").getByText(/sao lưu/).waitFor();
  assert.equal(await page.getByText(/mới chỉ có trong trình duyệt này/).count(), 0);
});

test("after the first real work the user is told why the browser should keep the data, once", { timeout: 120_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  const persisted = () => page.evaluate(() => navigator.storage.persisted());
  await page.getByRole("button", { name: /Đưa tệp Excel/ }).waitFor();
  assert.equal(await persisted(), false);
  await startWithStaff(app);
  await saved(page);
  const reason = page.getByText(/Trình duyệt có thể tự xóa dữ liệu của trang/);
  await reason.waitFor();
  await page.getByRole("button", { name: "Để sau" }).click();
  await reason.waitFor({ state: "detached" });
  await app.reload();
  await page.locator(".save-state").waitFor();
  assert.equal(await reason.count(), 0);
  await show(page, "#/du-lieu");
  await page.getByText(/không được mở trong 7 ngày/).waitFor();
});
