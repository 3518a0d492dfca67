import { newId } from '#platform/ids';
import { testDoors } from '#server/testing-matrix';
import { floorContract, usualRule } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const everyStaff = 'clerk examiner head office admin auditor';
const overseers = 'head office auditor';
const atWork = 'clerk examiner head office';
const walkers = 'clerk examiner head office auditor';
const reviewed: Record<string, string> = {
  getHouseRule: everyStaff,
  saveHouseRule: 'office',
  planTurns: 'office',
  removeTurn: 'office',
  readAttendance: overseers,
  listAttendance: overseers,
  exportAttendance: overseers,
  myAttendance: everyStaff,
  amendTurn: 'head office',
  raiseFinding: 'clerk office',
  listFindings: walkers,
  countFindings: walkers,
  getFinding: walkers,
  correctFinding: 'head office',
  passFinding: 'office',
  reopenFinding: 'office',
  readWardens: everyStaff,
  planWardens: 'office',
  handOverWarden: atWork,
  listPoints: everyStaff,
  savePoints: 'office',
  startPatrol: 'clerk office',
  listRounds: walkers,
  getRound: walkers,
  markPoint: atWork,
  finishRound: atWork,
  drawCheck: 'office',
  listChecks: walkers,
  getCheck: walkers,
  beginCheck: atWork,
  cancelCheck: atWork,
  makeCircular: 'office',
  listCirculars: everyStaff,
  openCircular: everyStaff,
};

const said = { body: { actionId: newId(), body: '已整改' } };
const days = { query: { from: '2026-06-10', to: '2026-06-10' } };
testDoors(floorContract, reviewed, {
  saveHouseRule: { body: usualRule },
  planTurns: { body: { accountIds: [newId()], days: ['2026-06-10'], spans: [{ starts: '09:00', ends: '12:00' }] } },
  readAttendance: days,
  listAttendance: days,
  exportAttendance: days,
  myAttendance: days,
  raiseFinding: { body: { actionId: newId(), severity: 'minor', body: '饮水机无水', zone: 'A' } },
  correctFinding: said,
  passFinding: said,
  reopenFinding: said,
  readWardens: days,
  planWardens: { body: { zone: 'A', accountId: newId(), days: ['2026-06-10'], halves: ['morning'] } },
  handOverWarden: { body: { actionId: newId(), accountId: newId(), note: '请多看东门' } },
  savePoints: { body: { points: [] } },
  startPatrol: { body: { actionId: newId() } },
  markPoint: { body: { actionId: newId(), pointId: newId() } },
  finishRound: { body: { note: '' } },
  drawCheck: {
    body: { actionId: newId(), day: '2026-06-10', wanted: 1, team: [newId(), newId()], look: '在岗', basis: '计划' },
  },
  beginCheck: { body: { actionId: newId() } },
  cancelCheck: { body: { actionId: newId(), reason: '改期' } },
  makeCircular: {
    body: { actionId: newId(), from: '2026-06-01', to: '2026-06-10', sources: ['check'], demand: '' },
  },
  amendTurn: { body: { actionId: newId(), mark: 'leave', reason: '请假' } },
});
