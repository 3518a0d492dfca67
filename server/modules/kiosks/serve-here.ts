/** What somebody gets at a kiosk: a ticket, a case. */
import { getVersionInForce, itemsAtKiosk } from '#modules/catalogue';
import { submitCase } from '#modules/cases';
import {
  askPrint,
  checkIn,
  findBookingByCode,
  findJob,
  findPrinter,
  getErrand,
  keepTold,
  seeTicket,
  takeTicket,
  type Ticket,
} from '#modules/hall';
import { getOutlet } from '#modules/offices';
import { isAsSaid } from '#platform/canonical';
import { shanghaiDay } from '#platform/clock';
import type { BodyOf } from '#platform/contract';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Actor, Ties } from '#platform/permissions';
import type { kiosksContract } from './contract.ts';
import { kioskProblems } from './problems.ts';
import { isOf } from './sittings.ts';
import { countTicket, type KioskRow, type Sitting } from './store.ts';

type Asked = Omit<BodyOf<typeof kiosksContract.takeTicketHere>, 'sittingId'>;

/** What asks the printer in the kiosk for a ticket, in the transaction that gives it out. Without a printer the number is on the screen. */
async function printsOf(ground: Ground, { printerId, outletId }: KioskRow, id: string) {
  const printer = printerId === null ? undefined : await findPrinter(ground.db, printerId);
  if (!printer || printer.retiredAt || printer.outletId !== outletId) return undefined;
  return (tx: Tx, ticket: Ticket): void => askPrint(tx, id, printer, ticket, ticket.takenAt);
}

/** The ticket as the screen shows it, and what is being printed of it: also when this is a retry. What is told first of its wait is kept. */
async function shown(ground: Ground, ticket: Ticket, id: string) {
  await keepTold(ground, ticket);
  return {
    ticket: await seeTicket(ground, ticket, ground.clock.now()),
    printId: (await findJob(ground.db, id))?.id ?? null,
  };
}

/**
 * A ticket of the hall in which the kiosk stands: of the person where somebody has signed in, else of whoever holds it, a few for each use
 * of the kiosk.
 */
export async function takeTicketHere(ground: Ground, kiosk: KioskRow, sitting: Sitting, actor: Actor, asked: Asked) {
  const errand = await getErrand(ground, asked.errandId);
  if (errand.outletId !== kiosk.outletId) throw kioskProblems.noHall();
  const known = isOf(sitting, actor);
  const by = {
    personId: known ? (actor.personId ?? actor.accountId) : null,
    accountId: null,
    door: 'kiosk' as const,
  };
  const prints = await printsOf(ground, kiosk, asked.actionId);
  const also = (tx: Tx, ticket: Ticket): void => {
    // With the ticket or not at all: a retry counts nothing, and the table itself refuses one too many.
    if (!known) countTicket(tx, sitting.id);
    prints?.(tx, ticket);
  };
  const ticket = await takeTicket(ground, errand, asked, by, { also });
  const { priority = null, party = 1 } = asked;
  // A retry gives the ticket of before: it has to be one that was asked for here, and just so.
  if (!isAsSaid(ticket, { door: by.door, priority, party })) throw kioskProblems.actRepeated();
  return shown(ground, ticket, asked.actionId);
}

/** The ticket of an appointment of today, by its code. Once more gives the same ticket. */
export async function checkInHere(
  ground: Ground,
  kiosk: KioskRow,
  sitting: Sitting,
  actor: Actor,
  asked: { actionId: string; code: string },
) {
  const code = asked.code.trim().toLowerCase();
  const booking = await findBookingByCode(ground.db, code);
  if (booking && booking.outletId !== kiosk.outletId) {
    const { name, nameEn } = await getOutlet(ground.db, booking.outletId);
    throw kioskProblems.otherHall({ outlet: name, outletEn: nameEn || name });
  }
  const also = await printsOf(ground, kiosk, asked.actionId);
  const ticket = await checkIn(ground, code, asked.actionId, null, also);
  // A retry gives the ticket of its act: it has to be the one of this appointment.
  if ((await findBookingByCode(ground.db, code))?.ticketId !== ticket.id) throw kioskProblems.actRepeated();
  return shown(ground, ticket, asked.actionId);
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
