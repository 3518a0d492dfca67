/** Complaints as their readers see them: whoever complained, those who handle them, and the one complained about. */
import { shanghaiDay } from '#modules/deadlines';
import { listOutlets, type Outlet } from '#modules/offices';
import { maskName, maskPhone } from '#modules/people';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import { byComplainer, isOpen } from './complaint.ts';
import type { AboutMe, ComplaintLine, ComplaintSeen, ComplaintWhole } from './contract.ts';
import { readSteps, type ComplaintRow } from './store.ts';

/** As whoever complained sees them; outlets are read once for all. */
export async function seenOf(reader: Reader, rows: readonly ComplaintRow[]): Promise<ComplaintSeen[]> {
  const outlets = rows.some(({ outletId }) => outletId !== null) ? await listOutlets(reader, { retired: true }) : [];
  const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  return rows.map((row) => seenAt(row, row.outletId ? byId.get(row.outletId) : undefined));
}

function seenAt(row: ComplaintRow, outlet: Outlet | undefined): ComplaintSeen {
  const { number, code, state, body, windowNumber, ticketNumber, answer, satisfied, reopened } = row;
  return {
    number,
    code,
    state,
    body,
    madeAt: row.madeAt.toISOString(),
    outletName: outlet?.name ?? null,
    outletNameEn: outlet?.nameEn ?? null,
    windowNumber,
    ticketNumber,
    dueOn: isOpen(state) ? row.dueOn : null,
    answer,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    satisfied,
    reopened,
  };
}

export function lineOf(row: ComplaintRow, today: string): ComplaintLine {
  const { id, number, door, state, body, outletId, windowNumber, aboutName, departmentId, handlerId, handlerName } =
    row;
  const dueOn = isOpen(state) ? row.dueOn : null;
  return {
    id,
    number,
    door,
    state,
    body,
    outletId,
    windowNumber,
    aboutName,
    departmentId,
    handlerId,
    handlerName,
    madeAt: row.madeAt.toISOString(),
    dueOn,
    overdue: dueOn !== null && today > dueOn,
    late: row.late,
    reopened: row.reopened,
    satisfied: row.satisfied,
  };
}

/** All of it; `open` for those who may call whoever complained, the others read names masked. */
export async function wholeOf(ground: Ground, row: ComplaintRow, open: boolean): Promise<ComplaintWhole> {
  const steps = await readSteps(ground.db, row.id);
  const name = open ? row.name : maskName(row.name);
  return {
    ...lineOf(row, shanghaiDay(ground.clock.now())),
    ticketNumber: row.ticketNumber,
    aboutId: row.aboutId,
    name,
    phone: open ? row.phone : maskPhone(row.phone),
    forgotten: row.forgottenAt !== null,
    answer: row.answer,
    question: row.question,
    statement: row.statement,
    steps: steps.map(({ kind, at, saidBy, body, late }) => ({
      kind,
      at: at.toISOString(),
      by: byComplainer(kind, row.door) ? name : saidBy,
      text: body,
      late,
    })),
  };
}

/** What the one complained about is asked, and nothing else. */
export const askedOf = (row: ComplaintRow): AboutMe => ({
  id: row.id,
  number: row.number,
  question: row.question,
  statement: row.statement,
  changedOn: shanghaiDay(row.changedAt),
  open: row.state === 'handling',
});
