// The lock at rest: on, opened with the right secret only, changed, off, and killed on the way.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./support/app.mjs";
import { readGrid } from "./support/grid.mjs";
import { askToLock, lock, locked, panel, part, passphrase, tryPassphrase, unlock, whereWordsStand } from "./support/lock.mjs";
import { day, openSample, show } from "./support/screens.mjs";

const other = "sáu con trâu về làng cũ";
const third = "bảy cây đa đứng đầu đình";
const saved = (page) => page.locator(".save-state").getByText("Đã lưu").waitFor();

/** The sample agency at the screen of the data, with the names of some of its people. */
async function sample(t, options = {}) {
  const app = await openApp(t, { today: day, ...options });
  await openSample(app.page);
  await show(app.page, "#/cong-chuc");
  const rows = await readGrid(app.page);
  const names = [0, 7, 20, 41, 59].map((at) => Object.values(rows[at].cells).find((cell) => / /.test(cell)));
  await saved(app.page);
  await show(app.page, "#/du-lieu");
  return { app, page: app.page, names, people: rows.length };
}

/** How many officials there are, as the screen of the data counts them. */
async function people(page) {
  await show(page, "#/du-lieu");
  const fact = page.locator(".panel", { hasText: "Đang có" }).locator(".facts__item").filter({ hasText: /^Công chức/ });
  const text = await fact.innerText();
  return Number(text.split("\n").at(-1));
}

const alert = (page, text) => page.getByRole("alert").filter({ hasText: text }).first().waitFor({ timeout: 30_000 });

/** Sets the clock the page reads, this many seconds after the day of the tests. */
const later = (app, seconds) => app.context.clock.setFixedTime(new Date(new Date(day).getTime() + seconds * 1_000));

test("locked data hold no name, open with the right passphrase only, and are all there", { timeout: 300_000 }, async (t) => {
  const { app, page, names, people: before } = await sample(t);
  await page.evaluate((name) => {
    const kept = JSON.parse(localStorage.getItem("congtam.preferences") ?? "{}");
    localStorage.setItem("congtam.preferences", JSON.stringify({ ...kept, "filter-of-a-test": name }));
  }, names[0]);
  const readable = await page.evaluate(whereWordsStand, names);
  assert.ok(readable.some((place) => place.includes("chunks") || place.includes("payloads")), "the search finds names in the clear");
  assert.ok(readable.some((place) => place.startsWith("localStorage")));

  await app.axe("khóa dữ liệu, chưa bật");
  const code = await lock(page);
  assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){7}$/);
  await app.axe("khóa dữ liệu, đã bật");
  assert.deepEqual(await page.evaluate(whereWordsStand, [...names, passphrase, code, code.replaceAll("-", "")]), []);

  await app.reload();
  await locked(page).waitFor();
  await app.axe("màn hình mở khóa");
  assert.deepEqual(await page.evaluate(whereWordsStand, names), []);
  await tryPassphrase(page, "không phải mật khẩu này");
  await alert(page, "Mật khẩu không đúng");
  await unlock(page);
  assert.equal(await people(page), before);
  assert.deepEqual(await page.evaluate(whereWordsStand, names), []);

  // What is written while it is locked lies sealed too, and can be undone after a restart.
  await page.keyboard.press("Control+z");
  await saved(page);
  await app.reopen();
  await locked(app.page).waitFor();
  assert.deepEqual(await app.page.evaluate(whereWordsStand, names), []);
  await unlock(app.page);
  await app.page.keyboard.press("Control+y");
  await saved(app.page);
  assert.equal(await people(app.page), before);
});

test("wrong passphrases are slowed down, over a reload too, and the right one ends it", { timeout: 240_000 }, async (t) => {
  const { app, page } = await sample(t);
  await lock(page);
  await app.reload();
  await locked(page).waitFor();
  for (const wrong of ["một", "hai"]) {
    await tryPassphrase(page, wrong);
    await alert(page, "Mật khẩu không đúng");
  }
  await tryPassphrase(page, "ba");
  await alert(page, "Thử lại sau 5 giây");
  const button = page.getByRole("button", { name: "Mở khóa" });
  assert.ok(await button.isDisabled());
  await app.reload();
  await alert(page, "Thử lại sau 5 giây");
  assert.ok(await button.isDisabled());
  await later(app, 6);
  await page.waitForFunction(() => !document.querySelector(".unlock__form button[type=submit]").disabled);
  await tryPassphrase(page, "bốn");
  await alert(page, "Thử lại sau 10 giây");
  await later(app, 20);
  await page.waitForFunction(() => !document.querySelector(".unlock__form button[type=submit]").disabled);
  await unlock(page);
  await app.reload();
  await locked(page).waitFor();
  assert.ok(await button.isEnabled());
});

