/** The whole permission matrix of cases over HTTP: operation x role x relation to the case. Reviewed by hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { everybody, everybodyOf, staffHere as here } from '#server/testing-matrix';
import { casesContract as ops } from './contract.ts';

let app: TestApp;
let d: SmallDistrict;
/** Accounts by who they are to the case. */
let people: Record<string, string | null>;
let caseId: string;
let draftId: string;

beforeAll(async () => {
  app = await openTestApp({ logLevel: 'silent' });
  d = await smallDistrict(app);
  people = await everybodyOf(app, d);
  const receipt = await app.call(d.resident, ops.submitCase, {
    body: {
      actionId: newId(), itemId: d.food, applicant: {}, answers: { shopName: '店', area: 80 }, situations: { business: 'packed' },
      materials: [], delivery: { way: 'electronic' }, signature: { way: 'confirmed' },
    }, // prettier-ignore
  });
  caseId = receipt.id;
  await newDraft();
});
/** A draft of the applicant. */
const newDraft = async (): Promise<void> => {
  draftId = newId();
  await app.call(d.resident, ops.saveDraft, {
    params: { id: draftId },
    body: { itemId: d.food, itemVersion: 1, content: {}, version: 0 },
  });
};
afterAll(() => app.close());

const signedIn = everybody.replace('stranger ', '');
const anyStaff = 'clerkHere clerkElsewhere examinerHere examinerElsewhere headHere headElsewhere';

/** Who gets past the door of each operation on the case of `applicant` at the department `Here`. */
const reviewed: Record<keyof typeof ops, string> = {
  submitCase: signedIn,
  finishAtOnce: anyStaff,
  // Without a person of one's own there is nothing of one's own to ask for.
  openLike: `applicant otherResident ${anyStaff}`,
  getCase: `applicant ${here} office auditor`,
  explainClocks: `applicant ${here} office auditor`,
  applicationForm: `applicant ${here} office auditor`,
  trackCase: everybody,
  publicHearings: everybody,
  myCases: signedIn,
  workList: `${anyStaff} office auditor`,
  accept: here,
  askSupplement: here,
  supplement: `applicant ${here}`,
  refuseAcceptance: here,
  sayNotNeeded: here,
  sendOn: `${here} office`,
  referOut: here,
  examine: 'examinerHere headHere',
  grant: 'headHere',
  refuse: 'headHere',
  issue: here,
  deliver: here,
  withdraw: `applicant ${here}`,
  correct: here,
  take: here,
  handOver: here,
  askFee: here,
  waiveFee: 'headHere',
  refundFee: 'headHere',
  pause: 'examinerHere headHere',
  resume: 'examinerHere headHere',
  askExtension: 'examinerHere headHere',
  extend: 'headHere',
  declineExtension: 'headHere',
  cancelClock: 'headHere',
  offerHearing: 'examinerHere headHere',
  askForHearing: `applicant ${here}`,
  waiveHearing: `applicant ${here}`,
  setHearing: 'examinerHere headHere',
  recordHearing: 'examinerHere headHere',
  cure: `applicant ${here}`,
  returnCure: here,
  checkPromise: 'examinerHere headHere',
  revoke: 'headHere',
  undertakings: `${anyStaff} office auditor`,
  promiseRecord: `applicant ${anyStaff} office auditor`,
  // There is none to strike out: whoever may ask is told so.
  strikeRecord: 'headHere headElsewhere office',
  note: here,
  saveDraft: signedIn,
  myDrafts: signedIn,
  getDraft: 'applicant',
  dropDraft: 'applicant',
};

