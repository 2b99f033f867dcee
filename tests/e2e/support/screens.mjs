// Every screen of the app, for pictures and for checks that hold on each of them.

/** Name and address of each screen that needs a book; `{official}` stands for somebody's id. */
export const screens = [
  ["tong-quan", "#/tong-quan"],
  ["cong-chuc", "#/cong-chuc"],
  ["cong-chuc-mot-nguoi", "#/cong-chuc/{official}"],
  ["nhiem-vu", "#/nhiem-vu"],
  ["phan-anh", "#/phan-anh"],
  ["cham-diem", "#/cham-diem"],
  ["cham-diem-mot-nguoi", "#/cham-diem/{official}"],
  ["xep-loai", "#/xep-loai"],
  ["xep-loai-mot-nguoi", "#/xep-loai/{official}"],
  ["bieu-mau", "#/bieu-mau"],
  ["bieu-mau-mau-01", "#/bieu-mau/mau-01/{official}"],
  ["bieu-mau-mau-02", "#/bieu-mau/mau-02/{official}"],
  ["danh-muc", "#/danh-muc"],
  ["danh-muc-cach-hieu", "#/danh-muc/cach-hieu"],
  ["danh-muc-tieu-chi", "#/danh-muc/tieu-chi"],
  ["danh-muc-lich", "#/danh-muc/lich"],
  ["danh-muc-co-quan", "#/danh-muc/co-quan"],
  ["du-lieu", "#/du-lieu"],
  ["du-lieu-nhap", "#/du-lieu/nhap"],
  ["du-lieu-xuat", "#/du-lieu/xuat"],
  ["du-lieu-sao-luu", "#/du-lieu/sao-luu"],
  ["du-lieu-nhat-ky", "#/du-lieu/nhat-ky"],
  ["tro-giup", "#/tro-giup"],
];

/** A day inside the sample agency's year, so that pictures do not change with the calendar. */
export const day = "2026-11-22T09:00:00+07:00";

/** Opens the sample agency from the first start, as a person would. */
export async function openSample(page) {
  await page.getByRole("button", { name: /mẫu|sample/i }).or(page.getByRole("link", { name: /mẫu|sample/i })).first().click();
  await page.getByRole("navigation").first().waitFor();
}

/** Goes to a screen by its address within the open page, and waits until it is drawn. */
export async function show(page, address) {
  let target = address;
  if (address.includes("{official}")) {
    await show(page, "#/cong-chuc");
    const link = page.locator('a[href^="#/cong-chuc/"]').first();
    const id = (await link.getAttribute("href")).split("/").at(-1);
    target = address.replace("{official}", id);
  }
  await page.evaluate((hash) => { location.hash = hash; }, target);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.locator("main progress").waitFor({ state: "detached" });
  await settled(page);
}

/** Waits until nothing on the page has changed for a moment. */
async function settled(page) {
  await page.evaluate(() => new Promise((done) => {
    const finish = () => { watch.disconnect(); done(); };
    let timer = setTimeout(finish, 250);
    const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(finish, 250); });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    setTimeout(finish, 5_000);
  }));
}
