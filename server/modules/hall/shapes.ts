/** Shapes of the hall over HTTP. */
import { Type, type Static } from 'typebox';
import { Day, Id, Instant, nullable, oneOf } from '#platform/contract';
import { priorities } from './rank.ts';
import { ticketStates, withdrawReasons } from './ticket.ts';

export const Priority = oneOf(...priorities);
export const party = Type.Integer({ minimum: 1, maximum: 20 });

/** Made by whoever acts; a retry sends the same. */
export const acting = { actionId: Id };
export const taking = { ...acting, errandId: Id, priority: Type.Optional(Priority), party: Type.Optional(party) };

/** A likely wait in whole minutes: in 80 of 100 cases it lies within. `rough`: too little is known yet to be so sure. */
export const WaitRange = nullable(
  Type.Object({ low: Type.Integer(), likely: Type.Integer(), high: Type.Integer(), rough: Type.Boolean() }),
);
export type WaitRange = Static<typeof WaitRange>;

/** What a hall says of one errand to those who have not taken a ticket yet. */
export const ErrandNow = Type.Object({
  id: Id,
  prefix: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  zone: Type.String(),
  /** Who has a ticket for it. */
  waiting: Type.Integer(),
  /** Before whoever comes now: also those with tickets for something else whom the same windows call first. */
  ahead: Type.Integer(),
  /** Open windows that do it. */
  windows: Type.Integer(),
  /** Of who comes now; null when no window is open for it. */
  wait: WaitRange,
  /** Whether a ticket can be had now; told before people queue. */
  takes: oneOf('yes', 'closed', 'full'),
  /** Whether appointments are made for it. */
  bookable: Type.Boolean(),
});
export type ErrandNow = Static<typeof ErrandNow>;

export const PlaceNow = Type.Object({
  outletId: Id,
  name: Type.String(),
  nameEn: Type.String(),
  waiting: Type.Integer(),
  windows: Type.Integer(),
  /** The shortest of its errands. */
  wait: WaitRange,
  open: Type.Boolean(),
  says: nullable(Type.Object({ zh: Type.String(), en: Type.String() })),
});

/** A ticket as whoever holds its code sees it. */
export const TicketSeen = Type.Object({
  id: Id,
  code: Type.String(),
  number: Type.String(),
  outletId: Id,
  outletName: Type.String(),
  outletNameEn: Type.String(),
  errandId: Id,
  errandName: Type.String(),
  errandNameEn: Type.String(),
  zone: Type.String(),
  state: oneOf(...ticketStates),
  priority: nullable(Priority),
  party: Type.Integer(),
  takenAt: Instant,
  slotAt: nullable(Instant),
  /** Where to go once it is called. */
  windowNumber: nullable(Type.String()),
  /** Tickets that the windows which do this call before; 0 when it is next; null when it does not wait. */
  ahead: nullable(Type.Integer()),
  wait: WaitRange,
  /** Of a missed call that can still be made good: how many minutes before now it then counts as having come. */
  returnMinutes: nullable(Type.Integer()),
  /** Of a ticket that lapsed: until which day it can be taken up again, and the code of the ticket that was given for it. */
  carried: nullable(Type.Object({ until: nullable(Day), nextCode: nullable(Type.String()) })),
  /** Why staff took it back; null where they did not. */
  withdrawn: nullable(oneOf(...withdrawReasons)),
});
export type TicketSeen = Static<typeof TicketSeen>;

/** A ticket on the list of a window. */
export const TicketLine = Type.Object({
  id: Id,
  number: Type.String(),
  errandId: Id,
  state: oneOf(...ticketStates),
  priority: nullable(Priority),
  slotAt: nullable(Instant),
  party: Type.Integer(),
  takenAt: Instant,
  /** Since when it is in this state. */
  since: Instant,
});
export type TicketLine = Static<typeof TicketLine>;

/** The ticket after an act at a window; null when nobody waits. The desk is read again for the rest. */
export const Moved = Type.Object({ ticket: nullable(TicketLine) });

/** A visit at which a case was handed in, or about which somebody came. */
export const CaseVisit = Type.Object({
  ticketId: Id,
  number: Type.String(),
  outletName: Type.String(),
  outletNameEn: Type.String(),
  errandName: Type.String(),
  errandNameEn: Type.String(),
  windowNumber: nullable(Type.String()),
  /** False: the person came about a case that was there already. */
  handedIn: Type.Boolean(),
  at: Instant,
});
export type CaseVisit = Static<typeof CaseVisit>;

const ErrandName = Type.Object({ id: Id, prefix: Type.String(), name: Type.String(), nameEn: Type.String() });

/** What a clerk at a window works with. */
export const Desk = Type.Object({
  shift: nullable(
    Type.Object({
      id: Id,
      windowId: Id,
      outletId: Id,
      windowNumber: Type.String(),
      windowName: Type.String(),
      windowNameEn: Type.String(),
      zone: Type.String(),
      state: oneOf('open', 'break'),
      beganAt: Instant,
      servedToday: Type.Integer(),
    }),
  ),
  errands: Type.Array(
    Type.Object({ ...ErrandName.properties, waiting: Type.Integer(), longestSince: nullable(Instant) }),
  ),
  current: nullable(TicketLine),
  /** What the ticket at the window has led to so far. */
  cases: Type.Array(Type.Object({ id: Id, number: Type.String(), itemName: Type.String(), handedIn: Type.Boolean() })),
  /** The next ones in their order. */
  next: Type.Array(TicketLine),
  /** All whom this window would call. */
  waiting: Type.Integer(),
  parked: Type.Array(TicketLine),
  missed: Type.Array(TicketLine),
  /** Where a ticket can be handed on to. */
  elsewhere: Type.Object({
    errands: Type.Array(ErrandName),
    windows: Type.Array(
      Type.Object({
        id: Id,
        number: Type.String(),
        name: Type.String(),
        nameEn: Type.String(),
        errandIds: Type.Array(Id),
      }),
    ),
  }),
});
export type Desk = Static<typeof Desk>;

