/** The turns of some days, judged: figures, the lists behind them and the file come from this one reading. */
import { addDays, daysBetween } from '#modules/deadlines';
import { presenceBetween } from '#modules/hall';
import { absencesBetween } from '#modules/people';
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { floorProblems } from '../problems.ts';
import { judge, type Judged } from './attendance.ts';
import { tallyOf } from './marks.ts';
import type { PersonTally, TurnLine } from './operations.ts';
import { amendmentsBetween, houseRule, turnsBetween } from './store.ts';

const mostDays = 31;
export interface Asked {
  outletId: string;
  from: string;
  to: string;
  accountId?: string | undefined;
  /** Accounts that the reader may see; undefined: all. */
  within?: ReadonlySet<string> | undefined;
}

/** Throws `floor.spanTooLong`. */
export function demandSpan({ from, to }: { from: string; to: string }): void {
  if (from > to || daysBetween(from, to) >= mostDays) throw floorProblems.spanTooLong();
}

const shown = ({
  mark,
  byRule,
  lateMinutes,
  lateFrom,
  earlyMinutes,
  thereMinutes,
  breakMinutes,
  firstAt,
  lastAt,
}: Judged) => ({
  mark,
  byRule,
  lateMinutes,
  lateFrom: lateFrom?.toISOString() ?? null,
  earlyMinutes,
  thereMinutes,
  breakMinutes,
  firstAt: firstAt?.toISOString() ?? null,
  lastAt: lastAt?.toISOString() ?? null,
});

/** Every turn of the days, and whoever was there without one. */
export async function judgedTurns(ground: Ground, asked: Asked): Promise<TurnLine[]> {
  demandSpan(asked);
  const { db, clock } = ground;
  const now = clock.now();
  const { outletId, from, to, accountId, within } = asked;
  const [rule, turns, presence] = await Promise.all([
    houseRule(db, outletId),
    turnsBetween(db, outletId, from, to, accountId ?? null),
    presenceBetween(db, { outletId, from: startOfDay(from), until: startOfDay(addDays(to, 1)), accountId: accountId ?? null }), // prettier-ignore
  ]);
  const accounts = [...new Set(turns.map((turn) => turn.accountId))];
  const [leave, amended] = await Promise.all([
    absencesBetween(db, accounts, from, to),
    amendmentsBetween(db, accounts, from, to),
  ]);
  const keyOf = (one: { accountId: string; day: string }): string => `${one.accountId} ${one.day}`;
  const there = Map.groupBy(presence, (one) => keyOf({ ...one, day: shanghaiDay(one.fromAt) }));
  const wordOn = new Map(amended.map((one) => [`${keyOf(one)} ${one.starts}`, one]));
  const leaveOf = Map.groupBy(leave, (one) => one.accountId);
  const lines = turns.map((turn): TurnLine => {
    const word = wordOn.get(`${keyOf(turn)} ${turn.starts}`);
    const onLeave = (leaveOf.get(turn.accountId) ?? []).some((one) => one.fromOn <= turn.day && turn.day <= one.untilOn); // prettier-ignore
    const judged = judge(turn, there.get(keyOf(turn)) ?? [], { now, graceMinutes: rule.graceMinutes, onLeave, amended: word?.mark }); // prettier-ignore
    const { id, name, windowId, day, starts, ends } = turn;
    return { id, accountId: turn.accountId, name, windowId, day, starts, ends, ...shown(judged), amended: word ? { reason: word.reason, by: word.byName, at: word.at.toISOString() } : null }; // prettier-ignore
  });
  const planned = new Set(turns.map(keyOf));
  for (const [key, spans] of there) {
    const [first] = spans;
    if (planned.has(key) || !first) continue;
    const day = shanghaiDay(first.fromAt);
    const judged = judge({ accountId: first.accountId, day, starts: '00:00', ends: '24:00', plannedAt: startOfDay(day) }, spans, { now, graceMinutes: 1440, onLeave: false, amended: undefined }); // prettier-ignore
    const mine = { id: null, accountId: first.accountId, name: first.clerkName, windowId: first.windowId, day, starts: null, ends: null }; // prettier-ignore
    lines.push({ ...mine, ...shown(judged), lateMinutes: 0, earlyMinutes: 0, mark: 'unplanned', byRule: 'unplanned', amended: null }); // prettier-ignore
  }
  const all = within ? lines.filter((line) => within.has(line.accountId)) : lines;
  return all.toSorted((one, other) => `${one.day} ${one.starts ?? '~'} ${one.name}`.localeCompare(`${other.day} ${other.starts ?? '~'} ${other.name}`)); // prettier-ignore
}

/** The same for each person. */
export function byPerson(lines: readonly TurnLine[]): PersonTally[] {
  const groups = Map.groupBy(lines, ({ accountId }) => accountId);
  return [...groups].map(([accountId, own]) => ({
    accountId,
    name: own[0]!.name,
    turns: own.filter(({ id }) => id !== null).length,
    thereMinutes: own.reduce((sum, { thereMinutes }) => sum + thereMinutes, 0),
    tally: tallyOf(own),
  }));
}
