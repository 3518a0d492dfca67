/** From histories to rows in the order of the columns in `load-store.ts`. */
import type { Action, CaseRow, RecordEntry, Undertaking } from '#modules/cases';
import { kindsOfDocument, remediesFrom } from '#modules/documents';
import { canonical } from '#platform/canonical';
import { shanghaiDay } from '#platform/clock';
import { hashOf } from '#platform/ids';
import type { Row } from '../load-store.ts';
import type { Fee, History, Paper } from './history.ts';
import type { World } from './world.ts';

/** `warned`: the clock of which somebody was warned last. */
export const caseRow = (row: CaseRow, warned: string | null): Row => [
  row.id, row.number, row.trackCode, row.itemId, row.itemVersion, row.itemName, row.departmentId, row.outletId, row.door,
  row.personId, row.organisationId, row.agentId, row.applicantName, row.state, row.holderId, row.seq, row.headHash,
  row.submittedAt, row.acceptedAt, row.decidedAt, row.endedAt, row.outcome, row.targetOn, row.fatalOn, row.dueRule,
  row.dueProvisional, row.dueFrom, row.nextAt, row.feeState, row.rated, row.clockEvents, row.pausedSince,
  row.forecastOn, row.decidedDue, row.wants, row.calendarNo, row.hearing, row.expiresOn, warned,
]; // prettier-ignore

export const actionRow = (action: Action): Row => [
  action.caseId, action.seq, action.id, action.kind, action.fromState, action.toState, action.at, action.accountId,
  action.role, action.placeId, action.facts, action.prevHash, action.hash,
]; // prettier-ignore

export const undertakingRow = (one: Undertaking): Row => [
  one.id, one.caseId, one.materialId, one.materialName, one.kind, one.state, one.madeOn, one.dueOn, one.personId,
  one.organisationId, one.departmentId, one.sampled, one.remindAt, one.nextAt, one.endedAt,
]; // prettier-ignore

export const recordRow = (entry: RecordEntry): Row => [
  entry.id, entry.undertakingId, entry.caseId, entry.personId, entry.organisationId, entry.enteredAt, entry.what,
  entry.barredUntil,
]; // prettier-ignore

/** Serial numbers of documents: one series for each department, kind and year, rising with time. */
export class Numbering {
  readonly last = new Map<string, number>();
  readonly #numbers = new Map<Paper, string>();

  /** Gives all papers their numbers, the oldest first. */
  constructor(world: World, histories: readonly History[]) {
    const all = histories.flatMap(({ papers }) => papers);
    all.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const paper of all) {
      const { shortName } = world.departments.get(paper.departmentId)!;
      const prefix = `${shortName}${kindsOfDocument[paper.kind].word}〔${shanghaiDay(paper.at).slice(0, 4)}〕`;
      const series = `document/${prefix}`;
      const serial = (this.last.get(series) ?? 0) + 1;
      this.last.set(series, serial);
      this.#numbers.set(paper, `${prefix}第${String(serial).padStart(6, '0')}号`);
    }
  }
  numberOf = (paper: Paper): string => this.#numbers.get(paper)!;
}

/** Version of the templates that documents are frozen with. */
const templateVersion = 1;

/** What a document says: the matter, then the facts of its kind. */
export function dataOf(world: World, { row, matter, actions }: History, paper: Paper, numberOf: Numbering['numberOf']) {
  if (paper.payer) return paper.facts(numberOf);
  const department = world.departments.get(paper.departmentId)!;
  const seat = [...world.outlets.values()].find(({ departmentId }) => departmentId === paper.departmentId);
  const placeId = actions.find(({ at }) => at.getTime() === paper.at.getTime())?.placeId;
  const agent = row.agentId && world.residents.get(row.agentId);
  return {
    ...(seat ? { departmentAddress: seat.address } : {}),
    ...(placeId ? { place: world.outlets.get(placeId)!.name } : {}),
    ...(agent ? { agentName: agent.name } : {}),
    departmentName: department.name,
    departmentNameEn: department.nameEn,
    telephone: department.telephone,
    caseNumber: row.number,
    itemName: row.itemName,
    itemCode: matter.code,
    licensing: matter.body.kind === 'licence',
    recipientName: paper.recipientName,
    ...paper.facts(numberOf),
  };
}

export function documentRow(world: World, history: History, paper: Paper, numberOf: Numbering['numberOf']): Row {
  const { row, random } = history;
  const frozen = {
    id: paper.id,
    kind: paper.kind,
    number: numberOf(paper),
    departmentId: paper.departmentId,
    subjectKind: 'case',
    subjectId: row.id,
    recipientId: paper.payer ?? row.personId ?? row.organisationId,
    data: dataOf(world, history, paper, numberOf),
    templateVersion,
    issuedAt: paper.at,
  };
  const hash = hashOf(canonical({ ...frozen, issuedAt: paper.at.toISOString() }));
  return [
    frozen.id, frozen.kind, frozen.number, frozen.departmentId, frozen.subjectKind, frozen.subjectId, frozen.recipientId,
    frozen.data, frozen.templateVersion, hash, random.code(20), paper.at,
  ]; // prettier-ignore
}

export function serviceRow({ id: documentId, kind, service }: Paper): Row[] {
  if (!service) return [];
  const { id, way, at, accountId, to = null, proof = null } = service;
  const servedOn = shanghaiDay(at);
  const remedies = kindsOfDocument[kind].remedies ? remediesFrom(servedOn) : null;
  return [
    [
      id, documentId, way, servedOn, accountId, to, proof, remedies?.reviewUntil ?? null, remedies?.actionUntil ?? null,
      remedies?.provisional ?? false, at,
    ],
  ]; // prettier-ignore
}

export function feeRow(world: World, { row }: History, fee: Fee): Row {
  const department = world.departments.get(row.departmentId)!;
  const facts = {
    departmentName: department.name,
    departmentShortName: department.shortName,
    caseNumber: row.number,
    itemName: row.itemName,
    payerName: row.applicantName,
  };
  const { settled, refunded } = fee;
  return [
    fee.orderId, row.id, row.departmentId, row.agentId ?? row.personId ?? row.organisationId, fee.items, facts, fee.totalFen,
    settled?.how === 'paid' ? fee.totalFen : 0, refunded ? fee.totalFen : 0, refunded ? 'refunded' : (settled?.how ?? 'asked'), fee.receipt?.id ?? null, fee.askedAt,
    settled?.at ?? null,
  ]; // prettier-ignore
}

export function movementRows({ random }: History, fee: Fee): Row[] {
  const { orderId, totalFen, settled } = fee;
  const asked: Row = [random.id(fee.askedAt), orderId, 'asked', totalFen, null, null, fee.askedBy, null, fee.askedAt];
  if (!settled) return [asked];
  const { how, at, accountId, reason = null, method = null, ref = null } = settled;
  const rows: Row[] = [asked, [random.id(at), orderId, how, totalFen, method, ref, accountId, reason, at]];
  const { refunded: back } = fee;
  if (back)
    rows.push([random.id(back.at), orderId, 'refunded', totalFen, null, null, back.accountId, back.reason, back.at]);
  return rows;
}

/** What went back through the payment service was confirmed by it; money from a window went back over the counter. */
export const refundDoneRows = (fee: Fee, movements: readonly Row[]): Row[] =>
  movements.flatMap((movement) =>
    movement[2] === 'refunded' && fee.settled?.ref ? [[movement[0]!, `R-${String(movement[0])}`, movement[8]!]] : [],
  );
