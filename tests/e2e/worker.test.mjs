// The worker can die over a file. The page says so, and the next file finds a new worker.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { openApp, root, spoil } from "./support/app.mjs";

const fixture = (name) => join(root, "tests/fixtures", name);

test("a worker that dies is told about, and the next file is read by a new one", async (t) => {
  const app = await openApp(t);
  await app.context.addInitScript(() => {
    const Own = globalThis.Worker;
    globalThis.workers = 0;
    globalThis.Worker = class extends Own {
      first = (globalThis.workers += 1) === 1;
      postMessage(...message) {
        // The first worker ends over its first job, as one that runs out of memory.
        if (this.first) setTimeout(() => this.dispatchEvent(new ErrorEvent("error")));
        else super.postMessage(...message);
      }
    };
  });
  await app.reload();
  const { page } = app;
  await page.getByRole("button", { name: /Đưa tệp Excel/ }).click();
  await page.getByRole("heading", { level: 1, name: "Nhập từ Excel" }).waitFor();

  const choose = () => page.getByRole("button", { name: /Chọn tệp/ }).click();
  await app.choose(fixture("danh-sach-cong-chuc.xlsx"), choose);
  await page.getByText("Việc xử lý tệp bị dừng giữa chừng").first().waitFor();
  await app.choose(fixture("danh-sach-cong-chuc-cu.xls"), choose);
  await page.getByRole("button", { name: "Xem trước kết quả" }).waitFor();
  assert.equal(await page.evaluate(() => globalThis.workers), 2);
});

for (const file of ["worker-*.js", "worker_bg-*.wasm"]) {
  test(`a worker whose ${file} is another one does not run, and the page says so`, async (t) => {
    const app = await openApp(t, { expected: [/integrity|Failed to fetch|TypeError/] });
    const { page } = app;
    const spoiled = await spoil(page, file);
    await page.getByRole("button", { name: /Đưa tệp Excel/ }).click();
    await app.choose({ name: "danh-sach.csv", mimeType: "text/csv", buffer: Buffer.from("Mã công chức;Họ, đệm và tên\nDL-01;Lê Thị Thử\n") },
      () => page.getByRole("button", { name: /Chọn tệp/ }).click());
    await page.getByText(/Phần xử lý tệp chưa chạy được/).first().waitFor();
    assert.ok(spoiled.count > 0);
  });
}
