/** Drawing a paper, keeping answers, marking, sitting again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#modules/deadlines';
import {
  dueAt,
  drawPaper,
  isOverTime,
  lacking,
  mark,
  maySit,
  newer,
  strike,
  type Answer,
  type BankQuestion,
} from './exam.ts';

const question = (n: number, errandId: string | null = null): BankQuestion => ({
  id: `q${String(n).padStart(3, '0')}`,
  errandId,
  departmentId: null,
  kind: 'single',
  stem: `第${n}题`,
  options: ['A', 'B', 'C'].map((id) => ({ id, text: id })),
  answer: ['ABC'[n % 3]!],
  explanation: '',
  basis: '',
});
const bank = [...Array.from({ length: 30 }, (_, n) => question(n)), ...Array.from({ length: 10 }, (_, n) => question(100 + n, 'e'))]; // prettier-ignore
const parts = [
  { errandId: null, departmentId: null, count: 12 },
  { errandId: 'e', departmentId: null, count: 4 },
];
const seed = { seed: 7, memberId: 'm', nth: 1 };

describe('a paper', () => {
  it('is the same for the same seed, person and sitting, however the bank is sorted', () => {
    const paper = drawPaper(bank, parts, seed);
    expect(drawPaper(bank.toReversed(), parts, seed)).toEqual(paper);
    expect(drawPaper(bank, parts, { ...seed, nth: 2 })).not.toEqual(paper);
    expect(drawPaper(bank, parts, { ...seed, memberId: 'n' })).not.toEqual(paper);
  });
  it('has as many of each part as the exam asks, none twice, numbered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 10 }), (from, nth) => {
        const paper = drawPaper(bank, parts, { seed: from, memberId: 'm', nth });
        expect(paper.map(({ no }) => no)).toEqual(paper.map((_, i) => i + 1));
        expect(new Set(paper.map(({ questionId }) => questionId)).size).toBe(16);
        expect(paper.filter(({ questionId }) => questionId >= 'q100')).toHaveLength(4);
      }),
    );
  });
  it('is not drawn from a bank that has too few, parts about the same thing added up', () => {
    const more = (count: number) => lacking(bank, [...parts, { errandId: 'e', departmentId: null, count }]);
    expect(more(6)).toEqual([]);
    expect(more(7)).toEqual([{ errandId: 'e', departmentId: null, count: 11, there: 10 }]);
  });
  it('has every question of two parts about the same thing, up to all there are', () => {
    const twice = [...parts, { errandId: null, departmentId: null, count: 18 }];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (from) => {
        const paper = drawPaper(bank, twice, { ...seed, seed: from });
        expect(new Set(paper.map(({ questionId }) => questionId)).size).toBe(34);
        expect(paper).toHaveLength(34);
      }),
    );
  });
  it('is drawn again as it was, whatever else the rule learns', () => {
    const ids = (from: number, ...counts: [string | null, number][]) =>
      drawPaper(bank, counts.map(([errandId, count]) => ({ errandId, departmentId: null, count })), { ...seed, seed: from }).map(({ questionId }) => questionId).join(' '); // prettier-ignore
    expect(ids(7, [null, 4], ['e', 2])).toBe('q000 q026 q101 q106 q006 q017');
    // Two parts about the same thing that drew no question twice.
    expect(ids(2, [null, 4], [null, 2])).toBe('q002 q000 q011 q010 q024 q018');
  });
});

describe('the clock', () => {
  const opens = new Date('2026-06-10T01:00:00Z');
  it('gives the minutes of the exam, and never more than its end', () => {
    const exam = { minutes: 60, closesAt: new Date('2026-06-10T03:00:00Z') };
    expect(dueAt(exam, opens).toISOString()).toBe('2026-06-10T02:00:00.000Z');
    expect(dueAt(exam, new Date('2026-06-10T02:30:00Z'))).toEqual(exam.closesAt);
  });
  it('takes what a bad line delayed by seconds', () => {
    expect(isOverTime(opens, new Date(opens.getTime() + 15_000))).toBe(false);
    expect(isOverTime(opens, new Date(opens.getTime() + 15_001))).toBe(true);
  });
});

/** What a page sends over a bad line: every choice with its number, some twice, in any order. */
const choices = fc.array(fc.record({ no: fc.integer({ min: 1, max: 16 }), chosen: fc.subarray(['A', 'B', 'C']) }), { maxLength: 60 }); // prettier-ignore
const keep = (sent: readonly Answer[]): Answer[] => {
  const kept = new Map<number, Answer>();
  for (const answer of sent) if (newer(kept.get(answer.no), answer)) kept.set(answer.no, answer);
  return [...kept.values()].toSorted((a, b) => a.no - b.no);
};

