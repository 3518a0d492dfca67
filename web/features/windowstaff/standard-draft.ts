/** A standard while it is written: each condition keeps its key and its paper whatever becomes of its words, and an empty field is no zero. */
import { doubledKeys, standardBounds, type Criterion, type Standard } from '#modules/windowstaff/contract';

export type Figure = keyof typeof standardBounds;
export const figures = Object.keys(standardBounds) as Figure[];

/** Training is said in hours. */
const unitOf = (name: Figure): number => (name === 'trainingMinutes' ? 60 : 1);
export const shownOf = (standard: Standard, name: Figure): number => standard[name] / unitOf(name);
/** The least and the most that a figure may be, as it is said. */
export const spanOf = (name: Figure): [least: number, most: number] => {
  const [least, most] = standardBounds[name];
  return [least / unitOf(name), most / unitOf(name)];
};

/** What was typed for a figure; undefined for nothing, what is no number, and what is out of bounds. */
export function readFigure(name: Figure, typed: string): number | undefined {
  if (typed.trim() === '') return undefined;
  const said = Number(typed);
  const value = name === 'trainingMinutes' ? Math.round(said * unitOf(name)) : said;
  const [least, most] = standardBounds[name];
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

/** A key that no condition has; `taken`: keys of conditions that were removed, of which there may be papers. */
function freeKey(lines: readonly Criterion[], taken: readonly string[]): string {
  const used = new Set([...lines.map(({ key }) => key), ...taken]);
  for (let n = lines.length + 1; ; n++) if (!used.has(`condition${n}`)) return `condition${n}`;
}

export const withLine = (lines: readonly Criterion[], taken: readonly string[]): Criterion[] => [
  ...lines,
  { key: freeKey(lines, taken), zh: '', en: '', paper: false },
];

/** The conditions of a standard as lines; of those that share a key the first keeps it. */
export function linesOf(criteria: readonly Criterion[]): Criterion[] {
  const keys = criteria.map(({ key }) => key);
  if (doubledKeys(criteria).length === 0) return [...criteria];
  return criteria.reduce<Criterion[]>(
    (lines, one) => [...lines, lines.some(({ key }) => key === one.key) ? { ...one, key: freeKey(lines, keys) } : one],
    [],
  );
}
