/** Suggestions follow what happens elsewhere. Imported by every page of this feature. */
import { improvementsContract } from '#modules/improvements/contract';
import { onLive } from '#web/client/live.ts';

onLive('improvements.', [
  improvementsContract.listSuggestions,
  improvementsContract.countSuggestions,
  improvementsContract.mySuggestions,
  { operation: improvementsContract.getSuggestion, subjectIs: 'id' },
]);
