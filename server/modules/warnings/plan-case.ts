/** What is to be done for one case now, by the ladder that it follows; a ladder that cannot be followed stops at its own department. Pure. */
import type { Calendar } from '#modules/deadlines';
import type { FaultKind } from './ladder-store.ts';
import type { Followed, Ladders } from './ladders.ts';
import type { ToldPost } from './ladder.ts';
import { planOf, type Planned, type Scheduled, type WatchedClock } from './schedule.ts';
import { laterOf } from './watch-cases.ts';
import { holdersOf, whoIsTold, type Roster } from './who-is-told.ts';

export interface CaseAsked {
  departmentId: string;
  holderId: string | null;
  clock: WatchedClock;
  since: Date;
  done: ReadonlyMap<string, 'sent' | 'skipped'>;
}

/** What everybody's plan stands on. */
export interface Standing {
  ladders: Ladders;
  calendar: Calendar;
  roster: Roster;
  now: Date;
}

export interface CasePlan extends Planned {
  followed: Followed;
  told: ReadonlyMap<string, { post: ToldPost; rung: Scheduled }>;
  /** What went wrong on the way here. */
  faults: { departmentId: string | null; kind: FaultKind; detail: string }[];
}

function planBy(followed: Followed, asked: CaseAsked, { calendar, roster, now }: Standing) {
  const { clock, done, since } = asked;
  const notBefore = laterOf(followed.notBefore, since);
  const planned = planOf({ ladder: followed.ladder, clock, calendar, done, now, notBefore });
  return { followed, ...planned, ...whoIsTold(planned.send, asked, roster) };
}

/**
 * The plan for a case. Where the department's own ladder fails or names a post that nobody holds, the district's is followed; where that
 * names one, the service office is told in its place, so that no warning is lost. Throws only when the district's own ladder fails.
 */
export function planCase(asked: CaseAsked, standing: Standing): CasePlan {
  const { ladders, roster } = standing;
  const { departmentId } = asked;
  const faults: CasePlan['faults'] = [];
  const broken = ladders.faultOf(departmentId);
  if (broken) faults.push({ departmentId, kind: 'unreadable', detail: broken.detail });
  const own = ladders.of(departmentId);
  if (own.departmentId !== null) {
    try {
      const { empty, ...plan } = planBy(own, asked, standing);
      if (empty.length === 0) return { ...plan, faults };
      faults.push(...empty.map((post) => ({ departmentId, kind: 'postEmpty' as const, detail: post })));
    } catch (error) {
      faults.push({ departmentId, kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  }
  const { empty, told, ...plan } = planBy(ladders.district, asked, standing);
  if (empty.length === 0) return { ...plan, told, faults };
  const inPlace = new Map(told);
  const rung = plan.send.findLast((one) => one.rung.to.some((post) => empty.includes(post)))!;
  for (const accountId of holdersOf('office', asked, roster))
    if (!inPlace.has(accountId)) inPlace.set(accountId, { post: 'office', rung });
  const known = new Set(faults.map(({ detail }) => detail));
  const more = empty.filter((post) => !known.has(post));
  return {
    ...plan,
    told: inPlace,
    faults: [...faults, ...more.map((post) => ({ departmentId, kind: 'postEmpty' as const, detail: post }))],
  };
}
