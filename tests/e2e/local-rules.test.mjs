// Local criteria and tariffs, as a person makes, checks, tries out, sends and ends them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./support/app.mjs";
import { day, openSample, show } from "./support/screens.mjs";

const address = "#/danh-muc/noi-bo";

/** Opens the sample agency at the local rules, without the set it brings along. */
async function sample(t, options = {}) {
  const app = await openApp(t, { today: day, ...options });
  await openSample(app.page);
  await show(app.page, address);
  await app.page.getByRole("button", { name: /^Xóa/ }).click();
  await app.page.getByRole("dialog").getByRole("button", { name: "Xóa" }).click();
  await app.page.getByText("Chưa có bộ tiêu chí nội bộ nào").waitFor();
  return app;
}

/** Fills in who issued a new set and when it begins. */
async function issue(page, { decision = "15/QĐ-UBND", from = "01/11/2026" } = {}) {
  await page.getByRole("button", { name: "Lập bộ mới" }).click();
  await page.getByLabel("Tên bộ").fill("Bộ tiêu chí tỉnh Mẫu");
  await page.getByLabel("Cơ quan ban hành").fill("UBND tỉnh Mẫu");
  await page.getByLabel("Số quyết định").fill(decision);
  await page.getByLabel("Hiệu lực từ ngày").fill(from);
}

const check = (page) => page.getByRole("button", { name: "Kiểm tra và xem ai thay đổi" }).click();
const save = (page) => page.getByRole("button", { name: "Lưu bộ này" });

/** The month's score of everybody, by name, as the list of officials shows it. */
async function scores(page) {
  await show(page, "#/cong-chuc");
  const grid = page.getByRole("grid");
  await grid.evaluate((element) => { element.scrollTop = 0; });
  await grid.locator('[aria-rowindex="2"]').waitFor();
  const found = new Map();
  const rows = Number(await grid.getAttribute("aria-rowcount")) - 1;
  for (let seen = 0; found.size < rows && seen < 60; seen += 1) {
    const shown = await grid.locator("[aria-rowindex]").evaluateAll((all) =>
      all.slice(1).map((row) => [...row.querySelectorAll("[aria-colindex]")].map((cell) => cell.innerText.trim())));
    for (const [name, code, , , , total, mean, year] of shown) found.set(`${name} ${code}`, [name, total, mean, year].join(" | "));
    await grid.evaluate((element) => { element.scrollTop += element.clientHeight - 80; });
    await page.waitForTimeout(60);
  }
  assert.equal(found.size, rows, "every official was read");
  return found;
}

test("a set with faults names them all; mended it shows exactly who changes, then changes exactly them", { timeout: 180_000 }, async (t) => {
  const { page } = await sample(t);
  const before = await scores(page);
  await show(page, address);
  await page.getByText("Chưa có bộ tiêu chí nội bộ nào").waitFor();
  await issue(page);
  await page.getByLabel("Số quyết định").fill("");
  await page.getByLabel("Điểm tối đa dòng I.1").fill("4,5");
  await page.getByText("Cộng 9,5 / 10 điểm: lệch -0,5").waitFor();
  await check(page);
  await page.getByText("Còn 3 chỗ chưa đúng, chưa lưu được").waitFor();
  await page.getByText("Số quyết định: cần nhập.").waitFor();
  await page.getByText("Mục I: các dòng cộng được 9,5 điểm, phải đúng 10 điểm theo nghị định.").waitFor();
  await page.getByText("Tiêu chí chung cộng được 29,5 điểm, phải đúng 30 điểm").waitFor();
  assert.ok(await save(page).isDisabled(), "what is wrong cannot be saved");

  await page.getByLabel("Số quyết định").fill("15/QĐ-UBND");
  await page.getByLabel("Điểm tối đa dòng I.2").fill("5,5");
  await page.getByLabel("Nội dung dòng I.1").fill("Gương mẫu, tận tụy với nhân dân");
  await check(page);
  const rows = page.getByRole("table", { name: "Ai thay đổi" }).locator("tbody tr");
  await rows.first().waitFor();
  const listed = (await rows.locator("th").allInnerTexts()).sort();
  await save(page).click();
  await page.getByText("Quyết định số 15/QĐ-UBND, UBND tỉnh Mẫu").waitFor();
  await page.getByText("Đang hiệu lực").first().waitFor();

  const after = await scores(page);
  const changed = [...after].filter(([who, line]) => before.get(who) !== line).map(([, line]) => line.split(" | ")[0]).sort();
  assert.ok(changed.length > 0, "somebody had more than the new most");
  assert.deepEqual(listed, changed);

  // The score sheet words the line as the set does and says whose words they are.
  await show(page, "#/cham-diem/{official}");
  await page.getByText("Gương mẫu, tận tụy với nhân dân").first().waitFor();
  await page.getByText("Tiêu chí theo bộ nội bộ: 15/QĐ-UBND, UBND tỉnh Mẫu").waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText("Đã hoàn tác: Thêm bộ tiêu chí nội bộ").waitFor();
  assert.deepEqual(await scores(page), before);
});

