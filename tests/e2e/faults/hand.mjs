// The hand at the keyboard: edits the register of tasks by its own keys, and knows which states of the book
// are allowed after whatever happens.
//
// Every action's outcome is known before its last key is pressed. The page itself notes up to which action
// "Đã lưu" was shown; nothing may take a state from before that one.

import assert from "node:assert/strict";
import { asText, put, taken } from "../support/clipboard.mjs";
import { openUnit, people } from "../support/unit.mjs";
import { show } from "../support/screens.mjs";
import { pause } from "./desk.mjs";

/** Tasks in the book: enough for the store to bring them into chunks. */
export const tasks = 300;
/** Rows that can be reached without scrolling. */
const reach = 8;
const noteColumn = 12;
const noteCell = noteColumn + 2;

const works = ["Soạn báo cáo tuần", "Thẩm định hồ sơ", "Trả lời kiến nghị cử tri", "Lập dự toán"];
const plan = Array.from({ length: tasks }, (_, index) => {
  const { code, name } = people[index % people.length];
  return [`NV-${String(index + 1).padStart(3, "0")}`, works[index % works.length], `${name} · ${code}`, "", "1", "2", "", "30/11/2026"];
});

/** Fills an empty browser with the book every round begins with. */
export async function makeBook(desk) {
  await desk.goto("");
  await openUnit(desk);
  await put(desk.page, { text: asText(plan) });
  await desk.page.locator(".register-panel [role=grid] [tabindex='0']").first().focus();
  await desk.page.keyboard.press("Control+v");
  await desk.page.getByRole("dialog").getByRole("button", { name: /^Ghi/ }).click();
  await stands(desk.page);
  await desk.page.locator(".save-state").getByText("Đã lưu").waitFor();
}

/** Waits until the register of tasks is there with all its rows. */
export const stands = (page) => page.getByText(new RegExp(`^${tasks} nhiệm vụ ·`)).waitFor();

/** Downloads a backup, as a person does; gives its path. */
export async function backUp(desk) {
  await show(desk.page, "#/du-lieu/sao-luu");
  const path = await desk.download(() => desk.page.getByRole("button", { name: "Tải tệp sao lưu" }).first().click());
  await show(desk.page, "#/nhiem-vu");
  await stands(desk.page);
  return path;
}

/** Everything the register holds, as it would go to a spreadsheet. */
export async function readBook(desk, page = desk.page) {
  await stands(page);
  await cell(page, 1).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+a");
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.keyboard.press("Control+c");
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
  const rows = await taken({ context: desk.context, page });
  assert.equal(rows.length, tasks, "the whole register is copied");
  return rows.map((row) => row.join("\t"));
}

const cell = (page, row) => page.locator(`.register-panel [role=grid] [aria-rowindex="${row + 1}"] [aria-colindex="${noteCell}"]`);

/** Who works on a page now: rounds may hand it on to each other. */
const sitting = new WeakMap();

/** One person's work in one round. */
export class Hand {
  /** Every state of the book since the round began; the last may not be reached yet. */
  states;
  /** The last state shown as saved. */
  saved = 0;
  done = [];
  /** The state an undo has just taken back; nothing as soon as something else is done. */
  undone;

  constructor(desk, random, book) {
    this.desk = desk;
    this.random = random;
    this.states = [book];
  }

  get last() {
    return this.states.length - 1;
  }

  /** Watches the page's own "Đã lưu". */
  async sit(page = this.desk.page) {
    if (!sitting.has(page)) {
      await page.exposeBinding("congtamSaved", (_, upTo) => {
        const hand = sitting.get(page);
        hand.saved = Math.max(hand.saved, upTo);
      });
    }
    sitting.set(page, this);
    await page.evaluate((from) => {
      globalThis.entered = from;
      let told = from;
      clearInterval(globalThis.watching);
      globalThis.watching = setInterval(() => {
        const entered = globalThis.entered;
        if (entered > told && document.querySelector(".save-state__label")?.textContent === "Đã lưu") {
          told = entered;
          globalThis.congtamSaved(entered);
        }
      }, 4);
    }, this.last);
  }

