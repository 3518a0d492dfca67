/** Sends what is due. Several servers may do it at once: each message is claimed by one. */
import { findPersons, takeDeliverySecret, type Person } from '#modules/people';
import type { Ground } from '#platform/ground';
import { Refused, type Gateways, type Message } from './gateways.ts';
import { claimDue, savePostponed, saveSettled, type Claimed } from './outgoing-store.ts';
import { attemptsAtMost, isQuiet, outsideQuietHours, pauseAfter } from './quiet-hours.ts';
import { say, sayCode } from './templates.ts';

const batch = 50;
/** Messages on their way at once. */
const abreast = 8;

/** Sends until nothing is due. Returns how many were sent. */
export async function sendOutgoing(ground: Ground, gateways: Gateways): Promise<number> {
  for (let sent = 0; ;) {
    const now = ground.clock.now();
    const claimed = await ground.db.transaction((tx) => claimDue(tx, now, isQuiet(now), batch));
    if (claimed.length === 0) return sent;
    const personIds = claimed.flatMap(({ personId }) => (personId ? [personId] : []));
    const persons = personIds.length > 0 ? await findPersons(ground.db, [...new Set(personIds)]) : [];
    const byId = new Map(persons.map((person) => [person.id, person]));
    const queue = [...claimed];
    await Promise.all(
      Array.from({ length: abreast }, async () => {
        for (let one = queue.shift(); one; one = queue.shift()) {
          if (await sendOne(ground, gateways, one, byId)) sent += 1;
        }
      }),
    );
  }
}

/** Sends one and notes what became of it; true when it was sent. */
async function sendOne(
  ground: Ground,
  gateways: Gateways,
  claimed: Claimed,
  persons: ReadonlyMap<string, Person>,
): Promise<boolean> {
  try {
    return claimed.codeId
      ? await sendCode(ground, gateways, claimed, claimed.codeId)
      : await sendNotice(ground, gateways, claimed, persons.get(claimed.personId ?? ''));
  } catch (error) {
    await noteFailure(ground, claimed, error);
    return false;
  }
}

async function sendNotice(
  ground: Ground,
  gateways: Gateways,
  claimed: Claimed,
  person: Person | undefined,
): Promise<boolean> {
  const { id, channel, language } = claimed;
  const to = channel === 'sms' ? person?.phone : person?.email;
  const at = ground.clock.now();
  if (!to || !claimed.wanted) {
    const state = to ? 'unwanted' : 'noAddress';
    await ground.db.transaction(async (tx) => saveSettled(tx, id, { state, at }));
    return false;
  }
  const { title, text } = say(claimed.template!, language, claimed.facts ?? {});
  const message: Message = { id, to, title, text: channel === 'sms' ? sign(text, language) : text };
  const providerId = await gateways[channel].send(message);
  await ground.db.transaction(async (tx) => saveSettled(tx, id, { state: 'sent', at, providerId }));
  return true;
}

/** An SMS says who it is from at its beginning (通信短信息服务管理规定 art. 17: content and sender are to be recognisable). */
const sign = (text: string, language: string): string => (language === 'en' ? `[Yichuang] ${text}` : `【一窗】${text}`);

/**
 * A code is taken out of the hands of `people` and sent in one transaction: if the sending fails, the code is where it was.
 * So it lies nowhere else, not even for the moment between two attempts.
 */
function sendCode(ground: Ground, gateways: Gateways, claimed: Claimed, codeId: string): Promise<boolean> {
  return ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const secret = await takeDeliverySecret(tx, codeId);
    if (!secret || secret.expiresAt <= at) {
      // It ran out, or a newer one took its place.
      saveSettled(tx, claimed.id, { state: 'unwanted', at });
      return false;
    }
    const minutes = Math.max(1, Math.round((secret.expiresAt.getTime() - at.getTime()) / 60_000));
    const { title, text } = sayCode(secret.code, minutes);
    const message = { id: claimed.id, to: secret.destination, title, text: sign(text, 'zh-CN') };
    const providerId = await gateways[claimed.channel].send(message);
    saveSettled(tx, claimed.id, { state: 'sent', at, providerId });
    return true;
  });
}

async function noteFailure(ground: Ground, claimed: Claimed, error: unknown): Promise<void> {
  const at = ground.clock.now();
  const said = (error instanceof Error ? error.message : String(error)).slice(0, 300);
  const over = error instanceof Refused || claimed.attempts >= attemptsAtMost;
  await ground.db.transaction(async (tx) => {
    if (over) saveSettled(tx, claimed.id, { state: 'givenUp', at, error: said });
    else {
      const next = new Date(at.getTime() + pauseAfter(claimed.attempts) * 1000);
      savePostponed(tx, claimed.id, claimed.codeId ? next : outsideQuietHours(next), said);
    }
  });
  ground.log.warn({ outgoing: claimed.id, channel: claimed.channel, attempts: claimed.attempts, over }, said);
}
