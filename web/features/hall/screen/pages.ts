/** Which rows of a list stand on a wall together. Pure. */

/** Pixels from the top of the list, and how high what is shown of it is. */
export interface Page {
  from: number;
  height: number;
}

/** Pixels for the line that says which page it is. */
const lineOfPage = 28;

/** One page where all rows fit into the room; else as few as hold them all, each row whole, on the page of its neighbours. */
export function pagesOf(rows: readonly number[], room: number): Page[] {
  const whole = rows.reduce((sum, row) => sum + row, 0);
  // Half a pixel more or less is how a browser rounds.
  if (whole <= room + 1) return [{ from: 0, height: whole }];
  const pages: Page[] = [];
  let from = 0;
  let height = 0;
  for (const row of rows) {
    if (height > 0 && height + row > room - lineOfPage) {
      pages.push({ from, height });
      from += height;
      height = 0;
    }
    height += row;
  }
  pages.push({ from, height });
  return pages;
}
