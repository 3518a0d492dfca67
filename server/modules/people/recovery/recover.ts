/** A forgotten password: a code to the telephone or mailbox that the account has. */
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { hashOf, newId } from '#platform/ids';
import { codeWanted } from '../events.ts';
import { guardKey, limit } from '../guard/guard.ts';
import { clearGuard, noteSignIn } from '../guard/store.ts';
import { peopleProblems } from '../problems.ts';
import { forgetActors } from '../sign-in/actor.ts';
import { mustBeStrong } from '../sign-in/change-password.ts';
import { hashPassword } from '../sign-in/hash.ts';
import { endSessionsOf, findForSignIn, setPassword } from '../sign-in/store.ts';
import { countCodes, insertCode, tryCode, useCode } from './store.ts';

const validMinutes = 10;
const mostAnHour = 3;
const mostOfAddress = 30;
/** Milliseconds that the answer takes at least, so that it does not tell whether there was something to send. */
const answerAfter = 120;

/** Bound to its id: equal codes of two accounts have different hashes. */
const codeHash = (id: string, code: string): string => hashOf(`${id}/${code}`);

/** Sends a code if there is an account that can get one. The answer is the same in any case; `general.tooMany` by address. */
export async function askRecovery(ground: Ground, name: string, address: string): Promise<void> {
  limit(ground, `askRecovery/${address}`, mostOfAddress, 600);
  await Promise.all([sleep(answerAfter), sendCode(ground, name)]);
}

async function sendCode(ground: Ground, name: string): Promise<void> {
  const account = await findForSignIn(ground.db, name);
  const channel = account?.phone ? 'sms' : 'email';
  const destination = account?.phone ?? account?.email;
  if (!account || account.disabledAt || !destination) return;
  const at = ground.clock.now();
  await ground.db.transaction(async (tx) => {
    if ((await countCodes(tx, account.id, new Date(at.getTime() - 3_600_000))) >= mostAnHour) return;
    const id = newId();
    const text = String(randomInt(1_000_000)).padStart(6, '0');
    const expiresAt = new Date(at.getTime() + validMinutes * 60_000);
    insertCode(tx, {
      id,
      accountId: account.id,
      hash: codeHash(id, text),
      at,
      expiresAt,
      channel,
      destination,
      text,
    });
    emit(tx, codeWanted, account.id, { codeId: id, channel });
  });
}

/**
 * Sets a new password with the code. An unknown name, a wrong code and one that is used up have one answer: `people.wrongCode`.
 * All sessions end and a lock is lifted: whoever holds the telephone has shown more than the password.
 */
export async function recover(
  ground: Ground,
  given: { name: string; code: string; password: string },
  address: string,
): Promise<void> {
  limit(ground, `recover/${address}`, mostOfAddress);
  const account = await findForSignIn(ground.db, given.name);
  mustBeStrong(given.password, [given.name, account?.loginName, account?.phone]);
  const at = ground.clock.now();
  const open = account && !account.disabledAt ? await tryCode(ground.db, account.id, at) : undefined;
  if (!account || !open || open.codeHash !== codeHash(open.id, given.code)) throw peopleProblems.wrongCode();
  const hash = await hashPassword(given.password);
  await ground.db.transaction(async (tx) => {
    if (!(await useCode(tx, open.id, at))) throw peopleProblems.wrongCode();
    setPassword(tx, account.id, hash, false);
    endSessionsOf(tx, account.id, at);
    clearGuard(tx, guardKey('password', account.id));
    noteSignIn(tx, { at, act: 'recover', accountId: account.id, address });
    forgetActors(tx, account.id);
  });
}
