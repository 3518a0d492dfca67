/** The steps of a case as operations: each is an act with its own id, and says what the person had seen. */
import { Type } from 'typebox';
import { ById, closed, Day, Id, Instant, nullable, oneOf } from '#platform/contract';
import { usingProblems } from '#modules/lockers/contract';
import { specialProcedures } from './case.ts';
import { Signature } from './signature.ts';
import { revocationGroundNames } from './undertakings/revocation.ts';
import { Answers, CaseState, deed, Materials, Reason, Situations, text } from './shapes.ts';

const deedWords =
  'A step of a case. Sent again with the same `actionId`, it answers the same and does nothing; with `seenSeq` it fails when somebody else has acted since that action.';

const step = <const P extends string, B extends Parameters<typeof closed>[0]>(
  path: P,
  summary: string,
  body: B,
  ...problems: string[]
) =>
  ({
    method: 'POST',
    path: `/cases/:id/${path}`,
    summary,
    description: deedWords,
    params: ById,
    body: closed({ ...deed, ...body }),
    reply: CaseState,
    problems: ['cases.notFound', 'cases.wrongStep', 'cases.changedMeanwhile', 'cases.actionReused', ...problems],
  }) as const;

const Wanted = Type.Array(closed({ materialId: Type.Optional(text(64)), what: text(500) }), {
  minItems: 1,
  maxItems: 60,
});

