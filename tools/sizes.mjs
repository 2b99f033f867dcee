// Prints what a visitor downloads, as a server sends it (brotli), and fails over the budgets:
// the first view is the page and every file it names; the worker's files come when first needed.
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
  return readdirSync(directory, { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => statSync(join(directory, name)).isFile())
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(directory, name));
      const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
      const group = first.has(name) ? "first view" : /^worker/.test(name) ? "worker" : "on demand";
      return { name, group, raw: bytes.length, brotli };
    });
}

function print(directory) {
  const files = sizes(directory);
  const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(11);
  let over = false;
  for (const group of ["first view", "worker", "on demand"]) {
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
  console.log();
  if (over) {
    console.error("A budget is exceeded: see above.");
    process.exitCode = 1;
  }
}

import { pathToFileURL } from "node:url";
if (import.meta.url === pathToFileURL(process.argv[1]).href) print(process.argv[2] ?? "dist");
