/** Half-days, and what a round has seen: pure; the browser has it from the contract. */

export const halves = ['morning', 'afternoon'] as const;
export type Half = (typeof halves)[number];
/** HH:MM of Asia/Shanghai at which the morning of a warden ends. A rule of the house from 2026-01-01, of no law. */
export const noon = '12:30';

export const roundKinds = ['patrol', 'check'] as const;
export type RoundKind = (typeof roundKinds)[number];
export const results = ['ok', 'finding'] as const;
export type Result = (typeof results)[number];

/** A point as a round has it: a later change of the way changes no round that was begun. */
export interface RoundPoint {
  id: string;
  zone: string;
  name: string;
  look: string;
  windowId: string | null;
}
export interface Mark {
  pointId: string;
  result: Result;
  findingId: string | null;
}

/** What was seen at a point: a finding stays one, whatever is said later; otherwise the last word. Undefined: nobody looked yet. */
export function resultAt(pointId: string, marks: readonly Mark[]): Result | undefined {
  const here = marks.filter((mark) => mark.pointId === pointId);
  return here.some(({ result }) => result === 'finding') ? 'finding' : here.at(-1)?.result;
}

/** The points at which nobody looked yet. */
export const leftOf = <P extends { id: string }>(points: readonly P[], marks: readonly Mark[]): P[] =>
  points.filter(({ id }) => resultAt(id, marks) === undefined);

/**
 * When a point was seen, as a telephone says that sent it later: never before the round began and never after now, whatever its own clock
 * says.
 */
export const seenWithin = (startedAt: Date, now: Date, said: Date | undefined): Date =>
  said === undefined || said > now ? now : said < startedAt ? startedAt : said;
