/** Who holds a qualification for an errand, for modules that send people to windows. */
import type { Reader } from '#platform/db';
import { counts } from './member.ts';
import { listQualifications, openFilesOf } from './member-store.ts';

/** Of those with a file, whether one counts for this errand on this day; whoever has none is left out: they were there before the files. */
export async function qualifiedFor(
  reader: Reader,
  accountIds: readonly string[],
  errandId: string,
  day: string,
): Promise<Map<string, boolean>> {
  const files = await openFilesOf(reader, accountIds);
  const held = await listQualifications(
    reader,
    files.map(({ id }) => id),
  );
  const able = new Set(
    held.filter((one) => one.errandId === errandId && counts(one, day)).map(({ memberId }) => memberId),
  );
  return new Map(files.map(({ accountId, id }) => [accountId, able.has(id)]));
}
