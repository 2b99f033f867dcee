// Damage to what the browser keeps on disk, done while it is closed: cut short, bytes turned.

import { appendFile, open, readdir, stat, truncate } from "node:fs/promises";
import { join } from "node:path";

/** The files in which a profile keeps IndexedDB's rows; its log is where the last writes are. */
export async function databaseFiles(profile) {
  const base = join(profile, "Default/IndexedDB");
  const folders = (await readdir(base)).filter((name) => name.endsWith(".leveldb"));
  const found = [];
  for (const folder of folders) {
    for (const name of await readdir(join(base, folder))) {
      if (!/\.(log|ldb)$/.test(name)) continue;
      const path = join(base, folder, name);
      const { size } = await stat(path);
      if (size > 0) found.push({ path, size, log: name.endsWith(".log") });
    }
  }
  return found.sort((one, other) => one.path.localeCompare(other.path));
}

/** Cuts a file short somewhere. */
export async function cutShort({ path, size }, random) {
  await truncate(path, Math.floor(random() * size));
}

/**
 * Leaves at the end of the browser's log what a crash in the middle of a write leaves there: the head of a
 * record and a part of its bytes. False when a block ends there, so that it has to be elsewhere.
 */
export async function tearLog(profile, random) {
  const log = (await databaseFiles(profile)).filter((file) => file.log).at(-1);
  const block = 32_768;
  const left = block - (log.size % block) - 7;
  if (left < 200) return false;
  const torn = Buffer.alloc(7 + 1 + Math.floor(random() * (left - 100)), 0x5a);
  // A sum that will not fit, the length of the whole, and that it is whole.
  torn.writeUInt16LE(left, 4);
  torn.writeUInt8(1, 6);
  await appendFile(log.path, torn);
  return true;
}

/** Turns a few bits somewhere in a file. */
export async function turnBytes({ path, size }, random) {
  const file = await open(path, "r+");
  try {
    for (let turned = 0; turned < 1 + Math.floor(random() * 8); turned += 1) {
      const at = Math.floor(random() * size);
      const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at);
      await file.write(Buffer.from([buffer[0] ^ (1 << Math.floor(random() * 8))]), 0, 1, at);
    }
  } finally {
    await file.close();
  }
}
