// What happens to a task, as an officer records it: in forms, in the timeline, in the calendar.

import assert from "node:assert/strict";
import { test } from "node:test";
import { narrow, openApp, wide } from "./support/app.mjs";
import { day, openSample, show } from "./support/screens.mjs";

const NAME = "Báo cáo mẫu về một đời công việc";
const dialog = (page) => page.getByRole("dialog");

async function save(page) {
  await dialog(page).getByRole("button", { name: "Lưu", exact: true }).click();
}

/** Opens a form from the timeline's menu. */
async function record(page, name) {
  await dialog(page).getByRole("button", { name: "Ghi diễn biến" }).click();
  await page.getByRole("menuitem", { name }).click();
  await dialog(page).getByRole("heading", { level: 2, name: name.replace("…", "") }).waitFor();
}

const timeline = (page) => dialog(page).locator(".timeline");
const entry = (page, text) => timeline(page).getByRole("listitem").filter({ hasText: text });

/** Assigns a task and opens its timeline. */
async function newTask(page) {
  await show(page, "#/nhiem-vu");
  await page.getByRole("button", { name: "Giao nhiệm vụ", exact: true }).click();
  await dialog(page).getByRole("combobox", { name: "Người chủ trì" }).fill("n");
  await dialog(page).getByRole("listbox").getByRole("option").first().click();
  await dialog(page).getByLabel("Tên nhiệm vụ").fill(NAME);
  await dialog(page).getByLabel("Hệ số").fill("2");
  await dialog(page).getByLabel(/^Giao/).fill("4");
  await dialog(page).getByLabel(/^Hạn/).fill("27/11/2026");
  await dialog(page).getByRole("button", { name: "Giao nhiệm vụ", exact: true }).click();
  await dialog(page).waitFor({ state: "detached" });
  await page.getByRole("searchbox", { name: "Tìm trong nhiệm vụ" }).fill("mot doi cong viec");
  await page.getByRole("rowheader", { name: NAME }).click();
  await page.getByRole("button", { name: /dòng đã chọn$/ }).click();
  await page.getByRole("menuitem", { name: "Diễn biến…" }).click();
  await dialog(page).getByRole("heading", { name: `Diễn biến: ${NAME}` }).waitFor();
}

test("a task is extended, excused, assessed and paused, and every step stays in its timeline", { timeout: 240_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openSample(page);
  await newTask(page);

  // An extension must move forward and name who approved; both reasons stand at their fields.
  await record(page, "Gia hạn…");
  await dialog(page).getByLabel("Hạn mới").fill("20/11/2026");
  await save(page);
  await dialog(page).getByText("Ngày này phải từ 28/11/2026", { exact: false }).waitFor();
  await dialog(page).getByText("Cần nhập mục này.").waitFor();
  await app.axe("gia hạn với lỗi");
  await dialog(page).getByLabel("Hạn mới").fill("30/11/2026");
  await dialog(page).getByLabel("Người phê duyệt").fill("Chủ tịch UBND xã");
  await save(page);
  await entry(page, "Gia hạn từ 27/11/2026 đến 30/11/2026").getByText("Chủ tịch UBND xã phê duyệt").waitFor();
  await entry(page, "Gia hạn từ").getByRole("button", { name: "Thu hồi" }).click();
  await entry(page, "Gia hạn từ").getByText("Đã thu hồi ngày 22/11/2026, không còn tính").waitFor();

  await record(page, "Đánh giá bản nộp…");
  await save(page);
  await dialog(page).getByText("Cần nhập mục này.").waitFor();
  await dialog(page).getByLabel("Kết quả").selectOption({ label: "Chưa đạt, trả lại" });
  await save(page);
  await entry(page, "Bản nộp lần 1: chưa đạt, trả lại").waitFor();

  // A cause is recorded first and confirmed later; only then it excuses.
  await record(page, "Nguyên nhân khách quan…");
  await dialog(page).getByRole("combobox", { name: "Nguyên nhân" }).fill("thiên tai");
  await dialog(page).getByRole("listbox").getByRole("option").first().click();
  await save(page);
  await entry(page, "Nguyên nhân khách quan: Thiên tai").getByText("chưa xác nhận: chưa miễn trừ").waitFor();
  await entry(page, "Nguyên nhân khách quan").getByRole("button", { name: "Xác nhận" }).click();
  await dialog(page).getByLabel("Người có thẩm quyền xác nhận").fill("Chủ tịch UBND xã");
  await save(page);
  await entry(page, "Bản nộp lần 1: chưa đạt").getByText("được miễn trừ").waitFor();

  await record(page, "Tạm dừng chờ cơ quan khác…");
  await dialog(page).getByLabel("Chờ cơ quan, đơn vị nào").fill("Sở mẫu");
  await save(page);
  await entry(page, "Tạm dừng chờ Sở mẫu, đến nay").waitFor();
  await dialog(page).getByText("Thời gian chờ cơ quan khác").waitFor();

  await record(page, "Mốc trung gian…");
  await dialog(page).getByLabel("Tên mốc").fill("Dự thảo lần một");
  await dialog(page).getByLabel("Hạn của mốc").fill("25/11/2026");
  await save(page);
  await entry(page, "Hạn mốc: Dự thảo lần một, chưa nộp").getByRole("button", { name: "Sửa" }).click();
  await dialog(page).getByLabel("Ngày nộp").fill("22/11/2026");
  await save(page);
  await entry(page, "Hạn mốc: Dự thảo lần một, nộp 22/11/2026").waitFor();

  await record(page, "Xử lý việc chậm…");
  await dialog(page).getByRole("combobox", { name: "Hình thức xử lý" }).fill("nhac");
  await dialog(page).getByRole("listbox").getByRole("option").first().click();
  await dialog(page).getByLabel("Người xử lý").fill("Trưởng phòng");
  await save(page);
  await entry(page, "Xử lý việc chậm: Nhắc nhở").waitFor();
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== "running"));
  await app.axe("diễn biến");
  await page.setViewportSize(narrow);
  await app.axe("diễn biến trên điện thoại");
  await page.setViewportSize(wide);

  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await page.getByText("Đã hoàn tác: Ghi cách xử lý việc chậm").waitFor();
});

