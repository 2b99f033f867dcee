// The main job, end to end, on real files: everything in, a month scored and explained, the forms
// out, everything still there after the browser was closed, and the import taken back.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { openApp, root } from "./support/app.mjs";
import { importFile } from "./support/import.mjs";
import { opened } from "./support/office.mjs";

const fixture = (name) => join(root, "tests/fixtures", name);
const today = "2026-11-02T09:00:00+07:00";

/** Goes to an address inside the open page. */
async function go(page, hash) {
  await page.evaluate((target) => { location.hash = target; }, hash);
}

/** How many people, tasks and complaints the three registers say they hold. */
async function counts(page) {
  const found = {};
  for (const [what, hash, title, words] of [
    ["people", "#/cong-chuc", "Công chức", /(\d+) người/],
    ["tasks", "#/nhiem-vu", "Nhiệm vụ", /(\d+) nhiệm vụ/],
    ["complaints", "#/phan-anh", /phản ánh/i, /(\d+) phản ánh/],
  ]) {
    await go(page, hash);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    found[what] = Number(words.exec(await page.locator(".page-head").innerText())[1]);
  }
  return found;
}

/** Answers everything of the month that only a person can answer: đ and e of leaders, ratings of support staff. */
async function answerWhatIsMissing(page) {
  await go(page, "#/cham-diem");
  await page.getByRole("button", { name: /Chưa đủ dữ liệu/ }).click();
  await page.locator(".scoring__missing").waitFor();
  const sheets = await page.locator(".scoring__person > a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const sheet of sheets) {
    await go(page, sheet);
    await page.getByRole("heading", { level: 1, name: /^Phiếu chấm điểm/ }).waitFor();
    const criteria = page.locator(".scoring__criterion");
    for (let at = 0; at < await criteria.count(); at += 1) {
      const criterion = criteria.nth(at);
      // d follows from the scores of the people led, where there are any.
      if (at === 0 && !(await criterion.getByText("(0 người thuộc quyền").isVisible())) continue;
      await criterion.getByRole("radio", { name: /^Đạt \(/ }).check();
      await criterion.getByRole("textbox", { name: "Căn cứ" }).fill("Biên bản họp đơn vị tháng 10");
      await criterion.getByRole("button", { name: "Lưu xác định" }).click();
    }
    const ratings = page.locator(".panel", { hasText: "Tỷ lệ của nhân viên hỗ trợ" }).getByRole("textbox");
    for (let at = 0; at < await ratings.count(); at += 1) {
      await ratings.nth(at).fill("95");
      await ratings.nth(at).press("Tab");
    }
  }
  return sheets.length;
}

test("the main job, end to end, on real files", { timeout: 600_000 }, async (t) => {
  const app = await openApp(t, { today });
  const worker = () => app.requests.filter((url) => /worker/.test(url));
  const { page: first } = app;
  await first.getByRole("button", { name: /Đưa tệp Excel/ }).click();
  await first.getByRole("button", { name: "Chọn tệp…" }).waitFor();
  assert.deepEqual(worker(), [], "the worker was asked for before there was work");

  await t.test("the real catalogue needs no mapping by hand", async () => {
    const start = performance.now();
    const told = await importFile(app, join(root, "assets/danh-muc-qd-283-2026.xlsx"));
    t.diagnostic(`catalogue of 4 sheets, from the picker to the last record: ${Math.round(performance.now() - start)} ms`);
    assert.equal(told.sheets.match(/Trang “/g).length, 4);
    assert.match(told.sheets, /Tiêu chí chung \(30 điểm\)/);
    assert.match(told.summary, /371 mới/);
    assert.ok(worker().length > 0, "the worker was needed and not asked for");
  });

  await t.test("a staff list, a task register and a complaint register in forms of their own", async () => {
    const staff = await importFile(app, fixture("danh-sach-cong-chuc.xlsx"));
    assert.match(staff.summary, /18 mới.* 0 không nhận/s);

    const tasks = await importFile(app, fixture("so-giao-viec-thang-10.xlsx"), async (page) => {
      const wrong = page.getByRole("row", { name: /dòng 14/ });
      await wrong.getByText("31/02/2026").first().waitFor();
      await wrong.getByRole("button", { name: /Sửa/ }).click();
      const dialog = page.getByRole("dialog", { name: /Thời hạn, dòng 14/ });
      await dialog.getByRole("textbox").fill("30/10/2026");
      await dialog.getByRole("button", { name: "Lưu" }).click();
      await dialog.waitFor({ state: "detached" });
      await wrong.getByText("31/02/2026").waitFor({ state: "detached" });
    });
    assert.match(tasks.summary, /22 mới.* 1 không nhận/s);

    const complaints = await importFile(app, fixture("so-tiep-nhan-phan-anh.xlsx"));
    assert.match(complaints.summary, /5 mới/);
    const points = await importFile(app, fixture("cham-diem-tieu-chi-chung-thang-10.xlsx"));
    assert.match(points.summary, /18 mới/);
    assert.ok(await app.page.locator(".toast").count() <= 1, "each notice takes the place of the one before");
  });

  await t.test("October is scored for everybody", async () => {
    const { page } = app;
    await page.getByRole("combobox", { name: "Kỳ" }).selectOption("2026-10");
    assert.ok(await answerWhatIsMissing(page) > 0);
    await go(page, "#/cham-diem");
    await page.getByText(/18 công chức · 18 đã đủ dữ liệu · 0 còn thiếu/).waitFor();
    await page.getByRole("row", { name: /Lý Ví Dụ/ }).getByText("83,68").waitFor();
  });

  await t.test("Vì sao? leads down to a task", async () => {
    const { page } = app;
    await page.getByRole("row", { name: /Lý Ví Dụ/ }).getByText("83,68").click();
    const why = page.getByRole("complementary", { name: /Vì sao/ });
    await why.getByText("83,68").first().waitFor();
    await why.getByText(/^c Tiến độ/).click();
    const task = why.getByRole("listitem").filter({ hasText: "Soạn công văn theo mẫu" }).last();
    await task.getByText("hạn 15/10/2026, xong 19/10/2026").first().click();
    await task.getByRole("link", { name: "Mở hồ sơ" }).click();
    await page.getByRole("dialog", { name: /Soạn công văn theo mẫu/ }).getByText("19/10/2026").first().waitFor();
    await page.keyboard.press("Escape");
  });

  await t.test("all Mẫu số 01 come as a zip and Mẫu số 02 for one person", async () => {
    const { page } = app;
    await go(page, "#/bieu-mau");
    const item = (name) => page.locator(".forms__item", { hasText: name });
    const zip = await app.download(() => item("Mẫu số 01").getByRole("button").click());
    assert.equal(zip.name, "Mau-01-2026-10.zip");
    const texts = Object.values(await opened("forms", zip.path, "mau-so-01"));
    assert.equal(texts.length, 18);
    assert.ok(texts.some((text) => text.includes("Lý Ví Dụ") && text.includes("83,68")));

    const person = await page.locator("select:has(option:text('Lý Ví Dụ')) option", { hasText: "Lý Ví Dụ" }).getAttribute("value");
    await page.getByRole("combobox", { name: "Xuất cho" }).selectOption(person);
    const one = await app.download(() => item("Mẫu số 02").getByRole("button").click());
    assert.equal(one.name, "Mau-02_2026_Ly Vi Du_AT-10.docx");
    const [text] = Object.values(await opened("forms", one.path, "mau-so-02"));
    assert.match(text, /Lý Ví Dụ/);
    assert.match(text, /83,68/);
  });

  await t.test("the same forms as pages to print", async () => {
    const { page } = app;
    for (const [name, form] of [["Mẫu số 01", "mau-so-01"], ["Mẫu số 02", "mau-so-02"]]) {
      await go(page, "#/bieu-mau");
      const person = await page.locator("select:has(option:text('Lý Ví Dụ')) option", { hasText: "Lý Ví Dụ" }).getAttribute("value");
      await page.getByRole("combobox", { name: "Xuất cho" }).selectOption(person);
      await page.locator(".forms__item", { hasText: name }).getByRole("link", { name: "Xem và in" }).click();
      await page.getByRole("article").getByText(name).waitFor();
      await page.getByRole("article").getByText("Lý Ví Dụ").first().waitFor();
      const path = join(app.profile, `${form}.pdf`);
      await page.pdf({ path, preferCSSPageSize: true });
      const [text] = Object.values(await opened("forms", path, form));
      assert.match(text, /Lý Ví Dụ/);
      assert.doesNotMatch(text, /Xem và in|Tổng quan|Ẩn họ tên/, "the screen's own parts are printed");
    }
  });

  const before = await counts(app.page);
  assert.deepEqual(before, { people: 18, tasks: 22, complaints: 5 });

  await t.test("everything is there after the browser was closed", async () => {
    await app.page.getByText("Đã lưu").first().waitFor();
    await app.reopen();
    assert.deepEqual(await counts(app.page), before);
    await go(app.page, "#/cham-diem");
    await app.page.getByRole("combobox", { name: "Kỳ" }).selectOption("2026-10");
    await app.page.getByText(/18 công chức · 18 đã đủ dữ liệu/).waitFor();
    await app.page.getByRole("row", { name: /Lý Ví Dụ/ }).getByText("83,68").waitFor();
  });

  await t.test("each undo takes back one action, an import as a whole", async () => {
    const { page } = app;
    await go(page, "#/tong-quan");
    const undo = page.getByRole("button", { name: /^Hoàn tác/ }).first();
    for (let taken = 0; !(await undo.getAttribute("aria-label") ?? await undo.getAttribute("title") ?? "").includes("danh-sach"); taken += 1) {
      assert.ok(taken < 80, "the import of the staff list cannot be reached");
      await page.keyboard.press("Control+z");
    }
    assert.deepEqual(await counts(page), { people: 18, tasks: 0, complaints: 0 });
    await page.keyboard.press("Control+z");
    assert.deepEqual(await counts(page), { people: 0, tasks: 0, complaints: 0 });
    await page.keyboard.press("Control+y");
    assert.deepEqual(await counts(page), { people: 18, tasks: 0, complaints: 0 });
  });

  assert.deepEqual(app.foreign(), [], "addresses other than the app's own were asked for");
  t.diagnostic(`${app.requests.length} requests, all of them to ${app.address}`);
});
