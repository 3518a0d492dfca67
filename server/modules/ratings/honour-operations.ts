/** The wall of honour, over HTTP. */
import { Type, type Static } from 'typebox';
import { ById, closed, Day, Id } from '#platform/contract';

export const Honours = Type.Object({
  from: Day,
  to: Day,
  /** So many ratings at least: what is not shown may be too few, or somebody who does not want to be named. */
  least: Type.Integer(),
  rows: Type.Array(Type.Object({ name: Type.String(), rated: Type.Integer(), good: Type.Integer() })),
});
export type Honours = Static<typeof Honours>;
const Answer = Type.Object({ agrees: Type.Boolean() });

export const honourOperations = {
  showHonours: {
    method: 'GET',
    path: '/honours/:id',
    summary: 'The wall of honour of a hall: whose visits were rated best last month, of those who agree to be named',
    params: ById,
    reply: Honours,
  },
  myHonour: {
    method: 'GET',
    path: '/my/honour',
    summary: 'Whether I agree to be named on the wall of honour',
    reply: Answer,
  },
  answerHonour: {
    method: 'PUT',
    path: '/my/honour',
    summary: 'Agree to be named on the wall of honour, or no more; it holds at once',
    body: closed({ actionId: Id, agrees: Type.Boolean() }),
    reply: Answer,
    problems: ['ratings.actionReused'],
  },
} as const;
