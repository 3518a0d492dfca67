/** When the holder of a ticket is to come back: one rule for the page and for what goes out by SMS. Pure. */

/** So few before it, or so few minutes likely: in a slow hall the first comes true earlier, in a quick one the second. */
export const nearAt = { ahead: 3, minutes: 5 } as const;

/**
 * So near that one should be in the hall. `ahead`: tickets that windows which do its errand could call before it; `wait`: what is likely, in
 * the minutes that are shown. Where nothing is likely no window is open for it, and then nobody is called, however few wait.
 */
export const isNear = (
  { ahead, wait }: { ahead: number | null; wait: { likely: number } | null }, //
): boolean => wait !== null && ((ahead !== null && ahead <= nearAt.ahead) || wait.likely <= nearAt.minutes);
