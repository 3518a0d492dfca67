/** Files and exams follow what happens elsewhere. Imported by every page of this feature. */
import { windowStaffContract as ops } from '#modules/windowstaff/contract';
import { onLive } from '#web/client/live.ts';

onLive('windowstaff.', [
  ops.listMembers,
  ops.countMembers,
  ops.getMember,
  ops.myFile,
  ops.myWindow,
  ops.myExams,
  ops.listAttention,
  ops.getSitting,
  ops.listExams,
  ops.getExam,
  ops.listDoubts,
]);
onLive('hall.', [ops.myWindow]);
