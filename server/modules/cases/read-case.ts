/** A case as somebody sees it: whole for those who work on it and whose it is, like a parcel's tracking for the public. */
import { getVersion } from '#modules/catalogue';
import type { ItemBody } from '#modules/catalogue/contract';
import { calendarsOf } from '#modules/deadlines';
import { getOrganisation, getPerson, maskIdNumber, maskName, maskPhone, nameOfAccounts } from '#modules/people';
import { getOutlet } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { isStaff, mayAct, type Actor, type PermissionRow, type Ties } from '#platform/permissions';
import { after, contentOf, kinds, steps, type Action, type Kind } from './case.ts';
import type { Wanted } from './course/acceptance.ts';
import { openPauses, standingEvents } from './clocks.ts';
import { clockAtDesk } from './explain-clocks.ts';
import { hearingHolds, type Hearing } from './hearing.ts';
import { lineOf } from './list-store.ts';
import { caseProblems } from './problems.ts';
import type { CaseWhole, TimelineLine, Tracked } from './shapes.ts';
import { signatureOf } from './signature.ts';
import { findCaseByNumber, findCaseByTrackCode, readActions, type CaseRow } from './store.ts';
import { isOwner } from './ties.ts';
import { consequencesOf, isCurable, knowsUndertakings, type Undertaking } from './undertakings/undertaking.ts';
import { undertakingsOf } from './undertakings/undertaking-store.ts';

/** Steps that are colleagues' business and not shown to the applicant. */
const internal: ReadonlySet<Kind> = new Set([
  'take',
  'handOver',
  'note',
  'examine',
  'askExtension',
  'declineExtension',
]);

/** What was said to the applicant with a step. */
function sayNote({ kind, facts }: Action, forStaff: boolean): string | null {
  if (kind === 'askSupplement') return (facts.wanted as Wanted[]).map(({ what }) => what).join('；');
  if (kind === 'examine' || kind === 'grant') return forStaff ? ((facts.opinion as string | undefined) ?? null) : null;
  if (kind === 'note') return facts.text as string;
  const said = facts.reason ?? facts.office;
  return typeof said === 'string' ? said : null;
}

/** The history in lines. `names` of accounts are given for staff only; the public sees posts. */
async function timelineOf(ground: Ground, actions: readonly Action[], forStaff: boolean): Promise<TimelineLine[]> {
  const shown = forStaff ? actions : actions.filter(({ kind }) => !internal.has(kind));
  const accounts = [...new Set(shown.flatMap(({ accountId }) => (forStaff && accountId ? [accountId] : [])))];
  const places = [...new Set(shown.flatMap(({ placeId }) => (placeId ? [placeId] : [])))];
  const [names, outlets] = await Promise.all([
    accounts.length > 0 ? nameOfAccounts(ground.db, accounts) : new Map<string, string>(),
    Promise.all(places.map(async (id) => [id, (await getOutlet(ground.db, id)).name] as const)),
  ]);
  const placeNames = new Map(outlets);
  return shown.map((action) => ({
    seq: action.seq,
    kind: action.kind,
    toState: action.toState,
    at: action.at.toISOString(),
    role: action.role,
    by: (action.accountId && names.get(action.accountId)) || null,
    place: (action.placeId && placeNames.get(action.placeId)) || null,
    article: action.kind === 'submit' ? null : (steps[action.kind].article ?? null),
    note: sayNote(action, forStaff),
  }));
}

/** The history of a case and what is wanted of its applicant, for the page of a larger matter. */
export async function actionsShown(ground: Ground, row: CaseRow, forStaff: boolean) {
  const actions = await readActions(ground.db, row.id);
  return { timeline: await timelineOf(ground, actions, forStaff), wanted: wantedOf(row, actions) };
}

/** What was asked for in the last supplement notice and has not come. */
function wantedOf(row: CaseRow, actions: readonly Action[]): { materialId: string | null; what: string }[] {
  if (row.state !== 'supplementing') return [];
  const asked = actions.findLast(({ kind }) => kind === 'askSupplement');
  return ((asked?.facts.wanted ?? []) as Wanted[]).map(({ materialId, what }) => ({
    materialId: materialId ?? null,
    what,
  }));
}

type StepPermissions = Partial<Record<Kind, PermissionRow>>;

/** Who reads, and how the case is tied to them. */
interface Reading {
  actor: Actor;
  ties: Ties;
}

/** Whether a post of the actor reaches the case: then its data are needed for the work. */
const worksOn = (actor: Actor, { departments = [], outlets = [] }: Ties): boolean =>
  actor.posts.some(
    (post) =>
      (post.departmentId !== null && departments.includes(post.departmentId)) ||
      (post.outletId !== null && outlets.includes(post.outletId)),
  );

