/** HTTP for cases: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { allowReading, deliverFile } from '#modules/documents';
import { noteLook, organisationsOf } from '#modules/people';
import { brake } from '#platform/brake';
import type { Ground } from '#platform/ground';
import { serve, type Ask } from '#platform/http';
import { rolesOf, type Actor } from '#platform/permissions';
import { casesContract } from './contract.ts';
import { accept, askSupplement, referOut, refuseAcceptance, sayNotNeeded, sendOn } from './course/acceptance.ts';
import { askExtension, cancelClock, declineExtension, extend, pause, resume } from './course/clock-acts.ts';
import { deliver, examine, grant, issue, refuse } from './course/decision.ts';
import { askFee, refundFee, waiveFee } from './course/fees.ts';
import { askForHearing, offerHearing, recordHearing, setHearing, waiveHearing } from './course/hearing-acts.ts';
import { correct, handOver, note, take, withdraw } from './course/keeping.ts';
import { supplement } from './course/supplement.ts';
import { drawApplicationForm } from './form/draw-form.ts';
import type { Draft } from './intake/draft-store.ts';
import { draftsOf, dropDraft, getDraft, saveDraft, tiesOfDraft } from './intake/drafts.ts';
import { finishAtOnce } from './intake/finish-at-once.ts';
import { submitCase, type Submitted } from './intake/submit-case.ts';
import { casesOf, workList, type WorkFilter } from './list-store.ts';
import { publicHearings } from './hearing-store.ts';
import { explainClocks } from './explain-clocks.ts';
import { may } from './may.ts';
import { looksOn, readCase, trackCase } from './read-case.ts';
import type { CaseState, Receipt } from './shapes.ts';
import { findOpenLike, getCaseRow, type CaseRow } from './store.ts';
import type { Deed, Who } from './take-step.ts';
import { tiesOf } from './ties.ts';
import { checkPromise, cure, returnCure, revoke } from './undertakings/undertaking-acts.ts';
import { undertakingHandlers } from './undertakings/undertaking-routes.ts';

const stateOf = ({ id, number, state, seq, targetOn, fatalOn }: CaseRow): CaseState => ({
  id,
  number,
  state,
  seq,
  targetOn,
  fatalOn,
});

const receiptOf = ({ row, openLike }: Submitted): Receipt => ({
  ...stateOf(row),
  trackCode: row.trackCode,
  submittedAt: row.submittedAt.toISOString(),
  openLike: openLike.map((like) => ({ ...like, submittedAt: like.submittedAt.toISOString() })),
});

const draftOf = ({ id, itemId, itemVersion, content, version, updatedAt }: Draft) => ({
  id,
  itemId,
  itemVersion,
  content,
  version,
  updatedAt: updatedAt.toISOString(),
});

/** The part of a work list's filter that comes from who is reading: their departments and outlets, unless they oversee all. */
function reachOf(actor: Actor): Pick<WorkFilter, 'within'> {
  if (rolesOf(actor).some((role) => role === 'office' || role === 'auditor')) return {};
  const present = (ids: (string | null)[]) => ids.filter((id) => id !== null);
  return {
    within: {
      departmentIds: present(actor.posts.map((post) => post.departmentId)),
      outletIds: present(actor.posts.map((post) => post.outletId)),
    },
  };
}

/** Leaves the line in the trail of who looked at data of others. */
const noteLookAt = (ground: Ground, actor: Actor, personId: string | null, found: number): Promise<void> =>
  ground.db.transaction(async (tx) =>
    noteLook(tx, {
      at: ground.clock.now(),
      accountId: actor.accountId!,
      personId,
      how: personId === null && found !== 1 ? 'bulk' : 'lookUp',
      purpose: personId === null && found !== 1 ? '全区办件中按姓名或编号查找' : '查看办件',
      found,
    }),
  );

/** Numbers rise and surnames are few: whoever tries them out gets no further, nor do many machines at one number. */
const trackBrake = brake(40, 2);
const numberBrake = brake(10, 30);

/** No person hands in so many: what goes beyond is a machine. Room for an act that is sent again and again while the database is away. */
const submitBrake = brake(150, 0.2);
const draftBrake = brake(120, 1);

/** A handler for a step: everything about it is in its verb. */
const stepping =
  <D extends Deed>(ground: Ground, verb: (ground: Ground, who: Who, caseId: string, deed: D) => Promise<CaseRow>) =>
  async ({ params, body, actor, allow }: Pick<Ask, 'actor' | 'allow'> & { params: unknown; body: unknown }) =>
    stateOf(await verb(ground, { actor, allow }, (params as { id: string }).id, body as D));

