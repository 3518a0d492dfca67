/** Hearings and undertakings as rules: whatever happens, nobody loses a day of theirs, and no decision comes before its record. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dueOn, isWorkingDay, publishedCalendar as calendar, workingDaysBetween } from '#modules/deadlines';
import { shanghaiDay } from '#platform/clock';
import { boundedBy, noDue } from './clocks.ts';
import { allWaived, askByOf, earliestOf, hearingAfter, hearingHolds, holdByOf, theApplicant, type Hearing } from './hearing.ts'; // prettier-ignore
import { renewalUntil } from './intake/renewal.ts';
import { barredUntil, cureBy, isDrawn, remindAt, sayConsequences } from './undertakings/undertaking.ts';

const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-01-01', days));
const at = (on: string): Date => new Date(`${on}T02:00:00Z`);

describe('the days of a hearing', () => {
  it('are five, twenty and seven working days, and a hearing told on the day it is asked for can be held in time', () =>
    fc.assert(
      fc.property(day, (on) => {
        expect(workingDaysBetween(calendar, on, askByOf(on, calendar))).toBe(5);
        expect(workingDaysBetween(calendar, on, holdByOf(on, calendar))).toBe(20);
        expect(workingDaysBetween(calendar, on, earliestOf(on, calendar))).toBe(7);
        expect(earliestOf(on, calendar) < holdByOf(on, calendar)).toBe(true);
      }),
    ));

  it.each([
    ['2025-09-26', '2025-10-10'],
    ['2026-02-13', '2026-02-27'],
    ['2026-06-11', '2026-06-18'],
  ])('offered on %s it can be asked for until %s', (on, until) => expect(askByOf(on, calendar)).toBe(until));
});

type Act = readonly ['offer' | 'ask' | 'waive' | 'set' | 'record', by: number];
const acts = fc.array(fc.tuple(fc.constantFrom('offer', 'ask', 'waive', 'set', 'record'), fc.nat({ max: 2 })), { maxLength: 12 }); // prettier-ignore
const parties = ['王秀英', '李国强'];
const who = [theApplicant, ...parties];

/** As the verbs take them: an act that is not possible leaves everything as it is. */
function play(sequence: readonly Act[], on: string): (Hearing | null)[] {
  let hearing: Hearing | null = null;
  return sequence.map(([act, by], i) => {
    const take = (kind: Parameters<typeof hearingAfter>[1]['kind'], facts: Record<string, unknown>): void => {
      hearing = hearingAfter(hearing, { id: String(i), kind, at: at(on), facts }, calendar);
    };
    const state = hearing?.state;
    const running = state === 'asked' || state === 'set';
    if (act === 'offer' && (!hearing || state === 'off')) take('offerHearing', { parties });
    if (act === 'ask' && state === 'offered') take('askForHearing', { by: who[by] });
    if (act === 'waive' && (state === 'offered' || (running && hearing!.askedBy === who[by])))
      take('waiveHearing', { by: who[by], ends: running || allWaived(hearing!, [...hearing!.waivedBy, who[by]!]) });
    if (act === 'set' && state !== 'held') take('setHearing', { heldAt: at(on).toISOString(), place: 'x', presiding: 'y', presidingAccountId: 'z', parties }); // prettier-ignore
    if (act === 'record' && state === 'set') take('recordHearing', { held: true, outcome: 'x' });
    return hearing;
  });
}

describe('the course of a hearing', () => {
  it('keeps the case from its decision exactly while somebody can ask, or one is to be held', () =>
    fc.assert(
      fc.property(acts, day, day, (sequence, on, today) => {
        for (const hearing of play(sequence as Act[], on)) {
          if (!hearing) continue;
          const open = hearing.state === 'offered' && today <= hearing.askBy!;
          const pending = hearing.state === 'asked' || hearing.state === 'set';
          expect(hearingHolds(hearing, today)).toBe(pending ? 'hearingPending' : open ? 'hearingOpen' : undefined);
        }
      }),
    ));

  it('has a pause whenever one is under way, and never loses whose interests are at stake', () =>
    fc.assert(
      fc.property(acts, day, (sequence, on) => {
        for (const hearing of play(sequence as Act[], on)) {
          if (!hearing) continue;
          expect(hearing.parties).toEqual(parties);
          if (hearing.state === 'asked' || hearing.state === 'set') expect(hearing.pauseId).not.toBeNull();
        }
      }),
    ));

  it('is the same when it is told again from its acts', () =>
    fc.assert(
      fc.property(acts, day, (sequence, on) => {
        expect(play(sequence as Act[], on)).toEqual(play(sequence as Act[], on));
      }),
    ));
});

