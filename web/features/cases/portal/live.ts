/** What shows that a matter moved, here or elsewhere. Each page of one's own matters imports it: any may be opened first. */
import { casesContract } from '#modules/cases/contract';
import { onLive } from '#web/client/live.ts';

const shown = [casesContract.myCases, { operation: casesContract.getCase, subjectIs: 'id' }];
onLive('cases.', shown);
onLive('payments.', shown);
