/** What somebody gets at a kiosk: a ticket, a case. */
import { getVersionInForce, itemsAtKiosk } from '#modules/catalogue';
import { submitCase } from '#modules/cases';
import { getErrand, seeTicket, takeTicket } from '#modules/hall';
import { shanghaiDay } from '#platform/clock';
import type { BodyOf } from '#platform/contract';
import type { Ground } from '#platform/ground';
import type { Actor, Ties } from '#platform/permissions';
import type { kiosksContract } from './contract.ts';
import { mostTickets } from './kiosk.ts';
import { kioskProblems } from './problems.ts';
import { countTicket, type KioskRow, type Sitting } from './store.ts';

type Asked = Omit<BodyOf<typeof kiosksContract.takeTicketHere>, 'sittingId'>;

/**
 * A ticket of the hall in which the kiosk stands: of the person where somebody has signed in, else of whoever holds it, a few for each use
 * of the kiosk.
 */
export async function takeTicketHere(ground: Ground, kiosk: KioskRow, sitting: Sitting, actor: Actor, asked: Asked) {
  const errand = await getErrand(ground, asked.errandId);
  if (errand.outletId !== kiosk.outletId) throw kioskProblems.noHall();
  if (sitting.tickets >= mostTickets) throw kioskProblems.ticketsUsedUp({ most: mostTickets });
  const known = sitting.sessionId !== null && sitting.sessionId === actor.sessionId;
  const by = {
    personId: known ? (actor.personId ?? actor.accountId) : null,
    accountId: known ? actor.accountId : null,
    door: 'kiosk' as const,
  };
  const ticket = await takeTicket(ground, errand, asked, by);
  await ground.db.transaction(async (tx) => {
    await Promise.resolve();
    countTicket(tx, sitting.id);
  });
  return seeTicket(ground.db, ticket, ground.clock.now());
}

/** What can be applied for here, by its everyday name. */
export const itemsHere = async (ground: Ground) =>
  (await itemsAtKiosk(ground))
    .map(({ itemId, version, code, body }) => ({
      itemId,
      version,
      code,
      name: body.name,
      plainName: body.plainName ?? null,
      nameEn: body.nameEn ?? null,
      plainNameEn: body.plainNameEn ?? null,
      immediate: body.immediate,
    }))
    .toSorted((one, other) => one.code.localeCompare(other.code));

/** Hands in an application. The case came in by the door of a kiosk, at the outlet where it stands. */
export async function submitHere(
  ground: Ground,
  kiosk: KioskRow,
  who: { actor: Actor; allow: (ties: Ties) => void },
  submission: Omit<BodyOf<typeof kiosksContract.submitHere>, 'sittingId'>,
) {
  const item = await getVersionInForce(ground, submission.itemId, shanghaiDay(ground.clock.now()));
  if (item && !item.body.atKiosk) throw kioskProblems.notAtKiosk();
  return submitCase(ground, who, submission, undefined, { door: 'kiosk', outletId: kiosk.outletId });
}
