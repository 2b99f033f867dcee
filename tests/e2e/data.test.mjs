// The data leave and come back: backup, restore, refusal, log, a pasted block, a storage that fails.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openApp } from "./support/app.mjs";
import { day, openSample, show } from "./support/screens.mjs";

const staff = [
  ["Mã công chức", "Họ, đệm và tên", "Đơn vị", "Chức vụ"],
  ["DL-01", "Lê Thị Thử", "Phòng Mẫu", "Trưởng phòng"],
  ["DL-02", "Trần Văn Mẫu", "Phòng Mẫu", "Chuyên viên"],
];
const tasks = [
  ["Mã công chức", "Tên nhiệm vụ", "Hệ số quy đổi", "Số lượng giao", "Số lượng hoàn thành", "Ngày giao", "Thời hạn"],
  ["DL-02", "Báo cáo thử nghiệm", "1", "1", "0", "01/02/2026", "31/02/2026"],
];

/** What the screen of the data counts, name by name. */
async function counts(page) {
  await show(page, "#/du-lieu");
  const facts = await page.locator(".panel", { hasText: "Đang có" }).locator(".facts__item").allInnerTexts();
  const pairs = facts.map((fact) => fact.split("\n").map((part) => part.trim()));
  return Object.fromEntries(pairs.filter(([name]) => !name.startsWith("Thao tác")));
}

/** Starts empty, with the import open. */
async function ownData(app) {
  await app.page.getByRole("button", { name: /Đưa tệp Excel/ }).click();
  await app.page.getByRole("heading", { level: 1, name: "Nhập từ Excel" }).waitFor();
}

/** Pastes cells with the keyboard, as copied from a spreadsheet. */
async function paste(app, rows) {
  const text = rows.map((row) => row.join("\t")).join("\r\n");
  await app.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await app.page.getByLabel("Hoặc dán khối ô chép từ Excel").focus();
  await app.page.keyboard.press("Control+V");
  await app.page.getByRole("button", { name: "Xem trước kết quả" }).click();
}

async function importStaff(app) {
  await paste(app, staff);
  await app.page.getByRole("button", { name: "Nhập 2 dòng" }).click();
  await app.page.getByText("Đã nhập xong").waitFor();
}

/** Opens a backup by the first start's fourth door, up to its preview. */
async function openByDoor(app, path) {
  await app.page.getByRole("button", { name: /Mở bản sao lưu/ }).click();
  await app.choose(path, () => app.page.getByRole("button", { name: "Chọn tệp sao lưu…" }).click());
}

const saved = (page) => page.locator(".save-state").getByText("Đã lưu").waitFor();

