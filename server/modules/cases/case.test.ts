/** The course of a case by property and by example. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedCalendar } from '#modules/deadlines';
import {
  after,
  contentOf,
  finalStates,
  isFinal,
  kinds,
  openStates,
  stateAfter,
  states,
  steps,
  type Kind,
  type State,
} from './case.ts';
import { decisionLimits, dueAfter, dueOf, noDue } from './clocks.ts';
import { hashAction } from './trail.ts';
import { canonical } from '#platform/canonical';

type Step = Exclude<Kind, 'submit'>;
const anyStep = fc.constantFrom(...(kinds.filter((kind) => kind !== 'submit') as Step[]));
const plain = { kind: 'licence' as const, immediate: false };

/** Goes on from `submitted` by those of the wished steps that are possible. */
function walk(wishes: readonly Step[]): { kind: Kind; toState: State; seq: number }[] {
  const actions: { kind: Kind; toState: State; seq: number }[] = [{ kind: 'submit', toState: 'submitted', seq: 1 }];
  for (const kind of wishes) {
    const to = after(actions.at(-1)!.toState, kind);
    if (to) actions.push({ kind, toState: to, seq: actions.length + 1 });
  }
  return actions;
}

describe('the course', () => {
  it('replays to the state that it was left in', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (wishes) => {
        const actions = walk(wishes);
        expect(stateAfter(actions)).toBe(actions.at(-1)!.toState);
      }),
    );
  });

  it('never leaves a final state', () => {
    fc.assert(
      fc.property(fc.constantFrom(...finalStates), anyStep, (state, kind) => {
        const to = after(state, kind);
        // Only what was granted and is closed can be taken back (art. 69).
        const taken = state === 'closed' && kind === 'revoke';
        expect(taken ? to === 'revoked' : to === undefined || to === state).toBe(true);
      }),
    );
  });

  it('has a way out of every open state', () => {
    const reachable = (from: State, seen = new Set<State>()): boolean => {
      if (isFinal(from)) return true;
      if (seen.has(from)) return false;
      seen.add(from);
      return (Object.keys(steps) as Step[]).some((kind) => {
        const to = after(from, kind);
        return to !== undefined && to !== from && reachable(to, seen);
      });
    };
    expect(openStates.filter((state) => !reachable(state))).toEqual([]);
  });

  it('decides only what was accepted, and delivers only what was decided', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (wishes) => {
        const done = walk(wishes).map(({ kind }) => kind);
        for (const [later, earlier] of [
          ['grant', ['accept', 'deemAccepted']],
          ['deemGranted', ['accept', 'deemAccepted']],
          ['refuse', ['accept', 'deemAccepted']],
          ['issue', ['grant', 'deemGranted']],
          ['close', ['deliver']],
          ['pause', ['accept', 'deemAccepted']],
        ] as const) {
          const before = done.slice(0, done.indexOf(later));
          if (done.includes(later)) expect(before.some((kind) => earlier.some((one) => one === kind))).toBe(true);
        }
        // Withdrawn at any time before the decision, and never after it.
        const withdrawn = done.indexOf('withdraw');
        if (withdrawn >= 0)
          expect(
            done.slice(0, withdrawn).some((kind) => kind === 'grant' || kind === 'deemGranted' || kind === 'refuse'),
          ).toBe(false);
      }),
    );
  });

  it('refuses a history with a step that was not possible', () => {
    expect(() =>
      stateAfter([
        { kind: 'submit', toState: 'submitted', seq: 1 },
        { kind: 'grant', toState: 'granted', seq: 2 },
      ]),
    ).toThrow(/not possible/);
    expect(() => stateAfter([])).toThrow();
  });

  it('knows every state', () => expect(new Set(states).size).toBe(openStates.length + finalStates.length));
});

describe('content', () => {
  it('is what was said last, and files of a material are replaced whole', () => {
    const content = contentOf([
      {
        kind: 'submit',
        facts: {
          answers: { a: 1, b: 2 },
          situations: { s: 'x' },
          materials: [{ materialId: 'm', how: 'upload', fileIds: ['1'] }],
        },
      },
      { kind: 'note', facts: { answers: { a: 9 } } },
      { kind: 'supplement', facts: { materials: [{ materialId: 'm', how: 'upload', fileIds: ['2'] }] } },
      { kind: 'correct', facts: { answers: { b: 3 } } },
    ]);
    expect(content).toEqual({
      answers: { a: 1, b: 3 },
      situations: { s: 'x' },
      materials: [{ materialId: 'm', how: 'upload', fileIds: ['2'] }],
    });
  });
});

