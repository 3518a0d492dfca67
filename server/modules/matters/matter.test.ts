/** The rule of a matter: whatever becomes of its parts in whatever order, it ends in exactly one legal way. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { policies, type Policy } from './life-event.ts';
import { consequencesOf, isDecided, nextOf, outcomeOf, type Fate, type MemberState } from './matter.ts';
import { allBefore, findCircle, layersOf } from './order.ts';

/** Members that wait for earlier ones only. */
const orders = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 8 }).map((lists) =>
  lists.map((before, at) => ({
    key: `m${at}`,
    after: at === 0 ? [] : [...new Set(before.map((one) => `m${one % at}`))],
  })),
);
const ends: Fate[] = ['granted', 'granted', 'granted', 'notNeeded', 'refused', 'failed', 'withdrawn'];

interface Run {
  members: MemberState[];
  /** Members in the order in which they were opened, with what was granted by then. */
  opened: { key: string; granted: string[] }[];
  /** What was granted in one act, each time. */
  together: string[][];
}

const fateOf = (members: readonly MemberState[], key: string): Fate =>
  members.find((member) => member.key === key)!.fate;
const withFate = (members: readonly MemberState[], keys: readonly string[], fate: Fate): MemberState[] =>
  members.map((member) => (keys.includes(member.key) ? { ...member, fate } : member));

/** What `settle` does until nothing is left to be done. */
function settle(policy: Policy, run: Run): void {
  for (let round = 0; ; round += 1) {
    expect(round).toBeLessThan(30);
    const { open, stop, drop, grant } = nextOf(policy, run.members);
    if (open.length + stop.length + drop.length + grant.length === 0) return;
    // Where all must agree, an agreement is what the next one waits for.
    const granted = run.members
      .filter(({ fate, agreed }) => fate === 'granted' || fate === 'notNeeded' || agreed)
      .map(({ key }) => key);
    run.opened.push(...open.map((key) => ({ key, granted })));
    run.members = withFate(withFate(withFate(run.members, open, 'open'), stop, 'stopped'), drop, 'dropped');
    run.members = withFate(run.members, grant, 'granted');
    run.together.push(grant);
  }
}

/** What a department can do: where all must agree it cannot grant, it agrees, or takes that back. */
function decide(policy: Policy, run: Run, key: string, fate: Fate): void {
  if (policy !== 'allMustAgree' || fate !== 'granted') run.members = withFate(run.members, [key], fate);
  else run.members = run.members.map((one) => (one.key === key ? { ...one, agreed: !one.agreed } : one));
}

/** Decides one open member after the other, as `picks` say. */
function play(
  policy: Policy,
  order: readonly { key: string; after: string[] }[],
  picks: readonly [number, number][],
): Run {
  const run: Run = {
    members: order.map((member) => ({ ...member, fate: 'waiting' as const })),
    opened: [],
    together: [],
  };
  settle(policy, run);
  for (let turn = 0; outcomeOf(policy, run.members) === undefined; turn += 1) {
    expect(turn, 'it comes to an end').toBeLessThan(120);
    const open = run.members.filter(({ fate, agreed }) => fate === 'open' && !(agreed && turn > 30));
    expect(open.length, 'somebody always has something to decide').toBeGreaterThan(0);
    const [which, how] = picks[turn % picks.length]!;
    decide(policy, run, open[which % open.length]!.key, ends[how % ends.length]!);
    settle(policy, run);
  }
  return run;
}

const picks = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 12 });

describe.each(policies)('%s', (policy) => {
  test('ends in exactly one way, with nothing left open or waiting', () => {
    fc.assert(
      fc.property(orders, picks, (order, turns) => {
        const { members } = play(policy, order, turns);
        expect(members.filter(({ fate }) => !isDecided(fate))).toEqual([]);
        expect(outcomeOf(policy, members)).toBeDefined();
        const fates = new Set(members.map(({ fate }) => fate));
        const outcome = outcomeOf(policy, members);
        const allGood = [...fates].every((fate) => fate === 'granted' || fate === 'notNeeded');
        expect(outcome === 'granted').toBe(allGood);
        if (policy === 'allMustAgree') expect(outcome).not.toBe('partlyGranted');
        if (policy === 'collectAll') expect(fates.has('stopped')).toBe(false);
        // Asked again it asks for nothing more.
        expect(nextOf(policy, members)).toEqual({ open: [], stop: [], drop: [], grant: [] });
      }),
    );
  });

  test('opens nothing before what it waits for is granted', () => {
    fc.assert(
      fc.property(orders, picks, (order, turns) => {
        const { opened } = play(policy, order, turns);
        for (const { key, granted } of opened)
          for (const before of allBefore(order, key)) expect(granted).toContain(before);
        expect(new Set(opened.map(({ key }) => key)).size).toBe(opened.length);
      }),
    );
  });

  test('says before what is taken back what ends with it', () => {
    fc.assert(
      fc.property(orders, picks, fc.nat(), (order, turns, which) => {
        const run: Run = {
          members: order.map((member) => ({ ...member, fate: 'waiting' as const })),
          opened: [],
          together: [],
        };
        settle(policy, run);
        const [[pick, how]] = turns as [[number, number]];
        const open = run.members.filter(({ fate }) => fate === 'open');
        decide(policy, run, open[pick % open.length]!.key, ends[how % 4]!);
        settle(policy, run);
        const left = run.members.filter(({ fate }) => !isDecided(fate));
        if (left.length === 0) return;
        const { key } = left[which % left.length]!;
        const said = consequencesOf(policy, run.members, key).toSorted();
        run.members = withFate(run.members, [key], 'withdrawn');
        settle(policy, run);
        const ended = left.filter((one) => one.key !== key && isDecided(fateOf(run.members, one.key)));
        expect(ended.map((one) => one.key).toSorted()).toEqual(said);
      }),
    );
  });
});

