/** What shows that a matter or a consultation moved, here or elsewhere. */
import { mattersContract as ops } from '#modules/matters/contract';
import { onLive } from '#web/client/live.ts';

onLive('matters.moved', [
  ops.myMatters,
  ops.listMatters,
  { operation: ops.getMatter, subjectIs: 'id' },
  ops.partOfMatter,
]);
// A step of a part is shown on the page of the whole.
onLive('cases.', [ops.getMatter]);
onLive('matters.consultationMoved', [
  ops.listConsultations,
  ops.consultationsOfCase,
  { operation: ops.getConsultation, subjectIs: 'id' },
]);
