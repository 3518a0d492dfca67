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
/**
 * Signed in there for an hour. Who says in it that they are still there has half an hour more from then on, as often as they say so, and two
 * hours at most from when their phone approved it: a press on the machine is no proof of who presses, so after that the phone is asked again.
 */
const sharedWhole = hour;
const sharedStay = hour / 2;
const sharedMost = 2 * hour;

/** When a session on a device of many people ends however busy it is, and when no saying that somebody is there helps any more. */
export function sharedSpan(createdAt: Date, stayedAt: Date | null): { endsAt: Date; mostAt: Date } {
  const most = createdAt.getTime() + sharedMost;
  const ends = Math.max(createdAt.getTime() + sharedWhole, (stayedAt?.getTime() ?? 0) + sharedStay);
  return { endsAt: new Date(Math.min(ends, most)), mostAt: new Date(most) };
}

/** The instant at which a session ends by itself, in milliseconds since 1970. */
export function sessionEnds(
  staff: boolean,
  createdAt: Date,
  lastSeenAt: Date,
  shared = false,
  stayedAt: Date | null = null,
): number {
  if (shared) return Math.min(lastSeenAt.getTime() + sharedIdle, sharedSpan(createdAt, stayedAt).endsAt.getTime());
  const [idle, whole] = staff ? [staffIdle, staffWhole] : [residentIdle, residentWhole];
  return Math.min(lastSeenAt.getTime() + idle, createdAt.getTime() + whole);
}

/** Being seen is written down at most this often: a write for each request would cost more than the request. */
export const seenEvery = minute;
