// The search over everything: by keyboard, without diacritics.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./support/app.mjs";
import { day, openSample, show } from "./support/screens.mjs";

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

test("search opens a person, a screen and a task by keyboard alone", { timeout: 180_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openSample(page);
  await show(page, "#/cong-chuc");
  const link = page.locator('a[href^="#/cong-chuc/"]').first();
  const name = (await link.innerText()).split("\n")[0].trim();

  const field = page.getByRole("combobox", { name: "Tìm mọi thứ" });
  const search = async (words) => {
    await page.keyboard.press("Control+k");
    await field.waitFor();
    assert.equal(await field.inputValue(), "");
    await page.keyboard.type(words);
    await page.getByRole("dialog").getByRole("option").first().waitFor();
  };

  await search(plain(name));
  await app.axe("tìm kiếm");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name }).waitFor();

  await search("phan anh");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash === "#/phan-anh");

  await search("bao cao");
  const second = page.getByRole("dialog").getByRole("option").nth(1);
  await page.keyboard.press("ArrowDown");
  assert.equal(await second.getAttribute("aria-selected"), "true");
  await page.keyboard.press("ArrowUp");
  assert.equal(await second.getAttribute("aria-selected"), "false");

  await page.keyboard.press("Escape");
  await field.waitFor({ state: "hidden" });

  const places = [
    ["nv.00017", /^#\/nhiem-vu\/\d+$/, /^Diễn biến: /],
    ["pa.025", /^#\/phan-anh\/\d+$/, "Phản ánh PA.025"],
    ["nhat ky thao tac", /^#\/du-lieu\/nhat-ky$/, "Nhật ký"],
  ];
  for (const [words, address, heading] of places) {
    await search(words);
    await page.keyboard.press("Enter");
    await page.waitForFunction((source) => new RegExp(source).test(location.hash), address.source);
    await page.getByRole("heading", { name: heading }).first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
});

test("a product found leads to its row", { timeout: 120_000 }, async (t) => {
  const { page } = await openApp(t, { today: day });
  await openSample(page);
  await show(page, "#/danh-muc");
  const code = await page.getByRole("grid").getByRole("row").nth(3).getByRole("gridcell").first().innerText();
  await show(page, "#/tong-quan");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Tìm mọi thứ" }).fill(code);
  const found = page.getByRole("dialog").getByRole("option").filter({ hasText: /danh mục/ }).filter({ hasText: code }).first();
  await found.click();
  await page.waitForFunction(() => /^#\/danh-muc\/san-pham\/\d+$/.test(location.hash));
  await page.getByRole("grid").getByRole("gridcell", { name: code, exact: true }).first().waitFor();
});

test("closing the search gives the focus back", { timeout: 120_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openSample(page);
  const button = page.getByRole("button", { name: /Tìm người/ });
  await button.focus();
  await page.keyboard.press("Enter");
  const field = page.getByRole("combobox", { name: "Tìm mọi thứ" });
  await field.fill("khong co gi nhu the nay");
  await page.getByText("Không tìm thấy.").waitFor();
  await page.keyboard.press("Escape");
  await field.waitFor({ state: "hidden" });
  assert.ok(await button.evaluate((node) => node === document.activeElement));
});
