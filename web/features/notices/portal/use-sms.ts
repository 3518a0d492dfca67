/** Whether SMS reach who is signed in. */
import { noticesContract } from '#modules/notices/contract';
import { useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';

/** As far as a page may know: they have a number, have not declined, and SMS leave the district at all. `asks` false asks nothing. */
export function useSms(asks = true): boolean {
  const known = Boolean(useMe()?.person?.phone) && asks;
  const { data } = useOp(noticesContract.myPreference, {}, { enabled: known });
  return known && data?.sms === true && data.carried.sms;
}
