/** Which item somebody comes for: a few are asked for every day, most seldom (Zipf), school matters in early summer. */
import type { ItemBody } from '#modules/catalogue/contract';
import { Random, weighted } from '#platform/random';
import type { Plan } from '../plan.ts';
import { readDemo, readDemoFolder } from '../read-demo.ts';
import { idOf } from '../plan.ts';
import { askingOf } from './answers.ts';

/** An item as it is written down in `data/demo/items`. */
export interface WrittenItem {
  code: string;
  baseCode?: string;
  department: string;
  handDown?: ('town' | 'village' | 'bank')[];
  scope?: 'accept' | 'decide' | 'print';
  body: ItemBody;
}

/** An item with what histories need of it. */
export interface Matter {
  id: string;
  version: number;
  code: string;
  /** Empty for an item that has none. */
  baseCode: string;
  departmentId: string;
  departmentKey: string;
  atTowns: boolean;
  /** Towns not only take it in, but decide too. */
  decidedAtTowns: boolean;
  body: ItemBody;
  asking: ReturnType<typeof askingOf>;
}

export const writtenItems = (): WrittenItem[] => readDemoFolder<WrittenItem[]>('items').flat();

/** Ends of codes, the most frequent first. */
const popular = readDemo<string[]>('popular.json');
const seasons: { codes: RegExp; months: readonly number[] }[] = [
  { codes: /-330105001000$|-330105026000$/, months: [5, 6, 7] },
  { codes: /-330136001000$/, months: [9, 10, 11, 12] },
];

export function matterOf(plan: Plan, written: WrittenItem, id: string, version: number): Matter {
  return {
    id,
    version,
    code: written.code,
    baseCode: written.baseCode ?? '',
    departmentId: idOf(plan, 'department', written.department),
    departmentKey: written.department,
    atTowns: written.handDown?.includes('town') ?? false,
    decidedAtTowns: written.scope === 'decide',
    body: written.body,
    asking: askingOf(written.body),
  };
}

/** A choice for each month, January first. */
export function choosers(plan: Plan, matters: readonly Matter[]): ((random: Random) => Matter)[] {
  const rankOf = (matter: Matter): number => popular.findIndex((end) => matter.code.endsWith(end));
  const others = new Random(plan.seed, 'popularity');
  const ranked = matters
    .map((matter) => ({ matter, rank: rankOf(matter), verified: matter.body.verified ? 0 : 1, chance: others.next() }))
    .map((row) => ({ ...row, rank: row.rank < 0 ? popular.length + row.verified : row.rank }))
    .sort((a, b) => a.rank - b.rank || a.chance - b.chance);
  return Array.from({ length: 12 }, (_, month) =>
    weighted(
      ranked.map(({ matter }, i) => {
        const season = seasons.find(({ codes }) => codes.test(matter.code));
        const now = season ? (season.months.includes(month + 1) ? 3 : 0.15) : 1;
        return [matter, now / (i + 3) ** 0.95] as const;
      }),
    ),
  );
}
