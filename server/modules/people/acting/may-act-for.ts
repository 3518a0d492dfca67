/** Whether somebody may act for somebody else, asked anew for each act: a revocation counts at once. */
import { shanghaiDay } from '#platform/clock';
import type { Reader } from '#platform/db';
import { covers, type Authority, type ItemCodes } from './authority.ts';
import { findBetween } from './store.ts';

/** For whom, in what and when. One of the two principals. */
export interface ActingFor extends ItemCodes {
  personId?: string | undefined;
  organisationId?: string | undefined;
  at: Date;
}

/** The authority by which the person may act, the strongest first; undefined when there is none. */
export async function mayActFor(reader: Reader, personId: string, matter: ActingFor): Promise<Authority | undefined> {
  const day = shanghaiDay(matter.at);
  const authorities = await findBetween(reader, personId, matter);
  return authorities.find((authority) => covers(authority, matter, day));
}
