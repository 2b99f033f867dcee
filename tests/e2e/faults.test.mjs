// A short run of every fault: after each, the next start shows everything that was shown as saved, or says
// plainly what is gone and takes the backup. `make faults` runs many more rounds.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kinds } from "./faults/kinds.mjs";
import { openWorld, runRounds } from "./faults/world.mjs";

const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000_000);
/** Those that must come through without any word of trouble, whatever chance does. */
const harmless = /^(kill -9|kill -9, locked book|kill -9 while locking|tab crash|started on a full disk|log torn, then worked on|clock jumps|time zones|two tabs|three tabs|worker killed)$/;

let world;
before(async () => { world = await openWorld(); }, { timeout: 120_000 });
after(() => world?.close());

for (const kind of kinds) {
  test(`nothing shown as saved is lost: ${kind.name}`, { timeout: 120_000 }, async (t) => {
    t.diagnostic(`FAULT_SEED=${seed}`);
    const count = await runRounds(world, kind, kind.name === "kill -9" ? 2 : 1, seed);
    if (count.skipped) return t.diagnostic("not run: this machine does not allow it");
    assert.deepEqual(count.losses, []);
    assert.equal(count.before + count.after + count.restored + count.blank, count.rounds);
    if (count.idle) t.diagnostic("the app never came to feel it");
    if (harmless.test(kind.name)) assert.equal(count.restored, 0, "no word of trouble");
  });
}
