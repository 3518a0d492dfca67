/** A matter as somebody sees it. */
import { actionsShown, getCaseRow, type CaseRow } from '#modules/cases';
import { calendarsOf } from '#modules/deadlines';
import { documentsOf } from '#modules/documents';
import { maskName } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { isStaff, type Actor, type Ties } from '#platform/permissions';
import { mustStillAsk } from './consult.ts';
import { getEventVersion } from './event-store.ts';
import type { LifeEventBody } from './life-event.ts';
import { isDecided } from './matter.ts';
import { clockOf } from './matter-clock.ts';
import { matterProblems } from './problems.ts';
import type { MatterLine, MatterWhole, MemberLine } from './shapes.ts';
import {
  findMatterByTrackCode,
  findMemberOfCase,
  getMatterRow,
  membersOf,
  membersOfAll,
  stepsOf,
  type MatterRow,
  type MemberRow,
} from './store.ts';

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

function memberLine(member: MemberRow, members: readonly MemberRow[]): MemberLine {
  const { key, itemId, itemName, departmentId, after, fate, caseId, caseNumber, caseState, why } = member;
  return {
    key, itemId, itemName, departmentId, after, fate, agreed: fate === 'open' && member.agreedAt !== null, caseId, caseNumber,
    caseState: caseState as MemberLine['caseState'],
    why: members.find((one) => one.key === why)?.itemName ?? null,
    openedAt: instant(member.openedAt),
    decidedAt: instant(member.decidedAt),
    endedAt: instant(member.endedAt),
  }; // prettier-ignore
}

/** One line with its parts and its clock. */
export function lineOf(ground: Ground, row: MatterRow, members: readonly MemberRow[], body: LifeEventBody): MatterLine {
  const { id, number, eventId, eventName, leadDepartmentId, applicantName, policy, state, outcome } = row;
  const today = shanghaiDay(ground.clock.now());
  return {
    id, number, eventId, eventName, leadDepartmentId, applicantName, policy, state, outcome,
    submittedAt: row.submittedAt.toISOString(),
    decidedAt: instant(row.decidedAt),
    endedAt: instant(row.endedAt),
    clock: clockOf(row, body.promisedLimit, today, calendarsOf(ground).latest.calendar),
    members: members.map((member) => memberLine(member, members)),
  }; // prettier-ignore
}

/** Lines of a list: their parts and life events are read with one question each. */
export async function linesOf(ground: Ground, rows: readonly MatterRow[], masked: boolean): Promise<MatterLine[]> {
  const versions = new Map(rows.map((row) => [`${row.eventId}/${row.eventVersion}`, row]));
  const [members, bodies] = await Promise.all([
    membersOfAll(
      ground.db,
      rows.map(({ id }) => id),
    ),
    Promise.all(
      [...versions].map(
        async ([key, row]) => [key, (await getEventVersion(ground.db, row.eventId, row.eventVersion)).body] as const,
      ),
    ),
  ]);
  const byMatter = Map.groupBy(members, ({ matterId }) => matterId);
  const byVersion = new Map(bodies);
  return rows.map((row) => {
    const line = lineOf(ground, row, byMatter.get(row.id) ?? [], byVersion.get(`${row.eventId}/${row.eventVersion}`)!);
    return masked && row.organisationId === null ? { ...line, applicantName: maskName(line.applicantName) } : line;
  });
}

/** The line of one matter. */
export async function readLine(ground: Ground, row: MatterRow): Promise<MatterLine> {
  return (await linesOf(ground, [row], false))[0]!;
}

