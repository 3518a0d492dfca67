/** What a bulletin is made of, and what one edition says otherwise than the one before it. Pure. */

/** Both languages of what is said. */
export interface Said {
  'zh-CN': string;
  en: string;
}
export type Language = keyof Said;

/** A number with what it is made of; null where nothing was counted or nothing can be compared. */
export interface Measured {
  numerator: number;
  denominator: number | null;
}

/** A figure with its definition as it was when the edition was made, and the same for the month before and the year before. */
export interface BulletinFigure {
  id: string;
  kind: 'count' | 'share' | 'average';
  unit: 'day' | 'visit' | null;
  /** As of the making, not of the month. */
  now: boolean;
  name: Said;
  definition: Said;
  here: Measured;
  before: Measured | null;
  yearAgo: Measured | null;
}

/** A department, town or item with the few figures that a table has room for. */
export interface BulletinRow {
  key: string;
  name: Said;
  received: number;
  closed: number;
  online: number;
  inTime: number;
  decided: number;
  visits: number;
}

export interface Change {
  figure: string;
  name: Said;
  before: Measured;
  here: Measured;
}

/** All that an edition says. Stored as it is and never read anew. */
export interface BulletinData {
  scope: Said;
  issuer: Said;
  from: string;
  to: string;
  /** The month was not over when it was made. */
  partial: boolean;
  figures: BulletinFigure[];
  byDepartment: BulletinRow[];
  byTown: BulletinRow[];
  /** The ten items with the most cases. */
  byItem: BulletinRow[];
  /** Twelve months up to this one. */
  months: { month: string; received: number; closed: number }[];
  /** What the edition before it said otherwise; null for the first. */
  changes: Change[] | null;
}

/** First and last day of a month; the month before, and the same of the year before. */
export function monthOf(month: string): { from: string; to: string } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}
export function monthsBack(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 - by, 1)).toISOString().slice(0, 7);
}

/** The value of what was measured: null when there is nothing to divide by. */
export function valueOf(kind: BulletinFigure['kind'], measured: Measured | null): number | null {
  if (!measured) return null;
  if (kind === 'count') return measured.numerator;
  return measured.denominator ? measured.numerator / measured.denominator : null;
}

/** Which figures of the month another edition gave otherwise. Figures as of now are never the same and no correction. */
export function changesSince(earlier: BulletinData | undefined, figures: readonly BulletinFigure[]): Change[] | null {
  if (!earlier) return null;
  const said = new Map(earlier.figures.map((figure) => [figure.id, figure]));
  return figures.flatMap(({ id, now, name, here }) => {
    const before = said.get(id)?.here;
    if (now || !before || (before.numerator === here.numerator && before.denominator === here.denominator)) return [];
    return [{ figure: id, name, before, here }];
  });
}
