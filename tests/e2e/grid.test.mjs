// The register of tasks as a view: order by several columns, filters by kind, groups, columns, saved
// views, and what a screen reader is told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp } from "./support/app.mjs";
import { day, openSample, show } from "./support/screens.mjs";

async function register(t, options = {}) {
  const app = await openApp(t, { today: day, viewport: { width: 1680, height: 900 }, ...options });
  await openSample(app.page);
  await show(app.page, "#/nhiem-vu");
  await app.page.getByRole("grid").locator('[aria-rowindex="2"]').waitFor();
  return app;
}

const grid = (page) => page.getByRole("grid");
const head = (page, name) => grid(page).getByRole("columnheader", { name, exact: true });
const rowCount = async (page) => Number(await grid(page).getAttribute("aria-rowcount")) - 1;

/** Waits until the grid has this many rows. */
const rowsBecome = (page, count) => page.waitForFunction((count) =>
  document.querySelector("[role=grid]").getAttribute("aria-rowcount") === String(count + 1), count);

/** The words of the columns named, for the rows drawn, in order. */
const drawn = (page, ...names) => grid(page).evaluate((grid, names) => {
  const heads = [...grid.querySelectorAll("[role=columnheader]")];
  const at = names.map((name) => heads.find((head) => head.innerText.replace(/\d$/, "").trim() === name).getAttribute("aria-colindex"));
  const rows = [...grid.querySelectorAll("[role=row][aria-rowindex]:not(.grid__row--head):not(.grid__row--group)")];
  rows.sort((one, other) => one.getAttribute("aria-rowindex") - other.getAttribute("aria-rowindex"));
  return rows.map((row) => at.map((col) => row.querySelector(`[aria-colindex="${col}"]`).innerText.trim()));
}, names);

/** A day as the register writes it, so that it sorts. */
const sortable = (text) => text.split("/").reverse().join("-") || "9999";

/** Opens the filter of a column as its keys do. */
async function openFilter(page, name) {
  await head(page, name).focus();
  await page.keyboard.press("Alt+ArrowDown");
  const filter = page.getByRole("dialog", { name: `Lọc cột ${name}` });
  await filter.waitFor();
  return filter;
}

test("rows are ordered by two columns, by pointer and by keys", { timeout: 120_000 }, async (t) => {
  const { page } = await register(t);
  await head(page, "Giao").click();
  await head(page, "Hạn").click({ modifiers: ["Shift"] });
  const both = async (turned) => {
    const rows = await drawn(page, "Giao", "Hạn");
    const keys = rows.map(([assigned, due]) => [Number(assigned.replace(",", ".")), sortable(due)]);
    // An empty day comes last whichever way the days are ordered.
    const empty = ([, due]) => Number(due === "9999");
    const sorted = [...keys].sort((one, other) =>
      one[0] - other[0] || empty(one) - empty(other) || (turned ? -1 : 1) * one[1].localeCompare(other[1]));
    assert.deepEqual(keys, sorted);
    assert.ok(new Set(keys.map(([assigned]) => assigned)).size < keys.length, "some are equal in the first column");
  };
  await both(false);
  assert.deepEqual(
    [await head(page, "Giao").getAttribute("aria-sort"), await head(page, "Hạn").getAttribute("aria-description")],
    ["ascending", "thứ tự 2, tăng dần"],
  );
  await head(page, "Hạn").focus();
  await page.keyboard.press("Shift+Enter");
  await page.waitForFunction(() => document.querySelector('[aria-description="thứ tự 2, giảm dần"]'));
  await both(true);
});

