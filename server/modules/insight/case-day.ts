/** On which days a case counts, and whether it was decided in time. Pure. */
import { dueAfter, isFinal, noDue, type Action, type DecidedDue, type MaterialCount } from '#modules/cases';
import type { ItemBody } from '#modules/catalogue/contract';
import { shanghaiDay, workingDaysBetween, type Calendars } from '#modules/deadlines';

/** What is known of a case: its columns, or what its actions add up to. */
export interface CaseSource {
  id: string;
  departmentId: string;
  itemId: string;
  itemVersion: number;
  door: string;
  /** The counter that took it. */
  outletId: string | null;
  submittedAt: Date;
  acceptedAt: Date | null;
  decidedAt: Date | null;
  endedAt: Date | null;
  rated: boolean;
  /** What the clock of the decision came to, where something had happened to it. */
  decidedDue: DecidedDue | null;
}

/** A case with the materials that it needed when it was handed in, and the visits until it ended; null while it has not. */
export type CountedSource = CaseSource & { materials: MaterialCount; visits: number | null };

/** Stands for no counter: a key of counters has no null. */
export const noOutlet = '00000000-0000-0000-0000-000000000000';

/** A row of `insight.case_day`: on which days a case counts. */
export interface CaseDay {
  caseId: string;
  departmentId: string;
  itemId: string;
  door: string;
  outletId: string;
  submittedOn: string;
  acceptedOn: string | null;
  decidedOn: string | null;
  endedOn: string | null;
  inTime: boolean | null;
  inPromise: boolean | null;
  promisedDays: number | null;
  usedDays: number | null;
  statutoryDays: number | null;
  rated: boolean;
  requiredMaterials: number;
  sparedMaterials: number;
  visits: number | null;
}

type Limits = Pick<ItemBody, 'kind' | 'immediate' | 'statutoryLimit' | 'promisedLimit'>;

const dayOf = (at: Date | null): string | null => (at ? shanghaiDay(at) : null);

/** The days of a case. The clock of the decision is worked out anew from the rule: by now another one may run on the case. */
export function caseDayOf(source: CountedSource, item: Limits, calendars: Calendars): CaseDay {
  const accepted = dayOf(source.acceptedAt);
  const decided = accepted === null ? null : dayOf(source.decidedAt);
  return {
    caseId: source.id,
    departmentId: source.departmentId,
    itemId: source.itemId,
    door: source.door,
    outletId: source.outletId ?? noOutlet,
    submittedOn: shanghaiDay(source.submittedAt),
    acceptedOn: accepted,
    decidedOn: decided,
    endedOn: dayOf(source.endedAt),
    ...decisionOf(source, decided, item, calendars),
    rated: source.rated,
    requiredMaterials: source.materials.required,
    sparedMaterials: source.materials.spared,
    visits: source.endedAt ? source.visits : null,
  };
}

function decisionOf(
  { acceptedAt, decidedAt, decidedDue }: CaseSource,
  decided: string | null,
  item: Limits,
  calendars: Calendars,
) {
  if (!acceptedAt || decided === null)
    return { inTime: null, inPromise: null, promisedDays: null, usedDays: null, statutoryDays: null };
  const accepted = shanghaiDay(acceptedAt);
  const calendar = calendars.at(decidedAt!);
  const plain = dueAfter(noDue, 'accepted', acceptedAt, item, calendar);
  const due = decidedDue ?? plain;
  return {
    inTime: decided <= due.fatalOn!,
    inPromise: decided <= due.targetOn!,
    // As promised at acceptance: what a special procedure or an extension added is no promise.
    promisedDays: workingDaysBetween(calendar, accepted, plain.targetOn!),
    statutoryDays: workingDaysBetween(calendar, accepted, plain.fatalOn!),
    usedDays: decidedDue ? decidedDue.days : workingDaysBetween(calendar, accepted, decided),
  };
}

/** When the case was accepted: by a person, or by the law from the day on which the materials had come in. */
function acceptanceIn(actions: readonly Pick<Action, 'kind' | 'at' | 'facts'>[]): Date | null {
  const found = actions.find(({ kind }) => kind === 'accept' || kind === 'deemAccepted');
  if (!found) return null;
  return found.kind === 'accept' ? found.at : new Date(found.facts.acceptedAt as string);
}

