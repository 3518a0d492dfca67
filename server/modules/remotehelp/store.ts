/** SQL of helps and their course. */
import type { Priority } from '#modules/hall/contract';
import type { Level } from '#modules/ratings/contract';
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { away, keptForColleague, keptPlace, patience, type HelpAct, type HelpState, type Outcome, type Way } from './help.ts'; // prettier-ignore
import { helpProblems } from './problems.ts';

export interface Help {
  id: string;
  codeHash: string;
  door: 'portal' | 'kiosk';
  outletId: string | null;
  kioskId: string | null;
  sittingId: string | null;
  accountId: string | null;
  personId: string | null;
  askerName: string;
  itemId: string | null;
  itemName: string;
  itemNameEn: string;
  caseId: string | null;
  way: Way;
  sign: boolean;
  language: 'zh-CN' | 'en';
  priority: Priority | null;
  state: HelpState;
  rank: number;
  seq: number;
  epoch: number;
  clerkId: string | null;
  clerkName: string;
  forClerkId: string | null;
  askerTab: string | null;
  clerkTab: string | null;
  askerSeenAt: Date;
  clerkSeenAt: Date | null;
  consentAt: Date;
  askedAt: Date;
  enteredAt: Date;
  takenAt: Date | null;
  changedAt: Date;
  endedAt: Date | null;
  outcome: Outcome | null;
  talkedSeconds: number;
  level: Level | null;
}

/** Who acts, by which act, when. `accountId` null: nobody signed in, or time itself. */
export interface Doing {
  actionId: string;
  courseId: string;
  act: HelpAct;
  at: Date;
  accountId: string | null;
  /** Of a hand-over: where the talk was given, and to which colleague. */
  givenTo?: 'colleague' | 'queue';
  givenToId?: string;
}

ownConstraints({
  help_of_account: () => helpProblems.haveHelp(),
  help_of_clerk: () => helpProblems.helping(),
  // The code is made of the act.
  help_code_unique: () => helpProblems.actRepeated(),
  course_action_unique: () => helpProblems.actRepeated(),
});

const byCode = prepared<Help>('select * from remotehelp.help where code_hash = $1');
const byId = prepared<Help>('select * from remotehelp.help where id = $1');
const locked = prepared<Help>('select * from remotehelp.help where id = $1 for update');
const ofAccount = prepared<Help>("select * from remotehelp.help where account_id = $1 and state <> 'ended' for update");
const ofKiosk = prepared<Help>(
  "select * from remotehelp.help where kiosk_id = $1 and state <> 'ended' and ($2::uuid is null or sitting_id is null or sitting_id = $2::uuid) for update",
);
const ofClerk = prepared<Help>("select * from remotehelp.help where clerk_id = $1 and state = 'talking'");
/** A help with the act that was asked about: by whom, and to which colleague it gave the help. */
export type Done = Help & { by: string | null; act: HelpAct; givenToId: string | null };
const byAction = prepared<Done>(
  `select h.*, c.account_id as by, c.act, c.given_to_id from remotehelp.course c join remotehelp.help h on h.id = c.help_id where c.action_id = $1`,
);

export const findHelpByCode = (reader: Reader, codeHash: string) => reader.maybe(byCode(codeHash));
export const findHelp = (reader: Reader, id: string) => reader.maybe(byId(id));
export const lockHelp = (tx: Tx, id: string) => tx.maybe(locked(id));
/** The open help that this account has asked for, under lock. */
export const lockHelpAskedBy = (tx: Tx, accountId: string) => tx.maybe(ofAccount(accountId));
/** Helps that were asked for in this use of a kiosk, or in any, and have not ended, under lock. */
export const lockHelpsAt = (tx: Tx, kioskId: string, sittingId: string | null) => tx.many(ofKiosk(kioskId, sittingId));
export const findHelpOf = (reader: Reader, clerkId: string) => reader.maybe(ofClerk(clerkId));
export const findByAction = (reader: Reader, actionId: string) => reader.maybe(byAction(actionId));