describe('answers', () => {
  it('end the same however they arrive', () => {
    fc.assert(
      fc.property(choices, fc.integer(), (made, order) => {
        const sent = made.map((one, seq) => ({ ...one, seq: seq + 1 }));
        const mixed = [...sent, ...sent].toSorted((a, b) => ((a.seq * 7919 + order) % 101) - ((b.seq * 7919 + order) % 101)); // prettier-ignore
        expect(keep(mixed)).toEqual(keep(sent));
      }),
    );
  });
});

describe('marking', () => {
  const paper = drawPaper(bank, parts, seed);
  const right = paper.map(({ no, answer }) => ({ no, chosen: answer, seq: 1 }));
  it('counts in whole questions', () => {
    expect(mark(paper, right, 100)).toEqual({ correct: 16, of: 16, passed: true });
    expect(mark(paper, right.slice(0, 12), 80)).toMatchObject({ correct: 12, passed: false });
    expect(mark(paper, right.slice(0, 13), 80)).toMatchObject({ correct: 13, passed: true });
    expect(mark(paper, [], 1).passed).toBe(false);
    expect(mark([], [], 1).passed).toBe(false);
  });
  it('takes nobody a point when a question is struck', () => {
    fc.assert(
      fc.property(choices, fc.nat(15), fc.integer({ min: 1, max: 100 }), (made, at, percent) => {
        const answers = keep(made.map((one, seq) => ({ ...one, seq: seq + 1 })));
        const before = mark(paper, answers, percent);
        const after = mark(strike(paper, paper[at]!.questionId), answers, percent);
        expect(after.correct).toBeGreaterThanOrEqual(before.correct);
        expect(after.of).toBe(before.of);
        if (before.passed) expect(after.passed).toBe(true);
      }),
    );
  });
});

describe('sitting again', () => {
  const exam = {
    opensAt: new Date('2026-06-01T01:00:00Z'),
    closesAt: new Date('2026-06-30T09:00:00Z'),
    cancelled: false,
    sittingsMost: 2,
    resitDays: 3,
  };
  const now = { at: new Date('2026-06-10T02:00:00Z'), day: '2026-06-10', addDays };
  const failed = (endedOn: string) => ({ endedOn, passed: false });
  it.each([
    ['the first time', [], undefined],
    ['after the days of waiting', [failed('2026-06-07')], undefined],
    ['before them', [failed('2026-06-08')], { refusal: 'tooSoon', from: '2026-06-11' }],
    ['having passed', [{ endedOn: '2026-06-02', passed: true }], { refusal: 'passed' }],
    ['too often', [failed('2026-06-02'), failed('2026-06-06')], { refusal: 'usedUp' }],
  ])('%s', (_, before, refused) => expect(maySit(exam, before, now)).toEqual(refused));
  it('is possible only while the exam is open', () => {
    expect(maySit(exam, [], { ...now, at: exam.closesAt })).toEqual({ refusal: 'notOpen' });
    expect(maySit({ ...exam, cancelled: true }, [], now)).toEqual({ refusal: 'notOpen' });
  });
});
