/** From posts to people, as of a day: who holds them, and who stands in for whoever is away. Pure. */
import type { PostHolder } from '#modules/people';
import type { Scheduled } from './schedule.ts';
import type { ToldPost } from './ladder.ts';

/** Posts of a department, of the service office, and of those who hold the cases. */
export type Roster = readonly PostHolder[];

interface OfCase {
  departmentId: string;
  holderId: string | null;
}

const present = ({ accountId, standInId }: PostHolder): string => standInId ?? accountId;

/** The accounts behind a post for a case; empty when nobody has it. */
export function holdersOf(post: ToldPost, { departmentId, holderId }: OfCase, roster: Roster): string[] {
  const inRole = (...roles: PostHolder['role'][]): string[] => [
    ...new Set(
      roster
        .filter((one) => roles.includes(one.role) && (one.role === 'office' || one.departmentId === departmentId))
        .map(present),
    ),
  ];
  if (post === 'office') return inRole('office');
  if (post === 'head') return inRole('head');
  if (post === 'examiners') return inRole('examiner');
  const holder = roster.find(({ accountId }) => accountId === holderId);
  return holder ? [present(holder)] : inRole('clerk', 'examiner');
}

/** Each account once, for the highest rung that names one of its posts; and the posts that nobody holds. */
export function whoIsTold(send: readonly Scheduled[], ofCase: OfCase, roster: Roster) {
  const told = new Map<string, { post: ToldPost; rung: Scheduled }>();
  const empty = new Set<ToldPost>();
  for (const rung of send)
    for (const post of rung.rung.to) {
      const accounts = holdersOf(post, ofCase, roster);
      if (accounts.length === 0) empty.add(post);
      for (const accountId of accounts) told.set(accountId, { post, rung });
    }
  return { told, empty: [...empty] };
}
