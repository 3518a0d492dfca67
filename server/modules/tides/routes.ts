/** HTTP for tides: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { addDays } from '#modules/deadlines';
import { shanghaiDay, startOfDay } from '#platform/clock';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { adviceOfClerk, findStep, getAdvice, listAdvice } from './advice/advice-store.ts';
import { answerRequest, refuseAdvice, takeAdvice } from './advice/decide.ts';
import { tidesContract } from './contract.ts';
import { adviceChanged } from './events.ts';
import { may } from './may.ts';
import { tidesProblems } from './problems.ts';
import { effectsOf, listUsual, mustBeHall, readAdvice, readRule, readStaffing, seenAdvice, showTides } from './read-tides.ts'; // prettier-ignore
import { listLooks, saveRule } from './watch/rule-store.ts';
import { namable } from './watch/who-decides.ts';

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db, clock } = ground;
  serve(app, 'tides', tidesContract, may, {
    showTides: async ({ params }) => {
      await mustBeHall(ground, params.id);
      return showTides(ground, params.id);
    },
    listUsual: async ({ params, query }) => {
      await mustBeHall(ground, params.id);
      return listUsual(ground, params.id, query.zone);
    },
    listLooks: async ({ params, query }) => {
      await mustBeHall(ground, params.id);
      const day = query.day ?? shanghaiDay(clock.now());
      const rows = await listLooks(db, params.id, query.zone, startOfDay(day), startOfDay(addDays(day, 1)));
      return rows.map((row) => ({
        at: row.at.toISOString(),
        waiting: row.waiting,
        wait: row.waitMinutes,
        usual: row.usualMinutes,
        next: row.nextMinutes,
        nextUsual: row.nextUsualMinutes,
        windows: row.windows,
        verdict: row.verdict,
        adviceId: row.adviceId,
      }));
    },
    listAdvice: async ({ params, query }) => {
      await mustBeHall(ground, params.id);
      const { limit = 50, offset = 0, from, to, ...rest } = query;
      const span = { from: from && startOfDay(from), until: to && startOfDay(addDays(to, 1)) };
      const { rows, total } = await listAdvice(
        db,
        { outletId: params.id, at: clock.now(), ...rest, ...(span as object) },
        limit,
        offset,
      );
      return { rows: rows.map((row) => seenAdvice(row, clock.now())), total };
    },
    sumEffects: async ({ params, query }) => {
      await mustBeHall(ground, params.id);
      return effectsOf(ground, params.id, query);
    },
    getAdvice: ({ params }) => readAdvice(ground, params.id),
    takeAdvice: async ({ params, body, actor }) =>
      seenAdvice(await takeAdvice(ground, params.id, actor, body.actionId), clock.now()),
    refuseAdvice: async ({ params, body, actor }) =>
      seenAdvice(await refuseAdvice(ground, params.id, actor, body), clock.now()),
    myRequests: async ({ actor }) =>
      (await adviceOfClerk(db, actor.accountId!)).map((row) => seenAdvice(row, clock.now())),
    answerRequest: async ({ params, body, actor, allow }) => {
      const [advice, done] = await Promise.all([getAdvice(db, params.id), findStep(db, body.actionId)]);
      // Whoever cannot come is asked no more, and still hears that it was noted when the answer was lost.
      const isOwn = done?.adviceId === advice.id && done.accountId === actor.accountId;
      allow({ holder: isOwn ? done.accountId : advice.clerkId });
      return seenAdvice(
        await answerRequest(ground, params.id, actor, { ...body, reason: body.reason ?? '' }),
        clock.now(),
      );
    },
    showStaffing: async ({ params, query }) => {
      await mustBeHall(ground, params.id);
      return readStaffing(ground, params.id, query);
    },
    showRule: async ({ params }) => {
      await mustBeHall(ground, params.id);
      return readRule(ground, params.id);
    },
    saveRule: async ({ params, body, actor }) => {
      await mustBeHall(ground, params.id);
      const at = clock.now();
      const office = await namable(db, shanghaiDay(at));
      if (body.managerIds.some((id) => !office.includes(id))) throw tidesProblems.noManager();
      await db.transaction((tx) => {
        saveRule(tx, params.id, body, at, actor.name);
        emit(tx, adviceChanged, params.id, { outletId: params.id, everybody: true });
      });
      return readRule(ground, params.id);
    },
  });
}
