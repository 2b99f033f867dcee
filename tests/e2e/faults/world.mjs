// Where all rounds take place: one server, one profile that holds the book, and the count of what came of them.

import { cp, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../../tools/serve.mjs";
import { dist } from "../support/app.mjs";
import { show } from "../support/screens.mjs";
import { lock } from "../support/lock.mjs";
import { Desk, pause } from "./desk.mjs";
import { backUp, makeBook, stands } from "./hand.mjs";
import { rowNames } from "./rows.mjs";

/** Numbers by chance that come again with the same seed. */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Serves the app and makes the profile every round begins with: saved, and brought into chunks. */
export async function openWorld() {
  const server = await serve(dist);
  const folder = await mkdtemp(join(tmpdir(), "congtam-faults-"));
  const template = join(folder, "template");
  await mkdir(template);
  const desk = new Desk(server.address, template);
  let actions;
  try {
    await desk.start();
    await makeBook(desk);
    actions = await untilFolded(desk);
  } finally {
    await desk.close();
  }
  // Only what the browser would make again by itself.
  for (const name of await readdir(template)) {
    if (/^(GraphiteDawnCache|GrShaderCache|ShaderCache|component_crx_cache|Crashpad)$/.test(name)) {
      await rm(join(template, name), { recursive: true, force: true });
    }
  }
  const world = { address: server.address, folder, template, actions };
  world.lockedTemplate = async () => (world.locked ??= await lockedFrom(world));
  world.close = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return world;
}

/** The same profile with its book locked, made when a round first asks for it. */
async function lockedFrom(world) {
  const { address, folder, template } = world;
  const profile = join(folder, "locked");
  await cp(template, profile, { recursive: true });
  const desk = new Desk(address, profile);
  try {
    await desk.start();
    await desk.goto();
    await stands(desk.page);
    const made = await backUp(desk);
    world.outsideLocked = join(folder, "before-locking.congtam");
    await rename(made, world.outsideLocked);
    await show(desk.page, "#/du-lieu");
    await lock(desk.page);
  } finally {
    await desk.close();
  }
  return profile;
}

/** Waits until the journal was brought into chunks; gives the number of actions in it. */
async function untilFolded(desk) {
  for (let waited = 0; waited < 30_000; waited += 500) {
    await pause(500);
    const { chunks, journal, manifest } = await desk.page.evaluate(rowNames);
    if (manifest.length === 0 || chunks.length < 4) continue;
    await pause(1_500);
    return journal.length;
  }
  throw new Error("the journal was never brought into chunks");
}

/**
 * Runs a number of rounds of one fault; a round that breaks down is a loss like any other. `idle` counts
 * rounds in which the fault was there and the app never came to feel it.
 */
export async function runRounds(world, kind, rounds, seed, { note = () => {}, until = Infinity } = {}) {
  const count = { name: kind.name, rounds: 0, before: 0, after: 0, restored: 0, blank: 0, skipped: 0, idle: 0, losses: [] };
  for (let number = 0; number < rounds && Date.now() < until; number += 1) {
    const own = seed + number;
    let judged;
    try {
      judged = await kind.run(world, chance(own));
    } catch (error) {
      judged = { outcome: "loss", words: `the round broke down: ${error.stack ?? error}` };
      await leave(world);
    }
    count.rounds += 1;
    if (judged.outcome === "loss") count.losses.push({ seed: own, words: judged.words });
    else count[judged.outcome] += 1;
    if (judged.bit === false) count.idle += 1;
    note(kind, own, judged);
    if (judged.outcome === "skipped") break;
  }
  await leave(world);
  return count;
}

/** Ends what rounds hand on to each other. */
async function leave(world) {
  await world.lasting?.desk?.kill();
  world.lasting = undefined;
  await rm(join(world.folder, "lasting"), { recursive: true, force: true, maxRetries: 5 });
}
