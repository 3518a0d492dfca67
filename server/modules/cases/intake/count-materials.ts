/** How many materials an application needed, and how many of them nobody had to bring (免提交). Pure. */
import { askedMaterials, type ItemBody } from '#modules/catalogue/contract';
import type { Action, HandedIn } from '../case.ts';

export interface MaterialCount {
  /** Asked for in the applicant's circumstances; without optional ones and without the form, which is drawn from the answers. */
  required: number;
  /** Of these, what came from other offices or out of the applicant's locker. */
  spared: number;
}

/** Counts the materials of a submission, as it was handed in: what a supplement replaced later does not change it. */
export function countMaterials(
  body: Pick<ItemBody, 'situations' | 'form' | 'materials'>,
  { facts }: Pick<Action, 'facts'>,
): MaterialCount {
  const values = { ...(facts.answers as object | undefined), ...(facts.situations as object | undefined) };
  const handedIn = new Map(((facts.materials ?? []) as HandedIn[]).map(({ materialId, how }) => [materialId, how]));
  const asked = askedMaterials(body, values);
  const required = asked.filter(({ id, requirement }) => requirement !== 'optional' && id !== 'form');
  const spared = required.filter(({ id, source }) => {
    const how = handedIn.get(id);
    // What is shared need not be mentioned.
    return how === 'locker' || how === 'shared' || (how === undefined && source === 'shared');
  });
  return { required: required.length, spared: spared.length };
}
