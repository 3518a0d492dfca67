/** Two pages of one exam, on one device or on two, against the rule by which the server keeps answers. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AnswerKeeper, type Choice, type Keeping } from './keep-answers.ts';

/** What the server keeps, by question; `line` is cut by setting it to false. */
let kept: Map<number, Choice>;
let line: boolean;
let device: Map<string, string>;

beforeEach(() => {
  vi.useFakeTimers();
  kept = new Map();
  line = true;
  device = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => device.get(key) ?? null,
    setItem: (key: string, value: string) => void device.set(key, value),
    removeItem: (key: string) => void device.delete(key),
  });
  vi.stubGlobal('fetch', async (_: unknown, { body }: { body: string }) => {
    if (!line) throw new TypeError('no network');
    for (const choice of (JSON.parse(body) as { answers: Choice[] }).answers)
      if (choice.seq > (kept.get(choice.no)?.seq ?? -1)) kept.set(choice.no, choice);
    return new Response(JSON.stringify({ kept: [...kept.values()], now: '', dueAt: '' }), { status: 200 });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A page, with what it shows and says. */
function open(lastSeq = 0) {
  const page = { says: 'kept' as Keeping, shows: {} as Record<number, string[]> };
  const keeper = new AnswerKeeper('s1', lastSeq, (state) => (page.says = state), ({ no, chosen }) => (page.shows[no] = chosen)); // prettier-ignore
  const choose = (no: number, ...chosen: string[]): void => {
    page.shows[no] = chosen;
    keeper.choose(no, chosen);
  };
  return Object.assign(page, { keeper, choose });
}
const settled = (page: { says: Keeping }, state: Keeping = 'kept') => vi.waitFor(() => expect(page.says).toBe(state));
const answers = () => Object.fromEntries([...kept].map(([no, { chosen }]) => [no, chosen.join('')]));

describe('two pages of one exam', () => {
  it('keep the later choice on one device, though each counts from when it was opened', async () => {
    const [one, two] = [open(), open()];
    for (let no = 1; no <= 5; no++) one.choose(no, 'A');
    await settled(one);
    two.choose(5, 'B');
    await settled(two);
    expect(answers()).toEqual({ 1: 'A', 2: 'A', 3: 'A', 4: 'A', 5: 'B' });
    one.choose(1, 'C');
    await settled(one);
    // The first page shows what was chosen on the second.
    expect([answers()[5], one.shows[5]]).toEqual(['B', ['B']]);
  });

  it('keep the later choice on two devices', async () => {
    const one = open();
    for (let no = 1; no <= 5; no++) one.choose(no, 'A');
    await settled(one);
    device = new Map();
    const two = open();
    two.choose(5, 'B');
    await settled(two);
    expect(answers()[5]).toBe('B');
  });

  it('give way to what was chosen elsewhere while the line was cut, and show it', async () => {
    const one = open();
    line = false;
    one.choose(1, 'A');
    await settled(one, 'offline');
    // Meanwhile on another device, by the same person.
    kept.set(1, { no: 1, chosen: ['B'], seq: 4 });
    line = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(one.says).toBe('kept');
    expect([answers()[1], one.shows[1]]).toEqual(['B', ['B']]);
  });

  it('lose nothing of one another that still waits for a line', async () => {
    const [one, two] = [open(), open()];
    line = false;
    one.choose(1, 'A');
    two.choose(2, 'B');
    await Promise.all([settled(one, 'offline'), settled(two, 'offline')]);
    // Both pages are lost; what a third one finds on the device is sent.
    one.keeper.stop();
    two.keeper.stop();
    line = true;
    const three = open();
    expect(three.keeper.waiting().map(({ no }) => no)).toEqual([1, 2]);
    await settled(three);
    await vi.waitFor(() => expect(answers()).toEqual({ 1: 'A', 2: 'B' }));
    expect(JSON.parse(device.get('yc-exam-s1')!)).toEqual({ seq: 2, waiting: [] });
  });
});
