import { describe, expect, test } from 'vitest';
import { adviseHall, usualTerms, worthStaying, type Terms } from './advise.ts';
import { Outlook, type Sight } from './outlook.ts';

const calm: Sight = {
  now: 600,
  closes: 1_020,
  waiting: 0,
  busy: [],
  spells: Array.from({ length: 10 }, () => ({ from: 600, to: 1_020 })),
  arrivals: Array.from({ length: 24 }, () => 4),
  seen: 200,
  services: [4, 6, 8, 10, 20],
};
const crowded: Sight = { ...calm, waiting: 40, arrivals: calm.arrivals.map((people) => people * 1.5) };

/** What is advised for one group of windows by itself. */
const adviseOpening = (sight: Sight, spare: number, terms: Terms, seed: number) =>
  adviseHall({ sights: [sight], spare: [spare], ending: [] }, terms, seed);

describe('advice', () => {
  test('opens nothing where nobody will wait, and something where many do', () => {
    expect(adviseOpening(calm, 5, usualTerms, 1)).toEqual([]);
    const advice = adviseOpening(crowded, 5, usualTerms, 1);
    expect(advice.length).toBeGreaterThan(0);
    expect(advice[0]!.spell).toEqual({ from: 605, to: 665 });
    for (const { saves } of advice) expect(saves).toBeGreaterThanOrEqual(usualTerms.price * usualTerms.shortest);
  });

  test('never more windows than there are people, and none when it is too late', () => {
    expect(adviseOpening(crowded, 0, usualTerms, 1)).toEqual([]);
    expect(adviseOpening(crowded, 1, usualTerms, 1)).toHaveLength(1);
    expect(adviseOpening({ ...crowded, now: 1_017 }, 5, usualTerms, 1)).toEqual([]);
  });

  test('a dearer price opens no more windows; the same sight and seed give the same', () => {
    const counts = [1, 3, 9, 27].map((price) => adviseOpening(crowded, 9, { ...usualTerms, price }, 1).length);
    expect(counts.toSorted((one, other) => other - one)).toEqual(counts);
    expect(adviseOpening(crowded, 9, usualTerms, 1)).toEqual(adviseOpening(crowded, 9, usualTerms, 1));
  });

  test('a window stays while it is worth it', () => {
    expect(worthStaying(new Outlook(crowded, 16, 1), [0], 600, usualTerms)).toBe(true);
    expect(worthStaying(new Outlook(calm, 16, 1), [0], 600, usualTerms)).toBe(false);
  });
});

describe('the outlook', () => {
  test('a window that is lent takes whoever came first of both groups', () => {
    const home: Sight = {
      ...calm,
      arrivals: [0],
      services: [10],
      spells: [{ from: 600, to: 1_020, windowId: 'A-01' }],
    };
    const guest: Sight = { ...home, waiting: 2, spells: [{ from: 600, to: 1_020, windowId: 'B-01' }] };
    const outlook = new Outlook([home, guest], 2, 1);
    expect(outlook.waits()).toEqual([0, 10]);
    expect(outlook.waits({ lent: [{ windowId: 'A-01', groups: [1], from: 605 }] })).toEqual([0, 5]);
    const lentAlready: Sight = {
      ...home,
      spells: [{ from: 600, to: 1_020, windowId: 'A-01', also: [{ group: 1, from: 590 }] }],
    };
    expect(new Outlook([lentAlready, guest], 2, 1).waits()).toEqual([0, 0]);
  });

  test('one window more never makes all wait longer by much, and the course sees the queue now', () => {
    const outlook = new Outlook(crowded, 50, 3);
    expect(outlook.waited({ opened: [{ from: 605, to: 665 }] })).toBeLessThan(outlook.waited());
    const course = outlook.course();
    expect(course[0]).toBeGreaterThan(new Outlook(calm, 50, 3).course()[0]!);
    expect(course).toHaveLength(24);
  });

  test('a queue of one window without anybody coming empties by the length of the services', () => {
    const queue: Sight = { ...calm, waiting: 4, spells: [{ from: 600, to: 1_020 }], arrivals: [0], services: [10] };
    expect(new Outlook(queue, 3, 1).waited()).toBe(0 + 10 + 20 + 30);
  });
});