test("each kind of column has its filter with counts, and they add up", { timeout: 120_000 }, async (t) => {
  const { page } = await register(t);
  const all = await rowCount(page);
  const status = await openFilter(page, "Tình trạng");
  const overdue = status.getByRole("listitem").filter({ hasText: "Quá hạn" });
  const count = Number((await overdue.locator(".register-filter__count").innerText()).replace(/\D/g, ""));
  assert.ok(count > 0 && count < all);
  await overdue.getByRole("checkbox").check();
  await rowsBecome(page, count);
  await page.keyboard.press("Escape");
  await status.waitFor({ state: "hidden" });
  assert.ok((await drawn(page, "Tình trạng")).every(([status]) => status.startsWith("Quá hạn")));

  const due = await openFilter(page, "Hạn");
  await due.getByLabel("Từ", { exact: true }).fill("31/13/2026");
  await page.keyboard.press("Tab");
  await due.getByRole("alert").or(due.locator(".field__error")).first().waitFor();
  await due.getByLabel("Từ", { exact: true }).fill("01/11/2026");
  await page.keyboard.press("Tab");
  await page.waitForFunction((count) => Number(document.querySelector("[role=grid]").getAttribute("aria-rowcount")) - 1 < count, count);
  assert.ok((await drawn(page, "Hạn")).every(([day]) => sortable(day) >= "2026-11-01"));
  await page.keyboard.press("Escape");

  const chips = page.getByRole("group", { name: "Đang lọc theo cột" });
  await chips.getByRole("button", { name: /^Hạn: từ 01\/11\/2026/ }).click();
  await rowsBecome(page, count);
  await chips.getByRole("button", { name: "Bỏ mọi lọc theo cột" }).click();
  await rowsBecome(page, all);

  const name = await openFilter(page, "Nhiệm vụ");
  await name.getByLabel("Có chứa").fill("bao cao");
  await page.waitForFunction((all) => Number(document.querySelector("[role=grid]").getAttribute("aria-rowcount")) - 1 < all, all);
  assert.ok((await drawn(page, "Nhiệm vụ")).every(([name]) => /báo cáo/i.test(name)));
});

test("groups sum and fold", { timeout: 120_000 }, async (t) => {
  const { page } = await register(t);
  const all = await rowCount(page);
  await page.getByLabel("Nhóm theo").selectOption("status");
  const heading = grid(page).locator(".grid__group").first();
  await heading.getByText(/^\d+ dòng$/).waitFor();
  await heading.getByText(/^giao /).waitFor();
  await heading.getByText(/^trễ \d/).waitFor();
  const grouped = await rowCount(page);
  assert.ok(grouped > all, "the headings are rows of their own");
  const inside = Number((await heading.innerText()).match(/(\d+) dòng/)[1]);
  await heading.focus();
  await heading.click();
  await rowsBecome(page, grouped - inside);
  assert.equal(await heading.getAttribute("aria-expanded"), "false");
  await page.keyboard.press("Enter");
  await rowsBecome(page, grouped);
  await page.getByRole("button", { name: "Gập mọi nhóm" }).click();
  await rowsBecome(page, grouped - all);
});

test("hidden columns and saved views are there after a reload", { timeout: 120_000 }, async (t) => {
  const app = await register(t);
  const { page } = app;
  const all = await rowCount(page);
  await page.getByRole("button", { name: "Cột", exact: true }).click();
  const columns = page.getByRole("dialog", { name: "Cột" });
  await columns.getByLabel("Ghi chú", { exact: true }).uncheck();
  await columns.getByLabel("Đơn vị", { exact: true }).check();
  await head(page, "Đơn vị").waitFor();
  await page.keyboard.press("Escape");
  await page.getByLabel("Nhóm theo").selectOption("unit");
  const status = await openFilter(page, "Tình trạng");
  await status.getByRole("listitem").filter({ hasText: "Quá hạn" }).getByRole("checkbox").check();
  await page.keyboard.press("Escape");
  const shown = await rowCount(page);

  await page.getByRole("button", { name: "Chế độ xem" }).click();
  const views = page.getByRole("dialog", { name: "Chế độ xem" });
  await views.getByLabel("Tên chế độ xem").fill("Quá hạn theo đơn vị");
  await views.getByRole("button", { name: "Lưu cách xem hiện tại" }).click();
  await views.getByRole("button", { name: "Quá hạn theo đơn vị", exact: true }).waitFor();

  await app.reload();
  await head(page, "Đơn vị").waitFor();
  assert.equal(await head(page, "Ghi chú").count(), 0, "the hidden column stays hidden");
  assert.ok(await rowCount(page) >= all, "yesterday's filter is gone");
  await page.getByLabel("Nhóm theo").selectOption("");
  await rowsBecome(page, all);
  await page.getByRole("button", { name: "Chế độ xem" }).click();
  await views.getByRole("button", { name: "Quá hạn theo đơn vị", exact: true }).click();
  await rowsBecome(page, shown);
  await views.getByRole("button", { name: /^Xóa chế độ xem/ }).click();
  await views.getByText("Chưa lưu chế độ xem nào.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Cột", exact: true }).click();
  await columns.getByRole("button", { name: "Về cách sắp xếp mặc định" }).click();
  await head(page, "Ghi chú").waitFor();
});

