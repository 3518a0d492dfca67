/** Properties of the sweep over a whole life of a case, looked at at any instants: what must never happen to anybody. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dueOn, isWorkingDay, publishedCalendar as calendar, shanghaiDay } from '#modules/deadlines';
import { newId } from '#platform/ids';
import { abouts, faultsOf, minutesOf, posts, rungKey, usualLadder, type Ladder } from './ladder.ts';
import type { LadderRow } from './ladder-store.ts';
import { Ladders } from './ladders.ts';
import { planCase, type CaseAsked, type CasePlan } from './plan-case.ts';
import { doneKey, planOf, scheduleOf, type Scheduled, type WatchedClock } from './schedule.ts';
import type { Roster } from './who-is-told.ts';

const rungs = fc.uniqueArray(
  fc.record({
    about: fc.constantFrom(...abouts),
    days: fc.integer({ min: -8, max: 8 }),
    to: fc.uniqueArray(fc.constantFrom(...posts), { minLength: 1 }),
    note: fc.constant(''),
  }),
  { selector: rungKey, maxLength: 8 },
);
const ladders: fc.Arbitrary<Ladder> = fc
  .record({
    from: fc.constantFrom('08:00', '09:00', '10:30'),
    until: fc.constantFrom('12:00', '17:00', '21:00'),
    rungs,
  })
  .map(({ rungs: some, ...hours }) => ({
    ...hours,
    rungs: [...some.filter((one) => rungKey(one) !== 'fatal 9'), { about: 'fatal', days: 9, to: ['office'], note: '' }],
  }));
const clocks: fc.Arbitrary<WatchedClock> = fc
  .record({
    start: fc.integer({ min: 0, max: 200 }),
    target: fc.integer({ min: 0, max: 15 }),
    more: fc.integer({ min: 0, max: 15 }),
  })
  .map(({ start, target, more }) => {
    const from = addDays('2026-01-05', start);
    const end = (value: number) => dueOn({ from, limit: { value, unit: 'workingDay' }, calendar }).date;
    return { from, targetOn: end(target), fatalOn: end(target + more), standing: false, runsSince: from };
  });
/** Minutes between looks: seconds to many days, as after an outage. */
const looks = fc.array(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 30, max: 9_000 })), {
  minLength: 1,
  maxLength: 60,
});

interface Sent {
  at: Date;
  one: Scheduled;
}

/** Looks at a case at these instants; what changes meanwhile is said by `clockAt`. */
function live(ladder: Ladder, clockAt: (now: Date) => WatchedClock, start: Date, gaps: readonly number[]) {
  const done = new Map<string, 'sent' | 'skipped'>();
  const sent: Sent[] = [];
  let now = start;
  for (const gap of gaps) {
    now = new Date(now.getTime() + gap * 60_000);
    const { send, skip } = planOf({ ladder, clock: clockAt(now), calendar, done, now, notBefore: start });
    for (const one of send) sent.push({ at: now, one });
    for (const one of send) {
      expect(done.has(doneKey(one)), 'no rung is done twice').toBe(false);
      done.set(doneKey(one), 'sent');
    }
    for (const one of skip) {
      expect(done.has(doneKey(one)), 'what was sent is not passed over').toBe(false);
      done.set(doneKey(one), 'skipped');
    }
  }
  return sent;
}
const begin = ({ from }: WatchedClock): Date => new Date(`${from}T10:00:00+08:00`);

