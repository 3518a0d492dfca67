import { publishedCalendar } from '#modules/deadlines';
import { describe, expect, test } from 'vitest';
import { excessPercent, isHigh, saidPercent, usualRule } from '../house-rule.ts';
import type { AdviceRow } from '../advice/advice-store.ts';
import { sayCompared, sayWhy } from '../say-why.ts';
import { after, adviceActs, adviceStates, isEnded, type AdviceState, type Verdict } from '../states.ts';
import { comparableDays } from '../usual/comparable.ts';
import {
  choose,
  chooseLending,
  chooseOpening,
  chooseSwitch,
  whoComes,
  whoIsFree,
  type Choice,
  type MaySit,
} from './choose.ts';
import { ago, errand, queue, scene, window, work } from './scene-testing.ts';
import type { Scene } from './scene.ts';
import { adviceFrom, judgeRound, verdictNow } from './judge.ts';
import { seeHall } from './see-zone.ts';
import { answerUntil, inTurn, lineOf, toldNow } from './who-decides.ts';

const everywhere = (): boolean => true;
const see = seeHall;
const opening = (one: Scene, maySit: MaySit = everywhere) => chooseOpening(one, see(one)[0]!, maySit);

describe('a zone', () => {
  test('is seen with its waits, what is usual, and what is likely to come', () => {
    const [a, b] = see(scene);
    expect(a).toMatchObject({ zone: 'A', waiting: 30, wait: 20, usual: 4, excess: 400, windows: 2, high: true });
    expect(a!.next).toBeGreaterThan(20);
    expect(b).toMatchObject({ zone: 'B', waiting: 0, wait: null, high: false, windows: 3 });
  });

  test('with special windows: what one kind of people wait is not shortened by a window that does not take them', () => {
    // Two errands in zone A; thirty wait for the one, nobody for the other, and each has one window.
    const special: Scene = {
      ...scene,
      errands: [...scene.errands, errand('a2', 'A')],
      work: [...scene.work, ...work('a2', 0.2)],
      windows: scene.windows.map((one) => (one.id === 'A2' ? { ...one, duty: ['a2'] } : one)),
    };
    const shared = { ...special, windows: special.windows.map((one) => (one.zone === 'A' ? { ...one, duty: ['a', 'a2'] } : one)) }; // prettier-ignore
    const [apart, together] = [see(special)[0]!, see(shared)[0]!];
    expect(apart).toMatchObject({ waiting: 30, windows: 2 });
    expect(apart.next!).toBeGreaterThan(together.next! + 10);
    // One window for thirty people of some eight minutes each: whoever comes now is not called within the hour.
    expect(apart.next!).toBeGreaterThan(45);
    // A window for them saves more where the other does not help than where it does.
    const saved = [special, shared].map((one) => opening(one) as { saves: number });
    expect(saved[0]!.saves).toBeGreaterThan(saved[1]!.saves);
    // One that takes only those who have a window to themselves already brings nothing.
    const useless = { ...special, practice: new Map([['a2', new Set(['old'])]]), live: [...queue('a', 6), ...queue('a2', 2)] }; // prettier-ignore
    const closed = useless.windows.map((one) => (one.id === 'A3' ? { ...one, duty: ['a2'] } : one));
    expect(opening({ ...useless, windows: closed })).toBe('notWorth');
  });

  test('a wait is high a fifth above the usual, and never when hardly anybody feels it', () => {
    expect(isHigh(12, 10, usualRule)).toBe(false);
    expect(isHigh(12.1, 10, usualRule)).toBe(true);
    expect(isHigh(4, 1, usualRule)).toBe(false);
    expect(isHigh(null, 10, usualRule) || isHigh(30, null, usualRule)).toBe(false);
    expect([excessPercent(3, 0), saidPercent(3, 0), saidPercent(3, 0.5)]).toEqual([500, null, 500]);
  });
});

