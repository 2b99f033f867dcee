// A small unit of one's own, empty but for its people, as the tests of the register begin.

import { show } from "./screens.mjs";
import { asText, put } from "./clipboard.mjs";

const families = ["Lê", "Trần", "Phạm", "Hoàng", "Vũ"];
const given = ["Thử", "Mẫu", "Nháp", "Ví"];

/** Twenty invented people: code and name. */
export const people = families.flatMap((family, one) => given.map((name, two) => ({
  code: `DV-${String(one * given.length + two + 1).padStart(2, "0")}`,
  name: `${family} ${["Thị", "Văn"][two % 2]} ${name}`,
})));

/** Starts empty and brings the people in by a pasted block; ends on the register of tasks. */
export async function openUnit(app) {
  const { page } = app;
  await page.getByRole("button", { name: /Đưa tệp Excel/ }).click();
  await page.getByRole("heading", { level: 1, name: "Nhập từ Excel" }).waitFor();
  const rows = people.map(({ code, name }, index) => [code, name, "Phòng Mẫu", index === 0 ? "Trưởng phòng" : "Chuyên viên"]);
  await put(page, { text: asText([["Mã công chức", "Họ, đệm và tên", "Đơn vị", "Chức vụ"], ...rows]) });
  await page.getByLabel("Hoặc dán khối ô chép từ Excel").focus();
  await page.keyboard.press("Control+v");
  await page.getByRole("button", { name: "Xem trước kết quả" }).click();
  await page.getByRole("button", { name: `Nhập ${people.length} dòng` }).click();
  await page.getByText("Đã nhập xong").waitFor();
  await show(page, "#/nhiem-vu");
}

/** The register of tasks. */
export const register = (page) => page.locator(".register-panel [role=grid]");

/** Gives the register the focus where one was last, as Tab would. */
export const enter = (page) => register(page).locator("[tabindex='0']").first().focus();