const insertRow = prepared(
  `insert into remotehelp.help (id, code_hash, door, outlet_id, account_id, person_id, asker_name, item_id, item_name, item_name_en, way, sign,
     language, priority, state, rank, asker_seen_at, consent_at, asked_at, entered_at, changed_at, kiosk_id, sitting_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'waiting', $15, $16, $16, $16, $16, $16, $17, $18)`,
);
const insertCourse = prepared(
  `insert into remotehelp.course (id, help_id, seq, act, state, action_id, account_id, at, given_to, given_to_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

export function insertHelp(tx: Tx, help: Help, by: Doing): void {
  const {
    id,
    codeHash,
    door,
    outletId,
    kioskId,
    sittingId,
    accountId,
    personId,
    askerName,
    itemId,
    itemName,
    itemNameEn,
  } = help;
  const { way, sign, language, priority, rank, askedAt } = help;
  tx.write(
    insertRow(id, codeHash, door, outletId, accountId, personId, askerName, itemId, itemName, itemNameEn, way, sign, language, priority, rank, askedAt, kioskId, sittingId),
  ); // prettier-ignore
  noteCourse(tx, help, by);
}

const noteCourse = (tx: Tx, { id, seq, state }: Help, by: Doing): void =>
  tx.write(
    insertCourse(
      by.courseId,
      id,
      seq,
      by.act,
      state,
      by.actionId,
      by.accountId,
      by.at,
      by.givenTo ?? null,
      by.givenToId ?? null,
    ),
  );

/** The help as it is now, and the line of what was done. What was said to the browser of before is thrown away. */
export function saveMove(tx: Tx, help: Help, by: Doing): void {
  const { id, state, rank, seq, epoch, clerkId, clerkName, forClerkId, clerkTab, clerkSeenAt } = help;
  const { enteredAt, takenAt, changedAt, endedAt, outcome, talkedSeconds, level } = help;
  tx.write(sql`update remotehelp.help set state = ${state}, rank = ${rank}, seq = ${seq}, epoch = ${epoch}, clerk_id = ${clerkId},
    clerk_name = ${clerkName}, for_clerk_id = ${forClerkId}, clerk_tab = ${clerkTab}, clerk_seen_at = ${clerkSeenAt}, entered_at = ${enteredAt},
    taken_at = ${takenAt}, changed_at = ${changedAt}, ended_at = ${endedAt}, outcome = ${outcome}, talked_seconds = ${talkedSeconds},
    level = ${level} where id = ${id}`);
  if (by.act !== 'rate') tx.write(sql`delete from remotehelp.signal where help_id = ${id}`);
  noteCourse(tx, help, by);
}

/**
 * The lowest rank of those whose page is there, under lock; one that somebody else is taking in this moment is passed over. What was
 * handed over to this clerk comes first, and for a minute it is nobody else's.
 */
export const lockNext = (tx: Tx, clerkId: string, at: Date) =>
  tx.maybe(sql<Help>`
    select * from remotehelp.help h
      where h.state = 'waiting' and h.asker_seen_at > ${ago(at, away)}
        and (h.for_clerk_id is null or h.for_clerk_id = ${clerkId} or h.entered_at < ${ago(at, keptForColleague)})
      order by (h.for_clerk_id is not distinct from ${clerkId}::uuid) desc, h.rank, h.id limit 1 for update skip locked`);

const ago = (at: Date, seconds: number): Date => new Date(at.getTime() - seconds * 1000);

/** Those whom time may have moved: `overdue` decides. */
export const lockOverdue = (tx: Tx, at: Date, limit: number) =>
  tx.many(sql<Help>`
    select * from remotehelp.help
      where state <> 'ended' and (asker_seen_at < ${ago(at, Math.min(patience, keptPlace))} or (state = 'talking' and clerk_seen_at < ${ago(at, patience)}))
      order by id limit ${limit} for update skip locked`);

/** How many wait before one of this rank whose pages are there. */
export const countBefore = async (reader: Reader, { id, rank }: Help, at: Date): Promise<number> =>
  (
    await reader.one(sql<{ count: number }>`
      select count(*)::int as count from remotehelp.help
        where state = 'waiting' and (rank, id) < (${rank}, ${id}::uuid) and asker_seen_at > ${ago(at, away)}`)
  ).count;

/** Those who wait, the first of them first, with the count of the same read. */
export async function listWaiting(reader: Reader, limit: number): Promise<{ rows: Help[]; total: number }> {
  const rows = await reader.many(sql<Help & { total: number }>`
    select h.*, count(*) over ()::int as total from remotehelp.help h where state = 'waiting' order by rank, id limit ${limit}`);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** The application that was handed in while its applicant was being helped with this item. */
export const noteCases = (tx: Tx, cases: readonly { caseId: string; itemId: string; ownerId: string }[]): void =>
  tx.write(sql`
    update remotehelp.help h set case_id = c."caseId"
      from jsonb_to_recordset(${JSON.stringify(cases)}::jsonb) as c("caseId" uuid, "itemId" uuid, "ownerId" uuid)
      where h.state <> 'ended' and h.item_id = c."itemId" and (h.person_id = c."ownerId" or h.account_id = c."ownerId")`);

/** Takes away whatever leads to who asked from what ended before, the case too: it names its applicant. At most so many at once. */
export const forgetNames = async (tx: Tx, before: Date, limit: number): Promise<number> =>
  (
    await tx.many(sql`
      update remotehelp.help set asker_name = '', account_id = null, person_id = null, case_id = null
        where id in (select id from remotehelp.help where asker_name <> '' and ended_at < ${before} limit ${limit}) returning id`)
  ).length;
