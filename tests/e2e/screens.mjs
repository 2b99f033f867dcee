// Takes a picture of every screen of the sample agency, wide and narrow, light and dark:
//
//   node tests/e2e/screens.mjs <directory> [part of a screen's name]
//
// Not a test: a screen that cannot be shown is named, the others are taken all the same.

import { join } from "node:path";
import { narrow, openApp, wide } from "./support/app.mjs";
import { day, openSample, screens, show } from "./support/screens.mjs";

const [directory = "docs/screens", only = ""] = process.argv.slice(2);
const missing = [];

/** What `openApp` needs of a test: somewhere to leave what must be done at the end. */
class Session {
  #endings = [];
  after(ending) { this.#endings.push(ending); }
  async end() { for (const ending of this.#endings.reverse()) await ending(); }
}

async function picture(app, name) {
  await app.screenshot(join(directory, `${name}.png`));
  console.log(`  ${name}.png`);
}

for (const [size, viewport] of [["1280", wide], ["390", narrow]]) {
  for (const colorScheme of ["light", "dark"]) {
    const session = new Session();
    try {
      const app = await openApp(session, { viewport, colorScheme, today: day });
      if ("bat-dau".includes(only)) await picture(app, `bat-dau-${size}-${colorScheme}`);
      await openSample(app.page);
      // The message that the sample is there would stand in the first pictures only.
      await app.page.locator(".toast .button").first().click();
      // The month before is over, so that everybody has a score.
      await app.page.getByRole("combobox", { name: "Kỳ", exact: true }).selectOption("2026-10");
      for (const [name, address] of screens.filter(([name]) => name.includes(only))) {
        try {
          await show(app.page, address);
          await picture(app, `${name}-${size}-${colorScheme}`);
        } catch (error) {
          missing.push(`${name}-${size}-${colorScheme}: ${error.message.split("\n")[0]}`);
        }
      }
    } finally {
      await session.end().catch((error) => missing.push(`${size}-${colorScheme}: ${error.message}`));
    }
  }
}

if (missing.length > 0) {
  console.error(`\nNot as it should be:\n  ${missing.join("\n  ")}`);
  process.exitCode = 1;
}
