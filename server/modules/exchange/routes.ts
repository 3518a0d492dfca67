/** HTTP for the exchange: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { enqueue } from '#platform/jobs';
import { rolesOf } from '#platform/permissions';
import { exchangeContract, type TakenLine } from './contract.ts';
import { deliver } from './job-types.ts';
import { may } from './may.ts';
import { listQueue, makeDue } from './message-store.ts';
import { ownKey } from './own-key.ts';
import { addPartner, addPartnerKey, readPartners } from './partners.ts';
import { exchangeProblems } from './problems.ts';
import { receive } from './receive.ts';
import { getTaken, listSteps, listTaken, revokeKey, type TakenRow } from './store.ts';
import { takeIn } from './take-in.ts';

const lineOf = (row: TakenRow): TakenLine => {
  const { id, partnerId, partnerName, itemId, itemName, applicantName, number, trackCode, refusal, state, fault } = row;
  const waitingSince = row.waitingSince?.toISOString() ?? null;
  return { id, partnerId, partnerName, itemId, itemName, applicantName, number, trackCode, refusal, state, fault, waitingSince, takenAt: row.takenAt.toISOString() }; // prettier-ignore
};

export function routes(app: FastifyInstance, ground: Ground): void {
  serve(app, 'exchange', exchangeContract, may, {
    ownKey: async () => {
      const { publicKey, fingerprint } = await ownKey(ground.dataFolder);
      return { code: ground.district.code, publicKey, fingerprint };
    },
    listPartners: () => readPartners(ground),
    addPartner: ({ body, actor }) => addPartner(ground, actor.accountId!, body),
    addPartnerKey: ({ params, body, actor }) => addPartnerKey(ground, actor.accountId!, params.id, body),
    revokePartnerKey: async ({ params, body }) => {
      const done = await ground.db.transaction((tx) => revokeKey(tx, params.id, body.keyId, ground.clock.now()));
      if (!done) throw exchangeProblems.notFound();
    },
    listQueue: async ({ query }) => {
      const { rows, total } = await listQueue(ground.db, query.limit ?? 50, query.offset ?? 0);
      const at = (day: Date) => day.toISOString();
      return { rows: rows.map((row) => ({ ...row, createdAt: at(row.createdAt), nextAt: at(row.nextAt) })), total };
    },
    retryNow: async () => {
      await ground.db.transaction(async (tx) => {
        makeDue(tx, ground.clock.now());
        enqueue(tx, deliver, [{ payload: {}, key: deliver.name }]);
      });
    },
    takeIn: async ({ body, actor }) => lineOf(await takeIn(ground, actor.accountId!, body)),
    listTaken: async ({ query, actor, allow }) => {
      allow({ owners: [actor.accountId] });
      const all = rolesOf(actor).some((role) => role === 'office' || role === 'auditor');
      const by = all ? undefined : actor.accountId!;
      const { rows, total } = await listTaken(ground.db, by, query.limit ?? 50, query.offset ?? 0);
      return { rows: rows.map(lineOf), total };
    },
    getTaken: async ({ params, allow }) => {
      const row = await getTaken(ground.db, params.id);
      allow({ owners: [row.takenBy] });
      const steps = await listSteps(ground.db, row.id);
      return { ...lineOf(row), steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })) };
    },
    receiveMessage: ({ body }) => receive(ground, body),
  });
}
