/** Pictures of somebody else with what is printed on them: see README.md for the format. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ReadKind } from '../../server/modules/reading/kinds.ts';
import { wrongs, type Wrong } from './case.ts';
import { kindCalled, kindWords } from './names.ts';
import type { Condition } from './score.ts';

export interface GivenCase {
  name: string;
  file: string;
  condition: Condition;
  kind: ReadKind | undefined;
  expected: Record<string, string>;
  wrong?: Wrong | undefined;
  claims?: Record<string, string> | undefined;
  satisfies?: boolean | undefined;
}

export class CasesProblem extends Error {}

const isPicture = (name: string): boolean => /\.(jpe?g|png|webp|tiff?|hei[cf]|pdf)$/i.test(name);
const known = new Set(['file', 'kind', 'fields', 'expected', 'claims', 'satisfies', 'wrong', 'condition']);

function kindOf(word: unknown, where: string): ReadKind | undefined {
  if (word === undefined || word === null || word === '') return undefined;
  const found = typeof word === 'string' ? kindCalled(word) : undefined;
  if (!found)
    throw new CasesProblem(
      `${where}: ${JSON.stringify(word)} is no kind, or could be several; they are ${kindWords()}`,
    );
  return found;
}

/** Names with what is printed or said; figures may be written without quotes. */
function valuesOf(given: unknown, where: string, what: string): Record<string, string> {
  const entries = typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.entries(given) : [];
  if (entries.length === 0)
    throw new CasesProblem(`${where}: ${what} must be an object of at least one field and its value`);
  for (const [name, value] of entries)
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new CasesProblem(`${where}: ${what} gives ${JSON.stringify(value)} for ${name}; a value is a text`);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function oneOf<Word extends string>(
  word: unknown,
  words: readonly Word[],
  where: string,
  what: string,
): Word | undefined {
  // prettier-ignore
  if (word === undefined || word === null) return undefined;
  const found = words.find((one) => one === word);
  if (!found)
    throw new CasesProblem(
      `${where}: "${what}" is ${JSON.stringify(word)}; it may be ${words.join(', ')}, or left out`,
    );
  return found;
}

function caseOf(folder: string, entry: unknown, where: string): GivenCase {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    throw new CasesProblem(`${where}: a case is an object with "file" and "fields"`);
  const { file, kind, fields, expected = fields, claims, satisfies, wrong, condition } = entry as Record<string, unknown>; // prettier-ignore
  const strange = Object.keys(entry).find((key) => !known.has(key));
  if (strange) throw new CasesProblem(`${where}: "${strange}" says nothing; there are ${[...known].join(', ')}`);
  if (typeof file !== 'string' || file === '')
    throw new CasesProblem(`${where}: a case needs "file", the name of its picture`);
  const place = path.resolve(folder, file);
  if (!existsSync(place)) throw new CasesProblem(`${where}: there is no file ${place}`);
  if (satisfies !== undefined && typeof satisfies !== 'boolean')
    throw new CasesProblem(`${where}: "satisfies" is true or false`);
  return {
    name: file,
    file: place,
    condition: oneOf(condition, ['clean', 'phone'] as const, where, 'condition') ?? 'given',
    kind: kindOf(kind, where),
    expected: valuesOf(expected, where, '"fields"'),
    wrong: oneOf(wrong, wrongs, where, 'wrong'),
    claims: claims === undefined || claims === null ? undefined : valuesOf(claims, where, '"claims"'),
    satisfies,
  };
}

/** Reads a folder: one `cases.json`, or a JSON file beside each picture. Throws `CasesProblem` with a sentence. */
export function readGivenCases(folder: string): GivenCase[] {
  let names: string[];
  try {
    names = readdirSync(folder).toSorted();
  } catch {
    throw new CasesProblem(`${folder} is not a folder that can be read`);
  }
  const parsed = (name: string): unknown => {
    try {
      return JSON.parse(readFileSync(path.join(folder, name), 'utf8').replace(/^\uFEFF/, ''));
    } catch (error) {
      throw new CasesProblem(`${name} is not JSON: ${(error as Error).message}`);
    }
  };
  if (names.includes('cases.json')) {
    const listed = parsed('cases.json');
    if (!Array.isArray(listed) || listed.length === 0)
      throw new CasesProblem('cases.json must be a list of at least one case: [{ "file": …, "fields": … }]');
    return listed.map((entry, i) => caseOf(folder, entry, `cases.json, case ${i + 1}`));
  }
  const cases = names.filter(isPicture).flatMap((file) => {
    const beside = names.find((name) => name === file.replace(/\.[^.]+$/, '.json') || name === `${file}.json`);
    if (!beside) return [];
    const entry = parsed(beside);
    const isObject = typeof entry === 'object' && entry !== null && !Array.isArray(entry);
    return [caseOf(folder, isObject ? { ...entry, file } : entry, beside)];
  });
  if (cases.length === 0)
    throw new CasesProblem(`${folder} holds no picture with a JSON file beside it, and no cases.json`);
  return cases;
}
