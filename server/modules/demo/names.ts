/** Invented names: surnames by their frequency in Zhejiang, given names in the letters of the bearer's generation. */
import { readDemo } from './read-demo.ts';
import { weighted, type Random } from './random.ts';

interface Names {
  surnames: Record<string, number>;
  male: Record<Generation, string>;
  female: Record<Generation, string>;
  foreign: string[];
  greater: string[];
  brands: string[];
  trades: { word: string; weight: number; kind: TradeKind }[];
  estates: string[];
}
type Generation = 'old' | 'middle' | 'young';
export type TradeKind = 'company' | 'individual' | 'cooperative';
export type Sex = 'male' | 'female';

export const names = readDemo<Names>('names.json');
const chooseSurname = weighted(Object.entries(names.surnames));
const chooseTrade = weighted(names.trades.map((trade) => [trade, trade.weight] as const));

const generationOf = (bornIn: number): Generation => (bornIn < 1966 ? 'old' : bornIn < 1992 ? 'middle' : 'young');

/** A Chinese name; one in six has a single given letter, more among the middle-aged. */
export function chineseName(random: Random, sex: Sex, bornIn: number): string {
  const generation = generationOf(bornIn);
  const letters = Array.from(names[sex][generation]);
  const surname = chooseSurname(random);
  const first = random.pick(letters);
  if (surname.length === 1 && random.chance(generation === 'middle' ? 0.3 : 0.08)) return surname + first;
  return surname + first + random.pick(letters);
}

/** What a business is called and what it is. */
export function businessName(random: Random): { name: string; kind: TradeKind; trade: string } {
  const { word, kind } = chooseTrade(random);
  const brand = random.pick(names.brands);
  const name =
    kind === 'company'
      ? `云溪${brand}${word}有限公司`
      : kind === 'individual'
        ? `云溪区${brand}${word}`
        : `云溪${brand}${word}`;
  return { name, kind, trade: word };
}