describe('a renewal', () => {
  const item = { renewal: { expiryField: 'until' } };
  it('was asked for in time thirty days before and not twenty-nine', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), (until, before) => {
        const asked = addDays(until, -before);
        expect(renewalUntil(item, { until }, asked, calendar)).toBe(before >= 30 ? until : null);
      }),
    ));

  it('is never decided later than the licence ends, and other clocks are left alone', () =>
    fc.assert(
      fc.property(day, day, day, (expires, target, fatal) => {
        const due = { ...noDue, dueRule: 'decide' as const, dueFrom: '2025-01-01', targetOn: target, fatalOn: fatal };
        const bounded = boundedBy(expires, due);
        expect(bounded.fatalOn! <= expires && bounded.fatalOn! <= fatal).toBe(true);
        expect(bounded.targetOn! <= expires && bounded.targetOn! <= target).toBe(true);
        expect(shanghaiDay(bounded.nextAt!)).toBe(addDays(expires, 1));
        expect(boundedBy(null, due)).toBe(due);
        const deliver = { ...due, dueRule: 'deliver' as const };
        expect(boundedBy(expires, deliver)).toBe(deliver);
      }),
    ));

  it.each([['no day'], ['2026-6-1'], [20260601], [undefined]])('with %j for its end is none', (until) =>
    expect(renewalUntil(item, { until }, '2026-01-01', calendar)).toBeNull(),
  );
});

describe('an undertaking', () => {
  it('is reminded of in the morning of a working day before its last one', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: 3, max: 60 }), (made, value) => {
        const rules = { tolerance: { cureWithin: { value, unit: 'workingDay' as const }, consequences: ['record' as const], barMonths: 6 } }; // prettier-ignore
        const last = cureBy(rules, made, calendar);
        expect(last).toBe(dueOn({ from: made, limit: { value, unit: 'workingDay' }, calendar }).date);
        const reminder = remindAt(last, calendar);
        expect(shanghaiDay(reminder) < last && shanghaiDay(reminder) > made).toBe(true);
        expect(isWorkingDay(calendar, shanghaiDay(reminder))).toBe(true);
        expect(reminder.toISOString().slice(11, 16)).toBe('01:00');
      }),
    ));

  it('is drawn for the check by the case and the material alone, in the share that the item names', () => {
    const ids = Array.from({ length: 2_000 }, (_, i) => `case-${i}`);
    const share = (of: number): number => ids.filter((id) => isDrawn(id, 'lease', of)).length / ids.length;
    expect(share(0)).toBe(0);
    expect(share(100)).toBe(1);
    expect(share(20)).toBeCloseTo(0.2, 1);
    expect(isDrawn('a', 'b', 50)).toBe(isDrawn('a', 'b', 50));
  });

  it('bars from new ones only where the item says so, and the paper says until when', () => {
    const rules = (consequences: ('revoke' | 'record')[], barMonths: number) => ({
      promise: { checkShare: 10, checkWithin: { value: 10, unit: 'workingDay' as const }, consequences, barMonths },
    });
    expect(barredUntil(rules(['record'], 6), 'promise', '2026-08-31')).toBe('2027-02-28');
    expect(barredUntil(rules(['revoke'], 6), 'promise', '2026-08-31')).toBeUndefined();
    expect(barredUntil(rules(['record'], 0), 'promise', '2026-08-31')).toBeUndefined();
    expect(sayConsequences(rules(['record'], 6), 'promise', '2026-08-31').join()).toContain('2027-02-28');
    expect(sayConsequences(rules(['revoke', 'record'], 0), 'promise')).toEqual([
      '依法撤销已经作出的决定',
      '记入承诺记录',
    ]);
  });
});
