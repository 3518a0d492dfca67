/** What a kiosk shows of itself and of the place where it stands. */
import { listPlaces } from '#modules/hall';
import { findHours, getOutlet, openingOf } from '#modules/offices';
import type { Ground } from '#platform/ground';
import type { Here } from './contract.ts';
import { findOpenSitting, getKiosk } from './store.ts';

export async function readHere(ground: Ground, id: string): Promise<Here> {
  const { db, clock } = ground;
  const kiosk = await getKiosk(db, id);
  const [outlet, sitting, hours, places] = await Promise.all([
    getOutlet(db, kiosk.outletId),
    findOpenSitting(db, kiosk.id),
    findHours(db, [kiosk.outletId]),
    listPlaces(ground),
  ]);
  const opening = openingOf(hours.get(kiosk.outletId), clock.now());
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
    hall: places.some(({ outletId }) => outletId === kiosk.outletId),
    says: opening?.says ?? null,
    open: opening?.open ?? true,
    sittingId: sitting?.id ?? null,
    portal: ground.publicUrl,
  };
}
