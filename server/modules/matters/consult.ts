/** Asking another department, answering, taking back, and what the rule does when nobody answers. */
import { contentOfCase, getCaseRow, type CaseRow } from '#modules/cases';
import { getVersion } from '#modules/catalogue';
import { calendarsOf } from '#modules/deadlines';
import { findFiles, shareFiles } from '#modules/documents';
import { findDepartment, getDepartment } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Reader, Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import type { Who } from './apply.ts';
import { timeOf, whenEscalated, whenOver } from './consultation.ts';
import { consultationMoved } from './events.ts';
import {
  consultationsOf,
  findConsultation,
  findOver,
  insertConsultation,
  lockConsultation,
  updateConsultation,
  type ConsultationRow,
} from './consultation-store.ts';
import { getEventVersion } from './event-store.ts';
import type { LifeEventBody } from './life-event.ts';
import { paper } from './papers.ts';
import { matterProblems } from './problems.ts';
import type { Given } from './shapes.ts';
import { findMemberOfCase, getMatterRow } from './store.ts';
import { tellOverdue } from './tell-overdue.ts';

const announce = (tx: Tx, row: ConsultationRow): void => {
  for (const departmentId of [row.fromDepartmentId, row.toDepartmentId])
    emit(tx, consultationMoved, row.id, { caseId: row.caseId, departmentId, state: row.state });
};

/** What silence means for this case, and by which policy it is handled: those of its life event, or of a case by itself. */
async function rulesOf(
  ground: Ground,
  tx: Tx,
  caseId: string,
  departmentId: string,
): Promise<Pick<ConsultationRow, 'policy' | 'silenceIsConsent'>> {
  const member = await findMemberOfCase(tx, caseId);
  if (!member) return { policy: null, silenceIsConsent: false };
  const matter = await getMatterRow(tx, member.matterId);
  const { body } = await getEventVersion(tx, matter.eventId, matter.eventVersion);
  const own = body.consulted?.find((one) => one.member === member.key && one.departmentId === departmentId);
  return { policy: matter.policy, silenceIsConsent: own?.silenceIsConsent ?? body.silenceIsConsent };
}

/** The departments that the life event has asked about this part and that nobody has asked yet, with what it says of them. */
export async function mustStillAsk(
  reader: Reader,
  of: { eventId: string; eventVersion: number; key: string },
  caseId: string,
): Promise<NonNullable<LifeEventBody['consulted']>> {
  const { body } = await getEventVersion(reader, of.eventId, of.eventVersion);
  const named = (body.consulted ?? []).filter(({ member }) => member === of.key);
  if (named.length === 0) return [];
  const asked = (await consultationsOf(reader, caseId)).filter(({ state }) => state !== 'recalled');
  return named.filter(({ departmentId }) => !asked.some((one) => one.toDepartmentId === departmentId));
}

/** What is given to the consulted department: the answers and materials that were named, and nothing else. */
async function givenOf(
  ground: Ground,
  tx: Tx,
  row: CaseRow,
  named: { answers: string[]; materials: string[] },
): Promise<Given> {
  const [{ body }, content] = await Promise.all([
    getVersion(ground, row.itemId, row.itemVersion),
    contentOfCase(tx, row.id),
  ]);
  const answers = named.answers.map((name) => {
    const situation = body.situations.find(({ id }) => id === name);
    const said = situation ? content.situations[name] : content.answers[name];
    const title = situation?.question ?? body.form.properties[name]?.title;
    if (title === undefined || said === undefined) throw matterProblems.nothingOfThis({ name });
    const value =
      situation?.options.find(({ id }) => id === said)?.label ?? (Array.isArray(said) ? said.join('、') : String(said));
    return { title, value };
  });
  const materials = await Promise.all(
    named.materials.map(async (id) => {
      const handed = content.materials.find(({ materialId }) => materialId === id);
      const name = body.materials.find((material) => material.id === id)?.name;
      if (!handed || name === undefined) throw matterProblems.nothingOfThis({ name: id });
      const files = await findFiles(tx, handed.fileIds);
      return { name, files: files.map((file) => ({ id: file.id, name: file.name })) };
    }),
  );
  return { answers, materials };
}

export interface Asked {
  actionId: string;
  departmentId: string;
  question: string;
  days: number;
  answers: string[];
  materials: string[];
}

/** Asks. The same `actionId` is the same consultation. Throws `notUndecided`, `ownDepartment`, `noSuchDepartment`, `nothingOfThis`. */
export const askOpinion = (ground: Ground, who: Who, caseId: string, asked: Asked): Promise<ConsultationRow> =>
  ground.db.transaction(async (tx) => {
    const [row, done, to] = await Promise.all([
      getCaseRow(tx, caseId),
      findConsultation(tx, asked.actionId),
      findDepartment(tx, asked.departmentId),
    ]);
    who.allow({ departments: [row.departmentId] });
    if (done) {
      if (done.caseId !== caseId) throw matterProblems.actionReused();
      return done;
    }
    if (row.state !== 'accepted' && row.state !== 'examined') throw matterProblems.notUndecided();
    if (asked.departmentId === row.departmentId) throw matterProblems.ownDepartment();
    if (!to) throw matterProblems.noSuchDepartment();
    const now = ground.clock.now();
    const askedOn = shanghaiDay(now);
    const [given, rules] = [
      await givenOf(ground, tx, row, asked),
      await rulesOf(ground, tx, caseId, asked.departmentId),
    ];
    const time = timeOf(askedOn, asked.days, calendarsOf(ground).latest.calendar);
    const documentNumber = await paper(
      ground,
      tx,
      'consultation',
      { ...aboutConsultation(asked.actionId, row), departmentId: row.departmentId, recipientName: to.name },
      {
        question: asked.question,
        answerBy: time.dueOn,
        provisional: time.provisional,
        silenceIsConsent: rules.silenceIsConsent,
        given: [...given.answers.map(({ title }) => title), ...given.materials.map(({ name }) => name)],
        askedBy: who.actor.name,
      },
    );
    const consultation: ConsultationRow = {
      id: asked.actionId,
      caseId,
      caseNumber: row.number,
      itemName: row.itemName,
      fromDepartmentId: row.departmentId,
      toDepartmentId: asked.departmentId,
      question: asked.question,
      given,
      days: asked.days,
      askedOn,
      dueOn: time.dueOn,
      nextAt: time.nextAt,
      ...rules,
      state: 'asked',
      answer: null,
      documentNumber,
      askedAt: now,
      askedBy: who.actor.accountId!,
      answeredAt: null,
      answeredBy: null,
      escalatedAt: null,
    };
    insertConsultation(tx, consultation);
    const fileIds = given.materials.flatMap(({ files }) => files.map(({ id }) => id));
    shareFiles(tx, { fileIds, subjectKind: 'consultation', subjectId: consultation.id });
    announce(tx, consultation);
    return consultation;
  });

