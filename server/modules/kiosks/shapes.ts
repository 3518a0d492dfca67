/** Shapes of kiosks over HTTP. */
import { Type, type Static } from 'typebox';
import { Id, Instant, nullable, oneOf } from '#platform/contract';
import { kioskStates, printerStates } from './kiosk.ts';

/** What a kiosk knows of itself. */
export const Here = Type.Object({
  id: Id,
  name: Type.String(),
  nameEn: Type.String(),
  place: Type.String(),
  outletId: Id,
  outletName: Type.String(),
  outletNameEn: Type.String(),
  telephone: Type.String(),
  inService: Type.Boolean(),
  serviceReason: Type.String(),
  idleSeconds: Type.Integer(),
  printer: oneOf(...printerStates),
  /** Whether numbers are printed here. */
  printsTickets: Type.Boolean(),
  /** Whether tickets are taken at its outlet. */
  hall: Type.Boolean(),
  /** When the staff of the outlet are there, in words; null where nobody has entered hours. */
  says: nullable(Type.Object({ zh: Type.String(), en: Type.String() })),
  open: Type.Boolean(),
  /** The use that is open on the server; another one than the kiosk's own means that this one has ended. */
  sittingId: nullable(Id),
  /**
   * Of who is signed in: seconds from the answer on until the sign-in ends (0: it has ended), because the clock of a machine may be wrong; and
   * whether saying that one is still there makes it last longer. Null while nobody has signed in.
   */
  signIn: nullable(Type.Object({ goodFor: Type.Integer(), canStay: Type.Boolean() })),
  /** Where a phone finds the portal. */
  portal: Type.String(),
});
export type Here = Static<typeof Here>;

/** A kiosk in the workbench. */
export const Kiosk = Type.Object({
  id: Id,
  outletId: Id,
  outletName: Type.String(),
  outletNameEn: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  place: Type.String(),
  idleSeconds: Type.Integer(),
  state: oneOf(...kioskStates),
  printer: oneOf(...printerStates),
  printerId: nullable(Id),
  sheetsLeft: Type.Integer(),
  inService: Type.Boolean(),
  serviceSince: Instant,
  serviceReason: Type.String(),
  registeredAt: nullable(Instant),
  lastSeenAt: nullable(Instant),
  version: Type.String(),
  /** Somebody stands before it now. */
  inUse: Type.Boolean(),
  /** Of the last seven days: uses, those that ended by themselves, papers left behind. */
  uses: Type.Integer(),
  endedByThemselves: Type.Integer(),
  leftBehind: Type.Integer(),
});
export type Kiosk = Static<typeof Kiosk>;

export const Proof = Type.Object({
  id: Id,
  title: Type.String(),
  titleEn: Type.String(),
  number: Type.String(),
  itemName: Type.String(),
  issuedAt: Instant,
});

/** A paper that nobody took. */
export const LeftPaper = Type.Object({
  id: Id,
  kioskName: Type.String(),
  place: Type.String(),
  outletId: Id,
  title: Type.String(),
  titleEn: Type.String(),
  sheets: Type.Integer(),
  at: Instant,
});

/** An item that can be applied for at a kiosk. */
export const ItemHere = Type.Object({
  itemId: Id,
  version: Type.Integer(),
  code: Type.String(),
  name: Type.String(),
  plainName: nullable(Type.String()),
  nameEn: nullable(Type.String()),
  plainNameEn: nullable(Type.String()),
  immediate: Type.Boolean(),
});
