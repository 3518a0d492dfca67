/** Whom the messages of a case reach: the applicant, whoever represents it, and the agent as long as they may act. */
import { getVersion } from '#modules/catalogue';
import { mayActFor, representativesOf } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';

/** What is known of a case where a message about it is made. */
export interface Concerned {
  /** Who acts, or the applicant. */
  ownerId: string | null;
  personId: string | null;
  organisationId: string | null;
  itemId: string;
  itemVersion: number;
}

/** The persons to be told, each once. A company has no inbox of its own: who represents it reads its messages. */
export async function peopleConcerned(ground: Ground, reader: Reader, concerned: Concerned): Promise<string[]> {
  const { ownerId, personId, organisationId, itemId, itemVersion } = concerned;
  const at = ground.clock.now();
  const told = new Set<string>(personId ? [personId] : []);
  if (organisationId) for (const id of await representativesOf(reader, organisationId, shanghaiDay(at))) told.add(id);
  if (ownerId && !told.has(ownerId)) {
    const { code, baseCode } = await getVersion(ground, itemId, itemVersion);
    const principal = organisationId ? { organisationId } : { personId: personId ?? ownerId };
    const acts =
      (organisationId === null && personId === null) ||
      (await mayActFor(reader, ownerId, { ...principal, itemCode: code, baseCode, at })) !== undefined;
    if (acts) told.add(ownerId);
  }
  return [...told];
}
