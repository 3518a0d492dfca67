/**
 * A ladder of warnings (预警阶梯) as data: when before or after the two dates of a case somebody is told, and by their post. Pure; the
 * browser imports it too. A ladder that contradicts itself is refused when it is saved, and read with distrust all the same when it is run.
 */

/** The two dates of a clock: what was promised, and what the law allows. */
export const abouts = ['target', 'fatal'] as const;
export type About = (typeof abouts)[number];

/**
 * Who is told, by post: who holds the case (nobody does: clerks and examiners of the department), its examiners, its heads, the service
 * office. Whoever is away is told through the one who stands in.
 */
export const posts = ['holder', 'examiners', 'head', 'office'] as const;
export type ToldPost = (typeof posts)[number];

/** One rung: so many working days before (negative), on (0) or after (positive) a date, these posts are told. */
export interface Rung {
  about: About;
  /** Working days: -2 is two before the last day, 0 the last day itself, 1 the first working day on which it is over. */
  days: number;
  to: readonly ToldPost[];
  /** What the department wants to say with it; empty: nothing but the usual words. */
  note: string;
}

export interface Ladder {
  /** Hours of a working day, HH:MM, in which warnings go out; the first minute is the one in which a rung falls due. */
  from: string;
  until: string;
  rungs: readonly Rung[];
}

/** What holds where the service office has saved nothing else. */
export const usualLadder: Ladder = {
  from: '09:00',
  until: '17:00',
  rungs: [
    { about: 'target', days: -2, to: ['holder'], note: '' },
    { about: 'target', days: -1, to: ['holder', 'head'], note: '' },
    { about: 'target', days: 1, to: ['head'], note: '' },
    { about: 'fatal', days: -2, to: ['head', 'office'], note: '' },
    { about: 'fatal', days: 1, to: ['office'], note: '' },
  ],
};

/** No more rungs than a person can keep in mind, and none so far away that it means nothing. */
export const rungsAtMost = 12;
export const daysAtMost = 60;
/** Nobody is rung up out of bed: the same hours in which messages may go out at all. */
export const earliest = '08:00';
export const latest = '21:00';

export type LadderFault =
  | 'hours'
  | 'tooShort'
  | 'noRungs'
  | 'tooManyRungs'
  | 'days'
  | 'twice'
  | 'nobody'
  | 'about'
  | 'note'
  | 'officeMissing';

/** What names a rung within a ladder: whatever is changed of its wording or its posts, it is the same rung. */
export const rungKey = ({ about, days }: Pick<Rung, 'about' | 'days'>): string => `${about} ${days}`;

const isTime = (text: unknown): text is string => typeof text === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function hoursFault({ from, until }: { from?: unknown; until?: unknown }): LadderFault | undefined {
  if (!isTime(from) || !isTime(until) || from < earliest || until > latest) return 'hours';
  // The sweep comes every few minutes: in a shorter span it could come too late every day.
  return minutesOf(until) - minutesOf(from) < 60 ? 'tooShort' : undefined;
}

function rungFault(rung: Partial<Rung>, before: readonly Partial<Rung>[]): LadderFault | undefined {
  const { about, days, to, note } = rung;
  if (!abouts.some((one) => one === about)) return 'about';
  if (!Number.isInteger(days) || Math.abs(days!) > daysAtMost) return 'days';
  if (!Array.isArray(to) || to.length === 0 || to.some((post) => !posts.includes(post))) return 'nobody';
  if (typeof note !== 'string' || note.length > 120) return 'note';
  return before.some((other) => other.about === about && other.days === days) ? 'twice' : undefined;
}

/**
 * What is wrong with a ladder, by JSON pointer; empty when nothing is. What it is given may be anything. A ladder that never tells the
 * service office of a statutory date that is over is refused: nobody takes themselves out of supervision.
 */
export function faultsOf(given: unknown): Record<string, LadderFault> {
  const ladder = (given !== null && typeof given === 'object' ? given : {}) as Partial<Ladder>;
  const faults: Record<string, LadderFault> = {};
  const hours = hoursFault(ladder);
  if (hours) faults['/from'] = hours;
  const rungs: unknown = ladder.rungs;
  if (!Array.isArray(rungs) || rungs.length === 0) return { ...faults, '/rungs': 'noRungs' };
  if (rungs.length > rungsAtMost) return { ...faults, '/rungs': 'tooManyRungs' };
  const all = rungs.map((rung: unknown) => (rung !== null && typeof rung === 'object' ? rung : {}) as Partial<Rung>);
  all.forEach((rung, i) => {
    const fault = rungFault(rung, all.slice(0, i));
    if (fault) faults[`/rungs/${i}`] = fault;
  });
  if (Object.keys(faults).length > 0) return faults;
  const reachesOffice = all.some(({ about, days, to }) => about === 'fatal' && days! > 0 && to!.includes('office'));
  return reachesOffice ? {} : { '/rungs': 'officeMissing' };
}

/** The ladder out of what was stored. Throws a RangeError that names the first fault. */
export function readLadder(stored: unknown): Ladder {
  const [first] = Object.entries(faultsOf(stored));
  if (first) throw new RangeError(`${first[0]}: ${first[1]}`);
  return stored as Ladder;
}