test("the passphrase changes, the code opens what is forgotten, and the lock comes off", { timeout: 300_000 }, async (t) => {
  const { app, page, names, people: before } = await sample(t);
  const code = await lock(page);
  const change = await part(page, "Đổi mật khẩu");
  await change.getByLabel("Mật khẩu hiện tại").fill(passphrase);
  await change.getByLabel("Mật khẩu mới", { exact: true }).fill(other);
  await change.getByLabel("Nhập lại mật khẩu mới").fill(other);
  await change.locator("button[type=submit]").click();
  await page.getByText("Đã đổi mật khẩu.").waitFor({ timeout: 30_000 });

  await app.reload();
  await locked(page).waitFor();
  await tryPassphrase(page, passphrase);
  await alert(page, "Mật khẩu không đúng");
  await unlock(page, other);

  await app.reload();
  await page.getByRole("button", { name: "Dùng mã khôi phục" }).click();
  await page.getByLabel("Mã khôi phục", { exact: true }).fill("ABCD");
  await page.getByRole("button", { name: "Mở khóa" }).click();
  await alert(page, "Chưa phải mã khôi phục");
  await page.getByLabel("Mã khôi phục", { exact: true }).fill(code.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Mở khóa" }).click();
  await page.getByRole("navigation").first().waitFor({ timeout: 60_000 });
  assert.equal(await people(page), before);

  // Whoever forgot the passphrase sets a new one by the code, too.
  const again = await part(page, "Đổi mật khẩu");
  await again.getByRole("button", { name: "Dùng mã khôi phục" }).click();
  await again.getByLabel("Mã khôi phục", { exact: true }).fill("ABCD");
  await again.getByLabel("Mật khẩu mới", { exact: true }).fill(third);
  await again.getByLabel("Nhập lại mật khẩu mới").fill(third);
  await again.locator("button[type=submit]").click();
  await alert(page, "Chưa phải mã khôi phục");
  await again.getByLabel("Mã khôi phục", { exact: true }).fill(code);
  await again.locator("button[type=submit]").click();
  await page.getByText("Đã đổi mật khẩu.").waitFor({ timeout: 30_000 });

  const renew = await part(page, "Tạo mã khôi phục mới");
  await renew.getByLabel("Mật khẩu hiện tại").fill(third);
  await renew.locator("button[type=submit]").click();
  const renewed = page.locator(".lock-kit__code");
  await renewed.waitFor({ timeout: 30_000 });
  assert.notEqual(await renewed.innerText(), code);
  await page.emulateMedia({ media: "print" });
  assert.ok(await renewed.isVisible());
  assert.ok(!(await page.getByRole("heading", { name: "Đang có" }).isVisible()), "the kit is printed alone");
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  assert.equal(paper.match(/\/Type\s*\/Page\b/g).length, 1, "one sheet, and no empty one behind it");
  await page.emulateMedia({ media: "screen" });
  await panel(page).getByRole("button", { name: "Đã in hoặc chép xong" }).click();

  const off = await part(page, "Tắt khóa");
  await off.getByLabel("Mật khẩu hiện tại").fill(passphrase);
  await off.locator("button[type=submit]").click();
  await off.getByRole("alert").waitFor({ timeout: 30_000 });
  await off.getByLabel("Mật khẩu hiện tại").fill(third);
  await off.locator("button[type=submit]").click();
  await page.getByText("Đã tắt khóa.").waitFor({ timeout: 120_000 });
  await app.reload();
  await page.getByRole("navigation").first().waitFor();
  assert.equal(await people(page), before);
  assert.notDeepEqual(await page.evaluate(whereWordsStand, names), []);
});

test("the data lock by the button, by the keys, and when nobody uses them", { timeout: 240_000 }, async (t) => {
  const { app, page } = await sample(t);
  await lock(page);
  await page.locator(".top-bar").getByRole("button", { name: "Khóa ngay" }).click();
  await locked(page).waitFor();
  await unlock(page);
  await page.keyboard.press("Control+Shift+L");
  await locked(page).waitFor();
  await unlock(page);
  await show(page, "#/du-lieu");
  await panel(page).getByLabel("Tự khóa khi không dùng").selectOption("5");
  await later(app, 4 * 60);
  await page.waitForTimeout(12_000);
  assert.ok(!(await locked(page).isVisible()), "not yet");
  await later(app, 5 * 60 + 1);
  await locked(page).waitFor({ timeout: 30_000 });
});

test("a write that fails, or a browser killed on the way, loses nothing", { timeout: 400_000 }, async (t) => {
  const { app, people: before } = await sample(t);
  /** After this many rows the disk takes no more. */
  const failAfter = (rows) => app.page.evaluate((left) => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...row) {
      if (left <= 0) throw new DOMException("no room", "QuotaExceededError");
      left -= 1;
      return put.apply(this, row);
    };
  }, rows);
  for (const rows of [0, 1, 3]) {
    await show(app.page, "#/du-lieu");
    await failAfter(rows);
    await askToLock(app.page);
    await alert(app.page, "đã đầy");
    await app.reopen();
    await app.page.getByRole("navigation").first().waitFor();
    assert.equal(await people(app.page), before, `${rows} rows written`);
  }
  /** Opens what is there now, locked or not. */
  const openAgain = async () => {
    await app.reopen();
    await locked(app.page).or(app.page.getByRole("navigation").first()).first().waitFor();
    const on = await locked(app.page).isVisible();
    if (on) await unlock(app.page);
    assert.equal(await people(app.page), before);
    return on;
  };
  for (const milliseconds of [0, 300, 900]) {
    await show(app.page, "#/du-lieu");
    await askToLock(app.page);
    await app.page.waitForTimeout(milliseconds);
    if (await openAgain()) break;
  }
  if (!(await panel(app.page).getByRole("button", { name: "Khóa ngay" }).isVisible())) await lock(app.page);
  for (const milliseconds of [0, 200, 500]) {
    const off = await part(app.page, "Tắt khóa");
    await off.getByLabel("Mật khẩu hiện tại").fill(passphrase);
    await off.locator("button[type=submit]").click();
    await app.page.waitForTimeout(milliseconds);
    if (!(await openAgain())) break;
  }
});

