/** What cases do by themselves: tell people, note payments, act by rule when a time is over. */
import { getVersion } from '#modules/catalogue';
import { entryRevoked, type EntryRevoked } from '#modules/lockers';
import { tell, type NewNotice } from '#modules/notices';
import { feePaid } from '#modules/payments';
import { representativesOf } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import { defineReaction, type Event, type Reaction } from '#platform/events';
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { recordPayments } from './course/fees.ts';
import { actByRule } from './course/by-rule.ts';
import { caseStepped, type CaseFacts } from './events.ts';
import { fillLockers } from './fill-lockers.ts';
import { sweepDrafts } from './intake/drafts.ts';
import { lapseByRule, remind } from './undertakings/undertaking-acts.ts';
import type { Tx } from '#platform/db';
import { departmentOf } from './papers.ts';
import { recountCases } from './recount/recount-cases.ts';
import type { Kind } from './case.ts';
import { peopleConcerned } from './who-is-told.ts';

/** Which message a step sends to the applicant. Steps that are not here are colleagues' business. */
export const messages: Partial<Record<Kind, NewNotice['template']>> = {
  submit: 'caseReceived',
  askSupplement: 'supplementWanted',
  accept: 'accepted',
  deemAccepted: 'accepted',
  pause: 'specialProcedure',
  resume: 'procedureEnded',
  extend: 'extended',
  refuseAcceptance: 'notAccepted',
  sayNotNeeded: 'noLicenceNeeded',
  referOut: 'referred',
  sendOn: 'sentOn',
  grant: 'decided',
  refuse: 'decided',
  issue: 'resultReady',
  withdraw: 'withdrawn',
  lapse: 'lapsed',
  correct: 'corrected',
  close: 'rateUs',
  offerHearing: 'hearingOffered',
  setHearing: 'hearingSet',
  recordHearing: 'procedureEnded',
  deemGranted: 'decided',
  returnCure: 'cureReturned',
  lapseUndertaking: 'undertakingLapsed',
  checkPromise: 'promiseChecked',
  revoke: 'revoked',
};

async function noticesOf(ground: Ground, tx: Tx, events: readonly Event<CaseFacts>[]): Promise<NewNotice[]> {
  const notices: NewNotice[] = [];
  for (const { subject, facts } of events) {
    // What the policy of a larger matter ended was not taken back by anybody.
    const template = facts.kind === 'withdraw' && facts.byRule ? 'endedByPolicy' : messages[facts.kind];
    if (!template) continue;
    const people = await peopleConcerned(ground, tx, { ...facts, personId: facts.personId ?? null });
    const [item, department] = await Promise.all([
      getVersion(ground, facts.itemId, facts.itemVersion),
      departmentOf(ground, facts.departmentId),
    ]);
    const said = {
      caseNumber: facts.number,
      itemName: item.body.plainName ?? item.body.name,
      itemNameEn: item.body.plainNameEn ?? item.body.nameEn ?? item.body.name,
      departmentName: department.name,
      ...(facts.fatalOn ? { dueOn: facts.fatalOn, until: facts.fatalOn } : {}),
    };
    for (const personId of people) notices.push({ personId, subjectId: subject, template, facts: said });
  }
  return notices;
}

/** What an office takes back outside of a case: the owner is told, and who represents a company. */
async function toldOfRevoked(ground: Ground, tx: Tx, { facts }: Event<EntryRevoked>): Promise<NewNotice[]> {
  const { personId, organisationId, name, nameEn, departmentId } = facts;
  const people = organisationId
    ? await representativesOf(tx, organisationId, shanghaiDay(ground.clock.now()))
    : [personId!];
  const departmentName = departmentId ? (await departmentOf(ground, departmentId)).name : '';
  return people.map((told) => ({
    personId: told,
    subjectId: null,
    template: 'paperRevoked',
    facts: { itemName: name, itemNameEn: nameEn, departmentName },
  }));
}

export const reactions = (ground: Ground): Reaction[] => [
  defineReaction('cases.tellApplicant', caseStepped, async (tx, events) => {
    tell(ground, tx, await noticesOf(ground, tx, events));
  }),
  defineReaction('cases.fillLockers', caseStepped, (tx, events) => fillLockers(ground, tx, events)),
  defineReaction('cases.tellOfRevoked', entryRevoked, async (tx, events) => {
    for (const event of events) tell(ground, tx, await toldOfRevoked(ground, tx, event));
  }),
  defineReaction('cases.recordPayment', feePaid, (tx, events) => recordPayments(ground, tx, events)),
];

const sweep = defineJob('cases.sweep');

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(sweep, async () => {
    while ((await actByRule(ground)) === 200) {
      // a full batch: there may be more
    }
    // What another process counted by an older calendar while a new one was taken in.
    await recountCases(ground);
    while ((await lapseByRule(ground)) === 200) {
      // as above
    }
    await remind(ground);
    await sweepDrafts(ground);
  }),
];

/** Every five minutes: a rule acts in the night after the last day, never during it. */
export const schedules: Schedule[] = [{ job: sweep.name, match: '*/5 * * * *' }];
