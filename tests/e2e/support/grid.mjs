// Reads a grid through as one scrolls it: only the rows in view stand in the document.

/** Every row of the page's grid in order: its cells by the name of their column, and its first link. */
export async function readGrid(page) {
  const grid = page.getByRole("grid");
  await grid.evaluate((element) => { element.scrollTop = 0; });
  const found = [];
  // Row 1 is the head; each next row is waited for, so that a slow machine misses none.
  const last = Number(await grid.getAttribute("aria-rowcount"));
  while (found.length < last - 1) {
    await grid.locator(`[aria-rowindex="${found.length + 2}"]`).waitFor();
    const shown = await grid.evaluate((element) => {
      const heads = [...element.querySelectorAll("[role=columnheader]")];
      const names = new Map(heads.map((head) => [head.getAttribute("aria-colindex"), head.innerText.trim()]));
      return [...element.querySelectorAll("[role=row]:not(:has([role=columnheader]))")].map((row) => ({
        index: Number(row.getAttribute("aria-rowindex")),
        link: row.querySelector("a")?.getAttribute("href"),
        cells: Object.fromEntries([...row.querySelectorAll("[aria-colindex]")]
          .map((cell) => [names.get(cell.getAttribute("aria-colindex")), cell.innerText.trim()])),
      }));
    });
    for (const row of shown.sort((a, b) => a.index - b.index)) if (row.index === found.length + 2) found.push(row);
    await grid.evaluate((element) => { element.scrollTop += element.clientHeight - 80; });
  }
  return found;
}
