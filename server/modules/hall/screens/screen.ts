/** The rules of screens, without I/O: what one shows, when one counts as dark, when a hall is quiet. */
import { instantOn, shanghaiDay } from '#platform/clock';

/** Calls of a zone or of the whole hall; one window; information. */
export const kinds = ['zone', 'window', 'board'] as const;
export type Kind = (typeof kinds)[number];

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

/** Whether calls are not to be said at an instant. A span that closes before it opens lasts over midnight. */
export const isQuiet = (quiet: readonly { opens: string; closes: string }[], at: Date): boolean =>
  quiet.some(({ opens, closes }) => {
    const day = shanghaiDay(at);
    const [from, to] = [instantOn(day, opens), instantOn(day, closes)];
    return from <= to ? from <= at && at < to : at >= from || at < to;
  });
