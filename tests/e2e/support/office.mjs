// Hands a file the app made to independent readers (tests/office) and gives back what they found.

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { python, root } from "./app.mjs";

/** `opened("forms", path, "mau-so-01")`, `opened("summary", path)`; fails with the reader's own words. */
export async function opened(...order) {
  const script = join(root, "tests/office/opened.py");
  const { stdout } = await promisify(execFile)(python, ["-B", script, ...order], { maxBuffer: 64 << 20 });
  return JSON.parse(stdout);
}