describe('warnings', () => {
  it('are sent once, within office hours of a working day, after their instant, in order', () => {
    fc.assert(
      fc.property(ladders, clocks, looks, (ladder, clock, gaps) => {
        const sent = live(ladder, () => clock, begin(clock), gaps);
        for (const { at, one } of sent) {
          const minute = (at.getTime() / 60_000 + 480) % 1_440;
          expect(isWorkingDay(calendar, shanghaiDay(at))).toBe(true);
          expect(minute >= minutesOf(ladder.from) && minute < minutesOf(ladder.until)).toBe(true);
          expect(at >= one.at).toBe(true);
          if (one.rung.days <= 0) expect(shanghaiDay(at) <= one.dueOn && one.day > clock.from).toBe(true);
          else expect(shanghaiDay(at) > one.dueOn).toBe(true);
        }
        for (let i = 1; i < sent.length; i++) expect(sent[i]!.one.at >= sent[i - 1]!.one.at).toBe(true);
      }),
    );
  });

  it('are none while the clock stands still, and none of its rungs come late when it goes on', () => {
    fc.assert(
      fc.property(
        ladders,
        clocks,
        looks,
        fc.nat(20),
        fc.integer({ min: 1, max: 20 }),
        (ladder, clock, gaps, wait, days) => {
          const from = addDays(clock.from, wait);
          const until = addDays(from, days);
          const moved = (day: string) =>
            dueOn({ from: day, limit: { value: days, unit: 'workingDay' }, calendar }).date;
          const clockAt = (now: Date): WatchedClock => {
            const day = shanghaiDay(now);
            if (day < from) return clock;
            if (day < until) return { ...clock, standing: true, targetOn: null, fatalOn: null };
            return { ...clock, targetOn: moved(clock.targetOn!), fatalOn: moved(clock.fatalOn!), runsSince: until };
          };
          for (const { at, one } of live(ladder, clockAt, begin(clock), gaps)) {
            const day = shanghaiDay(at);
            expect(day >= from && day < until).toBe(false);
            if (day >= until && one.rung.days <= 0) expect(one.day >= until).toBe(true);
          }
        },
      ),
    );
  });

  it('of every rung come out where the sweep never rests', () => {
    fc.assert(
      fc.property(ladders, clocks, (ladder, clock) => {
        const schedule = scheduleOf(ladder, clock, calendar);
        const done = new Map<string, 'sent' | 'skipped'>();
        let now: Date | null = begin(clock);
        let sent = 0;
        for (let i = 0; now !== null && i < 50; i++) {
          const plan = planOf({ ladder, clock, calendar, done, now, notBefore: begin(clock) });
          sent += plan.send.length;
          for (const one of plan.send) done.set(doneKey(one), 'sent');
          for (const one of plan.skip) done.set(doneKey(one), 'skipped');
          now = plan.nextAt;
        }
        expect(now).toBeNull();
        expect(sent).toBe(schedule.filter(({ at }) => at >= begin(clock)).length);
      }),
    );
  });
});

describe('a ladder that cannot be followed', () => {
  const [healthy, sick] = [newId(), newId()];
  const office = newId();
  const row = (departmentId: string | null, body: unknown): LadderRow => ({
    id: newId(),
    departmentId,
    version: 1,
    body,
    savedAt: new Date('2025-12-01T00:00:00+08:00'),
    savedBy: office,
  });
  const roster: Roster = [
    { accountId: office, role: 'office', departmentId: null, standInId: null },
    ...[healthy, sick].flatMap((departmentId) => [
      { accountId: newId(), role: 'examiner' as const, departmentId, standInId: null },
      { accountId: newId(), role: 'head' as const, departmentId, standInId: null },
    ]),
  ];
  const told = ({ told: of }: CasePlan): string[] => [...of].map(([id, { post }]) => `${id} ${post}`);

  it('stops nobody else, and its own department is warned by the district’s', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.record({ rungs: fc.jsonValue() })),
        clocks,
        looks,
        (body, clock, gaps) => {
          fc.pre(body !== null && Object.keys(faultsOf(body)).length > 0);
          const now = new Date(begin(clock).getTime() + gaps.reduce((sum, gap) => sum + gap, 0) * 60_000);
          const asked = (departmentId: string): CaseAsked => ({
            departmentId,
            holderId: null,
            clock,
            since: begin(clock),
            done: new Map(),
          });
          const all = new Ladders([row(healthy, usualLadder), row(sick, body)]);
          const standing = { ladders: all, calendar, roster, now };
          const alone = { ...standing, ladders: new Ladders([row(healthy, usualLadder)]) };
          const here = planCase(asked(healthy), standing);
          expect(told(here)).toEqual(told(planCase(asked(healthy), alone)));
          expect(here.faults).toEqual([]);
          const there = planCase(asked(sick), standing);
          expect(told(there)).toEqual(told(planCase(asked(sick), alone)));
          expect(there.faults).toMatchObject([{ departmentId: sick, kind: 'unreadable' }]);
        },
      ),
    );
  });

  it('and names a post that nobody holds is left for the district’s, where the office takes its place', () => {
    const clock: WatchedClock = {
      from: '2026-06-10',
      targetOn: '2026-06-17',
      fatalOn: '2026-07-09',
      standing: false,
      runsSince: '2026-06-10',
    };
    const own: Ladder = {
      ...usualLadder,
      rungs: [{ about: 'target', days: 1, to: ['examiners'], note: '' }, usualLadder.rungs[4]!],
    };
    const bare = roster.filter(({ departmentId, role }) => departmentId !== sick || role === 'head');
    const now = new Date('2026-06-18T09:05:00+08:00');
    const asked: CaseAsked = { departmentId: sick, holderId: null, clock, since: begin(clock), done: new Map() };
    const standing = { ladders: new Ladders([row(sick, own)]), calendar, roster: bare, now };
    const plan = planCase(asked, standing);
    expect(plan.followed.departmentId).toBeNull();
    expect([...plan.told.values()].map(({ post }) => post)).toEqual(['head']);
    expect(plan.faults).toEqual([{ departmentId: sick, kind: 'postEmpty', detail: 'examiners' }]);
    const empty = planCase(asked, { ...standing, roster: [roster[0]!] });
    expect(told(empty)).toEqual([`${office} office`]);
  });
});