test("a screen reader is told row and column of the focused cell, wherever it is", { timeout: 120_000 }, async (t) => {
  const { page } = await register(t);
  await grid(page).locator('[aria-rowindex="2"] [aria-colindex="3"]').click();
  await page.keyboard.press("Control+End");
  const rows = await rowCount(page);
  await page.waitForFunction((last) => document.activeElement.closest("[role=row]")?.getAttribute("aria-rowindex") === last, String(rows + 1));
  await page.keyboard.press("ArrowLeft");
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const property = (node, name) => node.properties?.find((property) => property.name === name)?.value.value;
  const cell = nodes.find((node) => node.role?.value === "gridcell" && property(node, "focused"));
  assert.ok(cell, "a cell has the focus in the tree");
  const row = byId.get(cell.parentId);
  assert.equal(row.role.value, "row");
  const inRow = row.childIds.map((id) => byId.get(id));
  const rowHeader = inRow.find((node) => node.role.value === "rowheader");
  assert.ok(rowHeader.name.value.length > 3, `the row is named: ${rowHeader.name.value}`);
  // The header row holds as many cells in the same order, so that the column is found by its place.
  const headRow = nodes.find((node) => node.role?.value === "row" && node.childIds.some((id) => byId.get(id)?.role?.value === "columnheader"));
  assert.equal(headRow.childIds.length, row.childIds.length);
  const column = byId.get(headRow.childIds[row.childIds.indexOf(cell.nodeId)]);
  const expected = await page.evaluate(() => {
    const at = document.activeElement.getAttribute("aria-colindex");
    return document.querySelector(`[role=columnheader][aria-colindex="${at}"]`).innerText.trim();
  });
  assert.equal(column.name.value, expected);
  const places = await page.evaluate(() => {
    const cell = document.activeElement;
    const grid = cell.closest("[role=grid]");
    return ["aria-rowcount", "aria-colcount"].map((name) => Number(grid.getAttribute(name)))
      .concat([Number(cell.closest("[role=row]").getAttribute("aria-rowindex")), Number(cell.getAttribute("aria-colindex"))]);
  });
  assert.deepEqual(places, [rows + 1, places[1], rows + 1, places[1] - 1]);
});

test("a filter asked for while another closes opens, and the focus goes back from it", { timeout: 120_000 }, async (t) => {
  const { page } = await register(t);
  await openFilter(page, "Hạn");
  // All before the browser tells that the first one closed.
  await head(page, "Tình trạng").evaluate((head) => {
    document.querySelector(".popover:popover-open").hidePopover();
    head.focus();
    head.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", altKey: true, bubbles: true, cancelable: true }));
  });
  const second = page.getByRole("dialog", { name: "Lọc cột Tình trạng" });
  await second.getByText("Quá hạn").waitFor();
  await page.keyboard.press("Escape");
  await second.waitFor({ state: "hidden" });
  await page.waitForFunction(() => document.activeElement.innerText.startsWith("Tình trạng"));
});

for (const colorScheme of ["light", "dark"]) {
  test(`filters, columns, views and groups are accessible, ${colorScheme}`, { timeout: 180_000 }, async (t) => {
    const app = await register(t, { colorScheme });
    const { page } = app;
    for (const column of ["Nhiệm vụ", "Hệ số", "Hạn", "Tình trạng"]) {
      await openFilter(page, column);
      await app.axe(`lọc ${column}`);
      await page.keyboard.press("Escape");
    }
    for (const name of ["Cột", "Chế độ xem"]) {
      await page.getByRole("button", { name, exact: true }).click();
      await page.getByRole("dialog", { name }).waitFor();
      await app.axe(name);
      await page.keyboard.press("Escape");
    }
    await page.getByLabel("Nhóm theo").selectOption("official");
    await grid(page).locator(".grid__group").first().waitFor();
    await head(page, "Giao").click();
    await head(page, "Hạn").click({ modifiers: ["Shift"] });
    await app.axe("nhóm");
  });
}