/** One announcement: a call or its repetition. */
export const Announcement = Type.Object({
  id: Id,
  number: Type.String(),
  windowNumber: Type.String(),
  zone: Type.String(),
  at: Instant,
  again: Type.Boolean(),
});
export type Announcement = Static<typeof Announcement>;

/** What a screen of a zone shows. */
export const Screen = Type.Object({
  outletName: Type.String(),
  outletNameEn: Type.String(),
  at: Instant,
  zones: Type.Array(Type.String()),
  /** Who is called now, the newest first. */
  calls: Type.Array(Announcement),
  /** Calls of the last minute in their order: what is to be said aloud, each once. */
  announcements: Type.Array(Announcement),
  waiting: Type.Array(
    Type.Object({
      prefix: Type.String(),
      name: Type.String(),
      nameEn: Type.String(),
      /** Before whoever comes now. */
      ahead: Type.Integer(),
      wait: WaitRange,
    }),
  ),
  missed: Type.Array(Type.String()),
});
export type Screen = Static<typeof Screen>;

export const Slot = Type.Object({ startsAt: Instant, endsAt: Instant, left: Type.Integer() });

export const Booking = Type.Object({
  id: Id,
  code: Type.String(),
  outletId: Id,
  outletName: Type.String(),
  outletNameEn: Type.String(),
  errandId: Id,
  errandName: Type.String(),
  errandNameEn: Type.String(),
  day: Day,
  startsAt: Instant,
  party: Type.Integer(),
  state: oneOf('held', 'confirmed', 'arrived', 'cancelled', 'lapsed'),
  heldUntil: Instant,
  /** So long may one be late and keep the place. */
  graceMinutes: Type.Integer(),
});
export type BookingSeen = Static<typeof Booking>;

export const errandFields = {
  prefix: Type.String({ pattern: '^[A-Z][A-Z0-9]?$' }),
  name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  nameEn: Type.String({ maxLength: 120 }),
  zone: Type.String({ maxLength: 50 }),
  departmentId: nullable(Id),
  minutes: Type.Integer({ minimum: 1, maximum: 240 }),
  slotMinutes: Type.Integer({ minimum: 5, maximum: 240 }),
  slotCapacity: Type.Integer({ minimum: 0, maximum: 500 }),
  position: Type.Integer({ minimum: 0, maximum: 10_000 }),
};
export const Errand = Type.Object({ id: Id, outletId: Id, ...errandFields, retired: Type.Boolean() });

/** Goes on although people wait whom then nobody can call. */
export const evenSo = { evenSo: Type.Optional(Type.Boolean()) };

const few = Type.Integer({ minimum: 0, maximum: 240 });
export const placeFields = {
  priorityMinutes: few,
  appointmentMinutes: few,
  graceMinutes: few,
  returnMinutes: few,
  remote: Type.Boolean(),
  ticketsPerPerson: Type.Integer({ minimum: 1, maximum: 50 }),
  bookingsPerPerson: Type.Integer({ minimum: 1, maximum: 20 }),
  holdMinutes: Type.Integer({ minimum: 1, maximum: 60 }),
  daysAhead: Type.Integer({ minimum: 0, maximum: 60 }),
  /** Kiosks give tickets only to somebody who has signed in there (实名取号). */
  byName: Type.Boolean(),
};

/** A window as the overview of the hall shows it. */
export const WindowNow = Type.Object({
  id: Id,
  number: Type.String(),
  zone: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  errandIds: Type.Array(Id),
  state: oneOf('closed', 'open', 'break'),
  clerkName: nullable(Type.String()),
  ticket: nullable(TicketLine),
  /** What the ticket at the window has led to so far. */
  cases: Type.Array(Type.Object({ id: Id, number: Type.String() })),
  /** Whoever asks may change what it does, and close it. */
  mayRun: Type.Boolean(),
});
export const Overview = Type.Object({
  settings: Type.Object({ ...placeFields, boundMinutes: Type.Integer() }),
  errands: Type.Array(Type.Object({ ...ErrandNow.properties, longestSince: nullable(Instant) })),
  windows: Type.Array(WindowNow),
});
export type Overview = Static<typeof Overview>;

/** How what people were told compares with what became of it. */
export const WaitTruth = Type.Object({
  days: Type.Integer(),
  hours: Type.Array(
    Type.Object({
      hour: Type.Integer(),
      told: Type.Integer(),
      inside: Type.Integer(),
      sooner: Type.Integer(),
      later: Type.Integer(),
      /** Mean minutes from the beginning of the range to its end. */
      width: Type.Number(),
    }),
  ),
  tickets: Type.Array(
    Type.Object({
      id: Id,
      number: Type.String(),
      at: Instant,
      ahead: Type.Integer(),
      low: Type.Integer(),
      high: Type.Integer(),
      waited: Type.Number(),
    }),
  ),
});
export type WaitTruth = Static<typeof WaitTruth>;
