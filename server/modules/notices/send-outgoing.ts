/** Sends what is due. Several servers may do it at once: each message is claimed by one. */
import { findPersons, phonesOfAccounts, takeDeliverySecret } from '#modules/people';
import type { Ground } from '#platform/ground';
import { Refused, type Gateways, type Message } from './gateways.ts';
import { claimDue, saveSettled, type Claimed, type Settled } from './outgoing-store.ts';
import { attemptsAtMost, isQuiet, outsideQuietHours, pauseAfter } from './quiet-hours.ts';
import { say, sayCode, templates } from './templates.ts';

const batch = 50;
/** Messages on their way at once. */
const abreast = 8;

/** Sends until nothing is due. Returns how many were sent. */
export async function sendOutgoing(ground: Ground, gateways: Gateways): Promise<number> {
  for (let sent = 0; ;) {
    const now = ground.clock.now();
    const claimed = await ground.db.transaction((tx) => claimDue(tx, now, isQuiet(now), batch));
    if (claimed.length === 0) return sent;
    const addresses = await addressesOf(ground, claimed);
    for (let i = 0; i < claimed.length; i += abreast) {
      const outcomes = await Promise.all(
        claimed
          .slice(i, i + abreast)
          .map((one) => sendOne(ground, gateways, one, addresses.get(one.personId ?? one.accountId ?? ''))),
      );
      // A commit for each message would cost more than the message; what is on its way at once is in doubt at once anyway.
      const toNote = outcomes.flatMap(({ note }) => note ?? []);
      if (toNote.length > 0) await ground.db.transaction(async (tx) => saveSettled(tx, toNote));
      sent += outcomes.filter((outcome) => outcome.sent).length;
    }
  }
}

interface Addresses {
  phone: string;
  email?: string | null;
}
/** Where those who are told can be reached, by person and by account; colleagues are told by SMS alone. */
async function addressesOf(ground: Ground, claimed: readonly Claimed[]): Promise<Map<string, Addresses>> {
  const ids = (of: (one: Claimed) => string | null) => [...new Set(claimed.flatMap((one) => of(one) ?? []))];
  const personIds = ids(({ personId }) => personId);
  const persons = personIds.length > 0 ? await findPersons(ground.db, personIds) : [];
  const phones = await phonesOfAccounts(
    ground.db,
    ids(({ accountId }) => accountId),
  );
  return new Map<string, Addresses>([
    ...persons.map((person) => [person.id, person] as const),
    ...[...phones].map(([id, phone]) => [id, { phone }] as const),
  ]);
}

interface SendOutcome {
  sent: boolean;
  /** What is still to be noted. */
  note?: Settled;
}

/** Sends one; what it says is noted by the caller, unless it was noted with the sending itself. */
async function sendOne(
  ground: Ground,
  gateways: Gateways,
  claimed: Claimed,
  addresses: Addresses | undefined,
): Promise<SendOutcome> {
  try {
    if (claimed.codeId) return { sent: await sendCode(ground, gateways, claimed, claimed.codeId) };
    const note = await sendNotice(ground, gateways, claimed, addresses);
    return { sent: note.state === 'sent', note };
  } catch (error) {
    return { sent: false, note: failureOf(ground, claimed, error) };
  }
}

async function sendNotice(
  ground: Ground,
  gateways: Gateways,
  claimed: Claimed,
  addresses: Addresses | undefined,
): Promise<Settled> {
  const { id, channel, language } = claimed;
  const to = channel === 'sms' ? addresses?.phone : addresses?.email;
  if (!to || !claimed.wanted) return { id, state: to ? 'unwanted' : 'noAddress' };
  const sentAt = ground.clock.now();
  const { goodFor = Infinity } = templates[claimed.template!];
  if (sentAt.getTime() - claimed.createdAt.getTime() > goodFor * 60_000) return { id, state: 'ranOut' };
  const { title, text } = say(claimed.template!, language, claimed.facts ?? {});
  const message: Message = { id, to, title, text: channel === 'sms' ? sign(text, language) : text };
  return { id, state: 'sent', sentAt, providerId: await gateways[channel].send(message) };
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
      saveSettled(tx, [{ id: claimed.id, state: 'unwanted' }]);
      return false;
    }
    const minutes = Math.max(1, Math.round((secret.expiresAt.getTime() - at.getTime()) / 60_000));
    const { title, text } = sayCode(secret.code, minutes);
    const message = { id: claimed.id, to: secret.destination, title, text: sign(text, 'zh-CN') };
    const providerId = await gateways[claimed.channel].send(message);
    saveSettled(tx, [{ id: claimed.id, state: 'sent', sentAt: at, providerId }]);
    return true;
  });
}

function failureOf(ground: Ground, claimed: Claimed, cause: unknown): Settled {
  const { id, channel, attempts, codeId } = claimed;
  const error = (cause instanceof Error ? cause.message : String(cause)).slice(0, 300);
  const over = cause instanceof Refused || attempts >= attemptsAtMost;
  ground.log.warn({ outgoing: id, channel, attempts, over }, error);
  if (over) return { id, state: 'givenUp', error };
  const next = new Date(ground.clock.now().getTime() + pauseAfter(attempts) * 1000);
  return { id, state: 'waiting', error, nextAt: codeId ? next : outsideQuietHours(next) };
}
