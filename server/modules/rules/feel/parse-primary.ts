/** The parts of an expression that begin with a sign or a word of their own. */
import { typeName, within, type Reading } from './reading.ts';
import type { Comparison, Iterator, Tree, TypeName } from './tree.ts';

/** Words that stand between expressions and are no names. */
const reserved = new Set(['in', 'and', 'or', 'between', 'then', 'else', 'return', 'satisfies', 'instance']);

export function parsePrimary(reading: Reading): Tree {
  const { scan } = reading;
  if (scan.ended) scan.fail('expression');
  const number = scan.sees('..') ? undefined : scan.number();
  if (number !== undefined) return { kind: 'number', text: number };
  const string = scan.string();
  if (string !== undefined) return { kind: 'string', text: string };
  if (scan.takes('@')) return { kind: 'at', text: scan.string() ?? scan.fail('"') };
  if (scan.sees('{')) return context(reading);
  if (scan.sees('[') || scan.sees(']')) return listOrRange(reading);
  if (scan.sees('(')) return parenthesis(reading);
  return ofWords(reading);
}

function ofWords(reading: Reading): Tree {
  const { scan } = reading;
  const at = scan.at;
  const name = scan.name(reading.names) ?? scan.fail('expression');
  switch (name) {
    case 'true':
    case 'false':
      return { kind: 'boolean', is: name === 'true' };
    case 'null':
      return { kind: 'null' };
    case 'if':
      return choice(reading);
    case 'for':
      return loop(reading);
    case 'some':
    case 'every':
      return quantified(reading, name);
    case 'function':
      return scan.sees('(') ? definition(reading) : { kind: 'name', name };
    default:
      if (reserved.has(name)) scan.fail('expression', at);
      return { kind: 'name', name };
  }
}

function choice(reading: Reading): Tree {
  const when = reading.expression(reading);
  reading.scan.needsWord('then');
  const yes = reading.expression(reading);
  reading.scan.needsWord('else');
  return { kind: 'if', when, yes, no: reading.expression(reading) };
}

/** Iterators bind one after the other: a later one sees the names before it. */
function iterators<T>(reading: Reading, end: string, rest: (all: Iterator[]) => T): T {
  const { scan } = reading;
  const all: Iterator[] = [];
  const next = (): T => {
    const name = scan.until(/\s/);
    const words = [name];
    while (!scan.seesWord('in')) words.push(scan.name([]) ?? scan.fail('in'));
    scan.needsWord('in');
    const over = reading.expression(reading);
    const to = scan.takes('..') ? reading.expression(reading) : undefined;
    const known = words.join(' ');
    all.push(to ? { name: known, over, to } : { name: known, over });
    return within(reading, [known], () => {
      if (scan.takes(',')) return next();
      scan.needsWord(end);
      return rest(all);
    });
  };
  return next();
}

const loop = (reading: Reading): Tree =>
  iterators(reading, 'return', (all) => ({ kind: 'for', iterators: all, give: reading.expression(reading) }));

const quantified = (reading: Reading, kind: 'some' | 'every'): Tree =>
  iterators(reading, 'satisfies', (all) => ({ kind, iterators: all, satisfies: reading.expression(reading) }));

function definition(reading: Reading): Tree {
  const { scan } = reading;
  scan.needs('(');
  const params: { name: string; type?: TypeName }[] = [];
  while (!scan.takes(')')) {
    const name = scan.until(/[:,)]/);
    params.push(scan.takes(':') ? { name, type: typeName(reading) } : { name });
    if (!scan.sees(')')) scan.needs(',');
  }
  const external = scan.takesWord('external');
  const names = params.map(({ name }) => name);
  return { kind: 'function', params, external, body: within(reading, names, () => reading.expression(reading)) };
}

function context(reading: Reading): Tree {
  const { scan } = reading;
  scan.needs('{');
  const entries: (readonly [string, Tree])[] = [];
  const names: string[] = [];
  while (!scan.takes('}')) {
    const key = scan.string() ?? scan.until(/[:}]/);
    scan.needs(':');
    entries.push([key, within(reading, names, () => reading.expression(reading))]);
    names.push(key);
    reading.properties.add(key);
    if (!scan.sees('}')) scan.needs(',');
  }
  return { kind: 'context', entries };
}

/** `[1, 2]`, `[1..2]`, `]1..2[`, or a list of nothing. */
function listOrRange(reading: Reading): Tree {
  const { scan } = reading;
  const lowClosed = scan.takes('[');
  if (!lowClosed) scan.needs(']');
  if (lowClosed && scan.takes(']')) return { kind: 'list', items: [] };
  const first = reading.expression(reading);
  if (scan.takes('..')) return endOfRange(reading, first, lowClosed);
  if (!lowClosed) scan.fail('..');
  const items = [first];
  while (scan.takes(',')) items.push(reading.expression(reading));
  scan.needs(']');
  return { kind: 'list', items };
}

/** What stands behind the two points, and which end is open. */
export function endOfRange(reading: Reading, low: Tree, lowClosed: boolean): Tree {
  const { scan } = reading;
  const high = reading.sum(reading);
  const highClosed = scan.takes(']');
  if (!highClosed && !scan.takes(')') && !scan.takes('[')) scan.fail(']');
  return { kind: 'range', low, high, lowClosed, highClosed };
}

/** `(a)`, `(1..2]`, `(< 5)`. */
function parenthesis(reading: Reading): Tree {
  const { scan } = reading;
  scan.needs('(');
  const by = (['!=', '<=', '>=', '=', '<', '>'] as const satisfies readonly Comparison[]).find((s) => scan.takes(s));
  if (by) {
    const bound = reading.sum(reading);
    scan.needs(')');
    if (by === '!=') return { kind: 'test', by, with: bound };
    if (by === '=') return { kind: 'range', low: bound, high: bound, lowClosed: true, highClosed: true, point: true };
    return by.startsWith('<')
      ? { kind: 'range', low: undefined, high: bound, lowClosed: false, highClosed: by === '<=' }
      : { kind: 'range', low: bound, high: undefined, lowClosed: by === '>=', highClosed: false };
  }
  const inside = reading.expression(reading);
  if (scan.takes('..')) return endOfRange(reading, inside, false);
  scan.needs(')');
  return inside;
}
