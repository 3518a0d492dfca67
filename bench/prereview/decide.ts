/** The deciding half: what was read beside what the applicant says, judged by the product's own rules. */
import { checkCreditCode, checkIdNumber } from '../../server/modules/people/identity/id-numbers.ts';
import { judgeDocuments } from '../../server/modules/prereview/document-tables.ts';
import type { ReadKind } from '../../server/modules/reading/kinds.ts';
import type { Verdict } from '../../server/modules/rules/judging/rule-set.ts';
import { chineseName } from '../../server/modules/demo/names.ts';
import { Random } from '#platform/random';
import { byOurNames } from './names.ts';
import type { ReadCase } from './score.ts';

/** The fields that an application asks for beside each kind of document: who it is, and its number. */
const compared: Record<ReadKind, readonly string[]> = {
  businessLicence: ['creditCode', 'name', 'legalRepresentative'],
  idCardFront: ['name', 'number'],
  idCardBack: ['authority'],
  propertyCertificate: ['owner', 'certificateNumber'],
  lease: ['lessor', 'lessorNumber', 'lessee'],
  householdPage: ['name', 'number'],
  marriageCertificate: ['name1', 'number1', 'certificateNumber'],
  healthCertificate: ['name', 'number'],
  diploma: ['name', 'certificateNumber'],
  birthCertificate: ['name', 'mother', 'motherNumber'],
  foodPermit: ['name', 'creditCode', 'legalRepresentative'],
  bankAccount: ['name', 'legalRepresentative', 'account'],
};

const numbers = ['creditCode', 'number', 'lessorNumber', 'number1', 'motherNumber', 'certificateNumber', 'account'];
const people = ['legalRepresentative', 'owner', 'lessor', 'name1', 'mother', 'name'];

/** The number that had stood there before a digit was altered, or another one as near to it: one digit away, with a check digit that fits. */
function mended(number: string): string {
  for (let at = 6; at < number.length; at++)
    for (let digit = 0; digit < 10; digit++) {
      const tried = number.slice(0, at) + digit + number.slice(at + 1);
      if (tried !== number && (checkIdNumber('residentCard', tried, '2100-01-01').ok || checkCreditCode(tried).ok))
        return tried;
    }
  // A number without a check digit: its last figure is another.
  return number.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
}

/** What the applicant says, by our names: as it is given, else what is printed, but for what is wrong with the document. */
export function claimsOf({
  name,
  kind,
  expected,
  wrong,
  claims: given,
}: Pick<ReadCase, 'name' | 'kind' | 'expected' | 'wrong' | 'claims'>): Record<string, string> {
  if (!kind) return {};
  const claims = { ...byOurNames(kind, expected), ...byOurNames(kind, given ?? {}) };
  if (given || !wrong || wrong === 'expired') return claims;
  const field = (wrong === 'alteredDigit' ? numbers : people).find((one) => claims[one] !== undefined && compared[kind].includes(one)); // prettier-ignore
  // Nothing that is compared can be wrong in this way: what is printed is what was said.
  if (!field) return claims;
  const random = new Random(1, 'claims', name);
  claims[field] =
    wrong === 'alteredDigit'
      ? mended(claims[field]!)
      : chineseName(random, random.chance(0.5) ? 'male' : 'female', 1980);
  return claims;
}

export interface Decided {
  verdict: Verdict;
  /** Whether the document bears out what was said. */
  satisfies: boolean;
}

/** Judges one document. */
export function decide(read: ReadCase, now: Date): Decided {
  const kind = read.kind ?? ('problem' in read.reading ? undefined : read.reading.kind);
  const satisfies = read.satisfies ?? read.wrong === undefined;
  if (!kind) return { verdict: 'canNotTell', satisfies };
  const claims = claimsOf({ ...read, kind });
  // Whatever somebody says for themselves has to be borne out, beside what is always compared.
  const said = Object.keys(byOurNames(kind, read.claims ?? {}));
  const named = [...new Set([...compared[kind], ...said])].filter((field) => claims[field] !== undefined);
  const fields = named.length > 0 ? named : Object.keys(claims);
  const [judged] = judgeDocuments(
    [
      {
        materialId: 'paper',
        kind,
        fills: Object.fromEntries(fields.map((field) => [field, field])),
        fileId: read.name,
        reading: 'problem' in read.reading ? null : read.reading,
      },
    ],
    claims,
    now.toISOString().slice(0, 10),
    now,
  );
  return { verdict: judged?.verdict ?? 'canNotTell', satisfies };
}

export interface Decisions {
  /** Documents that bear out what was said, and of them those that were decided without a person. */
  right: number;
  decided: number;
  /** Documents that do not, and were passed: the worst that can happen. */
  wrong: number;
  wrongPasses: string[];
  /** Of those, failed by the rules themselves. */
  caught: number;
  /** Right documents that the rules failed. */
  wronglyFailed: string[];
}

export function decideAll(cases: readonly ReadCase[], now: Date): Decisions {
  const all: Decisions = { right: 0, decided: 0, wrong: 0, wrongPasses: [], caught: 0, wronglyFailed: [] };
  for (const one of cases) {
    const { verdict, satisfies } = decide(one, now);
    const name = `${one.name} ${one.condition}`;
    if (satisfies) {
      all.right++;
      if (verdict === 'pass') all.decided++;
      if (verdict === 'fail') all.wronglyFailed.push(name);
    } else {
      all.wrong++;
      if (verdict === 'pass') all.wrongPasses.push(name);
      if (verdict === 'fail') all.caught++;
    }
  }
  return all;
}
