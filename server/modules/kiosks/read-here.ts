/** What a kiosk shows of itself and of the place where it stands. */
import { findPlace } from '#modules/hall';
import { findHours, getOutlet, openingOf } from '#modules/offices';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Here } from './contract.ts';
import { signInOf } from './sittings.ts';
import { findOpenSitting, type KioskRow } from './store.ts';

/** Asked by each kiosk several times a minute: one question for each thing, all of them in the same breath. */
export async function readHere(ground: Ground, reader: Reader, kiosk: KioskRow): Promise<Here> {
  const [outlet, sitting, hours, place] = await Promise.all([
    getOutlet(reader, kiosk.outletId),
    findOpenSitting(reader, kiosk.id),
    findHours(reader, [kiosk.outletId]),
    findPlace(reader, kiosk.outletId),
  ]);
  const at = ground.clock.now();
  const signIn = sitting ? await signInOf(reader, sitting, at) : undefined;
  const opening = openingOf(ground, hours.get(kiosk.outletId), at);
  return {
    id: kiosk.id,
    name: kiosk.name,
    nameEn: kiosk.nameEn,
    place: kiosk.place,
    outletId: kiosk.outletId,
    outletName: outlet.name,
    outletNameEn: outlet.nameEn,
    telephone: outlet.telephone,
    inService: kiosk.inService,
    serviceReason: kiosk.serviceReason,
    idleSeconds: kiosk.idleSeconds,
    printer: kiosk.printer,
    printsTickets: kiosk.printerId !== null,
    hall: place !== undefined,
    says: opening?.says ?? null,
    open: opening?.open ?? true,
    sittingId: sitting?.id ?? null,
    signIn: signIn ? { goodFor: signIn.goodFor, canStay: signIn.canStay } : null,
    portal: ground.publicUrl,
  };
}
