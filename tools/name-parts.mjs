// Brings the parts of the page (see src/parts.rs) from target/parts into dist: each made small like
// the page itself, under a name that changes with its content, fetched only if it is what was built.
//
// Run by Trunk after a build, on the directory it names in TRUNK_STAGING_DIR.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const directory = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
const parts = join("target", "parts");
const digest = (bytes, algorithm, encoding) => createHash(algorithm).update(bytes).digest(encoding);

const page = readdirSync(directory).find((name) => /^page-[^.]*\.js$/.test(name));
const loader = readdirSync(parts).find((name) => /^parts-.*\.js$/.test(name));
let script = readFileSync(join(parts, loader), "utf8");

/** Replaces text that must be there. */
function replace(from, to) {
  if (!script.includes(from)) throw new Error(`${loader} does not name ${from}`);
  script = script.replaceAll(from, to);
}

replace('"./page.js"', `"./${page}"`);
for (const name of readdirSync(parts).filter((name) => name.endsWith(".wasm"))) {
  const path = join(parts, name);
  if (release) execFileSync("wasm-opt", ["-Oz", path, "-o", path], { stdio: ["ignore", "ignore", "pipe"] });
  const bytes = readFileSync(path);
  const named = `${name.replace(/\.wasm$/, "")}-${digest(bytes, "sha256", "hex").slice(0, 16)}.wasm`;
  const integrity = `sha384-${digest(bytes, "sha384", "base64")}`;
  replace(`new URL("./${name}", import.meta.url)`, `new URL("./${named}", import.meta.url), { integrity: "${integrity}" }`);
  writeFileSync(join(directory, named), bytes);
}
writeFileSync(join(directory, loader), script);

// The page's own script imports the loader of the parts: the browser checks what it was told before.
const index = join(directory, "index.html");
const integrity = `sha384-${digest(script, "sha384", "base64")}`;
const told = readFileSync(index, "utf8");
const link = `<link rel="modulepreload" href="./${loader}" crossorigin="anonymous" integrity="${integrity}">`;
const marked = told.replace("</head>", `${link}</head>`);
if (marked === told) throw new Error("index.html has no head to put the parts' link into");
writeFileSync(index, marked);
