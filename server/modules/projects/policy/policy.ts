/**
 * Policies and subsidies (惠企政策): their conditions as typed predicates over what is known of a company and its project, and the answer
 * with the reason for each. What is not known never counts as met. TypeBox and pure rules.
 */
import { Type, type Static } from 'typebox';
import { closed, Day, nullable, oneOf } from '#platform/contract';

/** What can be known: of the company, and of the project. Money in fen, areas in square metres. */
export const numberFacts = ['investmentFen', 'areaM2', 'headcount', 'revenueFen', 'ageYears', 'newJobs'] as const;
export const wordFacts = ['industry', 'size', 'town', 'projectType'] as const;
export const yesNoFacts = ['highTech', 'specialised', 'listed'] as const;
export const factKeys = [...numberFacts, ...wordFacts, ...yesNoFacts] as const;
export type FactKey = (typeof factKeys)[number];
export const sizes = ['micro', 'small', 'medium', 'large'] as const;

const Whole = Type.Integer({ minimum: 0, maximum: 9_000_000_000_000_000 });
const Word = Type.String({ minLength: 1, maxLength: 60 });

/** What is told of a company or a project; all of it may be unknown. `industry` is a code of GB/T 4754. */
export const ToldFacts = closed({
  investmentFen: Type.Optional(Whole),
  areaM2: Type.Optional(Whole),
  headcount: Type.Optional(Whole),
  revenueFen: Type.Optional(Whole),
  newJobs: Type.Optional(Whole),
  foundedOn: Type.Optional(Day),
  industry: Type.Optional(Type.String({ pattern: '^[A-T]?[0-9]{0,4}$', minLength: 1 })),
  size: Type.Optional(oneOf(...sizes)),
  town: Type.Optional(Word),
  projectType: Type.Optional(Word),
  highTech: Type.Optional(Type.Boolean()),
  specialised: Type.Optional(Type.Boolean()),
  listed: Type.Optional(Type.Boolean()),
});
export type ToldFacts = Static<typeof ToldFacts>;

export const Condition = Type.Union([
  closed({ fact: oneOf(...numberFacts), op: oneOf('atLeast', 'atMost'), value: Whole }),
  closed({ fact: oneOf(...wordFacts), op: oneOf('isOneOf', 'beginsWith'), values: Type.Array(Word, { minItems: 1, maxItems: 50 }) }),
  closed({ fact: oneOf(...yesNoFacts), op: oneOf('is'), value: Type.Boolean() }),
]); // prettier-ignore
export type Condition = Static<typeof Condition>;

export const Amount = Type.Union([
  closed({ kind: oneOf('fixed'), fen: Whole }),
  /** Hundredths of a percent of a fact, up to a cap. */
  closed({
    kind: oneOf('share'),
    of: oneOf('investmentFen', 'revenueFen'),
    basisPoints: Type.Integer({ minimum: 1, maximum: 10_000 }),
    capFen: nullable(Whole),
  }),
  closed({ kind: oneOf('inWords'), what: Type.String({ minLength: 1, maxLength: 300 }) }),
]);
export type Amount = Static<typeof Amount>;

const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
export const PolicyBody = closed({
  name: Text(120),
  nameEn: Type.Optional(Text(160)),
  departmentId: Type.String({ format: 'uuid' }),
  summary: Text(600),
  amount: Amount,
  conditions: Type.Array(Condition, { maxItems: 20 }),
  /** 免申即享: given to whoever fits without an application. */
  withoutApplication: Type.Boolean(),
  /** How to apply, where that is needed. */
  how: Type.Optional(Text(600)),
  /** The document that it comes from, with its number. */
  source: Text(200),
  validFrom: Day,
  validUntil: nullable(Day),
});
export type PolicyBody = Static<typeof PolicyBody>;

export type Answer = 'yes' | 'no' | 'unknown';

type Known = Record<string, string | number | boolean | undefined>;

/** Whole years between two days, as birthdays are counted. */
export const yearsBetween = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);

/** What is told of company and project as what conditions ask; the project's own facts go before. */
export function knownFacts(company: ToldFacts, project: ToldFacts, today: string): Known {
  const { foundedOn, ...rest } = { ...company, ...project };
  return { ...rest, ...(foundedOn && foundedOn <= today ? { ageYears: yearsBetween(foundedOn, today) } : {}) };
}

/** Whether a condition is met. */
export function answerOf(condition: Condition, known: Known): Answer {
  const value = known[condition.fact];
  if (value === undefined) return 'unknown';
  return isMet(condition, value) ? 'yes' : 'no';
}

function isMet(condition: Condition, value: string | number | boolean): boolean {
  if ('values' in condition) {
    const { op, values } = condition;
    return values.some((one) => (op === 'isOneOf' ? one === value : beginsWith(value as string, one)));
  }
  if (condition.op === 'is') return value === condition.value;
  return condition.op === 'atLeast' ? (value as number) >= condition.value : (value as number) <= condition.value;
}

/** A code of GB/T 4754 begins with its section where it is written with it: `C36` lies in `C`, and `36` and `C36` are the same division. */
function beginsWith(code: string, start: string): boolean {
  if (code.startsWith(start)) return true;
  const digits = (text: string): string => text.replace(/^[A-T]/, '');
  return (
    digits(start) !== '' && digits(code).startsWith(digits(start)) && (digits(code) === code || digits(start) === start)
  );
}

export interface Match {
  /** `no` as soon as one condition is not met; `unknown` while any is not known; else `yes`. */
  fits: Answer;
  reasons: { condition: Condition; answer: Answer; known: string | number | boolean | null }[];
  /** What it would be for this company; null where the words say it, or what it depends on is not known. */
  amountFen: number | null;
}

/** Whether a policy fits, with the reason for each condition. */
export function matchPolicy(policy: Pick<PolicyBody, 'conditions' | 'amount'>, known: Known): Match {
  const reasons = policy.conditions.map((condition) => ({
    condition,
    answer: answerOf(condition, known),
    known: known[condition.fact] ?? null,
  }));
  const fits = reasons.some(({ answer }) => answer === 'no')
    ? 'no'
    : reasons.some(({ answer }) => answer === 'unknown')
      ? 'unknown'
      : 'yes';
  return { fits, reasons, amountFen: amountOf(policy.amount, known) };
}

function amountOf(amount: Amount, known: Known): number | null {
  if (amount.kind === 'fixed') return amount.fen;
  if (amount.kind === 'inWords') return null;
  const base = known[amount.of];
  if (typeof base !== 'number') return null;
  // Money times basis points goes beyond what a number holds exactly.
  const share = Number((BigInt(base) * BigInt(amount.basisPoints)) / 10_000n);
  return amount.capFen === null ? share : Math.min(share, amount.capFen);
}
