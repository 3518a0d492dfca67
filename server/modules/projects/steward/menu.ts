/** The steward's menu, and what the log says of it. The log is only ever added to; the menu's state is read from it. Pure. */
import { Type, type Static } from 'typebox';

/** What a line of the log can be. */
export const logKinds = [
  'open',
  'openStep',
  'linkStep',
  'appoint',
  'handOver',
  'help',
  'tick',
  'untick',
  'remind',
  'simulate',
  'examineSimulation',
  'makeFormal',
  'decideFormal',
  'overtakeSimulation',
  'lapseSimulation',
  'withdrawSimulation',
  'tellFacts',
  'end',
] as const;
export type LogKind = (typeof logKinds)[number];

export const Ticked = Type.Object({
  on: Type.String({ format: 'date-time' }),
  by: Type.Union([Type.String(), Type.Null()]),
});
export type Ticked = Static<typeof Ticked>;

export interface Line {
  kind: LogKind;
  at: Date;
  accountId: string | null;
  facts: Record<string, unknown>;
}

/** What of the menu is done: the last word on each entry counts. */
export function doneOf(lines: readonly Line[]): Map<string, { at: Date; accountId: string | null }> {
  const done = new Map<string, { at: Date; accountId: string | null }>();
  for (const { kind, at, accountId, facts } of lines) {
    const key = facts.key as string;
    if (kind === 'tick') done.set(key, { at, accountId });
    else if (kind === 'untick') done.delete(key);
  }
  return done;
}
