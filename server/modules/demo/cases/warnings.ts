/**
 * Who was warned of a case before and after its dates: by the rule of the product, at each instant at which a sweep would have found
 * something, between the steps of the history. One department has a ladder of its own.
 */
import { clockAfter, isFinal, noClock, type ClockLine } from '#modules/cases';
import { publishedCalendar, shanghaiDay, workingDaysBetween } from '#modules/deadlines';
import { clockOf, doneKey, Ladders, planCase, templateOf, type CasePlan, type Ladder } from '#modules/warnings';
import type { PostHolder } from '#modules/people';
import { absencesOf } from '../district/staff.ts';
import type { Row } from '../load-store.ts';
import { firstDayOf, idOf } from '../plan.ts';
import type { History } from './history.ts';
import type { World } from './world.ts';

const day = 86_400_000;

/** The market supervision looks at its premises: it wants to know a day earlier, and the deputy heads with the office. */
const ownLadder: Ladder = {
  from: '08:30',
  until: '17:30',
  rungs: [
    { about: 'target', days: -3, to: ['holder'], note: '需要现场核查的，请先约好时间' },
    { about: 'target', days: -1, to: ['holder', 'examiners', 'head'], note: '' },
    { about: 'target', days: 1, to: ['head'], note: '' },
    { about: 'fatal', days: -3, to: ['head', 'office'], note: '' },
    { about: 'fatal', days: 1, to: ['head', 'office'], note: '' },
  ],
};
const withOwnLadder = 'market-supervision';

/** A look at a case at which something was done. */
interface Look {
  at: Date;
  plan: CasePlan;
  line: ClockLine;
  departmentId: string;
}

/** What was done for a case until the district stands, and when it is looked at next. */
export interface Warned {
  looks: Look[];
  nextAt: Date | null;
  /** Rule and first day of the clock of which somebody was warned last. */
  last: string | null;
}

interface Office {
  ladders: Ladders;
  rows: Row[];
  rosterOn: (on: string) => readonly PostHolder[];
}
const offices = new WeakMap<World, Office>();

/** Ladders and staff, made once for a world. */
function officeOf(world: World): Office {
  const known = offices.get(world);
  if (known) return known;
  const { plan, staff } = world;
  const departmentId = idOf(plan, 'department', withOwnLadder);
  const id = idOf(plan, 'ladder', withOwnLadder);
  const savedAt = new Date(`${firstDayOf(plan)}T09:00:00+08:00`);
  const savedBy = staff.heads.get(departmentId)![0]!.accountId;
  const away = absencesOf(plan, staff);
  const rosters = new Map<string, PostHolder[]>();
  const rosterOn = (on: string): PostHolder[] => {
    let roster = rosters.get(on);
    if (!roster) {
      roster = staff.members.map(({ accountId, role, departmentId: of }) => ({
        accountId,
        role,
        departmentId: of,
        standInId:
          away.find((one) => one.accountId === accountId && one.fromOn <= on && one.untilOn >= on)?.standInId ?? null,
      }));
      rosters.set(on, roster);
    }
    return roster;
  };
  const office: Office = {
    ladders: new Ladders([{ id, departmentId, version: 1, body: ownLadder, savedAt, savedBy }]),
    rows: [[id, departmentId, 1, ownLadder, savedAt, savedBy]],
    rosterOn,
  };
  offices.set(world, office);
  return office;
}

export const ladderRows = (world: World): Row[] => officeOf(world).rows;

