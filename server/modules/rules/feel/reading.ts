/** What the parts of the parser share: the scanner, and the names in scope. */
import { isSpaced, plainSpaces, spacedFunctions, spacedProperties, spacedTypes } from './names.ts';
import { FeelFault, Scanner } from './scanner.ts';
import type { Tree, TypeName } from './tree.ts';

/** What names are known beforehand; plain words need not be. */
export interface Known {
  /** Variables in scope. */
  names?: Iterable<string>;
  /** Names of entries of contexts. */
  properties?: Iterable<string>;
  /** Names of types. */
  types?: Iterable<string>;
}

/** A reading in progress. */
export interface Reading {
  scan: Scanner;
  names: string[];
  properties: Set<string>;
  types: Set<string>;
  /** How often a reading failed and something else was tried. */
  failures: number;
  /** The two levels of the grammar that its parts come back to. */
  expression: (reading: Reading) => Tree;
  sum: (reading: Reading) => Tree;
}

export function begin(text: string, known: Known, levels: Pick<Reading, 'expression' | 'sum'>): Reading {
  const spaced = (names: Iterable<string> | undefined): string[] =>
    [...(names ?? [])].map(plainSpaces).filter(isSpaced);
  return {
    scan: new Scanner(text),
    names: [...spacedFunctions, ...spaced(known.names)],
    properties: new Set([...spacedProperties, ...spaced(known.properties)]),
    types: new Set([...spacedTypes, ...spaced(known.types)]),
    failures: 0,
    ...levels,
  };
}

/** Reads with more names in scope. */
export function within<T>(reading: Reading, names: readonly string[], read: () => T): T {
  const before = reading.names.length;
  reading.names.push(...names.filter(isSpaced));
  const result = read();
  reading.names.length = before;
  return result;
}

/** More than any expression needs; trying within trying would never end. */
const mostFailures = 1_000;

/** Tries a reading; where it fails, nothing was read. */
export function attempt<T>(reading: Reading, read: () => T): T | undefined {
  const { scan } = reading;
  const before = scan.at;
  try {
    return read();
  } catch (error) {
    reading.failures += 1;
    if (!(error instanceof FeelFault) || reading.failures > mostFailures) throw error;
    scan.at = before;
    return undefined;
  }
}

/** A type as it is written after `instance of` and behind the name of a parameter. */
export function typeName(reading: Reading): TypeName {
  const { scan } = reading;
  let name = scan.name(reading.types) ?? scan.fail('type');
  while (!scan.sees('..') && scan.takes('.')) name += `.${scan.name(reading.types) ?? scan.fail('type')}`;
  if (!['list', 'context', 'function', 'range'].includes(name) || !scan.takes('<')) return { name, of: [] };
  const of: TypeName[] = [];
  const entries: (readonly [string, TypeName])[] = [];
  while (!scan.takes('>')) {
    if (name === 'context') {
      const key = scan.until(/[:>]/);
      scan.needs(':');
      entries.push([key, typeName(reading)]);
    } else of.push(typeName(reading));
    if (!scan.sees('>')) scan.needs(',');
  }
  if (name === 'context') return { name, of, entries };
  if (name !== 'function') return { name, of };
  scan.needs('->');
  return { name, of, gives: typeName(reading) };
}
