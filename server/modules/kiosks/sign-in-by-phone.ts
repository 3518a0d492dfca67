/**
 * Signing in at a kiosk with the phone: the kiosk shows a code, the phone that is signed in scans it, and its owner picks the number that
 * they see on the kiosk. Short, for one kiosk, once; who guesses wrong has ended it.
 */
import { randomInt } from 'node:crypto';
import { endSharedSession, giveCookie, openSharedSession } from '#modules/people';
import type { Ground } from '#platform/ground';
import { newCode, newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import type { FastifyReply } from 'fastify';
import { numbersToChoose, signInSeconds } from './kiosk.ts';
import { findSignIn, insertSignIn, lockSignIn, lockSignInOf, saveAnswer, type SignIn } from './print-store.ts';
import { kioskProblems } from './problems.ts';
import { findOpenSitting, lockOpenSitting, noteSession, type KioskRow, type Sitting } from './store.ts';

const draw = (): number => randomInt(0, 2 ** 32) / 2 ** 32;

/** A new code for the screen; the one before is good no more. */
export const askSignIn = (ground: Ground, kiosk: KioskRow, sitting: Sitting): Promise<SignIn> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const open = await lockOpenSitting(tx, kiosk.id);
    if (open?.id !== sitting.id) throw kioskProblems.noSitting();
    const row: SignIn = {
      id: newId(),
      code: newCode(20),
      kioskId: kiosk.id,
      sittingId: sitting.id,
      ...numbersToChoose(draw),
      state: 'waiting',
      accountId: null,
      askedAt: at,
      expiresAt: new Date(at.getTime() + signInSeconds * 1000),
    };
    insertSignIn(tx, row);
    return row;
  });

const isOpen = (row: SignIn | undefined, at: Date): row is SignIn =>
  row !== undefined && row.state === 'waiting' && row.expiresAt > at;

/** What the phone shows of it. Throws `kiosks.noSignIn` once it is over. */
export async function openSignIn(ground: Ground, code: string): Promise<SignIn> {
  const row = await findSignIn(ground.db, code.trim().toLowerCase());
  if (!isOpen(row, ground.clock.now())) throw kioskProblems.noSignIn();
  return row;
}

/**
 * The answer of the phone. A wrong number ends it: nobody tries all three. Where somebody has signed in before, the same account may do so again,
 * because its time is over or soon will be; what is on the screen is theirs, so nobody else may until it is cleared (`kiosks.otherPerson`).
 */
export async function answerSignIn(ground: Ground, actor: Actor, code: string, number: number | null): Promise<void> {
  const fault = await ground.db.transaction(async (tx) => {
    const row = await lockSignInOf(tx, code.trim().toLowerCase());
    if (!isOpen(row, ground.clock.now())) throw kioskProblems.noSignIn();
    const there = (await findOpenSitting(tx, row.kioskId))?.accountId ?? null;
    const isOther = number === row.number && there !== null && there !== actor.accountId;
    const approved = number === row.number && !isOther;
    saveAnswer(tx, row.id, approved ? 'approved' : 'refused', approved ? actor.accountId : null);
    if (isOther) return 'otherPerson';
    return approved || number === null ? undefined : 'wrongNumber';
  });
  if (fault) throw kioskProblems[fault]();
}

/** Begins the session that the phone has approved, once, for the sitting that asked. */
export async function collectSignIn(
  ground: Ground,
  kiosk: KioskRow,
  asked: { id: string; sittingId: string; address: string },
  reply: FastifyReply,
): Promise<'waiting' | 'refused' | 'signedIn'> {
  const at = ground.clock.now();
  const { state, secret } = await ground.db.transaction(async (tx) => {
    const open = await lockOpenSitting(tx, kiosk.id);
    if (open?.id !== asked.sittingId) throw kioskProblems.noSitting();
    const row = await lockSignIn(tx, asked.id);
    if (!row || row.sittingId !== open.id || row.expiresAt <= at) throw kioskProblems.noSignIn();
    if (row.state === 'waiting' || row.state === 'refused') return { state: row.state, secret: undefined };
    // Collected before and the answer lost: the session cannot be handed out a second time.
    if (row.state === 'collected') throw kioskProblems.noSignIn();
    if (open.accountId !== null && open.accountId !== row.accountId) throw kioskProblems.otherPerson();
    // Once more, because the time of the one before is over or soon will be: it is of no use to anybody now.
    if (open.sessionId && open.accountId)
      endSharedSession(ground, tx, { id: open.sessionId, accountId: open.accountId });
    const session = await openSharedSession(ground, tx, row.accountId!, asked.address);
    saveAnswer(tx, row.id, 'collected', null);
    noteSession(tx, open.id, session.id, row.accountId!);
    return { state: 'signedIn' as const, secret: session.secret };
  });
  if (secret) giveCookie(reply, ground, secret);
  return state;
}
