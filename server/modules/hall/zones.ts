/** The zones of a hall: the names that its windows and errands carry. Pure. */

/** Those that occur, each once and in order; a window or errand of a small place has none. */
export const zonesIn = (rows: readonly { zone: string }[]): string[] =>
  [...new Set(rows.map(({ zone }) => zone))].filter((zone) => zone !== '').toSorted();
