// What holds on every screen, light and dark, in both languages: accessible, one main heading,
// nothing wider than the page and nothing squeezed on a narrow one.

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
  // Queries of the width hold from the next frame on; a page of paper is fitted by what watches its room.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
  await page.waitForFunction(fits, null, { timeout: 3_000 }).catch(() => {});
  const over = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const over = document.documentElement.scrollWidth - room;
    if (over <= 0) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > room + 1);
    return [`${over} px`].concat(wide.slice(0, 8).map((element) => `${element.tagName.toLowerCase()}.${element.className} to ${Math.round(element.getBoundingClientRect().right)}`));
  });
  if (over.length > 0) found.push(`  wider than a page of ${narrow.width} px: ${over.join(", ")}`);
  const squeezed = await page.locator("main .panel").evaluateAll((panels) =>
    panels.map((panel) => Math.round(panel.getBoundingClientRect().width)).filter((width) => width > 0 && width < 240));
  if (squeezed.length > 0) found.push(`  panels squeezed to ${squeezed.join(", ")} px on a page of ${narrow.width} px`);
  await page.setViewportSize(wide);
  return found;
}

for (const [colorScheme, language] of [["light", "vi"], ["dark", "vi"], ["light", "en"], ["dark", "en"]]) {
  test(`every screen is accessible and fits, ${colorScheme}, ${language}`, { timeout: 300_000 }, async (t) => {
    const { page } = await openApp(t, { colorScheme, today: day });
    const broken = [];
    const look = async (name) => {
      const found = await faults(page);
      if (found.length > 0) broken.push(`${name}\n${found.join("\n")}`);
    };
    await page.getByRole("heading", { level: 1 }).waitFor();
    if (language === "en") await page.getByRole("button", { name: "English" }).click();
    await page.locator(`html[lang="${language}"]`).waitFor();
    await look("bat-dau");
    await openSample(page);
    for (const [name, address] of screens) {
      await show(page, address);
      await look(name);
    }
    assert.equal(broken.length, 0, `${broken.length} screens\n\n${broken.join("\n\n")}`);
  });
}
