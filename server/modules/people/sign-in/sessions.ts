/** How long a session lasts. Pure. */

const minute = 60_000;
const hour = 60 * minute;

/** Staff see other people's data, often at a desk in a public hall: shorter, and never longer than a shift. */
const staffIdle = 30 * minute;
const staffWhole = 12 * hour;
const residentIdle = 7 * 24 * hour;
const residentWhole = 90 * 24 * hour;
/** On a device of many people: whoever comes next must not find it open, also when the device itself cannot end it any more. */
const sharedIdle = 4 * minute;
const sharedWhole = hour;

/** The instant at which a session ends by itself, in milliseconds since 1970. */
export function sessionEnds(staff: boolean, createdAt: Date, lastSeenAt: Date, shared = false): number {
  const [idle, whole] = shared
    ? [sharedIdle, sharedWhole]
    : staff
      ? [staffIdle, staffWhole]
      : [residentIdle, residentWhole];
  return Math.min(lastSeenAt.getTime() + idle, createdAt.getTime() + whole);
}

/** Being seen is written down at most this often: a write for each request would cost more than the request. */
export const seenEvery = minute;
