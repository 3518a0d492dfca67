/** What becomes of an application: drawn once, in the shares that offices see. */
import type { CaseRow, Kind, State } from '#modules/cases';
import { weighted, type Random } from '#platform/random';
import type { Arrival } from './arrivals.ts';
import type { Matter } from './matters.ts';

export interface Fate {
  ending: 'granted' | 'refused' | 'refuseAcceptance' | 'sayNotNeeded' | 'referOut' | 'withdraw';
  /** Asked for a supplement, and what came of it. */
  supplement: 'made' | 'lapse' | 'withdraw' | null;
  sendOn: boolean;
  correct: boolean;
  note: boolean;
  /** Share of the promised time that the decision takes; over 1 it is late. */
  pace: number;
  /** Over the limit of the law. */
  overdue: boolean;
  /** Working days that a special procedure is planned to take; 0 for most: none. */
  procedureDays: number;
  /** More time is asked for. */
  moreTime: boolean;
  unpaid: boolean;
  waived: boolean;
  /** When what was to follow comes: before or after the reminder, sent back once, after its last day, or never. */
  cure: 'soon' | 'returned' | 'reminded' | 'late' | 'never';
  /** What the check finds of a promise: true or false; and that there has been none yet. */
  kept: boolean;
  unchecked: boolean;
  /** What was got by a broken undertaking is revoked. */
  revoked: boolean;
  hearing: 'nobodyAsks' | 'waived' | 'takenBack' | 'held' | 'nobodyComes' | null;
  /** Nobody decides on the renewal of a licence before it ends. */
  silent: boolean;
  until: State | undefined;
  /** Nobody does anything more after an act of this kind. */
  upTo: Kind | undefined;
}

const cures = weighted<Fate['cure']>([
  ['soon', 72],
  ['reminded', 15],
  ['returned', 5],
  ['late', 5],
  ['never', 3],
]);
const hearings = weighted<NonNullable<Fate['hearing']>>([
  ['nobodyAsks', 40],
  ['held', 35],
  ['waived', 12],
  ['takenBack', 8],
  ['nobodyComes', 5],
]);

/** In a hundred: 1.5 not accepted, 0.3 not needed or elsewhere, 2 withdrawn, 1.5 refused, 8 supplemented. */
export function fateOf(
  { story, online }: Arrival,
  { body }: Matter,
  { expiresOn }: Pick<CaseRow, 'expiresOn'>,
  random: Random,
): Fate {
  const draw = random.next();
  const drawn: Fate['ending'] =
    draw < 0.015 ? 'refuseAcceptance'
    : draw < 0.0175 ? 'referOut'
    : draw < 0.02 && body.kind === 'licence' ? 'sayNotNeeded'
    : draw < 0.04 ? 'withdraw'
    : draw < 0.055 ? 'refused'
    : 'granted'; // prettier-ignore
  const came = random.next();
  // Whoever stands at the window puts it right on the spot.
  const supplement = random.chance(online ? 0.084 : 0.04) && !body.immediate;
  const late = random.next();
  const pace = late < 0.022 ? 1.02 + 0.35 * random.next() : 0.1 + 0.78 * (0.55 * random.next() + 0.45 * random.next());
  const fate: Fate = {
    ending: drawn,
    supplement: supplement ? (came < 0.84 ? 'made' : came < 0.93 ? 'lapse' : 'withdraw') : null,
    sendOn: random.chance(0.004),
    correct: random.chance(0.01),
    note: random.chance(0.06),
    pace,
    overdue: late < 0.0035,
    procedureDays: 0,
    moreTime: false,
    unpaid: random.chance(0.004),
    waived: random.chance(0.03),
    cure: cures(random),
    kept: !random.chance(0.03),
    unchecked: false,
    revoked: random.chance(0.7),
    hearing: null,
    silent: expiresOn !== null && random.chance(0.02),
    until: undefined,
    upTo: undefined,
  };
  const days = (body.promisedLimit ?? body.statutoryLimit)?.value ?? 20;
  if (!story && body.kind === 'licence' && !body.immediate && days >= 3 && drawn !== 'withdraw') {
    if (random.chance(0.05)) fate.procedureDays = random.whole(3, 12);
    else if (random.chance(0.015)) fate.moreTime = true;
    else if (random.chance(0.008)) fate.hearing = hearings(random);
  }
  if (!story) return fate;
  return {
    ...fate,
    ending: story.ending ?? 'granted',
    supplement: story.supplement ? 'made' : null,
    sendOn: false,
    correct: false,
    // What is written is where it should be: accepted at once, and examined soon if it is to be examined.
    pace: story.until === 'accepted' ? 9 : 0.3,
    overdue: false,
    unpaid: story.unpaid ?? false,
    waived: false,
    cure: story.cure ?? 'soon',
    kept: story.kept ?? true,
    unchecked: story.unchecked ?? false,
    revoked: story.revoked ?? false,
    hearing: story.hearing ?? null,
    silent: expiresOn !== null && (story.silent ?? false),
    until: story.until,
    upTo: story.upTo,
  };
}
