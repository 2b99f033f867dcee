// Gives the worker's files names that change with their content, so that a new page never runs an
// old worker out of a cache, and writes the loader's name into the page:
//
//   <meta name="worker" content="./worker_loader-<hash>.js">
//
// Run by Trunk after a build, on the directory it names in TRUNK_STAGING_DIR.

import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const directory = process.env.TRUNK_STAGING_DIR;
const at = (name) => join(directory, name);
const [wasm, glue, loader] = ["worker_bg.wasm", "worker.js", "worker_loader.js"];

const hash = createHash("sha256");
for (const name of [wasm, glue]) hash.update(readFileSync(at(name)));
const version = hash.digest("hex").slice(0, 16);
const named = (name) => name.replace(/(\.\w+)$/, `-${version}$1`);

let script = readFileSync(at(loader), "utf8");
for (const name of [wasm, glue]) {
  if (!script.includes(`./${name}`)) throw new Error(`${loader} does not load ${name}`);
  script = script.replaceAll(`./${name}`, `./${named(name)}`);
  renameSync(at(name), at(named(name)));
}
writeFileSync(at(loader), script);
renameSync(at(loader), at(named(loader)));

const page = readFileSync(at("index.html"), "utf8");
const meta = `<meta name="worker" content="./${named(loader)}">`;
const marked = page.replace("</title>", `</title>\n${meta}`);
if (marked === page) throw new Error("index.html has no <title> to put the worker's name after");
writeFileSync(at("index.html"), marked);
