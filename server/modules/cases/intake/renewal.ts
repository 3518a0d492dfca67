/** The renewal of a licence (行政许可法 art. 50): whether it was asked for in time, and by when it has to be decided. Pure. */
import type { ItemBody } from '#modules/catalogue/contract';
import { latestBefore, legalLimit, type Calendar, type Day, type Limit } from '#modules/deadlines';

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The last day of the licence that is renewed, where the renewal was asked for in time: 30 calendar days before, unless a special rule of the
 * item says otherwise. Null where the item renews nothing, and where it was asked for later: then the law promises no consent by silence,
 * and the case runs as any other. Whoever asks too late may still be decided in time, so such an application is taken in all the same.
 */
export function renewalUntil(
  item: Pick<ItemBody, 'renewal'>,
  answers: Record<string, unknown>,
  askedOn: Day,
  calendar: Calendar,
): Day | null {
  if (!item.renewal) return null;
  const expiresOn = answers[item.renewal.expiryField];
  if (typeof expiresOn !== 'string' || !dayPattern.test(expiresOn)) return null;
  const law = legalLimit('renew', askedOn);
  const limit = item.renewal.askBefore ?? { value: law.value, unit: law.unit as Limit['unit'] };
  return askedOn <= latestBefore({ before: expiresOn, limit, calendar }).date ? expiresOn : null;
}
