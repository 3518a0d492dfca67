/** HTTP for life events, matters and consultations: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { getCaseRow, hinderDecisions, tiesOf } from '#modules/cases';
import { allowReading } from '#modules/documents';
import { noteLook, organisationsOf } from '#modules/people';
import { brake } from '#platform/brake';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { mayAct, rolesOf, type Actor } from '#platform/permissions';
import { applyForMatter } from './apply.ts';
import { answerConsultation, askOpinion, recallConsultation, tiesOfConsultation } from './consult.ts';
import { hindered } from './consultation.ts';
import {
  consultationsOf,
  findConsultation,
  getConsultation,
  listConsultations,
  standsOf,
  type ConsultationRow,
} from './consultation-store.ts';
import { mattersContract } from './contract.ts';
import { publishEvent, saveDraft, withdrawEvent } from './edit-events.ts';
import { extendMatter } from './extend.ts';
import { may } from './may.ts';
import { checkEvent, listEvents, listManagedEvents, readEvent, readManagedEvent } from './read-events.ts';
import { linesOf, partOfMatter, readLine, readMatter, trackMatter } from './read-matter.ts';
import type { Consultation } from './shapes.ts';
import { findMatterRow, getMatterRow, listMatters, membersOf, type MatterRow } from './store.ts';
import { tiesOfMatter } from './ties.ts';
import { foreseeWithdrawal, withdrawFromMatter } from './withdraw.ts';

/** No person hands in so many, and each is several cases. */
const applyBrake = brake(40, 1);
const trackBrake = brake(40, 2);

/** Departments of the actor's posts; undefined for who sees all. */
const withinOf = (actor: Actor): string[] | undefined =>
  rolesOf(actor).some((role) => role === 'office' || role === 'auditor')
    ? undefined
    : actor.posts.flatMap((post) =>
        ['examiner', 'head'].includes(post.role) && post.departmentId ? [post.departmentId] : [],
      );

function consultationOf(ground: Ground, row: ConsultationRow, actor: Actor): Consultation {
  const {
    id,
    caseId,
    caseNumber,
    itemName,
    fromDepartmentId,
    toDepartmentId,
    question,
    given,
    days,
    dueOn,
    silenceIsConsent,
    state,
    answer,
    documentNumber,
  } = row;
  const open = state === 'asked';
  return {
    id, caseId, caseNumber, itemName, fromDepartmentId, toDepartmentId, question, given, days, dueOn, silenceIsConsent, state, answer, documentNumber,
    askedAt: row.askedAt.toISOString(),
    overdue: open && shanghaiDay(ground.clock.now()) > dueOn,
    escalatedAt: row.escalatedAt?.toISOString() ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    may: {
      answer: open && mayAct(may.answerConsultation, actor, { departments: [toDepartmentId] }),
      recall: open && mayAct(may.recallConsultation, actor, { departments: [fromDepartmentId] }),
    },
  }; // prettier-ignore
}

