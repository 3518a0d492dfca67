/** HTTP for suggestions: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { shanghaiDay } from '#modules/deadlines';
import { brake } from '#platform/brake';
import type { Ground } from '#platform/ground';
import { serve, type Ask } from '#platform/http';
import { rolesOf, type Actor } from '#platform/permissions';
import { improvementsContract } from './contract.ts';
import type { Step } from './improvement.ts';
import { may } from './may.ts';
import { lineOf, wholeOf } from './read-suggestion.ts';
import { countSuggestions, getSuggestion, listSuggestions, type SuggestionFilter } from './store.ts';
import { suggest } from './suggest.ts';
import { takeStep, type Deed } from './take-step.ts';

/** Five at once, then one each quarter of an hour: people have more than one idea, and a machine has no more than they. */
const suggestBrake = brake(5, 900);

/** The departments whose orders the actor may see; undefined: all. */
const withinOf = (actor: Actor): string[] | undefined =>
  rolesOf(actor).some((role) => role === 'office' || role === 'auditor')
    ? undefined
    : actor.posts.flatMap(({ role, departmentId }) =>
        (role === 'head' || role === 'examiner') && departmentId ? [departmentId] : [],
      );

export function routes(app: FastifyInstance, ground: Ground): void {
  const today = (): string => shanghaiDay(ground.clock.now());
  const page = async (filter: SuggestionFilter, limit = 50, offset = 0) => {
    const { rows, total } = await listSuggestions(ground.db, filter, today(), limit, offset);
    return { rows: rows.map((row) => lineOf(row, today())), total };
  };
  type Stepping = Pick<Ask, 'actor' | 'allow'> & { params: { id: string }; body: Deed };
  const step =
    (kind: Step) =>
    async ({ params, body, actor, allow }: Stepping) => {
      const row = await getSuggestion(ground.db, params.id);
      allow({ departments: [row.departmentId] });
      return wholeOf(ground, actor, await takeStep(ground, actor, params.id, kind, body));
    };
  serve(app, 'improvements', improvementsContract, may, {
    suggest: async ({ body, actor }) => {
      suggestBrake(ground, actor.accountId!);
      return wholeOf(ground, actor, await suggest(ground, actor, body));
    },
    mySuggestions: ({ query, actor }) => page({ accountId: actor.accountId! }, query.limit, query.offset),
    listSuggestions: ({ query, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: query.departmentId ? [query.departmentId] : (within ?? []) });
      const { limit, offset, ...filter } = query;
      return page({ ...filter, within }, limit, offset);
    },
    countSuggestions: async ({ actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: within ?? [] });
      return { asOf: ground.clock.now().toISOString(), ...(await countSuggestions(ground.db, { within }, today())) };
    },
    getSuggestion: async ({ params, actor, allow }) => {
      const row = await getSuggestion(ground.db, params.id);
      allow({ owners: [row.accountId], departments: [row.departmentId] });
      return wholeOf(ground, actor, row);
    },
    dispatch: step('dispatch'),
    acceptOrder: step('accept'),
    declineOrder: step('decline'),
    planOrder: step('plan'),
    finishOrder: step('finish'),
    verifyOrder: step('verify'),
    sendBackOrder: step('sendBack'),
    adopt: step('adopt'),
    closeSuggestion: step('close'),
  });
}
