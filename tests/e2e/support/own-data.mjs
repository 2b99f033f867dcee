// A workspace of one's own with two officials in it, pasted as from a spreadsheet.

const head = ["Mã công chức", "Họ, đệm và tên", "Đơn vị", "Chức vụ"];
const staff = [
  ["DL-01", "Lê Thị Thử", "Phòng Mẫu", "Trưởng phòng"],
  ["DL-02", "Trần Văn Mẫu", "Phòng Mẫu", "Chuyên viên"],
];

/** Enters by the door of one's own files and brings the two officials in. */
export async function startWithStaff(app) {
  const { page } = app;
  await page.getByRole("button", { name: /Đưa tệp Excel/ }).click();
  await pasteStaff(app, staff);
}

/** Pastes officials on the screen of imports, and waits until they are in. */
export async function pasteStaff(app, rows) {
  const { page } = app;
  await page.getByRole("heading", { level: 1, name: "Nhập từ Excel" }).waitFor();
  const text = [head, ...rows].map((row) => row.join("\t")).join("\r\n");
  await app.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.getByLabel("Hoặc dán khối ô chép từ Excel").focus();
  await page.keyboard.press("Control+V");
  await page.getByRole("button", { name: "Xem trước kết quả" }).click();
  await page.getByRole("button", { name: `Nhập ${rows.length} dòng` }).click();
  await page.getByText("Đã nhập xong").waitFor();
}

/** Waits until everything is on disk. */
export const saved = (page) => page.locator(".save-state").getByText("Đã lưu").waitFor();
