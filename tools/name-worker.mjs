// Gives the worker's files names that change with their content, so that a new page never runs an
// old worker out of a cache, has its loader run them only if they are what was built, and writes
// the loader's name into the page:
//
//   <meta name="worker" content="./worker_loader-<hash>.js">
//
// Browsers know no integrity for a worker's first script, so that one holds nothing but this.
//
// Run by Trunk after a build, on the directory it names in TRUNK_STAGING_DIR.

import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const directory = process.env.TRUNK_STAGING_DIR;
const at = (name) => join(directory, name);
const [wasm, glue, loader] = ["worker_bg.wasm", "worker.js", "worker_loader.js"];

const shim = readFileSync(at(loader), "utf8");
for (const name of [wasm, glue]) {
  if (!shim.includes(`./${name}`)) throw new Error(`${loader} does not load ${name}`);
}
rmSync(at(loader));

const digest = (parts, algorithm, encoding) => parts.reduce((hash, part) => hash.update(part), createHash(algorithm)).digest(encoding);
const version = digest([wasm, glue].map((name) => readFileSync(at(name))), "sha256", "hex").slice(0, 16);
const named = (name, version) => name.replace(/(\.\w+)$/, `-${version}$1`);
/** What fetches a file and refuses it when it is another one. */
const fetched = (name) => {
  const integrity = `sha384-${digest([readFileSync(at(name))], "sha384", "base64")}`;
  return `fetch("./${named(name, version)}", { integrity: "${integrity}", credentials: "same-origin" })`;
};

const script = `${fetched(glue)}.then(() => {
  importScripts("./${named(glue, version)}");
  return wasm_bindgen({ module_or_path: ${fetched(wasm)} });
}).catch((error) => {
  // Only what is thrown outside a promise reaches the page.
  setTimeout(() => { throw error; });
});
`;
for (const name of [wasm, glue]) renameSync(at(name), at(named(name, version)));
const own = named(loader, digest([script], "sha256", "hex").slice(0, 16));
writeFileSync(at(own), script);

const page = readFileSync(at("index.html"), "utf8");
const meta = `<meta name="worker" content="./${own}">`;
const marked = page.replace("</title>", `</title>\n${meta}`);
if (marked === page) throw new Error("index.html has no <title> to put the worker's name after");
writeFileSync(at("index.html"), marked);
