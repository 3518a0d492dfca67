/**
 * What applicants undertake: a material follows (容缺受理), or a promise takes the place of a proof (告知承诺); and what becomes of it, by the
 * rules of `cases`.
 */
import {
  barredUntil,
  consequencesOf,
  contentOf,
  cureBy,
  dueAfter,
  holdOf,
  holdsBack,
  isDrawn,
  promiseOf,
  remindAt,
  sayConsequences,
  wayOf,
  type Undertaking,
} from '#modules/cases';
import type { Material } from '#modules/catalogue/contract';
import { dueOn, overdueFrom, publishedCalendar } from '#modules/deadlines';
import { shanghaiDay } from '#platform/clock';
import type { Arrival } from './arrivals.ts';
import { paper, type History } from './history.ts';
import type { Matter } from './matters.ts';

/** Whom a broken undertaking bars from new ones, and from when until when. */
export class Barred {
  readonly #spans = new Map<string, { from: Date; until: string }[]>();

  /** Keeps what a history left behind. */
  note({ records }: History): void {
    for (const { personId, organisationId, enteredAt, barredUntil: until } of records) {
      const party = (personId ?? organisationId)!;
      if (until) this.#spans.set(party, [...(this.#spans.get(party) ?? []), { from: enteredAt, until }]);
    }
  }
  isBarred(party: string, at: Date): boolean {
    return (this.#spans.get(party) ?? []).some(({ from, until }) => from <= at && shanghaiDay(at) <= until);
  }
}

/** Of a hundred who could, two let something follow; fifteen promise. */
const shares = { later: 0.02, promised: 0.15 } as const;
type LeftOut = keyof typeof shares;

/** What of the asked materials is left out at first, and how. A result that is made out at once waits for nothing. */
export function leftOut(
  { body }: Matter,
  asked: readonly Material[],
  { random, story }: Arrival,
): ReadonlyMap<string, LeftOut> {
  const own = asked.filter(({ source, id }) => source !== 'shared' && id !== 'form');
  const tolerable = body.immediate ? [] : own.filter(({ requirement }) => requirement === 'tolerable');
  const promisable = own.filter(({ requirement }) => requirement === 'byPromise');
  const wants = (how: LeftOut): boolean => (story ? story.leaves === how : random.chance(shares[how]));
  const left = new Map<string, LeftOut>();
  if (tolerable.length > 0 && wants('later')) left.set(random.pick(tolerable).id, 'later');
  if (promisable.length > 0 && wants('promised')) for (const { id } of promisable) left.set(id, 'promised');
  return left;
}

/** Whether anything was left out when the application came in. */
export const hasLeftOut = ({ actions }: History): boolean =>
  contentOf(actions).materials.some((material) => wayOf(material));

/** Acceptance makes undertakings of what was left out, with their papers. */
export function undertake(history: History, at: Date): void {
  const { matter, row, actions, random, undertakings } = history;
  const { body } = matter;
  const missing = contentOf(actions).materials.filter((material) => wayOf(material));
  if (missing.length === 0) return;
  const names = new Map(body.materials.map(({ id, name }) => [id, name]));
  const madeOn = shanghaiDay(at);
  const last = cureBy(body, madeOn, publishedCalendar);
  missing.forEach((handed, place) => {
    const { materialId } = handed;
    const kind = wayOf(handed)!;
    const follows = kind === 'tolerance';
    undertakings.push({
      id: random.id(at, place),
      caseId: row.id,
      materialId,
      materialName: names.get(materialId)!,
      kind,
      state: 'open',
      madeOn,
      dueOn: follows ? last : null,
      personId: row.personId,
      organisationId: row.organisationId,
      departmentId: row.departmentId,
      sampled: !follows && isDrawn(row.id, materialId, promiseOf(body).checkShare),
      remindAt: follows ? remindAt(last, publishedCalendar) : null,
      nextAt: follows ? overdueFrom(last) : null,
      endedAt: null,
    });
  });
  for (const way of ['tolerance', 'promise'] as const) {
    const own = undertakings.filter(({ kind }) => kind === way);
    if (own.length === 0) continue;
    paper(history, 'undertaking', at, {
      way,
      materials: own.map(({ materialName }) => ({ name: materialName })),
      madeOn,
      ...(way === 'tolerance' ? { cureBy: last } : {}),
      consequences: sayConsequences(body, way),
      signedBy: row.applicantName,
      signedHow: '实名确认',
    });
  }
}

/** What an acceptance says of the undertakings that it makes. */
export const undertakenFacts = ({ undertakings }: History): Record<string, unknown> =>
  undertakings.length === 0
    ? {}
    : {
        undertakings: undertakings.map(({ id, materialId, kind, dueOn: last }) => ({
          id,
          materialId,
          way: kind,
          dueOn: last,
        })),
      };

/** From a decision on, the promises that were drawn are checked within the time that the item names. */
export function beginChecks({ undertakings, matter }: History, at: Date): void {
  const last = checkBy(matter, at);
  for (const one of undertakings) if (one.kind === 'promise' && one.sampled && one.endedAt === null) one.dueOn = last;
}

/** Last day to check a promise of a case that is decided at an instant. */
export const checkBy = ({ body }: Matter, at: Date): string =>
  dueOn({ from: shanghaiDay(at), limit: promiseOf(body).checkWithin, calendar: publishedCalendar }).date;

/** Moves an undertaking on, as the verbs do: nobody is reminded any more, and the rule acts no more unless it is said. */
export const move = (
  one: Undertaking,
  to: Pick<Undertaking, 'state' | 'endedAt'> & Partial<Pick<Undertaking, 'dueOn' | 'nextAt'>>,
): void => void Object.assign(one, { remindAt: null, nextAt: null }, to);

/** Whether the result waits for something that is to follow. */
export const isWithheld = ({ matter, undertakings }: History): boolean =>
  holdsBack(matter.body, undertakings).length > 0;

/** What a decision at an instant says of the delivery, as the verbs do. */
export function deliveryAfter({ row, matter, undertakings }: History, at: Date) {
  const held = holdsBack(matter.body, undertakings);
  const clock = holdOf(row, held, shanghaiDay(at));
  if (clock) return { facts: { clock }, paper: { waitsFor: held.map(({ materialName }) => materialName) } };
  const deliverBy = dueAfter(row, 'granted', at, matter.body, publishedCalendar).fatalOn;
  return { facts: {}, paper: deliverBy ? { deliverBy } : {} };
}

/** An entry in the record of promises, where the item names that consequence. */
export function enter({ matter, row, random, records }: History, one: Undertaking, at: Date, what: string): void {
  if (!consequencesOf(matter.body, one.kind).includes('record')) return;
  records.push({
    id: random.id(at),
    undertakingId: one.id,
    caseId: row.id,
    personId: row.organisationId ? null : row.personId,
    organisationId: row.organisationId,
    enteredAt: at,
    what,
    barredUntil: barredUntil(matter.body, one.kind, shanghaiDay(at)) ?? null,
  });
}