describe('what is advised', () => {
  test('with somebody who is able, not with who was there last', () => {
    const found = opening(scene);
    expect(found).toMatchObject({
      kind: 'open',
      window: { id: 'A3' },
      clerk: { accountId: 'old' },
      others: [],
      minutes: 60,
    });
    expect((found as { saves: number }).saves).toBeGreaterThan(150);
  });

  test('also for a few whom no window could call', () => {
    const alone: Scene = {
      ...scene,
      errands: [...scene.errands, errand('a9', 'A')],
      windows: [...scene.windows, window('A9', 'A', ['a9'])],
      live: [...scene.live, ...queue('a9', 2)],
      practice: new Map([['a', new Set(['old'])], ['a9', new Set(['new'])]]), // prettier-ignore
    };
    const only = { ...alone, free: alone.free.filter(({ accountId }) => accountId === 'new') };
    expect(opening(only)).toMatchObject({ window: { id: 'A9' }, clerk: { accountId: 'new' } });
    expect((opening(only) as { saves: number }).saves).toBeGreaterThan(60);
    const [seen] = see(only);
    expect([seen!.left, seen!.high]).toEqual([2, true]);
    // Also where there is no history, and with the reason; not before somebody waits so long that they feel it.
    const unknown = { ...only, comparable: { ...only.comparable, days: [] } };
    const judged = judgeRound(unknown, see(unknown), everywhere, { left: 9, last: [] }).get('A');
    expect(judged).toMatchObject({ kind: 'open', window: { id: 'A9' } });
    const { seen: then } = adviceFrom(unknown, see(unknown)[0]!, judged as never, []);
    expect(sayWhy({ clerkId: 'new', kind: 'open', windowNumber: 'A9', clerkName: '新手', savesMinutes: 120, minutes: 60, seen: then }).zh).toContain('2 人等的业务现在没有窗口能办'); // prettier-ignore
    const fresh = { ...unknown, live: unknown.live.filter(({ errandId }) => errandId === 'a9').map((one) => ({ ...one, since: ago(2) })) }; // prettier-ignore
    expect(judgeRound(fresh, see(fresh), everywhere, { left: 9, last: [] }).get('A')).toBe('calm');
    // Somebody who does it already is enough.
    const there = { ...only, windows: [...only.windows, window('A8', 'A', ['a9'], 'c9')] };
    expect(opening(there)).toBe('nobody');
  });

  test('nobody where no post reaches, nobody has practice, or whoever has was asked already', () => {
    expect(opening(scene, () => false)).toBe('nobody');
    expect(opening({ ...scene, practice: new Map() })).toBe('nobody');
  });

  test('a window of a quiet zone is switched when its clerk can do it and nobody there is stranded', () => {
    const found = chooseSwitch(scene, see(scene)[0]!, see(scene));
    expect(found).toMatchObject({ kind: 'switch', window: { id: 'B2' }, clerk: { accountId: 'c4' }, errandIds: ['a'] });
    const alone = { ...scene, windows: scene.windows.filter(({ id }) => id !== 'B1' && id !== 'B3'), live: [...scene.live, ...queue('b', 1)] }; // prettier-ignore
    expect(chooseSwitch(alone, see(alone)[0]!, see(alone))).toBe('nobody');
  });

  test('a window of a busy zone is lent instead: it keeps its own people, and what both zones wait is counted', () => {
    const busy = { ...scene, live: [...scene.live, ...queue('b', 12)], waited: new Map([...scene.waited, ['b', { called: 8, seconds: 8 * 1_000 }]]) }; // prettier-ignore
    const zones = see(busy);
    expect(zones[1]!.high).toBe(true);
    expect(chooseSwitch(busy, zones[0]!, zones)).toBe('nobody');
    const found = chooseLending(busy, zones[0]!, zones);
    expect(found).toMatchObject({ kind: 'lend', window: { id: 'B2' }, clerk: { accountId: 'c4' }, errandIds: ['b', 'a'], minutes: 420 }); // prettier-ignore
    expect(choose({ ...busy, free: [] }, zones[0]!, zones, everywhere)).toEqual(found);
    const unable = { ...busy, practice: new Map([['a', new Set(['old'])]]) };
    expect(chooseLending(unable, see(unable)[0]!, see(unable))).toBe('nobody');
    // Where the other zone waits as long, both lose what one gains.
    const flooded = { ...busy, live: [...scene.live.slice(0, 3), ...queue('b', 60)] };
    expect(chooseLending(flooded, see(flooded)[0]!, see(flooded))).toBe('notWorth');
  });

  test('a window that is lent is a window of both zones, and one that is switched of the other alone', () => {
    const doing = (duty: string[]) => see({ ...scene, windows: scene.windows.map((one) => (one.id === 'B2' ? { ...one, duty } : one)) }); // prettier-ignore
    const [own, lent, switched] = [see(scene), doing(['b', 'a']), doing(['a'])];
    expect([own, lent, switched].map((zones) => zones.map(({ windows }) => windows))).toEqual([[2, 3], [3, 3], [3, 2]]); // prettier-ignore
    // Nobody waits in the zone that lends it, so it helps as much as if it were switched, and both more than nothing.
    expect(lent[0]!.next!).toBeLessThan(own[0]!.next!);
    expect(switched[0]!.next!).toBeLessThanOrEqual(lent[0]!.next! + 0.5);
  });

  test('whoever is asked or at work for another advice is asked by none, and for their own they are', () => {
    const other = { id: 'other', windowId: 'B9', clerkId: 'old', state: 'asked' } as unknown as AdviceRow;
    const busy = { ...scene, advices: [other] };
    expect(opening(busy)).toBe('nobody');
    const who = (one: Scene, id: string, maySit = everywhere) => whoComes(one, maySit, { id, windowId: 'A3' }, scene.free).map(({ accountId }) => accountId); // prettier-ignore
    expect(who(busy, 'one')).toEqual(['new']);
    expect(who(busy, 'other')).toEqual(['new', 'old']);
    expect(who({ ...scene, advices: [{ ...other, state: 'running' }] }, 'one')).toEqual(['new']);
    // What nobody has decided yet binds nobody.
    expect(who({ ...scene, advices: [{ ...other, state: 'open' }] }, 'one')).toEqual(['new', 'old']);
    expect(who(scene, 'one', () => false)).toEqual([]);
  });

  test('nothing while a minute at a window would save too little', () => {
    const calm = { ...scene, live: [], waited: new Map(), came: new Map() };
    expect(choose(calm, see(calm)[0]!, see(calm), everywhere)).toBe('notWorth');
  });

  test('the same scene gives the same advice', () => {
    expect(choose(scene, see(scene)[0]!, see(scene), everywhere)).toEqual(
      choose(scene, see(scene)[0]!, see(scene), everywhere),
    );
  });

  test('says why in both languages', () => {
    const [seen] = see(scene);
    const { waiting, wait, usual, next, nextUsual, windows } = seen!;
    const why = sayWhy({
      clerkId: 'old', kind: 'open', windowNumber: 'A3', clerkName: '熟手', savesMinutes: 214, minutes: 60,
      seen: { waiting, wait, usual, next, nextUsual, windows, days: ['d1', 'd2', 'd3', 'd4'], weekday: 3, crowd: 'usual', leftAt: { old: ago(60).toISOString() } },
    }); // prettier-ignore
    expect(why.zh).toContain('近半小时平均等 20 分钟，前 4 个周三同一时段 4 分钟，高 3 倍以上');
    expect(why.zh).toContain(
      '熟手会办，今天坐过窗口、09:00 离开，现在没有坐窗口，开 A3 窗口 60 分钟，预计大家一共少等 210 分钟。',
    );
    expect(why.en).toContain('熟手 can do this, was at a window today until 09:00 and is at none now');
    expect(why.en).toMatch(
      /^People waited 20 min .* of the last 4 Wednesdays it was 4 min, so more than four times as long;/,
    );
  });

  test('names the days that it was compared with as they are: on a worked weekend others of them, of any weekday', () => {
    const counted = ['2026-02-28', '2026-05-09', '2026-09-13'];
    const comparable = comparableDays(publishedCalendar, '2026-09-20', counted, 4);
    expect(comparable).toEqual({ crowd: 'makeUp', days: ['2026-05-09', '2026-02-28'], instead: false });
    const one = { ...scene, day: '2026-09-20', comparable };
    const choice = choose(one, see(one)[0]!, see(one), everywhere) as Choice;
    const { zh, en } = sayCompared(adviceFrom(one, see(one)[0]!, choice, []).seen);
    expect(zh).toBe('前 2 个调休上班日同一时段');
    expect(en).toBe('this hour of the last 2 worked weekend days');
  });
});

