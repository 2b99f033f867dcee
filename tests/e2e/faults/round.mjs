// One round of a fault: a profile that holds the book, a hand that edits, and the verdict at the next start.

import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Desk, pause } from "./desk.mjs";
import { unlock } from "../support/lock.mjs";
import { backUp, Hand, readBook, stands } from "./hand.mjs";
import { assertPlain, blank, goOn, offered, refusal, restore } from "./start.mjs";

/**
 * What came of a round. `outcome` is one of before, after, restored (the app noticed, and what is outside
 * brought the book back), blank (nothing was left to notice it by, and what is outside brought it back),
 * loss, skipped.
 */
export const verdict = (outcome, words = "") => ({ outcome, words });

export class Round {
  /** A backup made outside the browser, and the state it holds. */
  outside;

  constructor(world, random) {
    this.world = world;
    this.random = random;
  }

  /** A browser on a copy of the profile that holds the book, or on the given folder. */
  async begin({ into, timeZone, locked = false } = {}) {
    this.folder = into ?? (await mkdtemp(join(tmpdir(), "congtam-fault-")));
    this.given = into !== undefined;
    await cp(locked ? await this.world.lockedTemplate() : this.world.template, this.folder, { recursive: true });
    this.desk = new Desk(this.world.address, this.folder, { timeZone });
    await this.desk.start();
    await this.desk.goto();
    if (locked) await unlock(this.desk.page);
    await stands(this.desk.page);
    this.hand = new Hand(this.desk, this.random, await readBook(this.desk));
    // What the locked book begins with went outside before it was locked.
    if (locked) this.outside = { path: this.world.outsideLocked, state: this.hand.states[0] };
    this.locked = locked;
    await this.hand.sit();
  }

  /** The browser of the round before, or a first one. */
  async goOnFrom(before) {
    if (!before) return this.begin({ into: join(this.world.folder, "lasting") });
    this.folder = before.folder;
    this.desk = before.desk;
    this.hand = new Hand(this.desk, this.random, await readBook(this.desk));
    return this.hand.sit();
  }

  /** Puts a backup outside the browser. */
  async backUp() {
    const path = await backUp(this.desk);
    this.outside = { path, state: this.hand.states[this.hand.saved] };
  }

  /** Works for a while; `fault` strikes meanwhile, at a moment nobody chose. */
  async workUntil(fault, longest = 1_500) {
    let struck = false;
    const work = this.hand.work().catch((error) => { if (!struck) throw error; });
    const strike = this.hand.begun().then(() => pause(this.random() * longest)).then(async () => {
      struck = true;
      await fault();
    });
    await Promise.race([Promise.all([work, strike]), strike]);
    await Promise.race([work, pause(1_000)]);
  }

  /** Works and lets everything be saved. */
  async workAndSave(actions) {
    for (let done = 0; done < actions; done += 1) await this.hand.act();
    await this.hand.allSaved();
  }

  /** The browser again on the same profile. */
  async again(options) {
    this.desk = new Desk(this.world.address, this.folder, options);
    this.hand.desk = this.desk;
    await this.desk.start();
  }

  /**
   * Opens the app and judges. A refusal counts as noticed when its words are plain and the outside
   * file brings the book back; without an outside file a refusal is a loss. `mayBeBlank`: the fault leaves
   * nothing behind by which anybody could know that there was a book.
   */
  async judge({ mayBeBlank = false } = {}) {
    await this.desk.goto();
    const words = await refusal(this.desk);
    if (words === undefined) return this.judgeBook(await readBook(this.desk));
    if (words === blank) return mayBeBlank ? this.judgeOutside("blank", words) : verdict("loss", "one who has a book is taken for one who has none");
    assertPlain(words);
    if (!this.outside) return verdict("loss", `refused although nothing was destroyed: ${words.replaceAll("\n", " ")}`);
    const from = this.locked ? undefined : await offered(this.desk);
    // What it offers from before the round cannot be compared with anything here.
    if (from >= this.world.actions && this.random() < 0.5) return this.judgeOffer(from, words);
    return this.judgeOutside("restored", words);
  }

  /** Brings the book back from the outside file. */
  async judgeOutside(outcome, words) {
    await restore(this.desk, this.outside.path);
    const book = await readBook(this.desk);
    const same = book.join("\n") === this.outside.state.join("\n");
    return same ? verdict(outcome, words) : verdict("loss", "the backup did not bring its state back");
  }

  /** Goes on with the state the app offers: it must be the very one after the action it names. */
  async judgeOffer(from, words) {
    await goOn(this.desk);
    const book = await readBook(this.desk);
    const expected = this.hand.states[from - this.world.actions];
    const same = expected?.join("\n") === book.join("\n");
    return same ? verdict("restored", `went on after ${from}: ${words}`) : verdict("loss", `what was offered is not the state after action ${from}`);
  }

  judgeBook(book) {
    const outcome = this.hand.judge(book);
    const { saved, last } = this.hand;
    return outcome ? verdict(outcome, `${last} actions, ${saved} shown as saved`) : verdict("loss", this.hand.difference(book));
  }

  async end() {
    await this.desk?.kill();
    if (!this.given) await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
