/**
 * The rule of a matter: from what became of each member to what is opened, stopped and given up, and how the whole ends. Pure. It looks at
 * states alone and not at the order of events, so that it may be asked again at any time.
 */
import type { Policy } from './life-event.ts';
import { allBefore } from './order.ts';

/** What became of a member. */
export const fates = [
  'waiting', // not opened yet: it needs the result of another one
  'open', // its case is under way, undecided
  'granted',
  'notNeeded', // no licence is needed: as good as granted for those that wait for it
  'refused', // refused, or refused acceptance
  'failed', // lapsed, or another office outside is in charge
  'withdrawn', // by the applicant
  'stopped', // ended by the policy
  'dropped', // never opened: what it waited for will not come, or the policy has ended the matter
] as const;
export type Fate = (typeof fates)[number];

export interface MemberState {
  key: string;
  after: readonly string[];
  fate: Fate;
  /** Its department has agreed (`allMustAgree`); nothing is decided by that alone. */
  agreed?: boolean;
}

/** How the whole ends. */
export const outcomes = ['granted', 'partlyGranted', 'refused', 'withdrawn'] as const;
export type Outcome = (typeof outcomes)[number];

const good: ReadonlySet<Fate> = new Set<Fate>(['granted', 'notNeeded']);
const undecided: ReadonlySet<Fate> = new Set<Fate>(['waiting', 'open']);
export const isDecided = (fate: Fate): boolean => !undecided.has(fate);
const isBad = (fate: Fate): boolean => isDecided(fate) && !good.has(fate);

/** The fates with which the policy ends the others. */
const breaking: Record<Policy, ReadonlySet<Fate>> = {
  // Whatever is not granted breaks the whole, also what the applicant takes back.
  allMustAgree: new Set<Fate>(['refused', 'failed', 'withdrawn']),
  // A refusal stops; what lapses or is taken back concerns only those that wait for it.
  firstRefusalStops: new Set<Fate>(['refused']),
  collectAll: new Set<Fate>(),
};

/** The member because of which the policy ends the others; undefined while there is none. */
export const breakerOf = <M extends MemberState>(policy: Policy, members: readonly M[]): M | undefined =>
  members.find(({ fate }) => breaking[policy].has(fate));

export interface Next {
  /** Waiting members whose cases are opened now. */
  open: string[];
  /** Open members whose cases the policy ends now. */
  stop: string[];
  /** Waiting members that will never be opened. */
  drop: string[];
  /** Open members to which all have agreed: decided now, together. */
  grant: string[];
}

/** What is to be done now. Doing it and asking again asks for nothing more, unless something has happened since. */
export function nextOf(policy: Policy, members: readonly MemberState[]): Next {
  const waiting = members.filter(({ fate }) => fate === 'waiting');
  if (breakerOf(policy, members))
    return {
      open: [],
      stop: members.filter(({ fate }) => fate === 'open').map(({ key }) => key),
      drop: waiting.map(({ key }) => key),
      grant: [],
    };
  const bad = new Set(members.filter(({ fate }) => isBad(fate)).map(({ key }) => key));
  const drop = waiting.filter(({ key }) => !bad.isDisjointFrom(allBefore(members, key))).map(({ key }) => key);
  const there = new Map(members.map((member) => [member.key, member]));
  const together = policy === 'allMustAgree';
  // A member that was not asked for in this matter keeps nobody waiting. Where all must agree, nothing is granted before all have: who
  // needs the result of another one begins when that one is agreed to.
  const isThere = (key: string): boolean => {
    const member = there.get(key);
    return !member || good.has(member.fate) || (together && member.fate === 'open' && member.agreed === true);
  };
  // All before it, and not only the last: an agreement further back may have been taken back meanwhile.
  const open = waiting
    .filter(({ key }) => !drop.includes(key) && [...allBefore(members, key)].every(isThere))
    .map(({ key }) => key);
  const undecidedNow = members.filter(({ fate }) => !isDecided(fate));
  const allAgree = together && undecidedNow.every(({ fate, agreed }) => fate === 'open' && agreed === true);
  return { open, stop: [], drop, grant: allAgree ? undecidedNow.map(({ key }) => key) : [] };
}

/** How the whole ends; undefined while something is undecided. */
export function outcomeOf(policy: Policy, members: readonly MemberState[]): Outcome | undefined {
  if (members.some(({ fate }) => !isDecided(fate))) return undefined;
  const granted = members.filter(({ fate }) => good.has(fate)).length;
  if (granted === members.length) return 'granted';
  const refused = members.some(({ fate }) => fate === 'refused' || fate === 'failed');
  // All or nothing. What was granted by the law alone, or before this rule held, stands by itself.
  if (policy === 'allMustAgree') return refused ? 'refused' : 'withdrawn';
  if (granted > 0) return 'partlyGranted';
  return refused ? 'refused' : 'withdrawn';
}

/** What else ends when the applicant takes back one member, or all of them: said before it is done. */
export function consequencesOf(policy: Policy, members: readonly MemberState[], key: string | undefined): string[] {
  if (key === undefined) return members.filter(({ fate }) => !isDecided(fate)).map((member) => member.key);
  const after = members.map((member) => (member.key === key ? { ...member, fate: 'withdrawn' as const } : member));
  const { stop, drop } = nextOf(policy, after);
  return [...stop, ...drop];
}
