/** 申请人签名: how an application is signed. TypeBox and pure rules, imported by the browser too. */
import { Type, type Static } from 'typebox';
import { closed, nullable, oneOf } from '#platform/contract';
import type { Action } from './case.ts';

const number = '-?[0-9]{1,5}(?:[.][0-9]{1,3})?';
const point = `${number}[ ,]${number}`;
/**
 * SVG path data and nothing else: each command with as many numbers as it takes, so that whoever draws it, browser or PDF, can. Where one
 * number ends and the next begins is never open, so that a wrong text of sixty thousand letters is refused as fast as a right one is taken.
 */
export const drawingPattern =
  `^M ?${point}(?: ?(?:[MmLl] ?${point}(?:[ ,]${point})*|[HhVv] ?${number}` +
  `|[Cc] ?${point}[ ,]${point}[ ,]${point}|[Qq] ?${point}[ ,]${point}|[Zz]))*$`;
const drawn = new RegExp(drawingPattern, 'u');

/** `drawn` on the screen, in a box of 600 x 200; `confirmed` by ticking or by typing the name. */
export const Signature = closed({
  way: oneOf('drawn', 'confirmed'),
  drawing: Type.Optional(Type.String({ maxLength: 60_000, pattern: drawingPattern })),
});

/** The signature as it is shown. */
export const Signed = Type.Object({ way: oneOf('drawn', 'confirmed'), drawing: nullable(Type.String()) });
export type Signed = Static<typeof Signed>;

/**
 * How the application was signed; null where the history does not say. A drawing that is none, as older histories may hold, is not handed
 * on to anybody who would draw it.
 */
export function signatureOf(actions: readonly Pick<Action, 'kind' | 'facts'>[]): Signed | null {
  const signed = actions.find(({ kind }) => kind === 'submit')?.facts.signature as Static<typeof Signature> | undefined;
  if (!signed) return null;
  const { way, drawing } = signed;
  return { way, drawing: way === 'drawn' && drawing !== undefined && drawn.test(drawing) ? drawing : null };
}
