/** HTTP for after-hours service: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { getErrand, getPlace } from '#modules/hall';
import type { Ground } from '#platform/ground';
import { serve, type Ask } from '#platform/http';
import { mayAct, rolesOf, type Actor, type Ties } from '#platform/permissions';
import { askFor, freeTicket, mustBeBeyond, timesAt } from './ask.ts';
import { afterhoursContract } from './contract.ts';
import { may } from './may.ts';
import { countsOf, lineOf, outletNames, seenOf, wholeOf, whoMayStay } from './read.ts';
import type { Step } from './request.ts';
import { getByCode, getRequest, listRequests, offersAt, saveOfferRow, type OfferRow, type RequestFilter, type RequestRow } from './store.ts'; // prettier-ignore
import { takeStep, type Deed } from './take-step.ts';

/** The departments whose requests the actor may see; undefined: all. */
const withinOf = (actor: Actor): string[] | undefined =>
  rolesOf(actor).some((role) => role === 'office' || role === 'auditor')
    ? undefined
    : actor.posts.flatMap(({ role, departmentId }) => (role === 'head' && departmentId ? [departmentId] : []));

const { auditor: _, ...whoOpens } = may.getRequest;
/** An auditor looks at what was done, not at whom it was done for; unless another post reaches this very request. */
const opens = (actor: Actor, ties: Ties): boolean => mayAct(whoOpens, actor, ties);

const offerOf = ({ period, opens, closes, places, daysAhead, noticeMinutes }: OfferRow) => ({ period, opens, closes, places, daysAhead, noticeMinutes }); // prettier-ignore

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db, clock } = ground;
  const seen = async (row: RequestRow) => seenOf(row, await outletNames(db));
  const page = async (filter: RequestFilter, limit = 50, offset = 0) => {
    const [{ rows, total }, names] = await Promise.all([listRequests(db, filter, limit, offset), outletNames(db)]);
    return { rows, total, names };
  };
  const lines = async (filter: RequestFilter, limit?: number, offset?: number) => {
    const { rows, total, names } = await page(filter, limit, offset);
    return { rows: rows.map((row) => lineOf(row, names)), total };
  };
  type Stepping<B> = Pick<Ask, 'actor' | 'allow'> & { params: { id: string }; body: B };
  const step =
    <B extends { actionId: string }>(kind: Step, deedOf: (body: B, confirmed: boolean) => Deed = (body) => body) =>
    async ({ params, body, actor, allow }: Stepping<B>) => {
      const row = await getRequest(db, params.id);
      allow({ departments: [row.departmentId], holder: row.staffId });
      const by = { accountId: actor.accountId, name: actor.name };
      const confirmed = rolesOf(actor).includes('office') && actor.accountId !== row.staffId;
      return wholeOf(ground, await takeStep(ground, by, row.id, kind, deedOf(body, confirmed)), true);
    };

  serve(app, 'afterhours', afterhoursContract, may, {
    listTimes: async ({ params }) =>
      (await timesAt(ground, params.id)).map(({ beginsAt, endsAt, ...time }) => ({
        ...time,
        beginsAt: beginsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
    askForTime: async ({ body: { errandId, phone, ...asked }, actor }) => {
      const { accountId, name } = actor;
      const asker = { door: 'portal', personId: actor.personId ?? accountId, accountId, name, phone: phone ?? '' } as const; // prettier-ignore
      return seen(await askFor(ground, await getErrand(ground, errandId), asked, asker));
    },
    askWithTicket: async ({ body: { ticketCode, name, phone, ...asked } }) => {
      const { ticket, errand } = await freeTicket(ground, ticketCode);
      const asker = { door: 'ticket', personId: ticket.personId, accountId: null, name: name ?? '', phone, ticket } as const; // prettier-ignore
      return seen(await askFor(ground, errand, asked, asker));
    },
    askAtDesk: async ({ body: { errandId, name, phone, ...asked }, actor, allow }) => {
      const errand = await getErrand(ground, errandId);
      allow({ outlets: [errand.outletId] });
      const asker = { door: 'desk', personId: null, accountId: actor.accountId, name, phone } as const;
      return seen(await askFor(ground, errand, asked, asker));
    },
    lookRequest: async ({ params }) => seen(await getByCode(db, params.code)),
    cancelRequest: async ({ params, body }) => {
      const { id } = await getByCode(db, params.code);
      // In the history it is whoever asked, not whose browser it was.
      return seen(await takeStep(ground, { accountId: null, name: '' }, id, 'cancel', body));
    },
    myRequests: async ({ query, actor }) => {
      const personId = actor.personId ?? actor.accountId!;
      const { rows, total, names } = await page({ personId }, query.limit, query.offset);
      return { rows: rows.map((row) => seenOf(row, names)), total };
    },
    listRequests: ({ query, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: query.departmentId ? [query.departmentId] : (within ?? []) });
      const { limit, offset, ...filter } = query;
      return lines({ ...filter, within }, limit, offset);
    },
    countRequests: ({ query, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: query.departmentId ? [query.departmentId] : (within ?? []) });
      return countsOf(ground, { ...query, within });
    },
    myStays: ({ query, actor }) => lines({ staffId: actor.accountId! }, query.limit, query.offset),
    getRequest: async ({ params, actor, allow }) => {
      const row = await getRequest(db, params.id);
      const ties = { departments: [row.departmentId], holder: row.staffId };
      allow(ties);
      return wholeOf(ground, row, opens(actor, ties));
    },
    listWhoMayStay: async ({ params, allow }) => {
      const row = await getRequest(db, params.id);
      allow({ departments: [row.departmentId] });
      return whoMayStay(ground, row);
    },
    grantRequest: step('grant'),
    refuseRequest: step('refuse', ({ reason, ...body }: { actionId: string; reason: string }) => ({ ...body, text: reason })), // prettier-ignore
    startService: step('start', ({ startedAt, ...body }: { actionId: string; startedAt?: string }) => ({ ...body, ...(startedAt ? { startedAt: new Date(startedAt) } : {}) })), // prettier-ignore
    finishService: step('finish', ({ endedAt, ...body }: { actionId: string; matters: number; endedAt?: string }, confirmed) => ({ ...body, confirmed, ...(endedAt ? { endedAt: new Date(endedAt) } : {}) })), // prettier-ignore
    missService: step('miss'),
    listOffers: ({ params }) => offersAt(db, params.id).then((offers) => offers.map(offerOf)),
    saveOffer: async ({ params: { id: outletId, period }, body, actor }) => {
      await getPlace(db, outletId);
      await mustBeBeyond(ground, outletId, { period, ...body });
      await db.transaction(async (tx) => saveOfferRow(tx, { outletId, period, ...body }, clock.now(), actor.name));
      return (await offersAt(db, outletId)).map(offerOf);
    },
  });
}