const aboutConsultation = (id: string, about: { number: string; itemName: string }) =>
  ({
    subjectKind: 'consultation',
    subjectId: id,
    number: about.number,
    name: about.itemName,
    recipientId: null,
  }) as const;

/** Answers. Throws `alreadyAnswered`, `reasonMissing`. */
export const answerConsultation = (
  ground: Ground,
  who: Who,
  id: string,
  said: { answer: 'agreed' | 'disagreed' | 'conditional'; text?: string },
): Promise<ConsultationRow> =>
  ground.db.transaction(async (tx) => {
    const row = await lockConsultation(tx, id);
    who.allow({ departments: [row.toDepartmentId] });
    if (row.state !== 'asked') throw matterProblems.alreadyAnswered({ state: row.state });
    if (said.answer !== 'agreed' && !said.text?.trim()) throw matterProblems.reasonMissing();
    return close(ground, tx, row, { state: said.answer, text: said.text ?? null, actor: who.actor });
  });

/** Stores an answer with its document: of the department, or of the rule where silence counts as consent. */
async function close(
  ground: Ground,
  tx: Tx,
  row: ConsultationRow,
  said: { state: 'agreed' | 'disagreed' | 'conditional' | 'silent'; text: string | null; actor?: Actor },
): Promise<ConsultationRow> {
  const from = await getDepartment(ground.db, row.fromDepartmentId);
  const about = aboutConsultation(row.id, { number: row.caseNumber, itemName: row.itemName });
  await paper(
    ground,
    tx,
    'consultationReply',
    { ...about, departmentId: row.toDepartmentId, recipientName: from.name },
    {
      askedByDepartment: from.name,
      ofNumber: row.documentNumber,
      question: row.question,
      answer: said.state,
      ...(said.text ? { text: said.text } : {}),
    },
  );
  const next: ConsultationRow = {
    ...row,
    state: said.state,
    answer: said.text,
    answeredAt: ground.clock.now(),
    answeredBy: said.actor?.accountId ?? null,
    nextAt: null,
  };
  updateConsultation(tx, next);
  announce(tx, next);
  return next;
}

/** Takes back what is not answered. Throws `alreadyAnswered`. */
export const recallConsultation = (ground: Ground, who: Who, id: string): Promise<ConsultationRow> =>
  ground.db.transaction(async (tx) => {
    const row = await lockConsultation(tx, id);
    who.allow({ departments: [row.fromDepartmentId] });
    if (row.state !== 'asked') throw matterProblems.alreadyAnswered({ state: row.state });
    const next: ConsultationRow = {
      ...row,
      state: 'recalled',
      answeredAt: ground.clock.now(),
      answeredBy: who.actor.accountId,
      nextAt: null,
    };
    updateConsultation(tx, next);
    announce(tx, next);
    return next;
  });

/** Acts on consultations whose time is over, each in its own transaction. Returns how many were looked at. */
export async function actOnSilence(ground: Ground): Promise<number> {
  const found = await findOver(ground.db, ground.clock.now());
  for (const { id } of found) {
    try {
      await ground.db.transaction((tx) => silenceOf(ground, tx, id));
    } catch (error) {
      // One that cannot be closed must not keep the others waiting.
      ground.log.error({ err: error, consultationId: id }, 'a rule could not act on a consultation');
    }
  }
  return found.length;
}

async function silenceOf(ground: Ground, tx: Tx, id: string): Promise<void> {
  const row = await lockConsultation(tx, id);
  const now = ground.clock.now();
  if (row.state !== 'asked') return;
  // The calendar may have changed since it was asked.
  const { calendar } = calendarsOf(ground).latest;
  const { dueOn, nextAt } = timeOf(row.askedOn, row.days, calendar);
  if (nextAt > now) return updateConsultation(tx, { ...row, dueOn, nextAt });
  if (whenOver(row.silenceIsConsent) === 'consent')
    return void (await close(ground, tx, row, { state: 'silent', text: null }));
  // Nobody is told at night: in the morning of the next working day.
  const toldAt = whenEscalated(dueOn, calendar);
  if (toldAt > now) return updateConsultation(tx, { ...row, dueOn, nextAt: toldAt });
  const next = { ...row, dueOn, nextAt: null, escalatedAt: now };
  await tellOverdue(ground, tx, next, await getCaseRow(tx, row.caseId));
  updateConsultation(tx, next);
  announce(tx, next);
}

/** The ties of a consultation: both departments, and nobody of the applicant's side. */
export const tiesOfConsultation = (row: ConsultationRow) => ({
  departments: [row.fromDepartmentId, row.toDepartmentId],
});