/** Bodies that are of the right form and that change nothing: the step is possible in another state only, or the act was done before. */
const bodies: Partial<Record<keyof typeof ops, () => object>> = {
  submitCase: () => ({
    actionId: newId(),
    itemId: newId(),
    applicant: {},
    answers: {},
    situations: {},
    materials: [],
    delivery: { way: 'electronic' },
    signature: { way: 'confirmed' },
  }),
  finishAtOnce: () => bodies.submitCase!(),
  trackCase: () => ({ code: 'x-y' }),
  askSupplement: () => ({ wanted: [{ what: 'x' }] }),
  refuseAcceptance: () => ({ reason: 'x' }),
  sayNotNeeded: () => ({ reason: 'x' }),
  sendOn: () => ({ reason: 'x', departmentId: d.security }),
  referOut: () => ({ reason: 'x', office: 'x' }),
  examine: () => ({ opinion: 'x', proposal: 'grant' }),
  refuse: () => ({ reason: 'x' }),
  deliver: () => ({ way: 'posted' }),
  correct: () => ({ reason: 'x' }),
  handOver: () => ({ toAccountId: null }),
  askFee: () => ({ items: [{ name: 'x', amountFen: 1, basis: 'x' }] }),
  waiveFee: () => ({ reason: 'x' }),
  refundFee: () => ({ reason: 'x' }),
  pause: () => ({ procedure: 'testing', reason: 'x', plannedEnd: '2026-12-31' }),
  resume: () => ({ pauseId: newId() }),
  askExtension: () => ({ days: 5, reason: 'x' }),
  extend: () => ({ days: 5, reason: 'x' }),
  declineExtension: () => ({ reason: 'x' }),
  cancelClock: () => ({ eventId: newId(), reason: 'x' }),
  offerHearing: () => ({ reason: 'x' }),
  setHearing: () => ({ heldAt: '2026-12-31T02:00:00Z', place: 'x', presidingAccountId: newId() }),
  recordHearing: () => ({ held: true, present: [], record: 'x', outcome: 'x' }),
  cure: () => ({ materials: [] }),
  returnCure: () => ({ materialId: 'x', reason: 'x' }),
  checkPromise: () => ({ materialId: 'x', kept: true, finding: 'x' }),
  revoke: () => ({ ground: 'deceit', reason: 'x', heardOn: '2026-06-10', heard: 'x' }),
  strikeRecord: () => ({ reason: 'x' }),
  note: () => ({ text: 'x' }),
  saveDraft: () => ({ itemId: d.food, itemVersion: 1, content: {}, version: 7 }),
};

describe('who may do what with cases', () => {
  it('is reviewed for every operation', () =>
    expect(Object.keys(reviewed).toSorted()).toEqual(Object.keys(ops).toSorted()));

  it.each(Object.entries(ops))('%s', async (name, operation) => {
    const allowed = new Set(reviewed[name as keyof typeof ops].split(' '));
    const letIn: string[] = [];
    for (const [who, accountId] of Object.entries(people)) {
      const given = bodies[name as keyof typeof ops]?.() ?? {};
      const isStep = operation.path.startsWith('/cases/:id/');
      // An act that was seen at a state that is over: past the permission it ends as a conflict and changes nothing.
      const body = isStep ? { actionId: newId(), seenSeq: 999, ...given } : given;
      if (name === 'dropDraft') await newDraft();
      const params = { id: operation.path.startsWith('/drafts') ? (name === 'saveDraft' ? newId() : draftId) : caseId };
      const query = name === 'openLike' ? { itemId: d.food } : name === 'promiseRecord' ? { personId: d.person } : {};
      const hasBody = operation.method !== 'GET' && operation.method !== 'DELETE';
      const answer = await app.ask(
        accountId,
        operation as never,
        { params, query, ...(hasBody ? { body } : {}) } as never,
      );
      expect(answer.status, `${who}: ${JSON.stringify(answer.problem)}`).toBeLessThan(500);
      expect(answer.status, `${who} must send a body of the right form: ${JSON.stringify(answer.problem)}`).not.toBe(
        400,
      );
      if (answer.status !== 401 && answer.status !== 403) letIn.push(who);
    }
    expect(letIn.toSorted()).toEqual([...allowed].toSorted());
  });
});