test("a backup of one browser restores everything in another, log and all", { timeout: 240_000 }, async (t) => {
  const first = await openApp(t, { today: day });
  await openSample(first.page);
  const before = await counts(first.page);
  assert.equal(before["Công chức"], "60");
  await show(first.page, "#/du-lieu/sao-luu");
  const file = await first.download(() => first.page.getByRole("button", { name: "Tải tệp sao lưu" }).click());
  assert.match(file.name, /\.congtam$/);

  const second = await openApp(t, { today: day });
  await openByDoor(second, file.path);
  await second.page.getByText(/^Nhật ký đi kèm/).waitFor();
  await second.page.getByRole("button", { name: "Xem từng thay đổi…" }).click();
  const each = second.page.getByRole("dialog");
  const changes = each.locator(".log__record");
  await changes.nth(49).waitFor();
  await each.getByRole("button", { name: "Hiện thêm 50 bản ghi" }).press("Enter");
  await changes.nth(99).waitFor();
  await second.page.keyboard.press("Enter");
  await changes.nth(149).waitFor();
  await second.axe("từng thay đổi");
  await each.getByRole("button", { name: "Đóng" }).last().click();
  await second.page.getByRole("button", { name: /^Khôi phục \(/ }).click();
  await second.page.getByText("Đã khôi phục", { exact: true }).waitFor();
  await second.axe("khôi phục");
  assert.deepEqual(await counts(second.page), before);
  await saved(second.page);

  await second.reopen();
  assert.deepEqual(await counts(second.page), before);
  await second.page.keyboard.press("Control+z");
  await second.page.getByText(/^Đã hoàn tác: Nạp cơ quan mẫu/).waitFor();
  assert.equal((await counts(second.page))["Công chức"], "0");

  await show(second.page, "#/du-lieu/nhat-ky");
  const lines = await second.page.getByRole("row").allInnerTexts();
  assert.match(lines[1], /Hoàn tác: Nạp cơ quan mẫu/);
  assert.match(lines[2], /Khôi phục bản sao lưu/);
  assert.match(lines[3], /Đã hoàn tác/);
});

test("who shows the rest of a list by keyboard stays where they are", { timeout: 240_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await ownData(app);
  const people = Array.from({ length: 210 }, (_, at) => [`DL-${at + 1}`, `Người Mẫu ${at + 1}`, "Phòng Mẫu", "Chuyên viên"]);
  await paste(app, [staff[0], ...people]);
  const all = page.getByText("Đã hiện hết.", { exact: true });
  await page.getByRole("button", { name: /^\+ \d+ dòng/ }).focus();
  const scrolled = await page.evaluate(() => scrollY);
  await page.keyboard.press("Enter");
  await all.and(page.locator(":focus")).waitFor();
  assert.equal(await page.evaluate(() => scrollY), scrolled, "what has come stands where one looks");
  await page.getByRole("button", { name: "Nhập 210 dòng" }).click();
  await page.getByText("Đã nhập xong").waitFor();
  await saved(page);
  await show(page, "#/du-lieu/sao-luu");
  const file = await app.download(() => page.getByRole("button", { name: "Tải tệp sao lưu" }).click());

  const second = await openApp(t, { today: day });
  await openByDoor(second, file.path);
  await second.page.getByRole("button", { name: "Xem từng thay đổi…" }).click();
  const each = second.page.getByRole("dialog");
  const more = each.getByRole("button", { name: /^Hiện thêm/ });
  const end = each.getByText("Đã hiện hết.", { exact: true });
  await more.focus();
  for (let shown = 50; await more.isVisible(); shown += 50) {
    assert.ok(shown < 1_000);
    await second.page.keyboard.press("Enter");
    await each.locator(".log__record").nth(shown).waitFor();
  }
  await end.and(second.page.locator(":focus")).waitFor();
  await second.axe("hiện hết");
  await second.page.keyboard.press("Shift+Tab");
  assert.ok(await each.evaluate((dialog) => dialog.contains(document.activeElement)), "still in the dialog");
});

test("after a machine died the old log stands in an empty browser, and undo reaches behind the restore", { timeout: 240_000 }, async (t) => {
  const first = await openApp(t, { today: day });
  await ownData(first);
  await importStaff(first);
  await first.page.getByRole("button", { name: "Nhập tệp khác" }).click();
  await paste(first, [staff[0], ["DL-03", "Phạm Thị Mới", "Phòng Mẫu", "Chuyên viên"]]);
  await first.page.getByRole("button", { name: "Nhập 1 dòng" }).click();
  await first.page.getByText("Đã nhập xong").waitFor();
  await saved(first.page);
  await show(first.page, "#/du-lieu/nhat-ky");
  const old = (await first.page.getByRole("row").allInnerTexts()).slice(1);
  assert.equal(old.length, 2);
  await show(first.page, "#/du-lieu/sao-luu");
  const file = await first.download(() => first.page.getByRole("button", { name: "Tải tệp sao lưu" }).click());

  const second = await openApp(t, { today: day });
  await openByDoor(second, file.path);
  await second.page.getByRole("button", { name: /^Khôi phục \(/ }).click();
  await second.page.getByText("Đã khôi phục", { exact: true }).waitFor();
  await saved(second.page);
  await second.reopen();
  await show(second.page, "#/du-lieu/nhat-ky");
  const lines = (await second.page.getByRole("row").allInnerTexts()).slice(1);
  assert.match(lines[0], /Khôi phục bản sao lưu/);
  assert.deepEqual(lines.slice(1), old, "the old lines, with their numbers and times");
  const log = await second.download(() => second.page.getByRole("button", { name: "Xuất nhật ký (.csv)" }).click());
  assert.match(log.bytes.toString("utf8"), /Chuỗi mã băm nguyên vẹn đến thao tác số 3/);
  assert.equal((await counts(second.page))["Công chức"], "3");
  await second.page.keyboard.press("Control+z");
  await second.page.getByText(/^Đã hoàn tác: Nhập/).waitFor();
  assert.equal((await counts(second.page))["Công chức"], "2");

  // What has a log of its own keeps it, and says so.
  await first.page.keyboard.press("Control+z");
  await first.page.getByText(/^Đã hoàn tác: Nhập/).waitFor();
  await first.choose(file.path, () => first.page.getByRole("button", { name: "Chọn tệp sao lưu…" }).click());
  await first.page.getByText(/nhật ký trong tệp không được gộp vào/).waitFor();
});

test("a sealed backup opens with its passphrase only, and the log leaves with its chain verified", { timeout: 240_000 }, async (t) => {
  const first = await openApp(t, { today: day });
  await openSample(first.page);
  const before = await counts(first.page);
  await show(first.page, "#/du-lieu/nhat-ky");
  const log = await first.download(() => first.page.getByRole("button", { name: "Xuất nhật ký (.csv)" }).click());
  assert.match(log.bytes.toString("utf8"), /Chuỗi mã băm nguyên vẹn đến thao tác số \d+/);

  await show(first.page, "#/du-lieu/sao-luu");
  await first.page.getByLabel("Khóa tệp bằng mật khẩu").check();
  const make = first.page.getByRole("button", { name: "Tải tệp sao lưu có mật khẩu" });
  await first.page.getByLabel("Mật khẩu", { exact: true }).fill("ốc sên tím ngồi");
  await first.page.getByLabel("Nhập lại mật khẩu").fill("ốc sên tim ngồi");
  await first.page.getByText("Hai lần nhập không giống nhau").waitFor();
  assert.equal(await make.isDisabled(), true);
  await first.page.getByLabel("Nhập lại mật khẩu").fill("ốc sên tím ngồi");
  await first.axe("sao lưu có mật khẩu");
  const file = await first.download(() => make.click());
  assert.match(file.name, /\.congtam\.age$/);
  assert.equal(file.bytes.subarray(0, 21).toString("latin1"), "age-encryption.org/v1");

  const second = await openApp(t, { today: day });
  await openByDoor(second, file.path);
  const passphrase = second.page.getByLabel("Mật khẩu", { exact: true });
  await passphrase.fill("ốc sên vàng ngồi");
  await passphrase.press("Enter");
  await second.page.getByText(/^Mật khẩu không đúng/).waitFor();
  await passphrase.fill("ốc sên tím ngồi");
  await second.page.getByRole("button", { name: "Mở tệp" }).click();
  await second.page.getByRole("button", { name: /^Khôi phục \(/ }).click();
  await second.page.getByText("Đã khôi phục", { exact: true }).waitFor();
  assert.deepEqual(await counts(second.page), before);
});

test("what is no backup, is damaged, or is of somebody else is refused and changes nothing", { timeout: 240_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  await openSample(app.page);
  await show(app.page, "#/du-lieu/sao-luu");
  const file = await app.download(() => app.page.getByRole("button", { name: "Tải tệp sao lưu" }).click());
  const broken = Buffer.from(file.bytes);
  for (let at = 2_000; at < 2_040; at += 1) broken[at] ^= 0xff;
  const path = (name) => join(app.profile, name);
  await writeFile(path("hong.congtam"), broken);
  await writeFile(path("cut.congtam"), file.bytes.subarray(0, file.bytes.length / 2));
  await writeFile(path("khac.congtam"), "không phải bản sao lưu");
  for (const [name, reason] of [
    ["hong.congtam", /bị thay đổi hoặc hỏng/],
    ["cut.congtam", /bị cụt/],
    ["khac.congtam", /không phải tệp sao lưu/],
  ]) {
    await app.choose(path(name), () => app.page.getByRole("button", { name: "Chọn tệp sao lưu…" }).click());
    const alert = app.page.getByRole("alert").filter({ hasText: name });
    await alert.getByText(reason).waitFor();
    await app.page.getByRole("button", { name: "Chọn tệp khác" }).click();
  }

  // Of other data: not over what is open, but as a set of its own.
  await show(app.page, "#/du-lieu");
  await app.page.getByRole("button", { name: "Tạo bộ dữ liệu mới" }).click();
  await show(app.page, "#/du-lieu/nhap");
  await importStaff(app);
  await show(app.page, "#/du-lieu/sao-luu");
  await app.choose(file.path, () => app.page.getByRole("button", { name: "Chọn tệp sao lưu…" }).click());
  await app.page.getByRole("alert").getByText(/dữ liệu của bộ khác/).waitFor();
  await app.page.getByRole("button", { name: "Mở thành bộ dữ liệu riêng" }).click();
  await app.page.getByText("Khôi phục bản sao lưu: xong.").waitFor();
  assert.equal((await counts(app.page))["Công chức"], "60");
  assert.equal(await app.page.locator(".data__set").getByRole("button", { name: "Mở", exact: true }).count(), 2);
});

test("a pasted block is imported, a day that does not exist is told and corrected in place", { timeout: 180_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await ownData(app);
  await importStaff(app);
  await page.getByRole("button", { name: "Nhập tệp khác" }).click();
  await paste(app, tasks);
  await page.getByText(/dòng này được nhận mà KHÔNG có thời hạn/).waitFor();
  await page.getByRole("button", { name: "Sửa", exact: true }).click();
  await page.getByLabel("Giá trị đúng").fill("28/02/2026");
  await page.getByRole("dialog").getByRole("button", { name: "Lưu" }).click();
  await page.getByText(/KHÔNG có thời hạn/).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Nhập 1 dòng" }).click();
  await page.getByText("Đã nhập xong").waitFor();
  await show(page, "#/nhiem-vu");
  await page.getByText("28/02/2026").first().waitFor();
  await show(page, "#/du-lieu/nhat-ky");
  await page.getByRole("cell", { name: "Nhập nhiệm vụ từ khối đã dán" }).waitFor();
});

test("a storage that takes nothing is told, and the rescue file holds what could not be saved", { timeout: 180_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await ownData(app);
  await page.evaluate(() => {
    const full = () => { throw new DOMException("no room", "QuotaExceededError"); };
    IDBObjectStore.prototype.put = full;
    IDBObjectStore.prototype.add = full;
  });
  await importStaff(app);
  const bar = page.getByRole("alert").filter({ hasText: "chưa được lưu" }).first();
  await bar.waitFor();
  await page.locator(".save-state").getByText("Chưa lưu được").waitFor();
  const file = await app.download(() => page.getByRole("button", { name: "Tải bản cứu dữ liệu" }).click());

  const other = await openApp(t, { today: day });
  await openByDoor(other, file.path);
  await other.page.getByRole("button", { name: /^Khôi phục \(/ }).click();
  await other.page.getByText("Đã khôi phục", { exact: true }).waitFor();
  assert.equal((await counts(other.page))["Công chức"], "2");
});

test("data the browser lost are told, and a backup brings them back", { timeout: 180_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  await ownData(app);
  await importStaff(app);
  await saved(app.page);
  await show(app.page, "#/du-lieu/sao-luu");
  const file = await app.download(() => app.page.getByRole("button", { name: "Tải tệp sao lưu" }).click());
  const session = await app.context.newCDPSession(app.page);
  await app.page.goto("about:blank");
  await session.send("Storage.clearDataForOrigin", { origin: app.address, storageTypes: "indexeddb" });
  await app.goto();
  await app.page.getByRole("heading", { name: "Chưa mở được dữ liệu" }).waitFor();
  await app.axe("dữ liệu đã mất");
  await openByDoor(app, file.path);
  await app.page.getByRole("button", { name: /^Khôi phục \(/ }).click();
  await app.page.getByText("Đã khôi phục", { exact: true }).waitFor();
  assert.equal((await counts(app.page))["Công chức"], "2");
});

test("a block whose header nobody recognises is read where the user says", { timeout: 120_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await ownData(app);
  const rows = [["Bảng riêng", "X"], ["Danh tính", "Nơi chốn"], ["Lê Thị Thử", "Phòng Mẫu"]];
  const text = rows.map((row) => row.join("\t")).join("\r\n");
  await app.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press("Control+V");
  await page.getByLabel("Trang này chứa").selectOption({ label: "Danh sách công chức" });
  await page.getByLabel("Tiêu đề ở dòng số").fill("2");
  await page.getByRole("button", { name: "Đọc lại theo dòng này" }).click();
  await page.getByText("Cột trong tệp").click();
  await page.getByLabel("Cột A là").selectOption({ label: "Họ và tên" });
  await page.getByLabel("Cột B là").selectOption({ label: "Đơn vị" });
  await page.getByRole("button", { name: "Xem trước kết quả" }).click();
  await page.getByRole("button", { name: "Nhập 1 dòng" }).waitFor();
});

test("the desk is named once and stands in the log, where a line opens to what it changed and a hash finds it", { timeout: 240_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await ownData(app);
  await show(page, "#/du-lieu/nhat-ky");
  const desk = page.getByLabel("Tên bàn làm việc");
  await desk.fill("Phòng Nội vụ, ".repeat(9));
  await desk.press("Enter");
  await page.getByText("Tên dài quá 60 ký tự", { exact: false }).waitFor();
  await desk.fill("  Phòng Nội vụ,  máy 2 ");
  await desk.press("Enter");
  await page.getByText("Tên dài quá", { exact: false }).waitFor({ state: "detached" });
  await app.reload();
  await show(page, "#/du-lieu/nhat-ky");
  assert.equal(await desk.inputValue(), "Phòng Nội vụ, máy 2");

  await show(page, "#/du-lieu/nhap");
  await importStaff(app);
  await saved(page);
  await show(page, "#/du-lieu/nhat-ky");
  const line = page.getByRole("row", { name: /Nhập công chức/ });
  assert.match(await line.innerText(), /Phòng Nội vụ, máy 2/);
  await page.getByText("không chứng minh ai ngồi ở bàn làm việc", { exact: false }).waitFor();
  await line.getByRole("button").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("cell", { name: "Lê Thị Thử" }).first().waitFor();
  await dialog.getByText("Công chức: Lê Thị Thử (thêm mới)").waitFor();
  await app.axe("một dòng nhật ký");
  const facts = await dialog.locator(".facts__item").allInnerTexts();
  const hash = facts.join("\n").match(/[0-9a-f]{64}/)[0];
  await dialog.getByRole("button", { name: "Đóng" }).last().click();

  // The words of a file's properties, pasted whole, find the line; it opens from what is stored.
  await app.reopen();
  await show(app.page, "#/du-lieu/nhat-ky");
  await app.page.getByLabel("Tìm trong nhật ký").fill(`Nhật ký: thao tác số 1, mã băm ${hash.slice(0, 12)}`);
  await app.page.getByRole("row", { name: /Nhập công chức/ }).getByRole("button").click();
  await app.page.getByRole("dialog").getByRole("cell", { name: "Trần Văn Mẫu" }).first().waitFor();
});

test("the chosen language outlives a reload", { timeout: 120_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  await openSample(app.page);
  await app.page.getByRole("button", { name: "English" }).click();
  await app.page.getByRole("link", { name: "Data" }).waitFor();
  await app.reload();
  await app.page.getByRole("link", { name: "Data" }).waitFor();
});

test("templates, exports with names hidden, and switching between sets of data", { timeout: 240_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openSample(page);
  await show(page, "#/cong-chuc");
  const name = (await page.locator('a[href^="#/cong-chuc/"]').first().innerText()).trim();

  await show(page, "#/du-lieu/nhap");
  for (const template of ["Danh sách công chức", "Danh mục sản phẩm/công việc", "Sổ nhiệm vụ", "Sổ phản ánh, kiến nghị", "Điểm tiêu chí chung"]) {
    const file = await app.download(() => page.getByRole("button", { name: template, exact: true }).click());
    assert.match(file.name, /^mau-.*\.xlsx$/);
    assert.equal(file.bytes.subarray(0, 2).toString(), "PK");
  }

  await show(page, "#/du-lieu/xuat");
  const csv = () => page.locator(".forms__item", { hasText: "(csv)" }).getByRole("button", { name: "Tạo tệp" }).click();
  const open = await app.download(csv);
  assert.ok(open.bytes.toString("utf8").includes(name));
  await page.getByLabel("Ẩn họ tên").check();
  const hidden = await app.download(csv);
  assert.ok(!hidden.bytes.toString("utf8").includes(name));
  assert.match(hidden.bytes.toString("utf8"), /CC-001/);

  await show(page, "#/du-lieu");
  await page.getByRole("button", { name: "Tạo bộ dữ liệu mới" }).click();
  await page.getByText("Bạn đang xem cơ quan mẫu").waitFor({ state: "detached" });
  assert.equal((await counts(page))["Công chức"], "0");
  await page.locator(".data__set", { hasText: "hư cấu" }).getByRole("button", { name: "Mở", exact: true }).click();
  await page.getByText("Bạn đang xem cơ quan mẫu").waitFor();
  assert.equal((await counts(page))["Công chức"], "60");

  // A set nobody needs goes for good, after a question; the open one has no such button.
  const sets = page.locator(".data__set");
  const before = await sets.count();
  assert.equal(await page.getByRole("button", { name: "Xóa…" }).count(), before - 1);
  await page.getByRole("button", { name: "Xóa…" }).first().click();
  await app.axe("xóa một bộ dữ liệu");
  await page.getByRole("dialog").getByRole("button", { name: "Xóa hẳn" }).click();
  await page.getByText("Đã xóa bộ dữ liệu.").waitFor();
  await page.waitForFunction((count) => document.querySelectorAll(".data__set").length === count, before - 1);
  assert.equal((await page.evaluate(() => indexedDB.databases())).filter(({ name }) => /^congtam-[0-9a-f]{12}$/.test(name)).length, before - 1);
});
