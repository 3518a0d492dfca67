/** A policy as it is written in the editor: texts, and what they come to. Pure. */
import { numberFacts, wordFacts, yesNoFacts, type FactKey, type PolicyLine } from '#modules/projects/contract';

type Body = PolicyLine['body'];
type Condition = Body['conditions'][number];
const wan = 1_000_000;

export interface WrittenCondition {
  fact: FactKey;
  op: Condition['op'];
  value: string;
}
export interface WrittenPolicy {
  code: string;
  name: string;
  nameEn: string;
  departmentId: string | undefined;
  summary: string;
  kind: Body['amount']['kind'];
  amount: string;
  percent: string;
  of: 'investmentFen' | 'revenueFen';
  cap: string;
  words: string;
  without: boolean;
  how: string;
  source: string;
  from: string;
  until: string;
  conditions: WrittenCondition[];
}

export const emptyPolicy: WrittenPolicy = {
  code: '', name: '', nameEn: '', departmentId: undefined, summary: '', kind: 'fixed', amount: '', percent: '', of: 'investmentFen', cap: '', words: '',
  without: false, how: '', source: '', from: '', until: '', conditions: [],
}; // prettier-ignore

const isMoney = (fact: FactKey): boolean => fact === 'investmentFen' || fact === 'revenueFen';
const within = (facts: readonly string[], fact: FactKey): boolean => facts.includes(fact);

/** How a fact can be compared. */
export function opsOf(fact: FactKey): readonly Condition['op'][] {
  if (within(numberFacts, fact)) return ['atLeast', 'atMost'];
  return within(wordFacts, fact) ? ['isOneOf', 'beginsWith'] : ['is'];
}

const conditionText = (one: Condition): WrittenCondition => ({
  fact: one.fact,
  op: one.op,
  value:
    'values' in one
      ? one.values.join('，')
      : typeof one.value === 'number' && isMoney(one.fact)
        ? String(one.value / wan)
        : String(one.value),
});

export function writtenOf({ code, body }: Pick<PolicyLine, 'code' | 'body'>): WrittenPolicy {
  const { amount } = body;
  return {
    code,
    name: body.name,
    nameEn: body.nameEn ?? '',
    departmentId: body.departmentId,
    summary: body.summary,
    kind: amount.kind,
    amount: amount.kind === 'fixed' ? String(amount.fen / wan) : '',
    percent: amount.kind === 'share' ? String(amount.basisPoints / 100) : '',
    of: amount.kind === 'share' ? amount.of : 'investmentFen',
    cap: amount.kind === 'share' && amount.capFen !== null ? String(amount.capFen / wan) : '',
    words: amount.kind === 'inWords' ? amount.what : '',
    without: body.withoutApplication,
    how: body.how ?? '',
    source: body.source,
    from: body.validFrom,
    until: body.validUntil ?? '',
    conditions: body.conditions.map(conditionText),
  };
}

const fenOf = (text: string): number => Math.round(Number(text) * wan);

function amountOf(written: WrittenPolicy): Body['amount'] {
  if (written.kind === 'fixed') return { kind: 'fixed', fen: fenOf(written.amount) };
  if (written.kind === 'inWords') return { kind: 'inWords', what: written.words.trim() };
  const basisPoints = Math.round(Number(written.percent) * 100);
  return { kind: 'share', of: written.of, basisPoints, capFen: written.cap.trim() ? fenOf(written.cap) : null };
}

function conditionOf({ fact, op, value }: WrittenCondition): Condition {
  if (within(numberFacts, fact))
    return { fact, op, value: isMoney(fact) ? fenOf(value) : Math.round(Number(value)) } as Condition;
  if (within(yesNoFacts, fact)) return { fact, op, value: value !== 'false' } as Condition;
  const values = value
    .split(/[,，、]/)
    .map((one) => one.trim())
    .filter(Boolean);
  return { fact, op, values } as Condition;
}

/** The names of fields that are empty or no number. */
export function missingIn(written: WrittenPolicy): (keyof WrittenPolicy)[] {
  const wrong = (text: string): boolean => text.trim() === '' || !(Number(text) >= 0);
  const needed = (['code', 'name', 'summary', 'source', 'from'] as const).filter((key) => written[key].trim() === '');
  return [
    ...needed,
    ...(written.departmentId ? [] : (['departmentId'] as const)),
    ...(written.kind === 'fixed' && wrong(written.amount) ? (['amount'] as const) : []),
    ...(written.kind === 'share' && !(Number(written.percent) > 0) ? (['percent'] as const) : []),
    ...(written.kind === 'share' && written.cap.trim() && wrong(written.cap) ? (['cap'] as const) : []),
    ...(written.kind === 'inWords' && written.words.trim() === '' ? (['words'] as const) : []),
    ...(written.conditions.some((one) =>
      within(numberFacts, one.fact) ? wrong(one.value) : one.value.trim() === '' && !within(yesNoFacts, one.fact),
    )
      ? (['conditions'] as const)
      : []),
  ];
}

export const bodyOf = (written: WrittenPolicy): Body => ({
  name: written.name.trim(),
  ...(written.nameEn.trim() ? { nameEn: written.nameEn.trim() } : {}),
  departmentId: written.departmentId!,
  summary: written.summary.trim(),
  amount: amountOf(written),
  conditions: written.conditions.map(conditionOf),
  withoutApplication: written.without,
  ...(written.how.trim() ? { how: written.how.trim() } : {}),
  source: written.source.trim(),
  validFrom: written.from,
  validUntil: written.until.trim() || null,
});
