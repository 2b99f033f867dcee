// Every screen of the app, for pictures and for checks that hold on each of them.

/** Name and address of each screen that needs a book; `{official}`, `{complaint}`, `{incident}` stand for the id of the first one listed. */
export const screens = [
  ["tong-quan", "#/tong-quan"],
  ["cong-chuc", "#/cong-chuc"],
  ["cong-chuc-mot-nguoi", "#/cong-chuc/{official}"],
  ["nhiem-vu", "#/nhiem-vu"],
  ["nhiem-vu-lich", "#/nhiem-vu/lich"],
  ["phan-anh", "#/phan-anh"],
  ["phan-anh-mot-don", "#/phan-anh/{complaint}"],
  ["phan-anh-vu-viec", "#/phan-anh/vu-viec"],
  ["phan-anh-vu-viec-mot-viec", "#/phan-anh/vu-viec/{incident}"],
  ["phan-anh-ky-luat", "#/phan-anh/ky-luat"],
  ["cham-diem", "#/cham-diem"],
  ["cham-diem-mot-nguoi", "#/cham-diem/{official}"],
  ["xep-loai", "#/xep-loai"],
  ["xep-loai-mot-nguoi", "#/xep-loai/{official}"],
  ["ky-cuong", "#/ky-cuong/co-quan/2026"],
  ["ky-cuong-mot-nguoi", "#/ky-cuong/cong-chuc-2/2026-Q3"],
  ["ky-cuong-in", "#/ky-cuong/co-quan/2026-Q3/in"],
  ["bieu-mau", "#/bieu-mau"],
  ["bieu-mau-mau-01", "#/bieu-mau/mau-01/{official}"],
  ["bieu-mau-mau-02", "#/bieu-mau/mau-02/{official}"],
  ["danh-muc", "#/danh-muc"],
  ["danh-muc-cach-hieu", "#/danh-muc/cach-hieu"],
  ["danh-muc-tieu-chi", "#/danh-muc/tieu-chi"],
  ["danh-muc-noi-bo", "#/danh-muc/noi-bo"],
  ["danh-muc-lich", "#/danh-muc/lich"],
  ["danh-muc-co-quan", "#/danh-muc/co-quan"],
  ["du-lieu", "#/du-lieu"],
  ["du-lieu-nhap", "#/du-lieu/nhap"],
  ["du-lieu-xuat", "#/du-lieu/xuat"],
  ["du-lieu-sao-luu", "#/du-lieu/sao-luu"],
  ["du-lieu-nhat-ky", "#/du-lieu/nhat-ky"],
  ["du-lieu-da-xoa", "#/du-lieu/da-xoa"],
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
  for (const [what, list] of [["{official}", "#/cong-chuc"], ["{complaint}", "#/phan-anh"], ["{incident}", "#/phan-anh/vu-viec"]]) {
    if (!address.includes(what)) continue;
    await show(page, list);
    const links = page.locator(`main a[href^="${list}/"]`);
    await links.first().waitFor();
    const ids = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href").split("/").at(-1)));
    target = address.replace(what, ids.find((id) => /^\d+$/.test(id)));
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