/** Everything about a matter for whoever may see the whole: the histories, never what was filled in for a part. */
export async function readMatter(ground: Ground, row: MatterRow, actor: Actor, ties: Ties): Promise<MatterWhole> {
  const own = actor.personId !== null && (ties.owners ?? []).includes(actor.personId);
  const staff = isStaff(actor) && !own;
  const [matter, members, steps] = await Promise.all([
    readLine(ground, row),
    membersOf(ground.db, row.id),
    stepsOf(ground.db, row.id),
  ]);
  const timelines: MatterWhole['timelines'] = {};
  const wanted: MatterWhole['wanted'] = [];
  for (const { key, caseId, itemName } of members) {
    if (caseId === null) continue;
    const caseRow: CaseRow = await getCaseRow(ground.db, caseId);
    const shown = await actionsShown(ground, caseRow, staff);
    timelines[key] = shown.timeline;
    if (shown.wanted.length > 0)
      wanted.push({ caseId, itemName, what: shown.wanted.map(({ what }) => what), until: caseRow.fatalOn });
  }
  const named = (key: unknown): string[] => members.flatMap((member) => (member.key === key ? [member.itemName] : []));
  return {
    matter,
    trackCode: staff ? null : row.trackCode,
    wanted,
    timelines,
    steps: steps.map(({ seq, kind, at, facts }) => ({
      seq,
      kind,
      at: at.toISOString(),
      members: [...named(facts.member), ...((facts.members as string[] | undefined) ?? []).flatMap(named)],
      note: typeof facts.reason === 'string' ? facts.reason : null,
    })),
    may: {
      withdraw: own && members.some(({ fate }) => !isDecided(fate)),
      extend: actor.posts.some(({ role }) => role === 'office') && matter.clock.state === 'running',
    },
  };
}

/** By the code of a receipt, without an account. Throws `nothingToTrack`. */
export async function trackMatter(ground: Ground, code: string) {
  const row = await findMatterByTrackCode(ground.db, code.trim().toLowerCase());
  if (!row) throw matterProblems.nothingToTrack();
  const { number, eventName, applicantName, state, outcome, policy, submittedAt, clock, members } = await readLine(
    ground,
    row,
  );
  const name = row.organisationId ? applicantName : maskName(applicantName);
  return { number, eventName, applicantName: name, state, outcome, policy, submittedAt, clock, members };
}

/** What one department is told of the agreement of all: how many are missing, and not which. */
function agreementOf(row: MatterRow, member: MemberRow, members: readonly MemberRow[], may: boolean) {
  if (row.policy !== 'allMustAgree' || row.state !== 'open' || isDecided(member.fate)) return null;
  const { agreedAt, agreement, caseState } = member;
  return {
    agreedAt: instant(agreedAt),
    agreedBy: agreement?.name ?? null,
    missing: members.filter((one) => !isDecided(one.fate) && one.agreedAt === null).length,
    mayAgree: may && agreedAt === null && (caseState === 'accepted' || caseState === 'examined'),
    mayTakeBack: may && agreedAt !== null,
  };
}

/** What whoever works on one case sees of the matter. Undefined for a case by itself. */
export async function partOfMatter(
  ground: Ground,
  caseId: string,
  may: { open: (row: MatterRow) => Promise<boolean>; agree: (departmentId: string) => boolean },
) {
  const member = await findMemberOfCase(ground.db, caseId);
  if (!member) return null;
  const [row, members] = await Promise.all([
    getMatterRow(ground.db, member.matterId),
    membersOf(ground.db, member.matterId),
  ]);
  const { body } = await getEventVersion(ground.db, row.eventId, row.eventVersion);
  const results = body.results.filter((result) => result.member === member.key);
  const given = await Promise.all(
    results.map(async ({ material, from }) => {
      const of = members.find(({ key }) => key === from)?.caseId;
      const found = of
        ? (await documentsOf(ground.db, of)).filter(({ kind }) => kind === 'resultProof' || kind === 'decisionGrant')
        : [];
      const last = found.findLast(({ kind }) => kind === 'resultProof') ?? found.at(-1);
      return last ? [{ material, documentTitle: last.title, documentNumber: last.number }] : [];
    }),
  );
  const { clock } = lineOf(ground, row, members, body);
  return {
    matterId: row.id,
    number: row.number,
    eventName: row.eventName,
    leadDepartmentId: row.leadDepartmentId,
    policy: row.policy,
    silenceIsConsent: body.silenceIsConsent,
    mustAsk: isDecided(member.fate)
      ? []
      : (await mustStillAsk(ground.db, { ...row, key: member.key }, caseId)).map(
          ({ departmentId, days, silenceIsConsent = body.silenceIsConsent }) => ({
            departmentId,
            days,
            silenceIsConsent,
          }),
        ),
    fatalOn: clock.fatalOn,
    agreement: agreementOf(row, member, members, may.agree(member.departmentId)),
    mayOpen: await may.open(row),
    results: given.flat(),
  };
}
