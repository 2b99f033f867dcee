// The import wizard as a person goes through it.

import assert from "node:assert/strict";

/**
 * Imports one file; gives what the wizard said: `sheets` (the second step), `summary` (the third), `done`.
 *
 * `review(page)` is run on the preview, to correct rows there.
 */
export async function importFile(app, file, review = async () => {}) {
  const { page } = app;
  await page.evaluate(() => { location.hash = "#/du-lieu/nhap"; });
  const again = page.getByRole("button", { name: "Nhập tệp khác" });
  const pick = page.getByRole("button", { name: "Chọn tệp…" });
  await pick.or(again).first().waitFor();
  if (await again.isVisible()) await again.click();
  await app.choose(file, () => pick.click());
  const onward = page.getByRole("button", { name: "Xem trước kết quả" });
  await onward.waitFor();
  const sheets = await page.locator(".import__sheets").innerText();
  assert.doesNotMatch(sheets, /Còn thiếu cột|Không nhận ra bảng nào/, `${file}: needs mapping by hand`);
  await onward.click();
  const take = page.getByRole("button", { name: /^Nhập [\d.]+ dòng$/ });
  await take.waitFor();
  await review(page);
  const summary = await page.locator(".import__review .note").first().innerText();
  await take.click();
  await page.getByText("Đã nhập xong").waitFor();
  const done = await page.locator(".import__done").innerText();
  return { sheets, summary, done };
}
