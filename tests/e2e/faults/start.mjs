// What a person finds at the next start, and how they come back to work from there.

import assert from "node:assert/strict";
import { locked, passphrase, tryPassphrase } from "../support/lock.mjs";
import { stands } from "./hand.mjs";

/** What one who comes for the first time is told. */
export const blank = "Màn hình bắt đầu";

/** The words of the page in place of the app, when it refuses to open; nothing when the book stands. */
export async function refusal(desk, page = desk.page) {
  const closed = page.getByRole("heading", { level: 1, name: "Chưa mở được dữ liệu" });
  const doors = page.getByRole("button", { name: /Mở bản sao lưu/ });
  const book = page.locator(".save-state__label");
  await closed.or(doors).or(book).or(locked(page)).first().waitFor();
  if (await locked(page).isVisible()) {
    await tryPassphrase(page, passphrase);
    await closed.or(book).first().waitFor();
  }
  if (await closed.isVisible()) return page.locator("main").innerText();
  if (await doors.isVisible()) return blank;
  return undefined;
}

/** Brings the book back from the outside file, by what the refusing page offers. */
export async function restore(desk, path) {
  const { page } = desk;
  await page.getByRole("button", { name: /Mở bản sao lưu/ }).first().click();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Chọn tệp sao lưu…" }).click(),
  ]);
  await chooser.setFiles(path);
  await page.getByRole("button", { name: /^Khôi phục \(/ }).click();
  await page.getByText("Đã khôi phục", { exact: true }).waitFor();
  await page.evaluate(() => { location.hash = "#/nhiem-vu"; });
  await stands(page);
}

const offer = (page) => page.getByRole("button", { name: /^Làm việc tiếp với trạng thái sau thao tác số \d+$/ });

/** The action after which the app offers to go on; nothing when it offers none. */
export async function offered(desk) {
  const found = desk.page.getByRole("heading", { name: "Những gì còn đọc được" });
  await found.waitFor({ timeout: 5_000 }).catch(() => {});
  if (!(await offer(desk.page).isVisible())) return undefined;
  return Number((await offer(desk.page).innerText()).match(/\d+$/)[0]);
}

/** Goes on with the state the app offers. */
export async function goOn(desk) {
  const { page } = desk;
  await offer(page).click();
  await page.locator(".save-state__label").getByText("Đã lưu").waitFor();
  await page.evaluate(() => { location.hash = "#/nhiem-vu"; });
  await stands(page);
}

/** Plain words: says what is wrong and what to do, and no technical name. */
export function assertPlain(words) {
  assert.match(words, /Chưa mở được dữ liệu/);
  assert.doesNotMatch(words, /Error|undefined|null|NaN|checksum|IndexedDB/, `not plain: ${words}`);
}
