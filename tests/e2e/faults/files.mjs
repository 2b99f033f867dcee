// Damage to what the browser keeps on disk, done while it is closed: cut short, bytes turned.

import { open, readdir, stat, truncate } from "node:fs/promises";
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
