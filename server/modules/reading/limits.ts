/** What is read at most. The browser shows it before an upload. */
export const readingLimits = {
  bytes: 20 * 1024 * 1024,
  pixels: 60_000_000,
  /** Pages of a PDF; certificates have one or two, a lease up to six. */
  pages: 8,
  /** Pixels of the longer side that are worked on: more does not read better. */
  longerSide: 4000,
  /** Below this nothing can be written on it. */
  shorterSide: 60,
  /** Milliseconds for a file before its thread is ended: a page takes one to three seconds. */
  time: 90_000,
  /** Milliseconds that a thread gets to end by itself: a network that looks at a page cannot be interrupted. */
  farewell: 20_000,
} as const;