describe('where all must agree', () => {
  test('no sequence of acts leaves one part granted and another one not', () => {
    fc.assert(
      fc.property(orders, picks, (order, turns) => {
        const { members, together } = play('allMustAgree', order, turns);
        const fates = members.map(({ fate }) => fate);
        if (fates.includes('granted'))
          expect(fates.every((fate) => fate === 'granted' || fate === 'notNeeded')).toBe(true);
        // Granted in one act or not at all: there is no moment between in which somebody could still refuse.
        expect(together.filter((keys) => keys.length > 0).length).toBeLessThanOrEqual(1);
        expect(together.flat().toSorted()).toEqual(
          members.flatMap(({ key, fate }) => (fate === 'granted' ? [key] : [])).toSorted(),
        );
      }),
    );
  });
  it('begins what needs a result when that is agreed to, and grants with the last agreement', () => {
    const at = (agreed: string[], fate: Fate): MemberState[] => [
      { key: 'a', after: [], fate: 'open', agreed: agreed.includes('a') },
      { key: 'b', after: ['a'], fate, agreed: agreed.includes('b') },
    ];
    expect(nextOf('allMustAgree', at([], 'waiting')).open).toEqual([]);
    expect(nextOf('allMustAgree', at(['a'], 'waiting'))).toMatchObject({ open: ['b'], grant: [] });
    expect(nextOf('allMustAgree', at(['a'], 'open')).grant).toEqual([]);
    expect(nextOf('allMustAgree', at(['a', 'b'], 'open')).grant).toEqual(['a', 'b']);
    expect(nextOf('collectAll', at(['a', 'b'], 'open')).grant).toEqual([]);
  });
});

describe('what the policies mean', () => {
  const three = (a: Fate, b: Fate, c: Fate): MemberState[] => [
    { key: 'a', after: [], fate: a },
    { key: 'b', after: [], fate: b },
    { key: 'c', after: ['a'], fate: c },
  ];
  it.each([
    ['allMustAgree', 'refused', { stop: ['b'], drop: ['c'] }],
    ['allMustAgree', 'withdrawn', { stop: ['b'], drop: ['c'] }],
    ['firstRefusalStops', 'refused', { stop: ['b'], drop: ['c'] }],
    ['firstRefusalStops', 'withdrawn', { stop: [], drop: ['c'] }],
    ['collectAll', 'refused', { stop: [], drop: ['c'] }],
    ['collectAll', 'granted', { open: ['c'] }],
  ] as const)('%s: %s does what it says', (policy, fate, does) => {
    expect(nextOf(policy, three(fate, 'open', 'waiting'))).toEqual({
      open: [],
      stop: [],
      drop: [],
      grant: [],
      ...does,
    });
  });
  it('counts a decision that was made before', () => {
    expect(outcomeOf('firstRefusalStops', three('refused', 'granted', 'dropped'))).toBe('partlyGranted');
    expect(outcomeOf('allMustAgree', three('refused', 'granted', 'dropped'))).toBe('refused');
    expect(outcomeOf('collectAll', three('withdrawn', 'withdrawn', 'dropped'))).toBe('withdrawn');
    expect(outcomeOf('collectAll', three('open', 'granted', 'waiting'))).toBeUndefined();
  });
  it('lets nobody wait for a part that was not asked for', () => {
    expect(nextOf('collectAll', [{ key: 'c', after: ['a'], fate: 'waiting' }]).open).toEqual(['c']);
  });
});

describe('the order of members', () => {
  test('has a circle exactly when no order exists, and the circle is one', () => {
    const graphs = fc.array(fc.array(fc.nat({ max: 5 }), { maxLength: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(graphs, (lists) => {
        const members = lists.map((after, at) => ({
          key: `m${at}`,
          after: after.filter((one) => one < lists.length).map((one) => `m${one}`),
        }));
        // By another way: take away who waits for nobody until nobody can be taken away.
        let left = members;
        for (;;) {
          const keys = new Set(left.map(({ key }) => key));
          const next = left.filter(({ after }) => after.some((key) => keys.has(key)));
          if (next.length === left.length) break;
          left = next;
        }
        const circle = findCircle(members);
        expect(circle !== undefined).toBe(left.length > 0);
        for (const [at, key] of (circle ?? []).entries()) {
          const next = circle![(at + 1) % circle!.length]!;
          expect(members.find((member) => member.key === key)!.after).toContain(next);
        }
      }),
    );
  });
  test('is drawn in layers that only look back', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const layers = layersOf(order);
        expect(
          layers
            .flat()
            .map(({ key }) => key)
            .toSorted(),
        ).toEqual(order.map(({ key }) => key).toSorted());
        for (const [depth, layer] of layers.entries()) {
          const before = new Set(
            layers
              .slice(0, depth)
              .flat()
              .map(({ key }) => key),
          );
          for (const { after } of layer) for (const key of after) expect(before.has(key)).toBe(true);
        }
      }),
    );
  });
});
