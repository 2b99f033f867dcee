// Text that is meant to do something, in every place a person can bring text to: it is shown as text on every
// screen, runs nothing, and leaves in files as text.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { openApp, root } from "./support/app.mjs";
import { asText, put, taken } from "./support/clipboard.mjs";
import { importFile } from "./support/import.mjs";
import { opened } from "./support/office.mjs";
import { day, screens, show } from "./support/screens.mjs";
import { enter } from "./support/unit.mjs";

const works = [
  `<img src=x onerror="globalThis.struck='img'">`,
  "<script>globalThis.struck='script'</script>",
  `"><svg onload="globalThis.struck='svg'"></svg>`,
  "javascript:globalThis.struck='link'",
  "+cmd|' /C calc'!A0",
  "@SUM(1+1)",
  "Báo cáo \u202egnôđ gnuhc\u202c đã xong",
];
const people = ["=1+1", "+cmd|' /C calc'!A0", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "Nguyễn \u202eBính nảV\u202c"];

test("hostile text is text on every screen and in every file", { timeout: 300_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  page.on("dialog", (dialog) => assert.fail(`something ran: ${dialog.message()}`));
  const quiet = async (where) => {
    const found = await page.evaluate(() => [globalThis.struck, document.querySelectorAll("#app img, main img, main script, main [onload]").length]);
    assert.deepEqual(found, [undefined, 0], where);
  };

  await page.getByRole("button", { name: /Đưa tệp Excel/ }).click();
  await importFile(app, join(root, "tests/fixtures/noi-dung-doc-hai.xlsx"));
  await quiet("import");

  await show(page, "#/nhiem-vu");
  const rows = works.map((work, at) => [`N-${at}`, work, "XX-06", "", "1", "2", "", "30/11/2026"]);
  rows.push(["N-7", "=1+1", "XX-06", "", "1", "2", "", "30/11/2026"], ["N-8", "dài ".repeat(250_000), "XX-06", "", "1", "2", "", "30/11/2026"]);
  await put(page, { text: asText(rows) });
  await enter(page);
  await page.keyboard.press("Control+v");
  const preview = page.getByRole("dialog", { name: "Xem trước khi dán" });
  await preview.getByText("2 ô chưa hợp lệ", { exact: false }).waitFor();
  const refused = await preview.locator("[role=row]:has([role=gridcell])").allInnerTexts();
  assert.match(refused[0], /=1\+1/);
  assert.match(refused[1], /dài quá 5.000 ký tự/);
  await quiet("preview");
  await preview.getByRole("button", { name: /^Ghi/ }).click();
  await page.getByText(/^7 nhiệm vụ ·/).waitFor();
  await page.locator(".save-state").getByText("Đã lưu").waitFor();
  await page.locator('.register-panel [aria-rowindex="2"] [aria-colindex="2"]').click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  assert.deepEqual((await taken(app)).map((row) => row[1]), works, "what came in is there, letter by letter");

  await app.reload();
  for (const [name, address] of screens.filter(([, address]) => !/\{complaint\}|\{incident\}/.test(address))) {
    await show(page, address);
    await quiet(name);
  }
  await show(page, "#/cong-chuc");
  for (const person of people) await page.getByText(person, { exact: true }).first().waitFor();

  await show(page, "#/du-lieu/xuat");
  for (const what of ["(csv)", "(Excel)"]) {
    const item = page.locator(".forms__item", { hasText: what }).first();
    const file = await app.download(() => item.getByRole("button", { name: "Tạo tệp" }).click());
    const texts = await opened("texts", file.path);
    for (const person of people) {
      const kept = texts.some((text) => text.replace(/^'/, "") === person);
      assert.ok(kept, `${file.name}: ${person} is there and no formula`);
    }
  }
  await quiet("files");
});