/** An event of a clock on another day than today, which needs a reason. */
const dated = { on: Type.Optional(Day), because: Type.Optional(Reason) };
const moreTime = { days: Type.Integer({ minimum: 1, maximum: 15 }), reason: Reason };
const extending = ['cases.extendedTooLong', 'cases.clockStandsStill', 'cases.alreadyOverdue'] as const;
/** All steps of a case, spread into the contract of the module. */
export const stepOperations = {
  accept: step('accept', 'Accept (受理): complete and within the office’s powers', {}),
  askSupplement: step(
    'ask-supplement',
    'Tell everything that is missing, once (一次性告知)',
    { wanted: Wanted },
    'cases.askedAlready',
  ),
  supplement: step(
    'supplement',
    'Hand in what was missing',
    {
      answers: Type.Optional(Answers),
      situations: Type.Optional(Situations),
      materials: Type.Optional(Materials),
      undertaking: Type.Optional(Signature),
    },
    'cases.nothingSupplemented',
    'cases.materialsMissing',
    'cases.answersInvalid',
    'cases.fileNotYours',
    'documents.notYourFile',
    ...usingProblems,
    'cases.undertakingNotSigned',
    'cases.barredFromUndertaking',
  ),
  refuseAcceptance: step('refuse-acceptance', 'Do not accept, with reasons (不予受理)', { reason: Reason }),
  sayNotNeeded: step('not-needed', 'Say that no licence is needed (无需办理)', { reason: Reason }),
  sendOn: step('send-on', 'Send on to the right department of the district', { departmentId: Id, reason: Reason }),
  referOut: step('refer-out', 'Name the right office outside the district', { office: text(200), reason: Reason }),
  examine: step(
    'examine',
    'Examine (审查) and propose a decision',
    { opinion: Reason, proposal: oneOf('grant', 'refuse') },
    'cases.presidingExamined',
  ),
  grant: step(
    'grant',
    'Decide: granted (准予)',
    {
      opinion: Type.Optional(Reason),
      issueNow: Type.Optional(Type.Boolean()),
      conditions: Type.Optional(text(2000)),
    },
    'cases.decisionHindered',
    'cases.hearingPending',
    'cases.withheldUntilCured',
  ),
  refuse: step(
    'refuse',
    'Decide: refused, with reasons and remedies (不予许可)',
    { reason: Reason },
    'cases.decisionHindered',
    'cases.hearingPending',
  ),
  issue: step(
    'issue',
    'Make out the result document',
    { validUntil: Type.Optional(Day), content: Type.Optional(text(4000)) },
    'cases.withheldUntilCured',
  ),
  deliver: step(
    'deliver',
    'Hand the result over: collected, posted or electronic',
    {
      way: oneOf('collected', 'posted', 'electronic'),
      to: Type.Optional(text(100)),
      proof: Type.Optional(text(300)),
      servedOn: Type.Optional(Day),
    },
    'cases.feeOutstanding',
    'cases.servedOnWrong',
  ),
  withdraw: step('withdraw', 'Withdraw the application, at any time before the decision', {
    reason: Type.Optional(Reason),
  }),
  correct: step(
    'correct',
    'Correct a mistake, such as a mistyped name, as an act',
    {
      answers: Type.Optional(Answers),
      applicantName: Type.Optional(text(200)),
      reason: Reason,
    },
    'cases.answersInvalid',
  ),
  take: step('take', 'Take the case into one’s own hands', {}, 'cases.heldByOther'),
  handOver: step(
    'hand-over',
    'Hand the case over to a colleague',
    {
      toAccountId: nullable(Id),
      reason: Type.Optional(Reason),
    },
    'cases.noSuchColleague',
  ),
  askFee: step('ask-fee', 'Ask for the fees of the item', {
    items: Type.Array(
      closed({ name: text(100), amountFen: Type.Integer({ minimum: 1, maximum: 100_000_000 }), basis: text(300) }),
      { minItems: 1, maxItems: 20 },
    ),
  }),
  waiveFee: step('waive-fee', 'Waive the fees, with the reason', { reason: Reason }),
  refundFee: step(
    'refund-fee',
    'Pay the fees back, with the reason',
    { reason: Reason },
    'payments.notPaid',
    'payments.moreThanPaid',
  ),
  pause: step(
    'pause',
    'A special procedure begins (特别程序, art. 45): the clock stands still, and the applicant is told in writing',
    {
      // A hearing has steps of its own.
      procedure: oneOf(...specialProcedures),
      reason: Reason,
      plannedEnd: Day,
      ...dated,
      fileIds: Type.Optional(Type.Array(Id, { maxItems: 30 })),
    },
    'cases.clockDayWrong',
    'cases.plannedEndWrong',
    'documents.notYourFile',
  ),
  resume: step(
    'resume',
    'A special procedure has ended: the clock runs again',
    {
      pauseId: Id,
      outcome: Type.Optional(Reason),
      ...dated,
      fileIds: Type.Optional(Type.Array(Id, { maxItems: 30 })),
    },
    'cases.notPaused',
    'cases.clockDayWrong',
    'documents.notYourFile',
    'cases.endsWithRecord',
  ),
  askExtension: step('ask-extension', 'Ask the head for more time (art. 42)', moreTime, ...extending),
  extend: step(
    'extend',
    'Approve more time: ten working days at the most, and the applicant is told why',
    moreTime,
    ...extending,
  ),
  declineExtension: step(
    'decline-extension',
    'Do not approve more time, with the reason',
    { reason: Reason },
    'cases.nothingAsked',
  ),
  cancelClock: step(
    'cancel-clock',
    'Take back what was written to the clock by mistake, with the reason',
    { eventId: Id, reason: Reason },
    'cases.noSuchClockEvent',
    'cases.endsWithRecord',
  ),
  offerHearing: step(
    'offer-hearing',
    'Tell that a hearing may be asked for (art. 47)',
    { reason: Reason, parties: Type.Optional(Type.Array(text(100), { maxItems: 50 })) },
    'cases.hearingUnderWay',
  ),
  askForHearing: step(
    'ask-for-hearing',
    'Ask for the hearing that was offered, within five working days',
    { ...dated, reason: Type.Optional(Reason), by: Type.Optional(text(100)) },
    'cases.noHearingOffered',
    'cases.hearingTooLate',
    'cases.notAParty',
    'cases.clockDayWrong',
  ),
  waiveHearing: step(
    'waive-hearing',
    'Do without the hearing, or take the request back',
    { reason: Type.Optional(Reason), by: Type.Optional(text(100)) },
    'cases.noHearingOffered',
    'cases.notAParty',
    'cases.notAskedByYou',
  ),
  setHearing: step(
    'set-hearing',
    'Set time, place and who presides, seven working days before (art. 48); without a request, call it (art. 46)',
    {
      heldAt: Instant,
      place: text(200),
      presidingAccountId: Id,
      reason: Type.Optional(Reason),
      parties: Type.Optional(Type.Array(text(100), { maxItems: 50 })),
    },
    'cases.hearingUnderWay',
    'cases.hearingReasonMissing',
    'cases.hearingDayWrong',
    'cases.presidingExamined',
    'cases.noSuchColleague',
  ),
  recordHearing: step(
    'record-hearing',
    'Write the record of the hearing, by which the case is decided',
    {
      ...dated,
      held: Type.Boolean(),
      present: Type.Array(text(100), { maxItems: 100 }),
      record: text(20_000),
      outcome: Reason,
      fileIds: Type.Optional(Type.Array(Id, { maxItems: 30 })),
    },
    'cases.noHearingSet',
    'cases.hearingNotYet',
    'cases.clockDayWrong',
    'documents.notYourFile',
  ),
  cure: step(
    'cure',
    'Hand in what was undertaken (容缺后补)',
    { materials: Materials },
    'cases.nothingToCure',
    'cases.materialsMissing',
    'documents.notYourFile',
    ...usingProblems,
  ),
  returnCure: step(
    'return-cure',
    'Send back what was handed in later and does not do',
    { materialId: text(64), reason: Reason },
    'cases.nothingToReturn',
  ),
  checkPromise: step(
    'check-promise',
    'Enter what the check of a promise found',
    {
      materialId: text(64),
      kept: Type.Boolean(),
      finding: Reason,
      fileIds: Type.Optional(Type.Array(Id, { maxItems: 30 })),
    },
    'cases.nothingToCheck',
    'documents.notYourFile',
  ),
  revoke: step(
    'revoke',
    'Revoke what was granted, on a ground of art. 69, after the holder was heard',
    {
      ground: oneOf(...revocationGroundNames),
      // Of the ground `otherwise`: law and article that allow it, unless the item itself does for what was undertaken and never came.
      rule: Type.Optional(text(200)),
      reason: Reason,
      // The day on which the holder was told: from the decision up to today.
      heardOn: Day,
      // How the holder was told what was intended, and what they said to it (art. 7).
      heard: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
    },
    'cases.heardOnWrong',
    'cases.ruleNeeded',
  ),
  note: step('note', 'Write a note into the history, for staff only', { text: Reason }),
} as const;
