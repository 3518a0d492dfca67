/** Invented names: surnames by their frequency in Zhejiang, given names as the bearer's generation was given them. */
import { readDemo } from './read-demo.ts';
import { weighted, type Random } from '#platform/random';

interface Names {
  surnames: Record<string, number>;
  male: Record<Generation, string>;
  female: Record<Generation, string>;
  foreign: string[];
  greater: string[];
  brands: string[];
  /** For places where one eats, beside the others. */
  foodBrands: string[];
  trades: { word: string; weight: number; kind: TradeKind; food?: true }[];
  estates: string[];
}
type Generation = 'old' | 'middle' | 'young';
export type TradeKind = 'company' | 'individual' | 'cooperative';
export type Sex = 'male' | 'female';

export const names = readDemo<Names>('names.json');
const chooseSurname = weighted(Object.entries(names.surnames));
const chooseTrade = weighted(names.trades.map((trade) => [trade, trade.weight] as const));

const generationOf = (bornIn: number): Generation => (bornIn < 1966 ? 'old' : bornIn < 1992 ? 'middle' : 'young');

const given = Object.fromEntries(
  (['male', 'female'] as const).flatMap((sex) =>
    (['old', 'middle', 'young'] as const).map((generation) => [sex + generation, names[sex][generation].split(' ')]),
  ),
) as Record<`${Sex}${Generation}`, string[]>;

/** A Chinese name: the surname, and one or two letters that people of that age bear. */
export function chineseName(random: Random, sex: Sex, bornIn: number): string {
  const surname = chooseSurname(random);
  for (;;) {
    const name = random.pick(given[`${sex}${generationOf(bornIn)}`]);
    // A compound surname (诸葛) goes with anything; a given name that repeats the surname goes with none.
    if (!name.includes(surname)) return surname + name;
  }
}

/** What a business is called and what it is. */
export function businessName(random: Random): { name: string; kind: TradeKind; trade: string } {
  const { word, kind, food } = chooseTrade(random);
  const brand = random.pick(food ? [...names.brands, ...names.foodBrands, ...names.foodBrands] : names.brands);
  const name =
    kind === 'company'
      ? `云溪${brand}${word}有限公司`
      : kind === 'individual'
        ? `云溪区${brand}${word}`
        : `云溪${brand}${word}`;
  return { name, kind, trade: word };
}
