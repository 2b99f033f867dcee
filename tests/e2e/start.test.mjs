// The page opens, keeps to itself, and brings no more than it needs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sizes } from "../../tools/sizes.mjs";
import { dist, openApp, spoil } from "./support/app.mjs";

test("the page opens in Vietnamese without an error", async (t) => {
  const { page } = await openApp(t);
  assert.equal(await page.locator("html").getAttribute("lang"), "vi");
  await page.getByRole("main").first().waitFor();
});

test("the first view asks only for the files counted as the first view, and not for the worker", async (t) => {
  const app = await openApp(t);
  const counted = new Set(sizes(dist).filter((file) => file.group === "first view").map((file) => `/${file.name}`));
  const asked = app.requests.filter((url) => url.startsWith("http")).map((url) => new URL(url).pathname.replace(/\/$/, "/index.html"));
  assert.deepEqual(asked.filter((path) => !counted.has(path)), []);
});

test("every file of the first view is asked for once", async (t) => {
  const app = await openApp(t);
  const seen = app.requests.filter((url) => url.startsWith("http"));
  assert.deepEqual(seen.filter((url, index) => seen.indexOf(url) !== index), []);
});

test("the policy lets nothing out and no script in", async (t) => {
  const { page } = await openApp(t, { expected: [/Content Security Policy/] });
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);

  const answers = await page.evaluate(async () => {
    const refused = (attempt) => attempt.then(() => "let through", () => "refused");
    const script = document.createElement("script");
    script.textContent = "globalThis.intruder = true";
    document.head.append(script);
    return {
      elsewhere: await refused(fetch("https://congtam.invalid/")),
      inline: globalThis.intruder === true ? "let through" : "refused",
    };
  });
  assert.deepEqual(answers, { elsewhere: "refused", inline: "refused" });
});

for (const file of ["page-*_bg.wasm", "page-*.js", "parts-*.js"]) {
  test(`a page whose ${file} is another one says so instead of staying empty`, async (t) => {
    const app = await openApp(t, { expected: [/integrity|Failed to fetch|TypeError|Failed to find a valid digest/] });
    const spoiled = await spoil(app.page, file);
    await app.page.goto("about:blank");
    await app.page.goto(app.address);
    await app.page.getByRole("alert").getByText("Chưa tải được ứng dụng").waitFor();
    assert.ok(spoiled.count > 0);
  });
}