export function routes(app: FastifyInstance, ground: Ground): void {
  allowReading('case', async (reader, id, actor) => tiesOf(ground, await getCaseRow(reader, id), actor, reader), {
    isUnpaid: async (reader, id) => (await getCaseRow(reader, id)).feeState === 'asked',
  });
  allowReading('draft', tiesOfDraft, { filesMayGo: true });
  serve(app, 'cases', casesContract, may, {
    submitCase: async ({ body, actor, allow }) => {
      submitBrake(ground, actor.accountId!);
      return receiptOf(await submitCase(ground, { actor, allow }, body));
    },
    finishAtOnce: async ({ body, actor, allow }) => receiptOf(await finishAtOnce(ground, { actor, allow }, body)),
    openLike: async ({ query, actor, allow }) => {
      const { organisationId = null } = query;
      const personId = query.personId ?? (organisationId ? null : actor.personId);
      const acts =
        organisationId &&
        actor.personId &&
        (await organisationsOf(ground.db, actor.personId, ground.clock.now())).includes(organisationId);
      allow({ owners: [organisationId ? (acts ? actor.personId : null) : personId] });
      const found = await findOpenLike(ground.db, query.itemId, { personId, organisationId });
      return found.map((like) => ({ ...like, submittedAt: like.submittedAt.toISOString() }));
    },
    getCase: async ({ params, actor, allow }) => {
      const row = await getCaseRow(ground.db, params.id);
      const ties = await tiesOf(ground, row, actor);
      allow(ties);
      if (looksOn(actor, ties)) await noteLookAt(ground, actor, row.personId, 1);
      return readCase(ground, row, { actor, ties }, may);
    },
    explainClocks: async ({ params, actor, allow }) => {
      const row = await getCaseRow(ground.db, params.id);
      allow(await tiesOf(ground, row, actor));
      return explainClocks(ground, row);
    },
    applicationForm: async ({ params, query, actor, allow, reply }) => {
      const row = await getCaseRow(ground.db, params.id);
      const ties = await tiesOf(ground, row, actor);
      allow(ties);
      if (looksOn(actor, ties)) await noteLookAt(ground, actor, row.personId, 1);
      const { bytes, hash } = await drawApplicationForm(ground, row);
      const name = `${row.number}-申请表.pdf`;
      deliverFile(reply, { type: 'application/pdf', name, tag: hash, download: query.download });
      reply.send(bytes);
    },
    trackCase: ({ body, raw }) => {
      if (!body.code) {
        trackBrake(ground, raw.ip);
        numberBrake(ground, body.number?.trim() ?? '');
      }
      return trackCase(ground, body);
    },
    publicHearings: ({ query }) => publicHearings(ground, { limit: query.limit ?? 50, offset: query.offset ?? 0 }),
    myCases: async ({ query, actor }) => {
      if (!actor.personId) return { rows: [], total: 0 };
      const organisationIds = await organisationsOf(ground.db, actor.personId, ground.clock.now());
      return casesOf(
        ground,
        { personId: actor.personId, organisationIds },
        {
          limit: query.limit ?? 50,
          offset: query.offset ?? 0,
          ...(query.open === undefined ? {} : { open: query.open }),
        },
      );
    },
    workList: async ({ query, actor, allow }) => {
      const reach = reachOf(actor);
      allow({ departments: reach.within?.departmentIds ?? [], outlets: reach.within?.outletIds ?? [] });
      const { holder, limit, offset, ...rest } = query;
      const held =
        holder === 'nobody'
          ? 'nobody'
          : holder === 'me'
            ? { is: actor.accountId! }
            : holder === 'others'
              ? { not: actor.accountId! }
              : undefined;
      const found = await workList(ground, {
        ...rest,
        ...reach,
        ...(held ? { holder: held } : {}),
        limit: limit ?? 50,
        offset: offset ?? 0,
      });
      // Looking for a name in the whole district is a bulk look-up.
      if (!reach.within && query.find) await noteLookAt(ground, actor, null, found.total);
      return found;
    },
    accept: stepping(ground, accept),
    askSupplement: stepping(ground, askSupplement),
    supplement: stepping(ground, supplement),
    refuseAcceptance: stepping(ground, refuseAcceptance),
    sayNotNeeded: stepping(ground, sayNotNeeded),
    sendOn: stepping(ground, sendOn),
    referOut: stepping(ground, referOut),
    examine: stepping(ground, examine),
    grant: stepping(ground, grant),
    refuse: stepping(ground, refuse),
    issue: stepping(ground, issue),
    deliver: stepping(ground, deliver),
    withdraw: stepping(ground, withdraw),
    correct: stepping(ground, correct),
    take: stepping(ground, take),
    handOver: stepping(ground, handOver),
    askFee: stepping(ground, askFee),
    waiveFee: stepping(ground, waiveFee),
    refundFee: stepping(ground, refundFee),
    pause: stepping(ground, pause),
    resume: stepping(ground, resume),
    askExtension: stepping(ground, askExtension),
    extend: stepping(ground, extend),
    declineExtension: stepping(ground, declineExtension),
    cancelClock: stepping(ground, cancelClock),
    offerHearing: stepping(ground, offerHearing),
    askForHearing: stepping(ground, askForHearing),
    waiveHearing: stepping(ground, waiveHearing),
    setHearing: stepping(ground, setHearing),
    recordHearing: stepping(ground, recordHearing),
    cure: stepping(ground, cure),
    returnCure: stepping(ground, returnCure),
    checkPromise: stepping(ground, checkPromise),
    revoke: stepping(ground, revoke),
    ...undertakingHandlers(ground),
    note: stepping(ground, note),
    saveDraft: async ({ params, body, actor, allow }) => {
      allow({ owners: [actor.accountId] });
      draftBrake(ground, actor.accountId!);
      return draftOf(await saveDraft(ground, actor.accountId!, params.id, body));
    },
    myDrafts: async ({ actor }) => (await draftsOf(ground, actor.accountId!)).map(draftOf),
    getDraft: async ({ params, allow }) => {
      const draft = await getDraft(ground, params.id);
      allow({ owners: [draft.accountId] });
      return draftOf(draft);
    },
    dropDraft: async ({ params, allow }) => {
      const draft = await getDraft(ground, params.id);
      allow({ owners: [draft.accountId] });
      await dropDraft(ground, draft);
    },
  });
}
