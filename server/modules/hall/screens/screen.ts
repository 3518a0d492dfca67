/** The rules of screens, without I/O: when one counts as dark, and when a sign of life is written down. */

/** A screen gives a sign of life every ten seconds; it is written down after so many milliseconds. */
export const keptTo = 30_000;
/** Nothing heard for so long: something is wrong with it. A restarted device is back before. */
export const darkAfter = 90_000;
/** How long a code can be typed in. */
export const codeHours = 24;

/** Since when a screen is dark; null while it lives, or was never opened. */
export const darkSince = (screen: { openedAt: Date | null; seenAt: Date | null }, at: Date): Date | null => {
  const seen = screen.seenAt ?? screen.openedAt;
  return screen.openedAt && seen && at.getTime() - seen.getTime() > darkAfter ? seen : null;
};

/** Whether the last sign of life is old enough to be written anew; also after the clock was set back. */
export const isWorthKeeping = (seenAt: Date | null, at: Date): boolean =>
  !seenAt || Math.abs(at.getTime() - seenAt.getTime()) >= keptTo;
