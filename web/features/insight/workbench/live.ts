/** Figures follow what happens elsewhere. */
import { insightContract } from '#modules/insight/contract';
import { onLive, watchLive } from '#web/client/live.ts';
import { readAgain } from '#web/client/query.ts';

const shown = [insightContract.getFigures, insightContract.getGroups, insightContract.listCases] as const;
onLive('cases.', shown);
onLive('ratings.', shown);

let timer: ReturnType<typeof setTimeout> | undefined;
// The counts are kept by a reaction, a moment after the act itself: what was read at once may be that moment too early.
watchLive('cases.', () => {
  clearTimeout(timer);
  timer = setTimeout(() => void readAgain(...shown), 900);
});
