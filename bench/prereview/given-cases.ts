/** Pictures of somebody else with what is printed on them: see README.md for the format. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readKinds, type ReadKind } from '../../server/modules/reading/kinds.ts';

export interface GivenCase {
  name: string;
  file: string;
  kind: ReadKind | undefined;
  expected: Record<string, string>;
  claims?: Record<string, string> | undefined;
  satisfies?: boolean | undefined;
}

export class CasesProblem extends Error {}

const isPicture = (name: string): boolean => /\.(jpe?g|png|webp|tiff?|pdf)$/i.test(name);

/** A kind by our name or by its Chinese one, in full or in part (身份证 is none: it has two sides). */
function kindOf(word: unknown, where: string): ReadKind | undefined {
  if (word === undefined || word === null || word === '') return undefined;
  const kinds = Object.entries(readKinds) as [ReadKind, { zh: string; en: string }][];
  const found =
    kinds.find(([kind, { zh, en }]) => [kind, zh, en].includes(word as string)) ??
    kinds.find(([, { zh }]) => typeof word === 'string' && (zh.startsWith(word) || zh.includes(word)));
  if (!found) throw new CasesProblem(`${where}: no kind is called ${JSON.stringify(word)}`);
  return found[0];
}

function caseOf(folder: string, entry: unknown, name: string): GivenCase {
  const { file, kind, fields, expected = fields } = (entry ?? {}) as { file?: unknown; kind?: unknown; fields?: unknown; expected?: unknown }; // prettier-ignore
  if (typeof file !== 'string') throw new CasesProblem(`${name}: a case needs "file", the name of its picture`);
  const { claims, satisfies } = entry as { claims?: unknown; satisfies?: unknown };
  if (satisfies !== undefined && typeof satisfies !== 'boolean')
    throw new CasesProblem(`${name}: "satisfies" is true or false`);
  if (
    claims !== undefined &&
    (typeof claims !== 'object' || claims === null || Object.values(claims).some((one) => typeof one !== 'string'))
  )
    throw new CasesProblem(`${name}: "claims" must be an object of fields and what the applicant says`);
  const values = Object.entries((expected ?? {}) as object);
  if (typeof expected !== 'object' || values.length === 0 || values.some(([, value]) => typeof value !== 'string'))
    throw new CasesProblem(`${name}: "fields" must be an object of names and printed values`);
  return {
    name: file,
    file: path.join(folder, file),
    kind: kindOf(kind, name),
    expected: Object.fromEntries(values),
    claims: claims as Record<string, string> | undefined,
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
      return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    } catch (error) {
      throw new CasesProblem(`${name} is not JSON: ${(error as Error).message}`);
    }
  };
  const cases = names.includes('cases.json')
    ? (parsed('cases.json') as unknown[]).map((entry, i) => caseOf(folder, entry, `cases.json, case ${i + 1}`))
    : names.filter(isPicture).flatMap((file) => {
        const beside = names.find((name) => name === file.replace(/\.[^.]+$/, '.json') || name === `${file}.json`);
        return beside ? [caseOf(folder, { file, ...(parsed(beside) as object) }, beside)] : [];
      });
  if (cases.length === 0)
    throw new CasesProblem(`${folder} holds no picture with a JSON file beside it, and no cases.json`);
  return cases;
}
