// Joins the style sheets under a directory into one file, in the order of the cascade layers:
// layers first, then tokens, reset, base, layout, components, pages, print. Every file wraps
// itself in its layer, so the order within one group does not matter; it is alphabetical.
//
// node tools/bundle-css.mjs <directory> <output file>

import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const [directory, output] = process.argv.slice(2);
const order = ["layers", "tokens", "reset", "base", "layout", "components", "pages", "utilities", "print"];

function sheets(path) {
  return readdirSync(path).sort().flatMap((name) => {
    const file = join(path, name);
    if (statSync(file).isDirectory()) return sheets(file);
    return name.endsWith(".css") ? [file] : [];
  });
}

function rank(file) {
  const group = relative(directory, file).split(/[\\/]/)[0].replace(/\.css$/, "");
  const index = order.indexOf(group);
  if (index < 0) throw new Error(`${file}: belongs to none of ${order.join(", ")}`);
  return index;
}

const files = sheets(directory).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
// Comments explain the source; the page need not carry them.
const text = files.map((file) => readFileSync(file, "utf8").replace(/\/\*[^]*?\*\//g, "").replace(/\n\s*\n+/g, "\n").trim());
mkdirSync(dirname(output), { recursive: true });
const joined = text.join("\n") + "\n";
writeFileSync(output, joined);
