// Prints what a visitor downloads, as a server sends it (brotli), and fails over the budgets:
// the first view is the page, every file it names and what those import; the parts come with the
// screens one goes to, the worker's files when there is a file to read or to make.
//
// node tools/sizes.mjs [directory] [--json]

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const budgets = { "first view": 300_000, worker: 1_200_000 };

/** The files of a built directory, as { name, group, raw, brotli }. */
export function sizes(directory) {
  const page = readFileSync(join(directory, "index.html"), "utf8");
  const named = [...page.matchAll(/<(?:link|script)\b[^>]*?(?:href|src)="([^"]+)"/g)].map((match) => posix.normalize(match[1]));
  const first = new Set(["index.html", ...named]);
  for (const name of named.filter((name) => name.endsWith(".js"))) {
    const script = readFileSync(join(directory, name), "utf8");
    for (const [, imported] of script.matchAll(/^import [^"]*from "([^"]+)"/gm)) first.add(posix.normalize(imported));
  }
  return readdirSync(directory, { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => statSync(join(directory, name)).isFile())
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(directory, name));
      const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
      const group = first.has(name) ? "first view" : /^worker/.test(name) ? "worker" : name.endsWith(".wasm") ? "parts" : "on demand";
      return { name, group, raw: bytes.length, brotli };
    });
}

/** What each screen needs besides the first view: name → files, as the parts' loader has it. */
function screens(directory, files) {
  const loader = files.find((file) => /^parts-.*\.js$/.test(file.name));
  if (!loader) return new Map();
  const script = readFileSync(join(directory, loader.name), "utf8");
  const file = (text) => /new URL\("\.\/([^"]+)"/.exec(text)?.[1];
  const shared = new Map();
  const found = new Map();
  for (const [, name, text, needs] of script.matchAll(/const (\w+) = (?:wrapAsyncCb\()?makeLoad\(([^]*?), \[([^\]]*)\]\)/g)) {
    const names = needs.split(",").map((need) => shared.get(need.trim())).filter(Boolean);
    if (name.startsWith("__chunk")) shared.set(name, file(text));
    else found.set(name.replace("__wasm_split_load_", ""), [...names, file(text)].filter(Boolean));
  }
  return found;
}

function printScreens(directory, files) {
  const size = new Map(files.map((file) => [file.name, file.brotli]));
  const needs = screens(directory, files);
  const desk = needs.get("desk") ?? [];
  const first = files.filter((file) => file.group === "first view").reduce((sum, file) => sum + file.brotli, 0);
  if (needs.size > 0) console.log("\nall of it, brotli, from nothing to a screen over stored data");
  for (const [name, own] of needs) {
    const all = new Set([...desk, ...own]);
    const total = [...all].reduce((sum, file) => sum + size.get(file), first);
    console.log(`  ${name.padEnd(53)}${`${(total / 1000).toFixed(1)} kB`.padStart(11)}`);
  }
  console.log();
}

function print(directory) {
  const files = sizes(directory);
  const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(11);
  let over = false;
  for (const group of ["first view", "parts", "worker", "on demand"]) {
    const members = files.filter((file) => file.group === group);
    if (members.length === 0) continue;
    console.log(`\n${group.padEnd(44)}${"plain".padStart(11)}${"brotli".padStart(11)}`);
    for (const file of members) console.log(`  ${file.name.padEnd(42)}${kilo(file.raw)}${kilo(file.brotli)}`);
    const total = members.reduce((sum, file) => sum + file.brotli, 0);
    const budget = budgets[group];
    const verdict = budget === undefined ? "" : total <= budget ? `  within ${kilo(budget).trim()}` : `  OVER ${kilo(budget).trim()}`;
    over ||= budget !== undefined && total > budget;
    console.log(`  ${"together".padEnd(42)}${kilo(members.reduce((sum, file) => sum + file.raw, 0))}${kilo(total)}${verdict}`);
  }
  printScreens(directory, files);
  if (over) {
    console.error("A budget is exceeded: see above.");
    process.exitCode = 1;
  }
}

import { pathToFileURL } from "node:url";
if (import.meta.url === pathToFileURL(process.argv[1]).href) print(process.argv[2] ?? "dist");
