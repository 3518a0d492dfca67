/** What was said of a case and what comes next, and what a ladder would say of one that is accepted on a day. */
import type { CaseRow } from '#modules/cases';
import { calendarsOf, dueOn, shanghaiDay } from '#modules/deadlines';
import { nameOfAccounts, postHolders } from '#modules/people';
import type { Ground } from '#platform/ground';
import type { BodyOf, ReplyOf } from '#platform/contract';
import type { CaseWarnings, warningsContract } from './contract.ts';
import type { ToldPost } from './ladder.ts';
import { laddersInForce } from './ladders.ts';
import { demandValid, sourceOf } from './save-ladder.ts';
import { doneKey, officeInstant, scheduleOf, type Scheduled } from './schedule.ts';
import { clockOf, laterOf } from './watch-cases.ts';
import { findWarnings, findWatches } from './watch-store.ts';
import { whoIsTold, type Roster } from './who-is-told.ts';

interface OfCase {
  departmentId: string;
  holderId: string | null;
}

/** Who would be told of one rung as of today. */
function wouldTell(
  one: Scheduled,
  ofCase: OfCase,
  roster: Roster,
): { told: { accountId: string; post: ToldPost }[]; empty: ToldPost[] } {
  const { told, empty } = whoIsTold([one], ofCase, roster);
  return { told: [...told].map(([accountId, { post }]) => ({ accountId, post })), empty };
}

const sayRung = ({ rung: { about, days }, dueOn: date, at }: Scheduled) => ({
  about,
  days,
  dueOn: date,
  at: at.toISOString(),
});

/** The warnings of a case: done ones newest first, coming ones in their order. */
export async function readCaseWarnings(ground: Ground, row: CaseRow): Promise<CaseWarnings> {
  const { db, clock: time } = ground;
  const now = time.now();
  const clock = clockOf(row);
  const [done, [watch], ladders, roster] = await db.together((reader) =>
    Promise.all([
      findWarnings(reader, [row.id]),
      findWatches(reader, [row.id]),
      laddersInForce(reader),
      postHolders(reader, [row.departmentId], row.holderId ? [row.holderId] : [], shanghaiDay(now)),
    ]),
  );
  const followed = ladders.of(row.departmentId);
  const { calendar } = calendarsOf(ground).latest;
  const current = done.filter((one) => one.dueRule === row.dueRule && one.dueFrom === row.dueFrom);
  const known = new Set(
    current.map(({ about, days, dueOn: date }) => doneKey({ rung: { about, days, to: [], note: '' }, dueOn: date })),
  );
  const notBefore = laterOf(followed.notBefore, watch?.since ?? now);
  const coming = (clock ? scheduleOf(followed.ladder, clock, calendar) : [])
    .filter((one) => one.at >= notBefore && !known.has(doneKey(one)))
    // What is due by now goes out at the next look within office hours.
    .map((one) => (one.at <= now ? { ...one, at: officeInstant(followed.ladder, calendar, now) } : one))
    .map((one) => ({ one, ...wouldTell(one, row, roster) }));
  const names = await nameOfAccounts(
    db,
    [...done, ...coming].flatMap(({ told }) => told.map(({ accountId }) => accountId)),
  );
  const named = (told: readonly { accountId: string; post: ToldPost }[]) =>
    told.map(({ accountId, post }) => ({ accountId, post, name: names.get(accountId) ?? '' }));
  return {
    done: done.toReversed().map((one) => ({
      id: one.id,
      about: one.about,
      days: one.days,
      dueOn: one.dueOn,
      at: one.at.toISOString(),
      told: named(one.told),
      outcome: one.outcome,
      current: current.includes(one),
      dueRule: one.dueRule as 'tellAll' | 'decide' | 'deliver',
    })),
    next: coming.map(({ one, told }) => ({ ...sayRung(one), told: named(told) })),
    source: clock ? sourceOf(followed, row.departmentId) : null,
    standing: clock?.standing ?? false,
  };
}

type Preview = typeof warningsContract.previewLadder;

/** The days of a ladder for a case that is accepted on a day, whoever holds it. Throws `warnings.ladderInvalid`. */
export async function previewLadder(
  ground: Ground,
  departmentId: string | null,
  { ladder, from, target, fatal }: BodyOf<Preview>,
): Promise<ReplyOf<Preview>> {
  demandValid(ladder);
  const { calendar } = calendarsOf(ground).latest;
  const [first, last] = [Math.min(target, fatal), fatal].map((value) =>
    dueOn({ from, limit: { value, unit: 'workingDay' }, calendar }),
  ) as [ReturnType<typeof dueOn>, ReturnType<typeof dueOn>];
  const clock = { from, targetOn: first.date, fatalOn: last.date, standing: false, runsSince: from };
  const today = shanghaiDay(ground.clock.now());
  const roster = await postHolders(ground.db, departmentId ? [departmentId] : [], [], today);
  const rungs = scheduleOf(ladder, clock, calendar).map((one) => ({
    one,
    ...wouldTell(one, { departmentId: departmentId ?? '', holderId: null }, roster),
  }));
  const names = await nameOfAccounts(
    ground.db,
    rungs.flatMap(({ told }) => told.map(({ accountId }) => accountId)),
  );
  return {
    targetOn: first.date,
    fatalOn: last.date,
    provisional: first.provisional || last.provisional,
    rungs: rungs.map(({ one, told, empty }) => ({
      ...sayRung(one),
      told: told.map((who) => ({ ...who, name: names.get(who.accountId) ?? '' })),
      // The district's ladder is every department's: who is behind its posts is another question in each.
      empty: departmentId === null ? [] : empty,
    })),
  };
}
