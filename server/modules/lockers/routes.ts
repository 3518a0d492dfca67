/** HTTP for lockers: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { getVersionInForce } from '#modules/catalogue';
import { allowReading, deliverFile, readContent, tiesOfSubject } from '#modules/documents';
import { mayActFor } from '#modules/people';
import { brake } from '#platform/brake';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { serve, type Ask } from '#platform/http';
import { isStaff, type Actor, type Ties } from '#platform/permissions';
import { general } from '#platform/problems';
import { lockersContract } from './contract.ts';
import type { Owner } from './entry.ts';
import { askAtWindow, findFitting, inHand } from './find-fitting.ts';
import { giveConsent, withdrawConsent } from './give-consent.ts';
import { addUpload, removeUpload, revokeEntry, subjectKind, verifyEntry } from './keep-entries.ts';
import { may } from './may.ts';
import { noteOpening } from './note-opening.ts';
import { lockerProblems } from './problems.ts';
import { getEntry, listEntries } from './store.ts';
import { getConsent, getCopy, listConsents, listUsages } from './usage-store.ts';
import { consentsFor, entryOf, fittingOf, foundOf, usageOf } from './views.ts';
import { isAtCounter, ownerOf, tiesOfLocker } from './whose.ts';

/** Looking for what others have is work at a counter, not a search. */
const lookBrake = brake(200, 1);
const uploadBrake = brake(60, 5);

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;
  // The files of own uploads: their owner's alone, whoever uploaded them for the company.
  allowReading(subjectKind, async (reader, id, actor) => {
    const entry = await getEntry(reader, id);
    return { ...(await tiesOfLocker(ground, actor, entry)), private: true };
  });

  const today = (): string => shanghaiDay(ground.clock.now());
  /** The locker that the query names, once the actor may. */
  const mine = async (actor: Actor, asked: { organisationId?: string }, allow: Ask['allow']): Promise<Owner> => {
    const owner = ownerOf(actor, asked);
    const isNobody = owner.personId === null && owner.organisationId === null;
    // An account of staff alone has no locker: there is nothing to be read, and nothing can be put in.
    allow(isNobody ? { owners: [actor.accountId] } : await tiesOfLocker(ground, actor, owner));
    return owner;
  };
  const toKeep = async (actor: Actor, organisationId: string | undefined, allow: Ask['allow']): Promise<Owner> => {
    const owner = await mine(actor, organisationId ? { organisationId } : {}, allow);
    if (owner.personId === null && owner.organisationId === null) throw general.forbidden();
    return owner;
  };
  /** For whom the actor looks: their own, whoever they may act for in this item, or whoever stands at the counter. */
  const tiesForItem = async (actor: Actor, owner: Owner, itemId: string): Promise<Ties> => {
    if (owner.personId !== null && owner.personId === actor.personId) return { owners: [owner.personId] };
    const item = actor.personId ? await getVersionInForce(ground, itemId, today()) : undefined;
    if (!item) return {};
    const { code: itemCode, baseCode } = item;
    const principal = owner.organisationId ? { organisationId: owner.organisationId } : { personId: owner.personId! };
    const acts = await mayActFor(db, actor.personId!, { ...principal, itemCode, baseCode, at: ground.clock.now() });
    return { owners: [acts ? actor.personId : null] };
  };
  const page = ({ limit, offset }: { limit?: number; offset?: number }) => [limit ?? 50, offset ?? 0] as const;

  serve(app, 'lockers', lockersContract, may, {
    myLocker: async ({ query, actor, allow }) => {
      const owner = await mine(actor, query, allow);
      const { rows, total } = await listEntries(db, owner, ...page(query));
      return { rows: rows.map((entry) => entryOf(entry, today())), total };
    },
    addEntry: async ({ body, actor, allow }) => {
      const { organisationId, ...fresh } = body;
      const owner = await toKeep(actor, organisationId, allow);
      uploadBrake(ground, actor.accountId!);
      return entryOf({ ...(await addUpload(ground, actor, owner, fresh)), uses: 0, lastUsedAt: null }, today());
    },
    removeEntry: async ({ params, actor, allow }) => {
      allow(await tiesOfLocker(ground, actor, await getEntry(db, params.id)));
      await removeUpload(ground, actor, params.id);
    },
    openEntry: async ({ params, query, actor, allow, reply }) => {
      const entry = await getEntry(db, params.id);
      allow(await tiesOfLocker(ground, actor, entry));
      await deliver(reply, entry, query);
    },
    openCopy: async ({ params, query, actor, allow, reply }) => {
      const copy = await getCopy(db, params.id);
      const ties = await tiesOfSubject(db, { kind: 'case', id: copy.caseId! }, actor);
      allow(ties);
      const own = actor.personId !== null && (ties.owners ?? []).includes(actor.personId);
      if (!own && (query.n ?? 0) === 0) await noteOpening(ground, actor, copy);
      await deliver(reply, copy, query);
    },
    fittingEntries: async ({ query, actor, allow }) => {
      const owner = ownerOf(actor, query);
      allow(await tiesForItem(actor, owner, query.itemId));
      lookBrake(ground, actor.accountId!);
      const found = await findFitting(ground, actor, owner, query.itemId);
      return foundOf(found);
    },
    askAtWindow: async ({ body, actor }) => {
      const owner = ownerOf(actor, body);
      if (!isStaff(actor) || (!body.personId && !body.organisationId) || !isAtCounter(actor, owner))
        throw lockerProblems.notConsented();
      lookBrake(ground, actor.accountId!);
      return foundOf(await askAtWindow(ground, actor, owner, body));
    },
    verifyEntry: async ({ params, body, actor }) => {
      const item = await getVersionInForce(ground, body.itemId, today());
      if (!item) throw lockerProblems.notConsented();
      return fittingOf(await verifyEntry(ground, actor, params.id, inHand(item)), true);
    },
    revokeEntry: async ({ params, body, actor, allow }) => {
      const { departmentId } = await getEntry(db, params.id);
      allow({ departments: [departmentId] });
      await revokeEntry(ground, actor, params.id, body.reason);
    },
    listUsages: async ({ query, actor, allow }) => {
      const owner = await mine(actor, query, allow);
      const { rows, total } = await listUsages(db, owner, query.entryId, ...page(query));
      return { rows: rows.map(usageOf), total };
    },
    listConsents: async ({ query, actor, allow }) => {
      const owner = await mine(actor, query, allow);
      const { rows, total } = await listConsents(db, owner, ground.clock.now(), ...page(query));
      return { rows: await consentsFor(ground, rows), total };
    },
    giveConsent: async ({ body, actor, allow }) => {
      const { organisationId, ...asked } = body;
      const owner = await toKeep(actor, organisationId, allow);
      return (await consentsFor(ground, [await giveConsent(ground, actor, owner, asked)]))[0]!;
    },
    withdrawConsent: async ({ params, actor, allow }) => {
      allow(await tiesOfLocker(ground, actor, await getConsent(db, params.id)));
      await withdrawConsent(ground, actor, params.id);
    },
  });

  /** Sends the n-th file of what has files or a document. */
  async function deliver(
    reply: Ask['reply'],
    of: { fileIds: readonly string[]; documentId: string | null },
    { n = 0, download }: { n?: number; download?: boolean },
  ): Promise<void> {
    const fileId = of.fileIds[n];
    const wanted = of.documentId && n === 0 ? { documentId: of.documentId } : fileId ? { fileId } : undefined;
    if (!wanted) throw lockerProblems.noSuchEntry();
    const { type, name, tag, body } = await readContent(ground, wanted);
    deliverFile(reply, { type, name, tag, download });
    reply.send(body);
  }
}
