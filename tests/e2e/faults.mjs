// The fault suite: strikes a working app in a real Chromium with everything that can happen to a machine, and
// looks at the next start whether anything shown as saved is missing. Prints a table; ends with 1 on any loss.
//
//   FAULT_ROUNDS   rounds of kill -9 (default 40); the other faults get their share of that
//   FAULT_SEED     the first number of chance; printed, so that a run can be done again
//   FAULT_ONLY     part of the names of the faults to run, separated by commas
//   FAULT_SECONDS  no new round begins after this many seconds

import { existsSync } from "node:fs";
import { join } from "node:path";
import { kinds } from "./faults/kinds.mjs";
import { openWorld, runRounds } from "./faults/world.mjs";
import { dist } from "./support/app.mjs";

if (!existsSync(join(dist, "index.html"))) {
  console.error(`nothing to strike in ${dist}: run make dist, or make dev-dist`);
  process.exit(1);
}

const rounds = Number(process.env.FAULT_ROUNDS ?? 40);
const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000_000);
const only = (process.env.FAULT_ONLY ?? "").split(",").filter(Boolean);
const limit = Number(process.env.FAULT_SECONDS ?? Infinity) * 1_000;
const wanted = kinds.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)));

console.log(`FAULT_SEED=${seed} FAULT_ROUNDS=${rounds}`);
const begun = Date.now();
const counts = [];
const world = await openWorld();
try {
  for (const kind of wanted) {
    if (Date.now() - begun > limit) {
      console.log(`${kind.name}: not run, the time is over`);
      continue;
    }
    const wish = Math.max(1, Math.round(rounds * kind.share));
    counts.push(await runRounds(world, kind, wish, seed, { note: tell, until: begun + limit }));
  }
} finally {
  await world.close();
}

function tell(kind, own, { outcome, words }) {
  const short = words.replaceAll(/\s+/g, " ");
  if (outcome === "loss") console.log(`LOSS  ${kind.name}, seed ${own}: ${words}`);
  else if (process.env.FAULT_TELL || outcome === "skipped") console.log(`${kind.name}, seed ${own}: ${outcome} ${short}`);
}

const heads = ["fault", "rounds", "before", "after", "noticed and restored", "nothing left, restored", "not felt", "losses"];
const lines = counts.map((count) => [
  count.name + (count.skipped ? " (not run here)" : ""), count.rounds - count.skipped, count.before, count.after, count.restored, count.blank, count.idle, count.losses.length,
].map(String));
const widths = heads.map((head, at) => Math.max(head.length, ...lines.map((line) => line[at].length)));
console.log("");
for (const line of [heads, ...lines]) console.log(line.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join("  "));
const losses = counts.reduce((sum, count) => sum + count.losses.length, 0);
console.log(`\n${losses === 0 ? "nothing shown as saved was lost" : `${losses} losses`}; ${Math.round((Date.now() - begun) / 1_000)} s`);
const toothless = counts.filter((count) => count.idle > 0 && count.idle === count.rounds - count.skipped);
for (const { name } of toothless) console.log(`${name}: no round was felt, so it shows nothing`);
process.exit(losses === 0 && toothless.length === 0 ? 0 : 1);