describe('between two rounds', () => {
  const said = (change: object, came: Verdict | null, state?: AdviceState) => {
    const { advices, last, ...seen } = { zone: 'A', high: true, known: true, left: 0, advices: [], last: state ? [{ zone: 'A', state, at: ago(3) }] : [], ...change }; // prettier-ignore
    return verdictNow({ advices: advices as AdviceRow[], at: scene.at, rule: usualRule }, seen, came, last);
  };
  const live = (state: AdviceState, lapseAt = ago(-5)) => ({ advices: [{ zone: 'A', state, lapseAt }] });

  test('a zone says what still holds: to be decided, asked, refused, long or not', () => {
    expect([said(live('open'), 'advised'), said(live('asked'), 'advised')]).toEqual(['advised', 'pending']);
    expect(said(live('open', ago(1)), 'pending')).toBe('coolDown');
    // Refused since: it is dealt with no more.
    expect([said({}, 'pending', 'refused'), said({}, 'advised', 'lapsed')]).toEqual(['coolDown', 'coolDown']);
    expect([said({}, 'pending'), said({}, 'coolDown'), said({}, 'calm')]).toEqual(['high', 'high', 'high']);
    // A queue that has gone is not long, whatever was said of it.
    expect([said({ high: false }, 'notWorth'), said({ high: false }, 'nobody')]).toEqual(['calm', 'calm']);
    expect([said({}, 'notWorth'), said({ known: false }, 'high'), said({}, null)]).toEqual(['notWorth', 'noHistory', null]); // prettier-ignore
  });

  test('who is at no window has the zones where they could open one, or what hinders them', () => {
    const free = ['old', 'new', 'b'].map((accountId) => ({ accountId, name: accountId, leftAt: ago(5) }));
    const practice = new Map([...scene.practice, ['b', new Set(['b'])]]);
    const list = (change: object = {}, maySit: MaySit = everywhere) => whoIsFree({ ...scene, free, practice, ...change }, maySit).map(({ name, zones, hindrance }) => [name, hindrance ?? zones.join()]); // prettier-ignore
    expect(list()).toEqual([['old', 'A'], ['new', 'unpractised'], ['b', 'noWindow']]); // prettier-ignore
    expect(list({}, () => false)[0]).toEqual(['old', 'noWindow']);
    expect(list({ advices: [{ state: 'asked', clerkId: 'old' }] })[0]).toEqual(['old', 'asked']);
    expect(list({ free: free.slice(1), offDuty: free.slice(0, 1) }).at(-1)).toEqual(['old', 'offDuty']);
  });
});

