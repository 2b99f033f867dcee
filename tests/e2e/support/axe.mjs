// Runs axe on a page and words what it finds.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const source = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Brings what is fading or moving to its end: colours on the way are nobody's choice. */
function settle() {
  for (const animation of document.getAnimations()) {
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  }
}

/** One line per rule broken and one per place where it is. Empty when all is well. */
export async function violations(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  await page.evaluate(settle);
  const result = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }), rules);
  return result.violations.map((violation) => {
    const places = violation.nodes.map((node) => {
      const why = [...node.any, ...node.all, ...node.none].map((check) => check.message)[0] ?? "";
      return `      ${node.target.join(" ")}  ${node.html.slice(0, 160)}\n        ${why}`;
    });
    return `  ${violation.id} (${violation.impact}): ${violation.help}\n${places.join("\n")}`;
  });
}
