/** What of staff is read again when posts or absences change elsewhere. */
import { peopleContract } from '#modules/people/contract';
import { onLive } from '#web/client/live.ts';

export const staffReadings = [
  peopleContract.listStaff,
  peopleContract.listColleagues,
  peopleContract.listAbsences,
] as const;

onLive('people.staffChanged', staffReadings);
onLive('people.absenceChanged', staffReadings);
