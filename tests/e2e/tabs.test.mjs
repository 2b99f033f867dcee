// Two tabs of one browser: one writes, the other follows, and the writing changes hands.

import { test } from "node:test";
import { openApp } from "./support/app.mjs";
import { day, show } from "./support/screens.mjs";
import { saved, startWithStaff } from "./support/own-data.mjs";

const bar = "Dữ liệu này đang mở để ghi ở một thẻ khác";
const follows = (page) => page.getByText(bar);

/** Opens the app in another tab of the same browser. */
async function anotherTab(app) {
  const page = await app.context.newPage();
  await page.goto(`${app.address}/`);
  await page.locator("#boot").waitFor({ state: "detached" });
  await follows(page).waitFor();
  return page;
}

const undone = (page) => page.getByRole("link", { name: "Lê Thị Thử" }).waitFor({ state: "detached" });
const there = (page) => page.getByRole("link", { name: "Lê Thị Thử" }).first().waitFor();

/** Shows the officials, of whom one is called Lê Thị Thử. */
async function officials(page) {
  await show(page, "#/cong-chuc");
  await there(page);
}

test("a second tab follows live, changes nothing, and takes the writing over when asked", { timeout: 180_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const first = app.page;
  await startWithStaff(app);
  await saved(first);
  await officials(first);
  const second = await anotherTab(app);
  await officials(second);

  // What the first tab does is seen in the second without a press there.
  await first.bringToFront();
  await first.keyboard.press("Control+z");
  await undone(first);
  await undone(second);
  await first.keyboard.press("Control+Shift+z");
  await there(second);

  // The second tab changes nothing, and says why.
  await second.bringToFront();
  await second.keyboard.press("Control+z");
  await second.getByText(/Chưa thay đổi gì: dữ liệu đang mở để ghi ở một thẻ khác/).waitFor();
  await there(second);

  // It takes the writing over; the first one follows from then on.
  await second.getByRole("button", { name: "Ghi ở thẻ này" }).click();
  await follows(second).waitFor({ state: "detached" });
  await follows(first).waitFor();
  await second.keyboard.press("Control+z");
  await undone(second);
  await undone(first);
  await saved(second);
});

test("a writing tab that ends is replaced at once, and nothing is lost", { timeout: 180_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  const first = app.page;
  await startWithStaff(app);
  await saved(first);
  const second = await anotherTab(app);
  await officials(second);
  const ended = performance.now();
  await first.close({ runBeforeUnload: false });
  await follows(second).waitFor({ state: "detached" });
  t.diagnostic(`the second tab writes ${Math.round(performance.now() - ended)} ms after the first one ended`);
  await second.keyboard.press("Control+z");
  await undone(second);
  await saved(second);
});

test("a newer build that opens the data makes an older one stop writing", { timeout: 120_000 }, async (t) => {
  const app = await openApp(t, { today: day });
  await startWithStaff(app);
  await saved(app.page);
  // What a build of a later format tells every tab, as this one would hear it.
  const other = await app.context.newPage();
  await other.goto(`${app.address}/`);
  await other.evaluate(async () => {
    const names = (await indexedDB.databases()).map((database) => database.name);
    const channel = new BroadcastChannel(names.find((name) => name.startsWith("congtam-")));
    channel.postMessage("format 900");
    channel.close();
  });
  await app.page.getByRole("heading", { name: "Chưa mở được dữ liệu" }).waitFor();
  await app.page.getByText(/phiên bản Công Tâm mới hơn/).waitFor();
});