test("locked data are restored once a copy under a passphrase is outside, and such a copy is practised with", { timeout: 300_000 }, async (t) => {
  const { app, page } = await sample(t);
  await show(page, "#/du-lieu/sao-luu");
  const old = await app.download(() => page.getByRole("button", { name: "Tải tệp sao lưu", exact: true }).click());
  await show(page, "#/danh-muc/co-quan");
  const name = page.getByLabel("Tên cơ quan, đơn vị");
  const before = await name.inputValue();
  await name.fill("UBND xã Đổi Tên (mẫu)");
  await page.getByRole("button", { name: "Lưu thông tin cơ quan" }).click();
  await saved(page);
  await show(page, "#/du-lieu");
  await lock(page);

  await show(page, "#/du-lieu/sao-luu");
  await app.choose(old.path, () => page.getByRole("button", { name: "Chọn tệp sao lưu…" }).click());
  await page.getByText("Cần một tệp sao lưu có mật khẩu trước khi khôi phục").waitFor();
  const restore = page.getByRole("button", { name: "Khôi phục (1 thay đổi)" });
  assert.ok(await restore.isDisabled());
  await page.getByRole("button", { name: "Xem từng thay đổi…" }).click();
  const changes = page.getByRole("dialog", { name: "Khôi phục sẽ thay đổi gì" });
  const row = changes.getByRole("row").filter({ hasText: "UBND xã Đổi Tên (mẫu)" });
  await row.waitFor();
  assert.deepEqual((await row.locator("td").allInnerTexts()).slice(-2), ["UBND xã Đổi Tên (mẫu)", before]);
  await app.axe("xem từng thay đổi của khôi phục");
  await changes.getByRole("button", { name: "Đóng" }).last().click();

  await page.getByLabel("Mật khẩu", { exact: true }).fill(other);
  await page.getByLabel("Nhập lại mật khẩu").fill(other);
  const sealed = await app.download(() => page.getByRole("button", { name: "Tải tệp sao lưu có mật khẩu" }).click());
  assert.match(sealed.name, /\.congtam\.age$/);
  await page.getByText("Bản sao gần nhất đã có mọi thay đổi").waitFor({ timeout: 30_000 });
  await restore.click();
  await page.getByText("Đã khôi phục", { exact: true }).waitFor();
  await page.locator(".top, header").getByText(before).first().waitFor();

  await app.choose(sealed.path, () => page.getByRole("button", { name: "Chọn tệp để diễn tập…" }).click());
  await page.getByText(/congtam\.age” được khóa bằng mật khẩu/).waitFor();
  await page.getByLabel("Mật khẩu", { exact: true }).last().fill(other);
  await page.getByRole("button", { name: "Mở tệp" }).click();
  await page.getByText(/khôi phục được đầy đủ/).waitFor({ timeout: 60_000 });
});
