/**
 * Cuts rows into pages, each filled as far as it goes; a row is never cut, and stands alone when it is taller than a page.
 *
 * @param heightOf height of a row, which may depend on whether it comes first on its page
 */
export function filled<Row>(
  rows: readonly Row[],
  height: number,
  heightOf: (row: Row, opensPage: boolean) => number,
): readonly (readonly Row[])[] {
  const pages: Row[][] = [];
  let used = Infinity;
  for (const row of rows) {
    if (used + heightOf(row, false) > height) {
      pages.push([]);
      used = 0;
    }
    const page = pages[pages.length - 1];
    used += heightOf(row, page?.length === 0);
    page?.push(row);
  }
  return pages;
}