  /** One action, chosen at random: a cell typed, a column filled, an undo or a redo. */
  async act(page = this.desk.page) {
    const what = this.random();
    if (this.undone && what < 0.5) return this.redo(page);
    if (what < 0.12 && this.done.length > 0) return this.undo(page);
    if (what < 0.2) return this.fill(page);
    return this.type(page);
  }

  async type(page = this.desk.page, row = 1 + Math.floor(this.random() * reach)) {
    const text = `ghi ${this.last + 1} ${Math.floor(this.random() * 1e6)}`;
    await cell(page, row).click();
    await page.keyboard.press("F2");
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(text);
    await this.enter(page, "Enter", (rows) => rows.with(row - 1, noted(rows[row - 1], text)));
    return { row, text };
  }

  /** Fills a value down to the last row in one action. */
  async fill(page) {
    const { row } = await this.type(page, 1);
    await cell(page, row).click();
    await page.keyboard.press("Control+Shift+End");
    await this.enter(page, "Control+d", (rows) => rows.map((line) => noted(line, rows[0].split("\t")[noteColumn])));
    await page.keyboard.press("Control+Home");
  }

  async undo(page) {
    await cell(page, 1).click();
    const [before, now] = [this.done.pop(), this.states.at(-1)];
    await this.enter(page, "Control+z", () => before);
    // What was undone is not undone again: the next undo takes back what came before it.
    this.done.pop();
    this.undone = now;
  }

  async redo(page) {
    await cell(page, 1).click();
    const again = this.undone;
    await this.enter(page, "Control+Shift+z", () => again);
  }

  /** Presses the key that ends an action; what it leads to is allowed from now on. */
  async enter(page, key, change) {
    const before = this.states.at(-1);
    this.done.push(before);
    this.states.push(change(before));
    this.undone = undefined;
    const number = this.last;
    await page.keyboard.press(key);
    await page.evaluate((upTo) => { globalThis.entered = upTo; }, number);
  }

  /** Edits until something ends it. */
  async work() {
    for (;;) {
      await this.act();
      await pause(this.random() < 0.5 ? 0 : Math.floor(this.random() * 120));
    }
  }

  /** Waits until the first key of the round that ends an action is about to be pressed. */
  async begun() {
    while (this.last === 0) await pause(2);
  }

  /** Waits until everything done is shown as saved. */
  async allSaved(limit = 30_000) {
    for (let waited = 0; this.saved < this.last && waited < limit; waited += 10) await pause(10);
    assert.equal(this.saved, this.last, "everything is saved");
  }

  /** Which state the book is in now: "before" or "after" what was on its way, or nothing that is allowed. */
  judge(book, from = this.saved) {
    const now = book.join("\n");
    for (let at = this.last; at >= from; at -= 1) {
      if (this.states[at].join("\n") === now) return at > from ? "after" : "before";
    }
    return undefined;
  }

  /** In words, how a book differs from the last one saved. */
  difference(book) {
    const wanted = this.states[this.saved];
    const older = this.states.findLastIndex((state, at) => at < this.saved && state.join("\n") === book.join("\n"));
    const rows = book.filter((line, at) => line !== wanted[at]).length;
    const at = book.findIndex((line, row) => line !== wanted[row]);
    if (older < 0) return `${rows} rows differ from what was saved, first row ${at + 1}: ${book[at]} | ${wanted[at]}`;
    return older >= 0 ? `the state after action ${older}, but ${this.saved} was shown as saved` : `${rows} rows differ from what was saved`;
  }
}

function noted(line, text) {
  const cells = line.split("\t");
  cells[noteColumn] = text;
  return cells.join("\t");
}