/** The service office and auditors answer for the course of cases and do not decide them: each look of theirs leaves a line. */
export function looksOn(actor: Actor, ties: Ties): boolean {
  return isStaff(actor) && !isOwner(actor, ties) && !worksOn(actor, ties);
}

/** Answers with the numbers of documents and telephones masked. */
function maskAnswers(item: ItemBody, answers: Record<string, unknown>): Record<string, unknown> {
  const masks: Partial<Record<string, (text: string) => string>> = { idNumber: maskIdNumber, phone: maskPhone };
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => {
      const mask = masks[item.form.properties[name]?.['x-widget'] ?? ''];
      return [name, mask && typeof answer === 'string' ? mask(answer) : answer];
    }),
  );
}

/** Everything about a case for somebody who may see it. `may` says which steps the reader could take. */
export async function readCase(
  ground: Ground,
  row: CaseRow,
  { actor, ties }: Reading,
  may: StepPermissions,
): Promise<CaseWhole> {
  const staff = isStaff(actor) && !isOwner(actor, ties);
  const { body } = await getVersion(ground, row.itemId, row.itemVersion);
  const [actions, person, organisation, agent, undertakings] = await ground.db.together((reader) =>
    Promise.all([
      readActions(reader, row.id),
      row.personId ? getPerson(reader, row.personId) : undefined,
      row.organisationId ? getOrganisation(reader, row.organisationId) : undefined,
      row.agentId ? getPerson(reader, row.agentId) : undefined,
      knowsUndertakings(body) ? undertakingsOf(reader, row.id) : [],
    ]),
  );
  const content = contentOf(actions);
  // Who only looks on sees what the case is about, not the numbers in it.
  const answers = staff && !worksOn(actor, ties) ? maskAnswers(body, content.answers) : content.answers;
  const partyOf = (natural: { id: string; name: string; idNumber: string; phone: string }) => ({
    id: natural.id,
    kind: 'person' as const,
    name: natural.name,
    number: natural.id === actor.personId ? natural.idNumber : maskIdNumber(natural.idNumber),
    phone: natural.id === actor.personId ? natural.phone : maskPhone(natural.phone),
  });
  const applicant = organisation
    ? {
        id: organisation.id,
        kind: 'organisation' as const,
        name: row.applicantName,
        number: organisation.creditCode,
        phone: organisation.phone,
      }
    : { ...partyOf(person!), name: row.applicantName };
  return {
    case: lineOf(row, shanghaiDay(ground.clock.now()), calendarsOf(ground).latest.calendar),
    seq: row.seq,
    trackCode: staff ? null : row.trackCode,
    itemVersion: row.itemVersion,
    applicant,
    agent: agent ? partyOf(agent) : null,
    answers,
    situations: content.situations,
    materials: content.materials.map(({ materialId, how, fileIds, copy }) => ({
      materialId,
      how,
      fileIds,
      ...(copy ? { copy: { ...copy, number: staff ? maskIdNumber(copy.number) : copy.number } } : {}),
    })),
    delivery: (actions[0]?.facts.delivery as CaseWhole['delivery']) ?? null,
    signature: signatureOf(actions),
    timeline: await timelineOf(ground, actions, staff),
    steps: stepsOf(row, { actor, ties }, may, {
      today: shanghaiDay(ground.clock.now()),
      open: undertakings,
      withheld: consequencesOf(body, 'tolerance').includes('withhold') && undertakings.some(isCurable),
    }),
    wanted: wantedOf(row, actions),
    ...clockAtDesk(row, actions),
    hearing: row.hearing ? shownHearing(row.hearing) : null,
    undertakings: undertakings.map(shownUndertaking(body)),
    expiresOn: row.expiresOn,
  };
}

const shownHearing = ({ pauseId: _, presidingAccountId: __, ...hearing }: Hearing): CaseWhole['hearing'] => hearing;

const underWay = ({ hearing }: CaseRow): boolean => hearing?.state === 'asked' || hearing?.state === 'set';

const shownUndertaking =
  (item: ItemBody) =>
  ({ materialId, materialName, kind, state, madeOn, dueOn, sampled }: Undertaking): CaseWhole['undertakings'][number] => ({
    materialId, materialName, kind, state, madeOn, dueOn, sampled, consequences: [...consequencesOf(item, kind)],
  }); // prettier-ignore

/** What beside the line decides whether a step is possible. */
interface Around {
  today: string;
  open: readonly Undertaking[];
  /** The result is held back until everything has followed. */
  withheld: boolean;
}

