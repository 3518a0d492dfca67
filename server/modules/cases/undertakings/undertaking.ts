/**
 * What an applicant undertakes (容缺受理: the material follows; 告知承诺: a promise takes the place of the proof), and what follows when it
 * is not kept. Pure: no I/O.
 */
import type { ItemBody, Material } from '#modules/catalogue/contract';
import { addMonths, dueOn, latestBefore, type Calendar, type ClockEvent, type Day } from '#modules/deadlines';
import { startOfDay } from '#platform/clock';
import { hashOf } from '#platform/ids';
import type { HandedIn } from '../case.ts';
import { openPauses, type Due } from '../clocks.ts';
import { articles } from '../law.ts';

/** tolerance 容缺后补, promise 告知承诺. */
export type Way = 'tolerance' | 'promise';
/** open: to be made good; cured, kept: it was; lapsed: the day has passed; broken: it was false; ended: nothing depends on it any more. */
export type UndertakingState = 'open' | 'cured' | 'lapsed' | 'kept' | 'broken' | 'ended';
export type Consequence = 'withhold' | 'revoke' | 'record';

export interface Undertaking {
  id: string;
  caseId: string;
  materialId: string;
  materialName: string;
  kind: Way;
  state: UndertakingState;
  madeOn: Day;
  /** Last day to make it good; of a promise the day by which a drawn one is checked. */
  dueOn: Day | null;
  personId: string | null;
  organisationId: string | null;
  departmentId: string;
  /** A promise that was drawn for the check. */
  sampled: boolean;
  remindAt: Date | null;
  nextAt: Date | null;
  endedAt: Date | null;
}

type Rules = Pick<ItemBody, 'tolerance' | 'promise'>;

/** Where an item names no rule of its own: no law sets these values, each place does. */
const usual = {
  tolerance: { cureWithin: { value: 10, unit: 'workingDay' }, consequences: ['withhold', 'record'], barMonths: 12 },
  promise: {
    checkShare: 20,
    checkWithin: { value: 40, unit: 'workingDay' },
    consequences: ['revoke', 'record'],
    barMonths: 12,
  },
} as const satisfies Rules;

export const toleranceOf = (item: Rules) => item.tolerance ?? usual.tolerance;
export const promiseOf = (item: Rules) => item.promise ?? usual.promise;

/** The consequences that the item names for what was undertaken in this way. */
export const consequencesOf = (item: Rules, way: Way): readonly Consequence[] =>
  way === 'tolerance' ? toleranceOf(item).consequences : promiseOf(item).consequences;

/** Until when no undertaking is taken from whoever broke one on a day; undefined where nobody is barred. */
export function barredUntil(item: Rules, way: Way, brokenOn: Day): Day | undefined {
  const { barMonths, consequences } = way === 'tolerance' ? toleranceOf(item) : promiseOf(item);
  if (barMonths === 0 || !(consequences as readonly Consequence[]).includes('record')) return undefined;
  return addMonths(brokenOn, barMonths);
}

/** Consequences in words, as they stand in the undertaking before it is signed and in the notice afterwards. */
export function sayConsequences(item: Rules, way: Way, brokenOn?: Day): string[] {
  const { barMonths } = way === 'tolerance' ? toleranceOf(item) : promiseOf(item);
  const until = brokenOn ? barredUntil(item, way, brokenOn) : undefined;
  const bar = until ? `，至${until}不适用容缺受理和告知承诺` : barMonths > 0 ? `，${barMonths}个月内不适用容缺受理和告知承诺` : ''; // prettier-ignore
  const said: Record<Consequence, string> = {
    withhold: '补齐以前不颁发、送达办理结果',
    revoke: '依法撤销已经作出的决定',
    record: `记入承诺记录${bar}`,
  };
  return consequencesOf(item, way).map((one) => said[one]);
}

/** The way in which a material is undertaken; undefined for one that was handed in. */
export const wayOf = ({ how }: Pick<HandedIn, 'how'>): Way | undefined =>
  how === 'later' ? 'tolerance' : how === 'promised' ? 'promise' : undefined;

/** Whether the item allows this material to be undertaken in this way. */
export const mayUndertake = ({ requirement }: Pick<Material, 'requirement'>, way: Way): boolean =>
  requirement === (way === 'tolerance' ? 'tolerable' : 'byPromise');

/**
 * Whether a promise is drawn for the check: by the case and the material, so that neither the applicant nor the clerk chooses.
 * `share` of a hundred are drawn.
 */
export const isDrawn = (caseId: string, materialId: string, share: number): boolean =>
  Number.parseInt(hashOf(`${caseId}/${materialId}`).slice(0, 8), 16) % 100 < share;

/** The last day to make good what was undertaken on a day. */
export const cureBy = (item: Rules, madeOn: Day, calendar: Calendar): Day =>
  dueOn({ from: madeOn, limit: toleranceOf(item).cureWithin, calendar }).date;

/** When the applicant is reminded: nine in the morning, two working days before the last one. */
export const remindAt = (dueOn: Day, calendar: Calendar): Date =>
  new Date(
    startOfDay(latestBefore({ before: dueOn, limit: { value: 2, unit: 'workingDay' }, calendar }).date).getTime() +
      9 * 3_600_000,
  );

/** Whether anything of the item can be undertaken at all: most items know nothing of it and pay nothing for it. */
export const knowsUndertakings = (item: Pick<ItemBody, 'materials'>): boolean =>
  item.materials.some(({ requirement }) => requirement === 'tolerable' || requirement === 'byPromise');

/** What can still be made good: what is open, and what has lapsed, late as it is. */
export const isCurable = ({ kind, state }: Pick<Undertaking, 'kind' | 'state'>): boolean =>
  kind === 'tolerance' && (state === 'open' || state === 'lapsed');

/** What holds the result back: what is to follow of a case whose item withholds it until then. */
export const holdsBack = (item: Rules, undertakings: readonly Undertaking[]): Undertaking[] =>
  consequencesOf(item, 'tolerance').includes('withhold') ? undertakings.filter(isCurable) : [];

/**
 * The clock of the delivery (行政许可法 art. 44) stands still while the result waits for the applicant, by the item's own rule: these days are theirs,
 * as in art. 45. Planned up to the last day to make it good, if that is to come.
 */
export function holdOf({ seq }: { seq: number }, held: readonly Undertaking[], on: Day): ClockEvent | undefined {
  if (held.length === 0) return undefined;
  const last = held
    .map((one) => one.dueOn ?? on)
    .toSorted()
    .at(-1)!;
  return {
    id: `hold${seq + 1}`,
    kind: 'paused',
    on,
    reason: `待补齐承诺后补的材料：${held.map(({ materialName }) => materialName).join('、')}`,
    law: articles.undertaking.law,
    article: articles.undertaking.article,
    ...(last > on ? { plannedEnd: last } : {}),
  };
}

/** It runs again once nothing holds the result back. */
export const releaseOf = (
  { seq, dueRule, clockEvents }: Pick<Due, 'dueRule' | 'clockEvents'> & { seq: number },
  on: Day,
): ClockEvent | undefined => {
  const [pause] = dueRule === 'deliver' ? openPauses({ clockEvents }) : [];
  return pause && { id: `release${seq + 1}`, kind: 'resumed', on, pause: pause.id };
};
