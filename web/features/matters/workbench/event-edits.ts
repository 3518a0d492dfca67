/** Changes of a life event in preparation, pure: what a choice on the screen makes of the body. */
import type { LifeEventBody, mattersContract } from '#modules/matters/contract';
import type { ReplyOf } from '#platform/contract';
import type { Static } from 'typebox';

export type Body = Static<typeof LifeEventBody>;
export type Managed = ReplyOf<typeof mattersContract.getManagedEvent>;
export type Value = Body['fixed'][number]['value'];

/** Where the answer to a question of an item comes from. */
export type Source = { ask: string } | 'own' | { fixed: Value } | 'none';
/** Where a material of an item comes from. */
export type MaterialSource = { one: string } | 'own' | { result: string } | 'none';

const letters = (text: string): string => text.replaceAll(/[^a-zA-Z0-9]/g, '').replace(/^[0-9]+/, '') || 'question';

/** A key that is not taken: the plain one, else with the item's key or a number. */
function freeKey(plain: string, member: string, taken: readonly string[], most: number): string {
  const tries = [plain, `${member}${plain.charAt(0).toUpperCase()}${plain.slice(1)}`];
  for (let number = 2; ; number += 1) {
    const key = tries.shift() ?? `${plain.slice(0, most - 3)}${number}`;
    if (!taken.includes(key.slice(0, most))) return key.slice(0, most);
  }
}

const without = <T, P extends T & { of: readonly object[] }>(all: readonly P[], is: (one: never) => boolean): P[] =>
  all.map((one) => ({ ...one, of: one.of.filter((part) => !is(part as never)) })).filter(({ of }) => of.length > 0);

export function sourceOf(body: Body, member: string, name: string): Source {
  const fixed = body.fixed.find((one) => one.member === member && one.name === name);
  if (fixed) return { fixed: fixed.value };
  const ask = body.asks.find(({ of }) => of.some((one) => one.member === member && one.name === name));
  return ask ? { ask: ask.key } : 'none';
}

/** Takes the question out of where it was and puts it where it is wanted: it is never in two places. */
export function placeName(body: Body, member: string, name: string, to: Source): Body {
  const is = (one: { member: string; name: string }): boolean => one.member === member && one.name === name;
  const asks = without(body.asks, is);
  const fixed = body.fixed.filter((one) => !is(one));
  const part = { member, name };
  if (to === 'none') return { ...body, asks, fixed };
  if (to === 'own') {
    const key = freeKey(
      letters(name),
      member,
      asks.map((ask) => ask.key),
      40,
    );
    return { ...body, fixed, asks: [...asks, { key, of: [part] }] };
  }
  if ('fixed' in to) return { ...body, asks, fixed: [...fixed, { ...part, value: to.fixed }] };
  return { ...body, fixed, asks: asks.map((ask) => (ask.key === to.ask ? { ...ask, of: [...ask.of, part] } : ask)) };
}

export function materialSourceOf(body: Body, member: string, material: string): MaterialSource {
  const result = body.results.find((one) => one.member === member && one.material === material);
  if (result) return { result: result.from };
  const one = body.materials.find(({ of }) => of.some((part) => part.member === member && part.material === material));
  return one ? { one: one.key } : 'none';
}

export function placeMaterial(body: Body, member: string, material: string, to: MaterialSource): Body {
  const is = (one: { member: string; material: string }): boolean => one.member === member && one.material === material;
  const materials = without(body.materials, is);
  const results = body.results.filter((one) => !is(one));
  const part = { member, material };
  if (to === 'none') return { ...body, materials, results };
  if (to === 'own') {
    const taken = materials.map(({ key }) => key);
    return { ...body, results, materials: [...materials, { key: freeKey(material, member, taken, 64), of: [part] }] };
  }
  if ('result' in to) return { ...body, materials, results: [...results, { ...part, from: to.result }] };
  return {
    ...body,
    results,
    materials: materials.map((one) => (one.key === to.one ? { ...one, of: [...one.of, part] } : one)),
  };
}

/** A member goes with all that names it. */
export function removeMember(body: Body, key: string): Body {
  const is = (one: { member: string }): boolean => one.member === key;
  return {
    ...body,
    members: body.members
      .filter((one) => one.key !== key)
      .map((one) => ({ ...one, after: one.after.filter((before) => before !== key) })),
    asks: without(body.asks, is),
    materials: without(body.materials, is),
    fixed: body.fixed.filter((one) => !is(one)),
    results: body.results.filter((one) => !is(one) && one.from !== key),
    ...(body.consulted ? { consulted: body.consulted.filter((one) => !is(one)) } : {}),
  };
}

/** A question goes with all conditions that name it. */
export function removeQuestion(body: Body, id: string): Body {
  const free = <T extends { when?: Record<string, string[]> }>(one: T): T => {
    const { when, ...rest } = one;
    const left = Object.entries(when ?? {}).filter(([key]) => key !== id);
    return (left.length > 0 ? { ...rest, when: Object.fromEntries(left) } : rest) as T;
  };
  return {
    ...body,
    questions: body.questions.filter((one) => one.id !== id).map(free),
    members: body.members.map(free),
  };
}

/** An id that nothing else has: `q1`, `q2`, … */
export function freshId(letter: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}
