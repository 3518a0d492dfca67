/**
 * What was written in a talk that runs. It lies in the two browsers alone: each tells the other what it has when they meet (again), so that a page
 * that was loaded anew, another clerk, or a browser that was cut off reads what the other one still has. With the talk it is gone from both.
 */

import type { Side } from '#modules/remotehelp/contract';

export interface Line {
  id: string;
  by: Side;
  /** Of the clerk: there may have been several. */
  name: string;
  text: string;
  /** A clerk's line that this clerk's browser has from the asker's alone: a page that was loaded anew, or a colleague's. It may say anything. */
  told?: true;
}

/** Lines, and characters, of the newest that are kept and told. */
const linesAtMost = 200;
const charactersAtMost = 40_000;

/** The newest of them. */
export function newest(lines: readonly Line[]): readonly Line[] {
  let characters = 0;
  let from = lines.length;
  while (from > 0 && lines.length - from < linesAtMost) {
    characters += lines[from - 1]!.text.length;
    if (characters > charactersAtMost) break;
    from -= 1;
  }
  return from === 0 ? lines : lines.slice(from);
}

/**
 * What one side has, with what the other one told: each line once, in the place that the other one gives it. What the asker wrote is the asker's to
 * tell: of what a clerk tells the asker, the asker's own lines say only between which of them the clerk's belong.
 */
export function joined(side: Side, own: readonly Line[], told: readonly Line[]): readonly Line[] {
  const all = [...own];
  let at = 0;
  for (const line of told) {
    const there = all.findIndex(({ id }) => id === line.id);
    if (there < 0 && !takes(side, line)) continue;
    if (there < 0) all.splice(at, 0, side === 'clerk' && line.by === 'clerk' ? { ...line, told: true } : line);
    at = (there < 0 ? at : there) + 1;
  }
  return newest(all);
}

const takes = (side: Side, line: Line): boolean => side === 'clerk' || line.by === 'clerk';

/** Whether the other side told something that this one takes and does not have. */
export const isNews = (side: Side, own: readonly Line[], told: readonly Line[]): boolean =>
  hasMore(
    told.filter((line) => takes(side, line)),
    own,
  );

/** Whether one side has something that the other one did not tell. */
export const hasMore = (own: readonly Line[], told: readonly Line[]): boolean =>
  own.some(({ id }) => !told.some((one) => one.id === id));
