/** Asking for help, ending it as the asker, and saying how it was. */
import { createHmac } from 'node:crypto';
import { getVersionInForce } from '#modules/catalogue';
import { rankOf, usualFairness } from '#modules/hall';
import type { Level } from '#modules/ratings/contract';
import { shanghaiDay } from '#platform/clock';
import type { BodyOf } from '#platform/contract';
import type { Ground } from '#platform/ground';
import { hashOf, newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { secretKey } from '#platform/secret-key';
import type { remoteHelpContract } from './contract.ts';
import { waitAtMost } from './help.ts';
import { countNow } from './line-store.ts';
import { announce, move, onceOnly, type By } from './move-help.ts';
import { helpProblems } from './problems.ts';
import { findHelpByCode, insertHelp, lockHelp, lockHelpAskedBy, saveMove, type Help } from './store.ts';

/** The help of a code; its hash alone is stored. */
export async function getByCode(ground: Ground, code: string): Promise<Help> {
  const help = await findHelpByCode(ground.db, hashOf(code));
  if (!help) throw helpProblems.noHelp();
  return help;
}

type Asked = BodyOf<typeof remoteHelpContract.askForHelp>;
/** Where somebody asks from: who is believed of it is the kiosk itself, not whoever asks. */
export type AskedFrom = Pick<Help, 'door' | 'outletId' | 'kioskId' | 'sittingId'>;

/**
 * The code of the help that an act asks for. It is stored nowhere and yet can be told again to whoever repeats the act: made of it with a key
 * that lies outside the database.
 */
const codeFor = async (ground: Ground, actionId: string): Promise<string> =>
  createHmac('sha256', await secretKey(ground, 'remotehelp'))
    .update(actionId.toLowerCase())
    .digest('base64url');

/** Whether this help was asked for by the same act: by the same person, in the same words. */
const isAskedBy = (help: Help, actor: Actor, from: AskedFrom, asked: Asked, code: string): boolean =>
  help.codeHash === hashOf(code) &&
  help.accountId === actor.accountId &&
  help.personId === actor.personId &&
  help.door === from.door &&
  help.outletId === from.outletId &&
  help.kioskId === from.kioskId &&
  help.itemId === (asked.itemId ?? null) &&
  help.way === asked.way &&
  help.sign === (asked.sign ?? false) &&
  help.priority === (asked.priority ?? null) &&
  help.language === asked.language;

/**
 * Asks for help. The same `actionId` of the same asker is the same help with the same code: an answer that was lost on the way is given again.
 * Refused when no clerk is there, or when too many wait. Whoever lost the page of a help lost its code with it: asking again with the same account
 * ends the one before, as if its asker had left.
 */
export async function askForHelp(
  ground: Ground,
  actor: Actor,
  from: AskedFrom,
  asked: Asked,
): Promise<{ code: string; help: Help }> {
  const code = await codeFor(ground, asked.actionId);
  const help = await onceOnly(
    ground,
    asked.actionId,
    (done) => done.act === 'ask' && isAskedBy(done, actor, from, asked, code),
    () => joinQueue(ground, actor, from, asked, code),
  );
  return { code, help };
}

async function joinQueue(ground: Ground, actor: Actor, from: AskedFrom, asked: Asked, code: string): Promise<Help> {
  const at = ground.clock.now();
  const { onDuty, waiting } = await countNow(ground.db, at);
  if (onDuty === 0) throw helpProblems.nobodyThere();
  if (waiting >= waitAtMost) throw helpProblems.full();
  const item = asked.itemId ? await getVersionInForce(ground, asked.itemId, shanghaiDay(at)) : undefined;
  if (asked.itemId && !item) throw helpProblems.noItem();
  const priority = asked.priority ?? null;
  const help: Help = {
    id: newId(),
    codeHash: hashOf(code),
    door: from.door,
    outletId: from.outletId,
    kioskId: from.kioskId,
    sittingId: from.sittingId,
    accountId: actor.accountId,
    personId: actor.personId,
    askerName: actor.name,
    itemId: asked.itemId ?? null,
    itemName: item ? (item.body.plainName ?? item.body.name) : '',
    itemNameEn: item ? (item.body.plainNameEn ?? item.body.nameEn ?? '') : '',
    caseId: null,
    way: asked.way,
    sign: asked.sign ?? false,
    language: asked.language,
    priority,
    state: 'waiting',
    rank: rankOf({ at, priority, slotAt: null }, usualFairness),
    seq: 1,
    epoch: 0,
    clerkId: null,
    clerkName: '',
    forClerkId: null,
    askerTab: null,
    clerkTab: null,
    askerSeenAt: at,
    clerkSeenAt: null,
    consentAt: at,
    askedAt: at,
    enteredAt: at,
    takenAt: null,
    changedAt: at,
    endedAt: null,
    outcome: null,
    talkedSeconds: 0,
    level: null,
  };
  await ground.db.transaction(async (tx) => {
    const before = actor.accountId ? await lockHelpAskedBy(tx, actor.accountId) : undefined;
    if (before) move(tx, before, 'leave', { actionId: newId(), at, accountId: null }, { outcome: 'left' });
    // Who asks stands in the help alone, where the name goes in time: the course is for ever.
    insertHelp(tx, help, { actionId: asked.actionId, courseId: newId(), act: 'ask', at, accountId: null });
    announce(tx, help, 'ask');
  });
  return help;
}

/** Ends the help as its asker, at any time. */
export const leaveHelp = (ground: Ground, help: Help, by: By): Promise<Help> =>
  onceOnly(
    ground,
    by.actionId,
    (done) => done.id === help.id && done.act === 'leave',
    () =>
      ground.db.transaction(async (tx) => {
        const now = await lockHelp(tx, help.id);
        if (!now) throw helpProblems.noHelp();
        return move(tx, now, 'leave', by, { outcome: 'left' });
      }),
  );

/** Says how the help was: once, when it has ended and somebody had come. */
export const rateHelp = (ground: Ground, help: Help, level: Level, by: By): Promise<Help> =>
  onceOnly(
    ground,
    by.actionId,
    (done) => done.id === help.id && done.act === 'rate' && done.level === level,
    () =>
      ground.db.transaction(async (tx) => {
        const now = await lockHelp(tx, help.id);
        if (!now || now.state !== 'ended' || now.takenAt === null || now.level !== null)
          throw helpProblems.wrongAct({ state: now?.state });
        const rated = { ...now, level, seq: now.seq + 1 };
        saveMove(tx, rated, { ...by, act: 'rate', courseId: newId() });
        announce(tx, rated, 'rate');
        return rated;
      }),
  );