describe('clocks', () => {
  const at = (day: string) => new Date(`${day}T10:00:00+08:00`);

  it('count five working days to tell everything, over a holiday', () => {
    // Received on Friday 26 September 2025; the week after is National Day and Mid-Autumn.
    expect(dueAfter(noDue, 'submitted', at('2025-09-26'), plain, publishedCalendar)).toMatchObject({
      dueRule: 'tellAll',
      fatalOn: '2025-10-10',
      dueProvisional: false,
    });
  });

  it('go on through the examination and begin anew with the decision', () => {
    const accepted = dueAfter(noDue, 'accepted', at('2026-09-19'), plain, publishedCalendar);
    expect(accepted).toMatchObject({ dueRule: 'decide', fatalOn: '2026-10-22' });
    expect(dueAfter(accepted, 'examined', at('2026-09-25'), plain, publishedCalendar)).toEqual(accepted);
    expect(dueAfter(accepted, 'granted', at('2026-09-28'), plain, publishedCalendar)).toMatchObject({
      dueRule: 'deliver',
      dueFrom: '2026-09-28',
    });
    expect(dueAfter(accepted, 'closed', at('2026-09-28'), plain, publishedCalendar)).toEqual(noDue);
  });

  it('never promise later than the law allows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 600 }),
        (promised, statutory, days) => {
          const item = {
            ...plain,
            promisedLimit: { value: promised, unit: 'workingDay' as const },
            statutoryLimit: { value: statutory, unit: 'calendarDay' as const },
          };
          const from = new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
          const due = dueOf('decide', from, item, publishedCalendar);
          expect(due.targetOn! <= due.fatalOn!).toBe(true);
          expect(due.fatalOn! >= from).toBe(true);
        },
      ),
    );
  });

  it('of an immediate item end on the day', () => {
    expect(dueOf('decide', '2026-06-10', { kind: 'publicService', immediate: true }, publishedCalendar)).toMatchObject({
      targetOn: '2026-06-10',
    });
    expect(decisionLimits(plain, '2026-06-10').fatal).toEqual({ value: 20, unit: 'workingDay' });
  });

  it('into a year without a calendar are provisional', () => {
    expect(dueAfter(noDue, 'accepted', at('2026-12-20'), plain, publishedCalendar).dueProvisional).toBe(true);
  });

  it('of a supplement lapse when its last day is over', () => {
    const due = dueAfter(noDue, 'supplementing', at('2026-06-10'), plain, publishedCalendar);
    expect(due.nextAt!.getTime()).toBe(new Date(`${due.fatalOn}T16:00:00Z`).getTime());
  });
});

describe('the chain', () => {
  const action = {
    caseId: 'c',
    seq: 2,
    id: 'a',
    kind: 'note' as const,
    fromState: 'submitted' as const,
    toState: 'submitted' as const,
    at: new Date(0),
    accountId: null,
    role: 'rule',
    placeId: null,
    facts: { b: 1, a: [{ y: 1, x: 2 }] },
    prevHash: '0',
  };

  it('does not depend on the order in which a database keeps keys', () => {
    expect(hashAction({ ...action, facts: { a: [{ x: 2, y: 1 }], b: 1 } })).toBe(hashAction(action));
  });

  it('changes with everything that an action says', () => {
    const other = [
      { seq: 3 },
      { id: 'b' },
      { kind: 'take' as const },
      { toState: 'accepted' as const },
      { at: new Date(1) },
      { accountId: 'x' },
      { role: 'clerk' },
      { placeId: 'p' },
      { facts: { b: 2 } },
      { prevHash: '1' },
      { caseId: 'd' },
      { fromState: null },
    ];
    const hashes = [action, ...other.map((change) => ({ ...action, ...change }))].map(hashAction);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is over JSON that survives a round trip', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value));
      }),
    );
  });
});
