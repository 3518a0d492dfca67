/** Built-in functions that set points and ranges beside each other (10.3.4.8, Allen's intervals). */
import { order } from '../compare.ts';
import { RangeValue, type Value } from '../values.ts';
import { builtin } from './signature.ts';

type PairName =
  | 'before' | 'after' | 'meets' | 'met by' | 'overlaps' | 'overlaps before' | 'overlaps after' | 'finishes'
  | 'finished by' | 'during' | 'includes' | 'starts' | 'started by' | 'coincides'; // prettier-ignore
type Pair = (a: RangeValue, b: RangeValue) => boolean | null;

/** A point is a range of itself alone. */
const asRange = (value: Value): RangeValue | undefined =>
  value instanceof RangeValue ? value : value === null ? undefined : new RangeValue(value, value, true, true);

const isPoint = (range: RangeValue): boolean => range.low === range.high && range.lowClosed && range.highClosed;

/** Compares ends; throws where they have no order, which makes the whole null. */
class NoOrder extends Error {}
function by(a: Value, b: Value): number {
  const which = order(a, b);
  if (which === null) throw new NoOrder();
  return which;
}

const pairs: Record<PairName, (a: RangeValue, b: RangeValue) => boolean> = {
  before: (a, b) => {
    const which = by(a.high, b.low);
    return which < 0 || (which === 0 && !(a.highClosed && b.lowClosed));
  },
  after: (a, b) => pairs.before(b, a),
  meets: (a, b) => by(a.high, b.low) === 0 && a.highClosed && b.lowClosed,
  'met by': (a, b) => pairs.meets(b, a),
  overlaps: (a, b) => !pairs.before(a, b) && !pairs.before(b, a),
  'overlaps before': (a, b) => {
    const starts = by(a.low, b.low);
    const ends = by(a.high, b.high);
    return (
      (starts < 0 || (starts === 0 && a.lowClosed && !b.lowClosed)) &&
      !pairs.before(a, b) &&
      (ends < 0 || (ends === 0 && (!a.highClosed || b.highClosed)))
    );
  },
  'overlaps after': (a, b) => {
    const starts = by(a.low, b.low);
    const ends = by(a.high, b.high);
    return (
      (starts > 0 || (starts === 0 && !a.lowClosed && b.lowClosed)) &&
      !pairs.before(b, a) &&
      (ends > 0 || (ends === 0 && (a.highClosed || !b.highClosed)))
    );
  },
  finishes: (a, b) => {
    const starts = by(a.low, b.low);
    return (
      by(a.high, b.high) === 0 &&
      a.highClosed === b.highClosed &&
      (starts > 0 || (starts === 0 && (!a.lowClosed || b.lowClosed)))
    );
  },
  'finished by': (a, b) => pairs.finishes(b, a),
  during: (a, b) => {
    const starts = by(a.low, b.low);
    const ends = by(a.high, b.high);
    return (starts > 0 || (starts === 0 && (!a.lowClosed || b.lowClosed))) && (ends < 0 || (ends === 0 && (!a.highClosed || b.highClosed))); // prettier-ignore
  },
  includes: (a, b) => pairs.during(b, a),
  starts: (a, b) => {
    const ends = by(a.high, b.high);
    return (
      by(a.low, b.low) === 0 &&
      a.lowClosed === b.lowClosed &&
      (ends < 0 || (ends === 0 && (!a.highClosed || b.highClosed)))
    );
  },
  'started by': (a, b) => pairs.starts(b, a),
  coincides: (a, b) =>
    by(a.low, b.low) === 0 && by(a.high, b.high) === 0 && a.lowClosed === b.lowClosed && a.highClosed === b.highClosed,
};

/** How the standard names the parameters, by whether each is a point or a range. */
const names: Record<string, readonly [string, string][]> = {
  before: [['point1', 'point2'], ['point', 'range'], ['range', 'point'], ['range1', 'range2']],
  after: [['point1', 'point2'], ['point', 'range'], ['range', 'point'], ['range1', 'range2']],
  finishes: [['point', 'range'], ['range1', 'range2']],
  'finished by': [['range', 'point'], ['range1', 'range2']],
  during: [['point', 'range'], ['range1', 'range2']],
  includes: [['range', 'point'], ['range1', 'range2']],
  starts: [['point', 'range'], ['range1', 'range2']],
  'started by': [['range', 'point'], ['range1', 'range2']],
  coincides: [['point1', 'point2'], ['range1', 'range2']],
}; // prettier-ignore

/** What the name of a parameter asks for. */
const asked = (name: string, value: Value): boolean => name.startsWith('range') === value instanceof RangeValue;

const run = (pair: Pair, forms: readonly (readonly [string, string])[]) =>
  builtin(
    ...forms.map(
      ([first, second]) =>
        [
          `${first}:Any, ${second}:Any`,
          (a: Value, b: Value): Value => {
            if (!forms.some(([one, two]) => asked(one, a) && asked(two, b))) return null;
            const [left, right] = [asRange(a), asRange(b)];
            if (!left || !right || (isPoint(left) && isPoint(right) && forms.length === 2 && forms[0]![0] === 'range1')) return null; // prettier-ignore
            try {
              return pair(left, right);
            } catch (error) {
              if (error instanceof NoOrder) return null;
              throw error;
            }
          },
        ] as const,
    ),
  );

export const rangeFunctions = Object.fromEntries(
  Object.entries(pairs).map(([name, pair]) => [name, run(pair, names[name] ?? [['range1', 'range2']])]),
);
