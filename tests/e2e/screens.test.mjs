// What holds on every screen, light and dark: accessible, one main heading, nothing wider than the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { narrow, openApp, wide } from "./support/app.mjs";
import { day, openSample, screens, show } from "./support/screens.mjs";

/** Everything wrong with the screen that is shown. */
async function faults(page) {
  const found = await violations(page);
  const headings = await page.getByRole("heading", { level: 1 }).count();
  if (headings !== 1) found.push(`  ${headings} main headings`);

  await page.setViewportSize(narrow);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) found.push(`  ${over} px wider than a page of ${narrow.width} px`);
  await page.setViewportSize(wide);
  return found;
}

for (const colorScheme of ["light", "dark"]) {
  test(`every screen is accessible and fits, ${colorScheme}`, { timeout: 300_000 }, async (t) => {
    const { page } = await openApp(t, { colorScheme, today: day });
    const broken = [];
    const look = async (name) => {
      const found = await faults(page);
      if (found.length > 0) broken.push(`${name}\n${found.join("\n")}`);
    };
    await page.getByRole("heading", { level: 1 }).waitFor();
    await look("bat-dau");
    await openSample(page);
    for (const [name, address] of screens) {
      await show(page, address);
      await look(name);
    }
    assert.equal(broken.length, 0, `${broken.length} screens\n\n${broken.join("\n\n")}`);
  });
}
