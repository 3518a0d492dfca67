import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../feel/decimal.ts';
import { parseUnaryTests } from '../feel/parse.ts';
import { makeDate } from '../feel/moments.ts';
import type { Value } from '../feel/values.ts';
import { analyse, readCells, type AnalysedTable } from './analyse.ts';
import { holds, type ColumnType } from './segments.ts';

const table = (hitPolicy: string, types: readonly ColumnType[], rules: readonly (readonly string[])[], allowed: readonly string[] = []): AnalysedTable => ({
  hitPolicy,
  columns: types.map((type, index) => ({ type, allowed: allowed[index] ? parseUnaryTests(allowed[index]) : undefined })),
  rules: rules.map((cells) => ({ cells: readCells(cells.slice(0, types.length)), says: cells[types.length] ?? 'pass' })),
}); // prettier-ignore

describe('a table', () => {
  it('without a gap has none: nothing lies between 59 and 60 whole square metres', () => {
    const found = analyse(table('U', ['integer'], [['<= 59'], ['>= 60']]));
    expect(found).toMatchObject({ looked: true, gaps: [], overlaps: [], never: [] });
    expect(analyse(table('U', ['number'], [['<= 59'], ['>= 60']]))).toMatchObject({ gaps: [{ cells: ['(59..60)'], example: ['59.5'] }] }); // prettier-ignore
  });

  it('shows its gaps with an example', () => {
    const rules = [
      ['< 60', '"hot"'],
      ['>= 80', '"hot"'],
      ['-', '"packed"'],
    ];
    expect(analyse(table('U', ['integer', 'string'], rules, ['', '"hot", "packed"']))).toMatchObject({
      gaps: [{ cells: ['[60..80)', '"hot"'], example: ['60', '"hot"'] }],
    });
    // Without a list of allowed values there is always something that nobody thought of.
    expect(analyse(table('U', ['string'], [['"hot"']]))).toMatchObject({ gaps: [{ cells: ['not("hot")'] }] });
  });

  it('shows rules that contradict each other', () => {
    const rules = [
      ['>= 60', 'pass'],
      ['<= 80', 'fail'],
    ];
    expect(analyse(table('U', ['integer'], rules))).toMatchObject({
      overlaps: [{ rules: [0, 1], cells: ['[60..80]'], contradictory: true }],
    });
    expect(
      analyse(
        table(
          'A',
          ['integer'],
          rules.map(([cell]) => [cell!, 'pass']),
        ),
      ),
    ).toMatchObject({ overlaps: [] });
    // The first one counts: nothing is contradictory, and a rule behind all others never counts.
    expect(analyse(table('F', ['integer'], [...rules, ['-', 'canNotTell']]))).toMatchObject({
      overlaps: [],
      never: [2],
    });
  });

  it('knows days', () => {
    const rules = [['< date("2026-01-01")'], ['[date("2026-01-02")..date("2026-12-31")]'], ['> date("2026-12-31")']];
    expect(analyse(table('U', ['date'], rules))).toMatchObject({ gaps: [{ cells: ['date("2026-01-01")'] }] });
  });

  it('says that it cannot be looked at', () => {
    expect(analyse(table('U', ['string'], [['string length(?) > 3']]))).toEqual({ looked: false, why: 'expression', column: 0 }); // prettier-ignore
    expect(analyse(table('U', ['integer'], [['"a"']]))).toEqual({ looked: false, why: 'mixed', column: 0 });
    expect(analyse(table('U', ['string'], [['> "a"']]))).toEqual({ looked: false, why: 'order', column: 0 });
  });
});

const wholes = fc.integer({ min: -3, max: 12 });
const numberCell = fc.oneof(
  fc.constant('-'),
  wholes.map(String),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>='), wholes).map(([by, n]) => `${by} ${n}`),
  fc.tuple(fc.constantFrom('[', '('), wholes, wholes, fc.constantFrom(']', ')')).map(([o, a, b, c]) => `${o}${Math.min(a, b)}..${Math.max(a, b)}${c}`), // prettier-ignore
  fc.tuple(wholes, wholes).map(([a, b]) => `not(${a}, ${b})`),
  fc.tuple(wholes, wholes).map(([a, b]) => `? > ${a} and ? != ${b}`),
);
const textCell = fc.oneof(fc.constant('-'), fc.constantFrom('"a"', '"b"', '"a", "c"', 'not("b")'));
const boolCell = fc.constantFrom('-', 'true', 'false');
const dayCell = fc.oneof(
  fc.constant('-'),
  fc.tuple(fc.constantFrom('<', '>=', '>'), fc.integer({ min: 1, max: 9 })).map(([by, d]) => `${by} date("2026-06-0${d}")`), // prettier-ignore
);
const row = fc.tuple(numberCell, textCell, boolCell, dayCell, fc.constantFrom('pass', 'fail'));
const types: ColumnType[] = ['integer', 'string', 'boolean', 'date'];

/** Every combination of more values than the cells can tell apart. */
function* everywhere(): Generator<Value[]> {
  for (let n = -5; n <= 14; n += 1)
    for (const text of ['a', 'b', 'c', 'd'])
      for (const is of [true, false])
        for (let day = 0; day <= 11; day += 1)
          yield [decimal(n), text, is, day ? makeDate(2026, 6, day)! : makeDate(2026, 5, 31)!];
}

describe('the analysis', () => {
  it('agrees with trying every value', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.constantFrom('U', 'A', 'F'), (rows, policy) => {
        const made = table(policy, types, rows);
        const found = analyse(made);
        if (!found.looked) throw new Error(found.why);
        let [gap, many, differ] = [false, false, false];
        const counts = new Set<number>();
        for (const values of everywhere()) {
          const hit = made.rules.flatMap(({ cells }, index) => (cells.every((cell, at) => holds(cell, values[at]!)) ? [index] : [])); // prettier-ignore
          if (hit.length === 0) gap = true;
          if (hit.length > 1) many = true;
          if (new Set(hit.map((rule) => made.rules[rule]!.says)).size > 1) differ = true;
          for (const rule of policy === 'F' ? hit.slice(0, 1) : hit) counts.add(rule);
        }
        expect(found.gaps.length > 0).toBe(gap);
        if (policy !== 'F') expect(found.overlaps.length > 0).toBe(policy === 'A' ? differ : many);
        expect(found.overlaps.some(({ contradictory }) => contradictory)).toBe(
          policy === 'U' ? many : policy === 'A' && differ,
        );
        expect(found.never).toEqual(made.rules.map((_, index) => index).filter((rule) => !counts.has(rule)));
        // What is shown as an example is one.
        for (const { sample } of found.gaps)
          expect(made.rules.some(({ cells }) => cells.every((cell, at) => holds(cell, sample[at]!)))).toBe(false);
        for (const { sample, rules } of found.overlaps)
          for (const rule of rules)
            expect(made.rules[rule]!.cells.every((cell, at) => holds(cell, sample[at]!))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
