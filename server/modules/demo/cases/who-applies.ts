/** Who would apply for what: no pensioner registers a pregnancy, no snack bar opens a pharmacy. */
import type { Company, Resident } from '../district/people.ts';
import { readDemo } from '../read-demo.ts';
import type { Random } from '#platform/random';
import type { Matter } from './matters.ts';

/** By what an item is called: the ages of those who apply, whether it is only for people with a resident card, the trades of businesses. */
const fitting = readDemo<{ name: string; ages?: [least: number, most: number]; citizens?: true; trades?: string }[]>(
  'applicants.json',
).map(({ name, trades, ...rest }) => ({
  ...rest,
  name: new RegExp(name, 'u'),
  trades: trades === undefined ? undefined : new RegExp(trades, 'u'),
}));
type Fitting = (typeof fitting)[number];

const known = new Map<string, Fitting[]>();
function fittingOf({ code, body }: Matter): Fitting[] {
  let rules = known.get(code);
  if (!rules) known.set(code, (rules = fitting.filter(({ name }) => name.test(body.name))));
  return rules;
}

const suits = (matter: Matter, { idKind, bornOn }: Resident, day: string): boolean =>
  fittingOf(matter).every(({ ages, citizens }) => {
    if (citizens && idKind !== 'residentCard') return false;
    if (!ages || bornOn === null) return true;
    const age = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
    return age >= ages[0] && age <= ages[1];
  });

/** Draws until somebody fits; after a hundred tries whoever came last, so that it always ends. */
function draw<T>(one: () => T, fits: (drawn: T) => boolean): T {
  for (let tries = 0; ; tries++) {
    const drawn = one();
    if (tries === 100 || fits(drawn)) return drawn;
  }
}

/** Somebody of these who would apply for it. */
export const residentFor = (matter: Matter, from: readonly Resident[], random: Random, day: string): Resident =>
  draw(() => random.pick(from), (resident) => suits(matter, resident, day)); // prettier-ignore

/** A business that would. */
export function companyFor(matter: Matter, from: readonly Company[], random: Random): Company {
  const trades = fittingOf(matter).flatMap((rule) => rule.trades ?? []);
  return draw(() => random.pick(from), ({ trade }) => trades.every((words) => words.test(trade))); // prettier-ignore
}

/** Whether somebody acts for this person in this matter. */
export const mayBeFor = (matter: Matter, principal: Resident, day: string): boolean => suits(matter, principal, day);
