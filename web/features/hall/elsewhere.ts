/** When it is worth saying where else one could go. Pure. */
import type { ErrandNow, Nearby } from '#modules/hall/contract';

type Here = Pick<ErrandNow, 'takes' | 'wait'>;
/** Nobody goes elsewhere for less. */
const [longWait, shorterBy] = [10, 5];

/** Whether others are to be asked about: no ticket can be had here, or the wait is long. */
export const asksElsewhere = ({ takes, wait }: Here): boolean =>
  takes === 'full' || (takes === 'yes' && wait !== null && wait.likely >= longWait);

/** Those where one is likely to be done clearly sooner; all of them where no ticket can be had here. */
export const worthGoing = ({ takes, wait }: Here, others: readonly Nearby[]): Nearby[] =>
  others.filter(
    (other) =>
      other.wait !== null && (takes !== 'yes' || wait === null || other.wait.likely + shorterBy <= wait.likely),
  );