/** Takes a case through its steps and looks at it in between, as the sweep does. */
export function warn(world: World, { row, actions, matter }: History): Warned {
  const { ladders, rosterOn } = officeOf(world);
  const done = new Map<string, 'sent' | 'skipped'>();
  const warned: Warned = { looks: [], nextAt: null, last: null };
  let line: ClockLine = noClock;
  let clockKey = '';
  let holderId: string | null = null;
  let departmentId =
    (actions.find(({ kind }) => kind === 'sendOn')?.facts.from as string | undefined) ?? row.departmentId;
  actions.forEach((action, i) => {
    const { kind, facts, at, toState, accountId } = action;
    line = clockAfter(line, action, matter.body, publishedCalendar);
    if (kind === 'accept') holderId ??= accountId;
    if (kind === 'take') holderId = accountId;
    if (kind === 'handOver') holderId = facts.to as string | null;
    if (kind === 'sendOn') [departmentId, holderId] = [facts.to as string, null];
    warned.nextAt = null;
    const clock = clockOf({ ...line, endedAt: isFinal(toState) ? at : null });
    if (!clock) return;
    const key = `${line.dueRule} ${line.dueFrom}`;
    if (key !== clockKey) done.clear();
    clockKey = key;
    const until = actions[i + 1]?.at ?? world.end;
    // No rung lies on the first day of a clock or before it.
    if (shanghaiDay(until) <= clock.from) return;
    for (let now: Date | null = at; now !== null;) {
      if (now >= until) {
        warned.nextAt = now;
        break;
      }
      const asked = { departmentId, holderId, clock, since: row.submittedAt, done };
      const plan: CasePlan = planCase(asked, {
        ladders,
        calendar: publishedCalendar,
        roster: rosterOn(shanghaiDay(now)),
        now,
      });
      for (const one of plan.send) done.set(doneKey(one), 'sent');
      for (const one of plan.skip) done.set(doneKey(one), 'skipped');
      if (plan.send.length > 0) warned.last = key;
      if (plan.send.length + plan.skip.length > 0) warned.looks.push({ at: now, plan, line, departmentId });
      now = plan.nextAt;
    }
  });
  return warned;
}

/** The line of a case that is watched. */
export const watchRow = ({ row }: History, { nextAt }: Warned): Row[] =>
  clockOf(row) ? [[row.id, row.departmentId, row.submittedAt, nextAt, 0]] : [];

export const warningRows = ({ row, random }: History, { looks }: Warned): Row[] =>
  looks.flatMap(({ at, plan, line, departmentId }) =>
    [...plan.send.map((one) => [one, 'sent'] as const), ...plan.skip.map((one) => [one, 'skipped'] as const)].map(
      ([one, outcome]): Row => [
        random.id(at), row.id, departmentId, line.dueRule!, line.dueFrom!, one.rung.about, one.dueOn, one.rung.days, outcome,
        plan.followed.id,
        [...plan.told].flatMap(([accountId, { post, rung }]) => (rung === one ? [{ accountId, post }] : [])),
        at,
      ], // prettier-ignore
    ),
  );

/** Older ones were deleted when they had been read for half a year; here a month is enough to look at. */
const keptFor = 30 * day;

/** What came into the inboxes of the posts in the last weeks; read, but for the last days. */
export const workNoticeRows = (world: World, { row, matter, random }: History, { looks }: Warned): Row[] =>
  looks
    .filter(({ at }) => world.end.getTime() - at.getTime() < keptFor)
    .flatMap(({ at, plan, line }) =>
      [...plan.told].map(([accountId, { rung: one }]): Row => {
        const { body } = matter;
        const today = shanghaiDay(at);
        const left = workingDaysBetween(publishedCalendar, today, one.dueOn);
        const facts = {
          caseNumber: row.number,
          itemName: body.plainName ?? body.name,
          itemNameEn: body.plainNameEn ?? body.nameEn ?? body.name,
          dueOn: one.dueOn,
          ...(left > 0 ? { left } : {}),
          ...(line.fatalOn && line.fatalOn !== one.dueOn ? { fatalOn: line.fatalOn } : {}),
          ...(one.rung.note ? { note: one.rung.note } : {}),
        };
        const read = world.end.getTime() - at.getTime() > 2 * day;
        const readAt = read ? new Date(at.getTime() + random.whole(2, 300) * 60_000) : null;
        return [random.id(at), null, accountId, row.id, templateOf(one, line, today), facts, at, readAt];
      }),
    );