/** Leaves the line in the trail of who looked at a matter that they only oversee. */
const noteLookAt = (ground: Ground, actor: Actor, row: MatterRow): Promise<void> =>
  ground.db.transaction(async (tx) =>
    noteLook(tx, {
      at: ground.clock.now(),
      accountId: actor.accountId!,
      personId: row.personId,
      how: 'lookUp',
      purpose: '查看联办件',
      found: 1,
    }),
  );

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;
  // Documents of the whole: the applicant and who leads. The files are nobody's but the applicant's; each case was given its own.
  allowReading('matter', async (_, id, actor) => {
    const row = await findMatterRow(db, id);
    return row && tiesOfMatter(ground, row, actor);
  });
  allowReading('matterFiles', async (_, id, actor) => {
    const row = await findMatterRow(db, id);
    return row && { owners: (await tiesOfMatter(ground, row, actor)).owners ?? [], private: true };
  });
  allowReading('consultation', async (reader, id) => {
    const row = await findConsultation(reader, id);
    return row && tiesOfConsultation(row);
  });
  hinderDecisions('matters.consultations', async (tx, caseId) => {
    const found = hindered(await standsOf(tx, caseId));
    return found ? [found] : [];
  });

  serve(app, 'matters', mattersContract, may, {
    listLifeEvents: async ({ query }) => ({ rows: await listEvents(ground, query.find) }),
    getLifeEvent: ({ params }) => readEvent(ground, params.id),
    listManagedEvents: async () => ({ rows: await listManagedEvents(ground) }),
    getManagedEvent: ({ params }) => readManagedEvent(ground, params.id),
    saveEventDraft: async ({ params, body }) => {
      await saveDraft(ground, params.id, body);
      return readManagedEvent(ground, params.id);
    },
    checkEvent: ({ body }) => checkEvent(ground, body.body, body.propose),
    publishEvent: async ({ params, body, actor }) => ({ version: await publishEvent(ground, actor, params.id, body) }),
    withdrawEvent: ({ params, body }) => withdrawEvent(ground, params.id, body.fromDay),
    applyForMatter: async ({ body, actor, allow }) => {
      applyBrake(ground, actor.accountId!);
      const row = await applyForMatter(ground, { actor, allow }, body);
      const members = await membersOf(db, row.id);
      return {
        id: row.id,
        number: row.number,
        trackCode: row.trackCode,
        submittedAt: row.submittedAt.toISOString(),
        cases: members.map(({ key, itemName, caseNumber }) => ({ key, itemName, number: caseNumber })),
      };
    },
    myMatters: async ({ query, actor }) => {
      if (!actor.personId) return { rows: [], total: 0 };
      const organisationIds = await organisationsOf(db, actor.personId, ground.clock.now());
      const of = { personId: actor.personId, organisationIds };
      const { rows, total } = await listMatters(db, { of, open: query.open }, query.limit ?? 50, query.offset ?? 0);
      return { rows: await linesOf(ground, rows, false), total };
    },
    listMatters: async ({ query, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: within ?? [] });
      const { limit = 50, offset = 0, ...filter } = query;
      const { rows, total } = await listMatters(db, { ...filter, within }, limit, offset);
      return { rows: await linesOf(ground, rows, within === undefined), total };
    },
    getMatter: async ({ params, actor, allow }) => {
      const row = await getMatterRow(db, params.id);
      const ties = await tiesOfMatter(ground, row, actor);
      allow(ties);
      if (withinOf(actor) === undefined && !ties.owners?.includes(actor.personId)) await noteLookAt(ground, actor, row);
      return readMatter(ground, row, actor, ties);
    },
    trackMatter: ({ body, raw }) => {
      trackBrake(ground, raw.ip);
      return trackMatter(ground, body.code);
    },
    foreseeWithdrawal: async ({ params, query, actor, allow }) => ({
      members: await foreseeWithdrawal(ground, { actor, allow }, params.id, query.member),
    }),
    withdrawFromMatter: async ({ params, body, actor, allow }) =>
      readLine(ground, await withdrawFromMatter(ground, { actor, allow }, params.id, body)),
    extendMatter: async ({ params, body, actor, allow }) =>
      readLine(ground, await extendMatter(ground, { actor, allow }, params.id, body)),
    partOfMatter: async ({ params, actor, allow }) => {
      const row = await getCaseRow(db, params.id);
      allow(await tiesOf(ground, row, actor));
      return partOfMatter(ground, row.id, async (matter) =>
        mayAct(may.getMatter, actor, await tiesOfMatter(ground, matter, actor)),
      );
    },
    askOpinion: async ({ params, body, actor, allow }) =>
      consultationOf(ground, await askOpinion(ground, { actor, allow }, params.id, body), actor),
    consultationsOfCase: async ({ params, actor, allow }) => {
      const row = await getCaseRow(db, params.id);
      allow({ departments: [row.departmentId] });
      return (await consultationsOf(db, row.id)).map((one) => consultationOf(ground, one, actor));
    },
    listConsultations: async ({ query, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: within ?? [] });
      const overdueOn = query.overdue ? shanghaiDay(ground.clock.now()) : undefined;
      const { rows, total } = await listConsultations(
        db,
        { within, open: query.open, overdueOn },
        query.limit ?? 50,
        query.offset ?? 0,
      );
      return { rows: rows.map((row) => consultationOf(ground, row, actor)), total };
    },
    getConsultation: async ({ params, actor, allow }) => {
      const row = await getConsultation(db, params.id);
      allow(tiesOfConsultation(row));
      return consultationOf(ground, row, actor);
    },
    answerConsultation: async ({ params, body, actor, allow }) =>
      consultationOf(ground, await answerConsultation(ground, { actor, allow }, params.id, body), actor),
    recallConsultation: async ({ params, actor, allow }) =>
      consultationOf(ground, await recallConsultation(ground, { actor, allow }, params.id), actor),
  });
}
