/** HTTP for the exchange: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { getCaseRow, tiesOf } from '#modules/cases';
import { allowReading } from '#modules/documents';
import { brake } from '#platform/brake';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { enqueue } from '#platform/jobs';
import { rolesOf } from '#platform/permissions';
import { exchangeContract, type PartnerItem, type TakenLine } from './contract.ts';
import { deliver } from './job-types.ts';
import { may } from './may.ts';
import { listQueue, makeDue } from './message-store.ts';
import { offeredLines, offerItem } from './offers.ts';
import { ownKey } from './own-key.ts';
import { addPartner, addPartnerKey, readPartners, refreshItems, rotateKey } from './partners.ts';
import { deleteOffered, findPartnerItem, findPartnerItems, type PartnerItemRow } from './piece-store.ts';
import { exchangeProblems } from './problems.ts';
import { readTaken } from './read-taken.ts';
import { receive } from './receive.ts';
import { findDistrictOf, revokeKey, type TakenRow } from './store.ts';
import { supplementTaken, takeIn } from './take-in.ts';
import { findTaken, getTaken, listTaken } from './taken-store.ts';

const lineOf = (row: TakenRow): TakenLine => {
  const { id, partnerId, partnerName, itemId, itemName, applicantName, number, trackCode, refusal, state, fault } = row;
  const waitingSince = row.waitingSince?.toISOString() ?? null;
  return { id, partnerId, partnerName, itemId, itemName, applicantName, number, trackCode, refusal, state, fault, waitingSince, takenAt: row.takenAt.toISOString() }; // prettier-ignore
};

const itemOf = ({ partnerId, partnerName, itemId, version, body, department }: PartnerItemRow): PartnerItem => {
  const { name, nameEn = null, plainName = null, plainNameEn = null } = body;
  return { partnerId, partnerName, itemId, version, name, nameEn, plainName, plainNameEn, department };
};

const ownersOf = (row: TakenRow | undefined) => ({ owners: row ? [row.takenBy, row.personId] : [] });
const at = (day: Date): string => day.toISOString();

/** Signatures cost a thousandth of a second each to look at: a stranger gets no further than this. */
const strangers = brake(600, 0.05);

export function routes(app: FastifyInstance, ground: Ground): void {
  allowReading('taken', async (reader, id) => ownersOf(await findTaken(reader, id)));
  serve(app, 'exchange', exchangeContract, may, {
    ownKey: async () => {
      const { publicKey, fingerprint } = await ownKey(ground.dataFolder);
      const { code, name } = ground.district;
      return { code, name, baseUrl: ground.publicUrl, publicKey, fingerprint };
    },
    rotateKey: () => rotateKey(ground),
    listPartners: () => readPartners(ground),
    addPartner: ({ body, actor }) => addPartner(ground, actor.accountId!, body),
    addPartnerKey: ({ params, body, actor }) => addPartnerKey(ground, actor.accountId!, params.id, body),
    revokePartnerKey: async ({ params, body }) => {
      const done = await ground.db.transaction((tx) => revokeKey(tx, params.id, body.keyId, ground.clock.now()));
      if (!done) throw exchangeProblems.notFound();
    },
    refreshItems: ({ params }) => refreshItems(ground, params.id),
    listOffered: () => offeredLines(ground),
    offerItem: ({ params, actor }) => offerItem(ground, actor.accountId!, params.id),
    endOffer: async ({ params }) => {
      if (!(await ground.db.transaction((tx) => deleteOffered(tx, params.id)))) throw exchangeProblems.notFound();
    },
    findPartnerItems: async ({ query: { limit, offset, ...asked } }) => {
      const { rows, total } = await findPartnerItems(ground.db, asked, limit ?? 50, offset ?? 0);
      return { rows: rows.map(itemOf), total };
    },
    getPartnerItem: async ({ params }) => {
      const row = await findPartnerItem(ground.db, params.partnerId, params.id);
      if (!row) throw exchangeProblems.itemNotOffered();
      return { ...itemOf(row), fetchedAt: at(row.fetchedAt), body: row.body };
    },
    fromDistrict: async ({ params, actor, allow }) => {
      const row = await getCaseRow(ground.db, params.id);
      allow(await tiesOf(ground, row, actor));
      return (await findDistrictOf(ground.db, row.id)) ?? null;
    },
    listQueue: async ({ query }) => {
      const { rows, total } = await listQueue(ground.db, query.limit ?? 50, query.offset ?? 0);
      return { rows: rows.map((row) => ({ ...row, createdAt: at(row.createdAt), nextAt: at(row.nextAt) })), total };
    },
    retryNow: async () => {
      await ground.db.transaction(async (tx) => {
        makeDue(tx, ground.clock.now());
        enqueue(tx, deliver, [{ payload: {}, key: deliver.name }]);
      });
    },
    takeIn: async ({ body, actor, allow }) => {
      // For whoever came only those at a window; for oneself everybody.
      allow(body.applicant ? {} : { owners: [actor.personId] });
      return lineOf(await takeIn(ground, actor, body));
    },
    supplementTaken: async ({ params, body, actor, allow }) => {
      const row = await getTaken(ground.db, params.id);
      allow(ownersOf(row));
      return lineOf(await supplementTaken(ground, actor, row, body));
    },
    listTaken: async ({ query, actor, allow }) => {
      allow({ owners: [actor.accountId] });
      const all = rolesOf(actor).some((role) => role === 'office' || role === 'auditor');
      const of = all ? undefined : { takenBy: actor.accountId! };
      const { rows, total } = await listTaken(ground.db, of, query.limit ?? 50, query.offset ?? 0);
      return { rows: rows.map(lineOf), total };
    },
    myTaken: async ({ query, actor }) => {
      if (!actor.personId) return { rows: [], total: 0 };
      const of = { personId: actor.personId };
      const { rows, total } = await listTaken(ground.db, of, query.limit ?? 50, query.offset ?? 0);
      return { rows: rows.map(lineOf), total };
    },
    getTaken: async ({ params, allow }) => {
      const row = await getTaken(ground.db, params.id);
      allow(ownersOf(row));
      return { ...lineOf(row), ...(await readTaken(ground, row)) };
    },
    receiveMessage: ({ body, raw }) => {
      strangers(ground, raw.ip);
      return receive(ground, body);
    },
  });
}