/** What the actions of a case say of its days, in their order; what is not in them is taken from the case. */
export function sourceOfActions(
  row: CaseSource,
  actions: readonly Pick<Action, 'kind' | 'toState' | 'at' | 'facts'>[],
): CaseSource {
  const first = (wanted: (action: (typeof actions)[number]) => boolean): Date | null =>
    actions.find(wanted)?.at ?? null;
  return {
    ...row,
    submittedAt: actions[0]?.at ?? row.submittedAt,
    acceptedAt: acceptanceIn(actions),
    decidedAt: first(({ kind }) => kind === 'grant' || kind === 'refuse' || kind === 'deemGranted'),
    endedAt: first(({ toState }) => isFinal(toState)),
  };
}

/** Doors at which somebody comes to a counter. */
const counterDoors: ReadonlySet<string> = new Set(['window', 'outlet', 'kiosk']);

/**
 * How often somebody had to come until the case ended: the days on which it was handed in at a counter, supplemented there, a tolerated
 * material brought there, or its result collected. Two errands of one day are one visit; what is done on the way through the portal, by post or at the applicant's home is none.
 */
export function visitsOf(door: string, actions: readonly Pick<Action, 'kind' | 'at' | 'role' | 'facts'>[]): number {
  const came = ({ kind, role, facts }: (typeof actions)[number]): boolean =>
    kind === 'submit'
      ? counterDoors.has(door)
      : kind === 'supplement' || kind === 'cure'
        ? role === 'clerk'
        : kind === 'deliver' && facts.way === 'collected';
  return new Set(actions.filter(came).map(({ at }) => shanghaiDay(at))).size;
}

/** What is counted for each day, department, item, door and counter. */
export const measures = [
  'received',
  'accepted',
  'decided',
  'inTime',
  'inPromise',
  'promisedDays',
  'usedDays',
  'statutoryDays',
  'ended',
  'rated',
  'withMaterials',
  'requiredMaterials',
  'sparedMaterials',
  'visits',
] as const;
type Measures = Record<(typeof measures)[number], number>;

/** By how much the counters of a day change. */
export type Move = { day: string; departmentId: string; itemId: string; door: string; outletId: string } & Measures;

const nothing: Measures = Object.fromEntries(measures.map((measure) => [measure, 0])) as Measures;

/** What a case adds to which day. */
function countsOf(row: CaseDay): { day: string; adds: Partial<Measures> }[] {
  const { acceptedOn, decidedOn, endedOn } = row;
  const { requiredMaterials, sparedMaterials } = row;
  const withMaterials = Number(requiredMaterials > 0);
  const counts: { day: string; adds: Partial<Measures> }[] = [
    { day: row.submittedOn, adds: { received: 1, withMaterials, requiredMaterials, sparedMaterials } },
  ];
  if (acceptedOn) counts.push({ day: acceptedOn, adds: { accepted: 1 } });
  if (decidedOn) {
    const { inTime, inPromise, promisedDays, usedDays, statutoryDays } = row;
    counts.push({
      day: decidedOn,
      adds: {
        decided: 1,
        inTime: Number(inTime),
        inPromise: Number(inPromise),
        promisedDays: promisedDays ?? 0,
        usedDays: usedDays ?? 0,
        statutoryDays: statutoryDays ?? 0,
      },
    });
  }
  if (endedOn) counts.push({ day: endedOn, adds: { ended: 1, rated: Number(row.rated), visits: row.visits ?? 0 } });
  return counts;
}

/** Whether two rows say the same. */
export const sameDays = (one: CaseDay, other: CaseDay): boolean =>
  (Object.keys(one) as (keyof CaseDay)[]).every((key) => one[key] === other[key]);

/** By how much the counters change when rows take the place of what was there; what does not change is not among them. */
export function movesOf(changes: readonly { before: CaseDay | undefined; after: CaseDay }[]): Move[] {
  const moves = new Map<string, Move>();
  const add = (row: CaseDay, sign: 1 | -1): void => {
    const { departmentId, itemId, door, outletId } = row;
    for (const { day, adds } of countsOf(row)) {
      const key = `${day} ${departmentId} ${itemId} ${door} ${outletId}`;
      let move = moves.get(key);
      if (!move) moves.set(key, (move = { day, departmentId, itemId, door, outletId, ...nothing }));
      for (const [measure, by] of Object.entries(adds) as [keyof Measures, number][]) move[measure] += sign * by;
    }
  };
  for (const { before, after } of changes) {
    if (before) add(before, -1);
    add(after, 1);
  }
  return [...moves.values()].filter((move) => measures.some((measure) => move[measure] !== 0));
}