test("a task is shared so that the parts sum to the whole, and handed over", { timeout: 180_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openSample(page);
  await newTask(page);

  await record(page, "Chia cho nhiều người…");
  const part = (number) => dialog(page).getByRole("group", { name: new RegExp(`^Phần ${number}`) });
  await part(1).getByLabel("Số lượng").fill("3");
  await part(2).getByRole("combobox", { name: "Người chủ trì" }).fill("h");
  await part(2).getByRole("listbox").getByRole("option").first().click();
  await part(2).getByLabel("Số lượng").fill("2");
  await dialog(page).getByText("Tổng các phần: 5, phải bằng 4").waitFor();
  await save(page);
  await dialog(page).getByRole("alert").getByText("Các phần cộng lại là 5, phải đúng bằng 4.", { exact: false }).waitFor();
  await app.axe("chia việc");
  await part(2).getByLabel("Số lượng").fill("1");
  await dialog(page).getByText("Tổng các phần: 4, khớp").waitFor();
  await save(page);
  await dialog(page).getByText("Các phần của việc chung: 4 trên 4").waitFor();
  await entry(page, "Chia việc: là một phần của tổng 4").waitFor();

  await record(page, "Chuyển giao…");
  await dialog(page).getByRole("combobox", { name: "Người nhận" }).fill("h");
  await dialog(page).getByRole("listbox").getByRole("option").last().click();
  await dialog(page).getByLabel("Lý do").fill("Đi học");
  await save(page);
  await entry(page, "Trả lại và chuyển cho").getByText("Lý do: Đi học").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.getByText("Đã hoàn tác: Chia nhiệm vụ").waitFor();
});

test("a confirmed period refuses before anything is typed and says what to do", { timeout: 120_000 }, async (t) => {
  const { page } = await openApp(t, { today: day });
  await openSample(page);
  await page.getByRole("combobox", { name: "Kỳ", exact: true }).selectOption("2026-03");
  await show(page, "#/cham-diem");
  const locked = page.getByRole("grid").getByRole("row").filter({ hasText: "đã khóa" }).first();
  const [name] = (await locked.getByRole("rowheader").innerText()).trim().split("\n");
  await show(page, "#/nhiem-vu");
  await page.getByRole("combobox", { name: "Thời gian" }).selectOption("month");
  await page.getByRole("searchbox", { name: "Tìm trong nhiệm vụ" }).fill(name);
  await page.getByRole("row").filter({ hasText: name }).first().getByRole("rowheader").click();
  await page.getByRole("button", { name: /dòng đã chọn$/ }).click();
  await page.getByRole("menuitem", { name: "Gia hạn…" }).click();
  await dialog(page).getByText("Chưa sửa được: kỳ đã khóa").waitFor();
  assert.equal(await dialog(page).getByRole("textbox").count(), 0);
  await dialog(page).getByRole("link", { name: "Đến phiếu chấm điểm để mở khóa" }).click();
  await page.getByRole("heading", { level: 1, name: /^Phiếu chấm điểm/ }).waitFor();
});

test("the calendar of deadlines is walked by keys, opens a day and gives a file", { timeout: 180_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const { page } = app;
  await openSample(page);
  await show(page, "#/nhiem-vu/lich");
  const grid = page.getByRole("grid", { name: "Thời hạn tháng 11/2026" });
  await grid.getByRole("gridcell").nth(20).waitFor();
  await app.axe("lịch thời hạn");
  await grid.locator("[tabindex='0']").focus();
  const at = () => page.evaluate(() => document.activeElement.dataset.day);
  assert.equal(await at(), "2026-11-22");
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => document.activeElement.dataset.day === "2026-11-15");
  await page.keyboard.press("PageUp");
  await page.waitForFunction(() => document.activeElement.dataset.day === "2026-10-15");
  await page.keyboard.press("PageDown");
  await page.waitForFunction(() => document.activeElement.dataset.day === "2026-11-15");
  const busy = grid.getByRole("gridcell").filter({ hasText: /Đã xong|Quá hạn/ }).first();
  await busy.click();
  await dialog(page).getByRole("link").first().waitFor();
  await app.axe("một ngày của lịch");
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Xuất tệp lịch (.ics)…" }).click();
  await dialog(page).getByRole("checkbox", { name: "Ẩn tên người" }).check();
  await app.axe("xuất tệp lịch");
  const file = await app.download(() => dialog(page).getByRole("button", { name: "Tạo tệp lịch" }).click());
  assert.equal(file.name, "Thoi-han-2026.ics");
  const text = file.bytes.toString("utf8");
  assert.ok(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.endsWith("END:VCALENDAR\r\n"));
  for (const line of file.bytes.toString("latin1").split("\r\n")) assert.ok(line.length <= 75, line);
  const numbers = [...text.replaceAll("\r\n ", "").matchAll(/^UID:(.+)$/gm)].map((found) => found[1]);
  assert.ok(numbers.length > 0);
  assert.equal(new Set(numbers).size, numbers.length, "every deadline has its own number");
  assert.match(text.replaceAll("\r\n ", ""), /Chủ trì: CC-\d{3}/);

  await page.setViewportSize(narrow);
  await show(page, "#/nhiem-vu/lich");
  await app.axe("lịch thời hạn trên điện thoại");
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${over} px too wide`);
});