/** Why a step that the state allows is not possible all the same. */
const obstacles: Partial<Record<Kind, (row: CaseRow, around: Around) => string | false>> = {
  grant: (row, { today }) => hearingHolds(row.hearing, today) ?? false,
  refuse: (row, { today }) => hearingHolds(row.hearing, today) ?? false,
  offerHearing: ({ hearing }) => hearing !== null && hearing.state !== 'off' && 'hearingUnderWay',
  askForHearing: ({ hearing }, { today }) =>
    (hearing?.state !== 'offered' && 'noHearingOffered') || (today > hearing!.askBy! && 'hearingTooLate'),
  waiveHearing: (row) => row.hearing?.state !== 'offered' && !underWay(row) && 'noHearingOffered',
  setHearing: ({ hearing }) => hearing?.state === 'held' && 'hearingUnderWay',
  recordHearing: ({ hearing }, { today }) =>
    (hearing?.state !== 'set' && 'noHearingSet') || (today < shanghaiDay(new Date(hearing!.at!)) && 'hearingNotYet'),
  issue: (_, { withheld }) => withheld && 'withheldUntilCured',
  cure: (_, { open }) => !open.some(isCurable) && 'nothingToCure',
  returnCure: (_, { open }) => !open.some(({ state }) => state === 'cured') && 'nothingToReturn',
  checkPromise: (_, { open }) =>
    !open.some(({ kind, state }) => kind === 'promise' && state === 'open') && 'nothingToCheck',
  deliver: (row) => row.feeState === 'asked' && row.state === 'issued' && 'feeOutstanding',
  resume: (row) => openPauses(row).every(({ id }) => id === row.hearing?.pauseId) && 'notPaused',
  askExtension: (row) => (row.fatalOn === null && 'paused') || (row.wants === 'extension' && 'askedAlready'),
  extend: (row) => row.fatalOn === null && 'paused',
  declineExtension: (row) => row.wants !== 'extension' && 'nothingAsked',
  cancelClock: (row) => standingEvents(row).length === 0 && 'nothingHappened',
};

/** For each step that this reader could ever take on this case: whether it is possible now, and if not, why. */
function stepsOf(row: CaseRow, { actor, ties }: Reading, may: StepPermissions, around: Around): CaseWhole['steps'] {
  return kinds.flatMap((kind) => {
    const permission = may[kind];
    if (kind === 'submit' || !permission || !mayAct(permission, actor, ties)) return [];
    const why = after(row.state, kind) ? obstacles[kind]?.(row, around) || null : 'wrongState';
    return [{ kind, possible: why === null, why }];
  });
}

/** A code as it is stored, however it was typed: in capitals, with blanks, without its strokes. */
const withStrokes = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]/g, '')
    .replace(/^(\d{6})(\d{4})(\d{7})(.+)$/, '$1-$2-$3-$4');

/** Follows a case without an account: by the receipt's code, or by number and the applicant's name together. */
export async function trackCase(
  ground: Ground,
  asked: { code?: string; number?: string; name?: string },
): Promise<Tracked> {
  const row = asked.code
    ? ((await findCaseByTrackCode(ground.db, asked.code.trim().toLowerCase())) ??
      (await findCaseByTrackCode(ground.db, withStrokes(asked.code))))
    : asked.number && asked.name
      ? await findCaseByNumber(ground.db, asked.number.trim())
      : undefined;
  // A wrong name and a wrong number are answered alike: numbers can be guessed, so names must not be.
  if (!row || (!asked.code && row.applicantName !== asked.name?.trim())) throw caseProblems.nothingToTrack();
  const [actions, item] = await Promise.all([
    readActions(ground.db, row.id),
    getVersion(ground, row.itemId, row.itemVersion),
  ]);
  const timeline = await timelineOf(ground, actions, false);
  const { targetOn, dueProvisional } = lineOf(
    row,
    shanghaiDay(ground.clock.now()),
    calendarsOf(ground).latest.calendar,
  );
  return {
    number: row.number,
    itemName: item.body.plainName ?? row.itemName,
    applicantName: row.organisationId ? row.applicantName : maskName(row.applicantName),
    state: row.state,
    outcome: row.outcome,
    departmentId: row.departmentId,
    submittedAt: row.submittedAt.toISOString(),
    targetOn,
    dueProvisional,
    pausedSince: row.pausedSince,
    forecastOn: row.forecastOn,
    // Reasons may tell about a person: whoever only has the number does not read them.
    timeline: asked.code ? timeline : timeline.map((line) => ({ ...line, note: null })),
    wanted: asked.code ? wantedOf(row, actions) : [],
  };
}