test("a set travels as a file; one that was changed, is newer or is none is refused with words", { timeout: 180_000 }, async (t) => {
  const app = await sample(t);
  const { page } = app;
  await issue(page, { from: "01/01/2027" });
  await page.getByLabel("Đặt biểu điểm riêng cho CT.2", { exact: true }).check();
  await page.getByLabel("Trừ mỗi lần CT.2").fill("2,5");
  await check(page);
  await page.getByText("Không ai đổi điểm, không ai đổi mức.").waitFor();
  await save(page).click();
  await page.getByText("Chưa đến ngày hiệu lực").waitFor();
  await page.getByText("1 biểu điểm của chỉ thị").waitFor();
  const file = await app.download(() => page.getByRole("button", { name: /^Xuất tệp/ }).click());
  assert.equal(file.name, "tieu-chi-15-qd-ubnd-2027-01-01.json");
  const written = JSON.parse(file.bytes.toString("utf8"));
  assert.equal(written.format, "congtam.local-rules");
  assert.equal(written.set.issuer, "UBND tỉnh Mẫu");

  const bring = async (text) => {
    if ((await page.getByRole("dialog").count()) === 0) await page.getByRole("button", { name: "Nhập từ tệp" }).click();
    const buffer = Buffer.from(text);
    await page.locator('dialog[open] input[type="file"]').setInputFiles({ name: "tinh.json", mimeType: "application/json", buffer });
  };
  await bring("không phải tệp");
  await page.getByText("Tệp này không phải tệp bộ tiêu chí của Công Tâm").waitFor();
  await bring(JSON.stringify({ ...written, version: 9 }));
  await page.getByText("phiên bản mới hơn lập (định dạng 9)").waitFor();
  await bring(JSON.stringify({ ...written, set: { ...written.set, title: "Khác" } }));
  await page.getByText("đã bị sửa hoặc hỏng sau khi xuất").waitFor();
  // The very set is in force already on those days, under the same decision.
  await bring(file.bytes.toString("utf8"));
  await page.getByText("đã có bộ “Bộ tiêu chí tỉnh Mẫu” đang hiệu lực").waitFor();
  await page.getByText("đã mang số quyết định và cơ quan ban hành này").waitFor();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: /^Xóa/ }).click();
  const dialog = page.getByRole("dialog", { name: "Xóa “Bộ tiêu chí tỉnh Mẫu”" });
  await dialog.getByText("Không ai đổi điểm, không ai đổi mức.").waitFor();
  await dialog.getByRole("button", { name: "Xóa" }).click();
  await page.getByText("Chưa có bộ tiêu chí nội bộ nào").waitFor();
  await bring(file.bytes.toString("utf8"));
  await page.getByRole("heading", { name: "Nhập từ “tinh.json”" }).waitFor();
  assert.equal(await page.getByLabel("Trừ mỗi lần CT.2").inputValue(), "2,5");
  await page.getByText("Không ai đổi điểm, không ai đổi mức.").waitFor();
  await save(page).click();
  await page.getByText("Quyết định số 15/QĐ-UBND, UBND tỉnh Mẫu").waitFor();
  await app.reload();
  await page.getByText("Quyết định số 15/QĐ-UBND, UBND tỉnh Mẫu").waitFor();
});

/** What the form and its dialogs call things, in each language. */
const words = {
  vi: {
    make: "Lập bộ mới", title: "Tên bộ", issuer: "Cơ quan ban hành", decision: "Số quyết định", from: "Hiệu lực từ ngày",
    most: "Điểm tối đa dòng", own: "Đặt biểu điểm riêng cho CT.1", form: "Cách tính CT.1",
    check: "Kiểm tra và xem ai thay đổi", faults: /chưa lưu được/, changed: /người đổi điểm/,
    save: "Lưu bộ này", inForce: "Đang hiệu lực", end: /^Kết thúc/, impact: /người đổi|Không ai đổi/,
  },
  en: {
    make: "New set", title: "Name", issuer: "Issued by", decision: "Number of the decision", from: "In force from",
    most: "Most points of line", own: "Own tariff for CT.1", form: "How CT.1 is worked out",
    check: "Check and see who changes", faults: /it cannot be saved/, changed: /people change score/,
    save: "Save the set", inForce: "In force", end: /^End/, impact: /people change|Nobody/,
  },
};

for (const [language, colorScheme] of [["vi", "light"], ["vi", "dark"], ["en", "light"], ["en", "dark"]]) {
  test(`list, form, check and dialogs are accessible, ${colorScheme}, ${language}`, { timeout: 180_000 }, async (t) => {
    const app = await sample(t, { colorScheme });
    const { page } = app;
    if (language === "en") await page.getByRole("button", { name: "English" }).click();
    await page.locator(`html[lang="${language}"]`).waitFor();
    const said = words[language];
    const press = (name) => page.getByRole("button", { name, exact: typeof name === "string" }).click();
    await press(said.make);
    for (const [label, value] of [[said.title, "Bộ tiêu chí tỉnh Mẫu"], [said.issuer, "UBND tỉnh Mẫu"], [said.decision, "15/QĐ-UBND"], [said.from, "01/11/2026"]]) {
      await page.getByLabel(label).first().fill(value);
    }
    await page.getByLabel(`${said.most} I.1`).fill("4");
    await page.getByLabel(said.own, { exact: true }).check();
    await page.getByLabel(said.form).selectOption("bands");
    await press(said.check);
    await page.getByText(said.faults).first().waitFor();
    await app.axe("biểu mẫu có lỗi");
    await page.getByLabel(`${said.most} I.2`).fill("6");
    await page.getByLabel(said.own, { exact: true }).uncheck();
    await press(said.check);
    await page.getByText(said.changed).first().waitFor();
    await app.axe("xem trước");
    await press(said.save);
    await page.getByText(said.inForce, { exact: true }).first().waitFor();
    await app.axe("danh sách");
    await press(said.end);
    await page.getByRole("dialog").getByText(said.impact).first().waitFor();
    await app.axe("kết thúc");
  });
}
