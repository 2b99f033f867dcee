// The lock of the data as a person works it, and a look at what then lies in the browser.

export const passphrase = "năm con voi qua cầu tre";
/** What the unlock screen says. */
export const locked = (page) => page.getByRole("heading", { name: "Dữ liệu đang khóa" });

/** The panel of the lock; the screen of the data must be open. */
export const panel = (page) => page.locator(".panel").filter({ has: page.getByRole("heading", { name: "Khóa dữ liệu", exact: true }) });

/** Types a new passphrase twice and presses the button; does not wait. */
export async function askToLock(page, secret = passphrase) {
  await panel(page).getByLabel("Mật khẩu mới", { exact: true }).fill(secret);
  await panel(page).getByLabel("Nhập lại mật khẩu mới").fill(secret);
  await panel(page).getByRole("button", { name: "Bật khóa" }).click();
}

/** Switches the lock on; gives the recovery code. */
export async function lock(page, secret = passphrase) {
  await askToLock(page, secret);
  const code = panel(page).locator(".lock-kit__code");
  await code.waitFor({ timeout: 120_000 });
  const text = await code.innerText();
  await panel(page).getByRole("button", { name: "Đã in hoặc chép xong" }).click();
  await code.waitFor({ state: "detached" });
  return text;
}

/** Types a passphrase on the unlock screen; does not wait for what comes of it. */
export async function tryPassphrase(page, secret) {
  await page.getByLabel("Mật khẩu", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Mở khóa" }).click();
}

/** Unlocks and waits until the app stands. */
export async function unlock(page, secret = passphrase) {
  await tryPassphrase(page, secret);
  await page.getByRole("navigation").first().waitFor({ timeout: 60_000 });
}

/** Opens one of the folded parts of the panel and gives it. */
export async function part(page, name) {
  const found = panel(page).locator("details").filter({ has: page.locator("summary", { hasText: name }) });
  if ((await found.getAttribute("open")) === null) await found.locator("summary").click();
  return found;
}

/** Runs in the page: where any of these words stands in IndexedDB or localStorage, as UTF-8 or UTF-16. */
export async function whereWordsStand(words) {
  const utf16 = (word, little) => Uint8Array.from([...Array(word.length).keys()].flatMap((at) => {
    const unit = word.charCodeAt(at);
    return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
  }));
  const latin = (bytes) => { let text = ""; for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192)); return text; };
  const forms = words.flatMap((word) => [new TextEncoder().encode(word), utf16(word, true), utf16(word, false)]).map(latin);
  const found = [];
  const look = (place, text) => { if (forms.some((form) => text.includes(form))) found.push(place); };
  const done = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const area of database.objectStoreNames) {
      const store = database.transaction(area).objectStore(area);
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      values.forEach((value, at) => {
        const place = `${name} ${area} ${keys[at]}`;
        look(place, value instanceof Uint8Array ? latin(value) : latin(new TextEncoder().encode(JSON.stringify(value) ?? "")));
      });
    }
    database.close();
  }
  for (const key of Object.keys(localStorage)) look(`localStorage ${key}`, latin(new TextEncoder().encode(key + localStorage.getItem(key))));
  return found;
}