describe('an advice', () => {
  test('has one end, and nothing can be done with it afterwards', () => {
    for (const state of adviceStates)
      for (const act of adviceActs) if (act !== 'make' && isEnded(state)) expect(after(state, act)).toBeUndefined();
    expect(after('open', 'take')).toBe('asked');
    expect(after('asked', 'refuse')).toBeUndefined();
  });

  test('goes to those whom the house names in its order, or to the whole office, and to who stands in', () => {
    const post = (accountId: string, standInId: string | null = null) => ({
      accountId,
      role: 'office' as const,
      departmentId: null,
      standInId,
    });
    const posts = [post('one'), post('two', 'stand-in'), post('three')];
    expect(lineOf(posts, [])).toEqual(['one', 'stand-in', 'three']);
    expect(lineOf(posts, ['three', 'two'])).toEqual(['three', 'stand-in']);
    expect(lineOf(posts, ['gone'])).toEqual(['one', 'stand-in', 'three']);
    expect(lineOf([], [])).toEqual([]);
  });

  test('goes first to who is there, and of them to who decided last; nobody is told when it is over', () => {
    const line = ['a', 'b', 'c', 'd', 'e', 'f'];
    const decided = new Map([['b', ago(3_000)], ['d', ago(60)], ['f', ago(10)]]); // prettier-ignore
    expect(inTurn(line, { there: new Set(['c', 'b', 'd']), decided })).toEqual(['d', 'b', 'c', 'f', 'a', 'e']);
    expect(inTurn(line, { there: new Set(), decided: new Map() })).toEqual(line);
    const { at } = scene;
    // Fifteen minutes, four for each answer: half of the time is over after seven and a half, and then all the rest are told.
    const minute = (count: number): Date => new Date(at.getTime() + count * 60_000);
    let advice = { told: ['a'], madeAt: at, lapseAt: minute(15) };
    const asks = (now: number): string[] => toldNow(advice, line, minute(now));
    const until = (now: number): number => (answerUntil(advice, line, usualRule, minute(now)).getTime() - at.getTime()) / 60_000; // prettier-ignore
    expect([until(0), asks(4)]).toEqual([4, ['b']]);
    advice = { ...advice, told: ['a', 'b'] };
    expect([until(4), asks(8)]).toEqual([7.5, ['c', 'd', 'e', 'f']]);
    advice = { ...advice, told: line };
    expect([until(8), asks(12)]).toEqual([15, []]);
    // Who is alone has all of the time.
    expect(answerUntil({ ...advice, told: ['a'] }, ['a'], usualRule, at)).toEqual(advice.lapseAt);
  });
});
