/** Reads FEEL: expressions, and the unary tests of a table's cells. Pure; the browser checks cells with it while they are typed. */
import { endOfRange, parsePrimary } from './parse-primary.ts';
import { attempt, begin, typeName, within, type Known, type Reading } from './reading.ts';
import type { Comparison, Tree, TypeName, UnaryTests } from './tree.ts';

/** @throws FeelFault with the place and what was expected there. */
export function parseExpression(text: string, known: Known = {}): Tree {
  const reading = begin(text, known, { expression, sum });
  const tree = expression(reading);
  if (!reading.scan.ended) reading.scan.fail('end');
  return tree;
}

/** @throws FeelFault with the place and what was expected there. */
export function parseUnaryTests(text: string, known: Known = {}): UnaryTests {
  const reading = begin(text, known, { expression, sum });
  const { scan } = reading;
  if (scan.ended || scan.takes('-')) {
    if (scan.ended) return { any: true, not: false, tests: [] };
    scan.at = 0;
  }
  const not = scan.takesWord('not') && scan.takes('(');
  if (!not) scan.at = 0;
  const tests = [test(reading)];
  while (scan.takes(',')) tests.push(test(reading));
  if (not) scan.needs(')');
  if (!scan.ended) {
    if (not) return { any: false, not: false, tests: notAsCall(text, known) };
    scan.fail('end');
  }
  return { any: false, not, tests };
}

/** `not(a) and b` begins like a negated test and is an expression. */
function notAsCall(text: string, known: Known): Tree[] {
  return [parseExpression(text, known)];
}

const expression = (reading: Reading): Tree => disjunction(reading);

function disjunction(reading: Reading): Tree {
  let left = conjunction(reading);
  while (reading.scan.takesWord('or')) left = { kind: 'or', left, right: conjunction(reading) };
  return left;
}

function conjunction(reading: Reading): Tree {
  let left = comparison(reading);
  while (reading.scan.takesWord('and')) left = { kind: 'and', left, right: comparison(reading) };
  return left;
}

const comparisons: readonly Comparison[] = ['!=', '<=', '>=', '=', '<', '>'];

function comparison(reading: Reading): Tree {
  const { scan } = reading;
  let left = sum(reading);
  for (;;) {
    const by = comparisons.find((sign) => scan.takes(sign));
    if (by) left = { kind: 'compare', by, left, right: sum(reading) };
    else if (scan.takesWord('between')) {
      const low = sum(reading);
      scan.needsWord('and');
      left = { kind: 'between', of: left, low, high: sum(reading) };
    } else if (scan.takesWord('in')) left = { kind: 'in', of: left, tests: testsOfIn(reading) };
    else return left;
  }
}

/** `in (a, b)`, or one test; `in (1..5]` is a range. Nothing is read twice, so that what is nested costs no more than its length. */
function testsOfIn(reading: Reading): Tree[] {
  const { scan } = reading;
  if (!scan.takes('(')) return [test(reading, sum)];
  const tests = [test(reading)];
  if (scan.takes('..')) return [endOfRange(reading, tests[0]!, false)];
  while (scan.takes(',')) tests.push(test(reading));
  scan.needs(')');
  return tests;
}

/** One test: a comparison with the input, a range, or an expression. */
function test(reading: Reading, otherwise: (reading: Reading) => Tree = expression): Tree {
  const by = comparisons.find((sign) => reading.scan.takes(sign));
  return by ? { kind: 'test', by, with: sum(reading) } : otherwise(reading);
}

function sum(reading: Reading): Tree {
  const { scan } = reading;
  let left = product(reading);
  for (;;) {
    if (scan.takes('+')) left = { kind: 'arithmetic', by: '+', left, right: product(reading) };
    else if (scan.takes('-')) left = { kind: 'arithmetic', by: '-', left, right: product(reading) };
    else return left;
  }
}

function product(reading: Reading): Tree {
  const { scan } = reading;
  let left = power(reading);
  for (;;) {
    if (scan.sees('**')) return left;
    if (scan.takes('*')) left = { kind: 'arithmetic', by: '*', left, right: power(reading) };
    else if (scan.takes('/')) left = { kind: 'arithmetic', by: '/', left, right: power(reading) };
    else return left;
  }
}

function power(reading: Reading): Tree {
  let left = negation(reading);
  while (reading.scan.takes('**')) left = { kind: 'arithmetic', by: '**', left, right: negation(reading) };
  return left;
}

function negation(reading: Reading): Tree {
  const { scan } = reading;
  return scan.takes('-') ? { kind: 'minus', of: negation(reading) } : instance(reading);
}

function instance(reading: Reading): Tree {
  const { scan } = reading;
  let of = postfix(reading);
  while (scan.takesWord('instance')) {
    scan.needsWord('of');
    of = { kind: 'instanceOf', of, type: typeName(reading) };
  }
  return of;
}

function postfix(reading: Reading): Tree {
  const { scan } = reading;
  let of = parsePrimary(reading);
  for (;;) {
    if (!scan.sees('..') && scan.takes('.')) {
      const name = scan.name(reading.properties) ?? scan.fail('name');
      of = { kind: 'path', of, name };
    } else if (scan.sees('(')) of = call(reading, of);
    else if (scan.sees('[')) {
      const filtered = attempt(reading, (): Tree => {
        scan.needs('[');
        const by = within(reading, [...reading.properties], () => expression(reading));
        scan.needs(']');
        return { kind: 'filter', of, by };
      });
      // The open end of a range: [1..5[.
      if (!filtered) return of;
      of = filtered;
    } else return of;
  }
}

function call(reading: Reading, what: Tree): Tree {
  const { scan } = reading;
  scan.needs('(');
  if (scan.takes(')')) return { kind: 'call', what, args: [] };
  const named = /[\p{L}_][^:,()[\]{}"<>=@]*:/uy;
  scan.blanks();
  named.lastIndex = scan.at;
  const names: string[] | undefined = named.test(scan.text) ? [] : undefined;
  const args: Tree[] = [];
  do {
    if (names) {
      names.push(scan.until(/[:,()]/));
      scan.needs(':');
    }
    args.push(expression(reading));
  } while (scan.takes(','));
  scan.needs(')');
  return names ? { kind: 'call', what, args, names } : { kind: 'call', what, args };
}

/** A type as files name it: `number`, `list<tPerson>`. @throws FeelFault */
export function parseType(text: string, known: Known = {}): TypeName {
  // A name in a file may hold what FEEL would take apart.
  if ([...(known.types ?? [])].includes(text)) return { name: text, of: [] };
  const reading = begin(text, known, { expression, sum });
  const type = typeName(reading);
  return reading.scan.ended ? type : { name: text, of: [] };
}

export type { Known };
