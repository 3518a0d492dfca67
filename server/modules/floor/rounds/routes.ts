/** HTTP for wardens and rounds. */
import { getPlace } from '#modules/hall';
import type { Ground } from '#platform/ground';
import type { Handlers } from '#platform/http';
import { rolesOf, type Actor } from '#platform/permissions';
import { turnsBetween } from '../attendance/store.ts';
import type { roundOperations } from './operations.ts';
import { finishRound, getRound, markPoint, roundLineOf, startPatrol, wholeRound } from './rounds.ts';
import { listRounds } from './store.ts';
import { findHand, listPoints } from './warden-store.ts';
import { getWarden, handOverWarden, planWardens, readWardens, setPoints, zonesOf } from './wardens.ts';

/** The account to whose own the actor is bound; undefined for those who see everybody's. */
export const boundTo = (actor: Actor): string | undefined =>
  rolesOf(actor).some((role) => role === 'office' || role === 'auditor') ? undefined : actor.accountId!;

export function roundRoutes(ground: Ground): Handlers<typeof roundOperations> {
  const { db } = ground;
  return {
    readWardens: async ({ params, query }) => {
      await getPlace(db, params.id);
      const rows = await readWardens(ground, params.id, query);
      const turns = await turnsBetween(db, params.id, query.to, query.to, null);
      const people = new Map(turns.map(({ accountId, name }) => [accountId, { accountId, name }]));
      return { zones: await zonesOf(ground, params.id), people: [...people.values()], rows };
    },
    planWardens: async ({ params, body, actor }) => {
      await getPlace(db, params.id);
      return { planned: await planWardens(ground, actor, params.id, body) };
    },
    handOverWarden: async ({ params, body, actor, allow }) => {
      const [row, done] = await Promise.all([getWarden(ground, params.id), findHand(db, body.actionId)]);
      // Who handed it over is its warden no more, and may say so again when the answer was lost.
      allow({ owners: [row.accountId, done?.wardenId === row.id ? done.byAccountId : null] });
      await handOverWarden(ground, actor, row, body);
      return (await readWardens(ground, row.outletId, { from: row.day, to: row.day }, row.id))[0]!;
    },
    listPoints: async ({ params }) => {
      await getPlace(db, params.id);
      return listPoints(db, params.id);
    },
    savePoints: async ({ params, body }) => {
      await getPlace(db, params.id);
      return setPoints(ground, params.id, body.points);
    },
    startPatrol: async ({ params, body, actor, allow }) => {
      await getPlace(db, params.id);
      allow({ outlets: [params.id] });
      return wholeRound(ground, (await startPatrol(ground, actor, params.id, body)).id, actor);
    },
    listRounds: async ({ params, query, actor, allow }) => {
      const walker = boundTo(actor);
      allow({ owners: [actor.accountId!] });
      await getPlace(db, params.id);
      const { limit = 50, offset = 0, ...filter } = query;
      const { rows, total } = await listRounds(db, { ...filter, outletId: params.id, walker }, limit, offset);
      return { rows: rows.map((row) => roundLineOf(row, actor)), total };
    },
    getRound: async ({ params, actor, allow }) => {
      allow({ owners: (await getRound(ground, params.id)).walkers });
      return wholeRound(ground, params.id, actor);
    },
    markPoint: async ({ params, body, actor, allow }) => {
      const row = await getRound(ground, params.id);
      allow({ owners: row.walkers });
      await markPoint(ground, actor, row, body);
      return wholeRound(ground, params.id, actor);
    },
    finishRound: async ({ params, body, actor, allow }) => {
      const row = await getRound(ground, params.id);
      allow({ owners: row.walkers });
      await finishRound(ground, row, body.note);
      return wholeRound(ground, params.id, actor);
    },
  };
}
