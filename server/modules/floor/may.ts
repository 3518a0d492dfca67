/** Who may do what on the floor of a hall. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { floorContract } from './contract.ts';

/** The service office runs the halls. */
const runsHall = { office: ['any'] } as const;
/** The office and the auditor see everybody; a head sees those of the own department. */
const overseers = { head: ['department'], office: ['any'], auditor: ['any'] } as const;
const everyStaff = { clerk: ['any'], examiner: ['any'], head: ['any'], office: ['any'], admin: ['any'], auditor: ['any'] } as const; // prettier-ignore
/** Whoever walks a round, of what they walk; the office and the auditor of all. */
const walkers = { clerk: ['own'], examiner: ['own'], head: ['own'], office: ['any'], auditor: ['any'] } as const;

/** What somebody found, what was found on a round they walk, and what is in a zone they are the warden of today: see `eyesOf`. */
const seers = { clerk: ['own'], examiner: ['own'], head: ['own', 'department'], office: ['any'], auditor: ['any'] } as const; // prettier-ignore

export const may = {
  getHouseRule: everyStaff,
  saveHouseRule: runsHall,
  planTurns: runsHall,
  removeTurn: runsHall,
  readAttendance: overseers,
  listAttendance: overseers,
  exportAttendance: overseers,
  myAttendance: everyStaff,
  // Never one's own.
  amendTurn: { head: ['department'], office: ['any'] },
  // Whoever works in the hall sees what is wrong there.
  raiseFinding: { clerk: ['department'], office: ['any'] },
  listFindings: seers,
  countFindings: seers,
  getFinding: seers,
  correctFinding: { head: ['department'], office: ['any'] },
  // Never by whoever put it right.
  passFinding: runsHall,
  reopenFinding: runsHall,
  readWardens: everyStaff,
  planWardens: runsHall,
  handOverWarden: { clerk: ['own'], examiner: ['own'], head: ['own'], office: ['any'] },
  listPoints: everyStaff,
  savePoints: runsHall,
  startPatrol: { clerk: ['department'], office: ['any'] },
  listRounds: walkers,
  getRound: walkers,
  // Only those who walk it say what they saw.
  markPoint: { clerk: ['own'], examiner: ['own'], head: ['own'], office: ['own'] },
  finishRound: { clerk: ['own'], examiner: ['own'], head: ['own'], office: ['any'] },
  drawCheck: runsHall,
  // Before it begins a check does not exist for those who neither drew it nor are of its team: see `mayKnow`.
  listChecks: walkers,
  getCheck: walkers,
  beginCheck: { clerk: ['own'], examiner: ['own'], head: ['own'], office: ['own'] },
  cancelCheck: { clerk: ['own'], examiner: ['own'], head: ['own'], office: ['own'] },
  makeCircular: runsHall,
  // Circulars name departments and nobody, and are for everybody who works here.
  listCirculars: everyStaff,
  openCircular: everyStaff,
} as const satisfies Permissions<keyof typeof floorContract>;
