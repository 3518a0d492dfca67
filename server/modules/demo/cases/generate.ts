/**
 * All cases of the district as rows, in batches, in the order of time. The newest ten thousand have their papers: documents with
 * numbers, uploaded files, messages. Older ones of a very large district are histories alone, as after the papers went to the archives.
 */
import type { Row, Table } from '../load-store.ts';
import { namedResidents } from '../district/named.ts';
import type { Plan } from '../plan.ts';
import { arrivalsOn, daysOf, type Arrival } from './arrivals.ts';
import type { History, UploadedSample } from './history.ts';
import { historyOf } from './history-of.ts';
import { lockerRows } from './locker-rows.ts';
import { noticeRows } from './notices.ts';
import { rate } from './ratings.ts';
import {
  actionRow,
  caseRow,
  documentRow,
  feeRow,
  movementRows,
  Numbering,
  refundDoneRows,
  recordRow,
  serviceRow,
  undertakingRow,
} from './rows.ts';
import { fileRow } from './sample-files.ts';
import { Barred } from './undertakings.ts';
import { ladderRows, warn, warningRows, watchRow, workNoticeRows, type Warned } from './warnings.ts';
import type { World } from './world.ts';

/** How many of the newest cases have documents and files. */
export const casesWithPapers = 10_000;
/** Cases that travel to the database together. */
const batchSize = 2_500;

export interface Batch {
  cases: number;
  rows: Partial<Record<Table, Row[]>>;
  /** Whose bytes must be stored. */
  uploads: UploadedSample[];
  /** The last number of each series that this batch brings. */
  last: ReadonlyMap<string, number>;
}

interface Told {
  history: History;
  arrival: Arrival;
}

const yearOf = (at: Date): string => String(new Date(at.getTime() + 8 * 3_600_000).getUTCFullYear());

function* allOf(world: World): Generator<Told> {
  const { plan, time } = world;
  const barred = new Barred();
  for (const day of daysOf(plan, time))
    for (const arrival of arrivalsOn(plan, time, day)) yield { arrival, history: historyOf(world, arrival, barred) };
}

/** The rows of one history, its papers apart. */
function put(
  world: World,
  { history, arrival }: Told,
  warned: Warned | undefined,
  rows: Required<Batch['rows']>,
): void {
  const rated = rate(world, history, arrival.story);
  if (rated) {
    rows.rating.push(rated.rating);
    if (rated.handling) rows.handling.push(rated.handling);
  }
  rows.case.push(caseRow(history.row, warned?.last ?? null));
  if (warned) rows.watch.push(...watchRow(history, warned));
  for (const action of history.actions) rows.action.push(actionRow(action));
  for (const one of history.undertakings) rows.undertaking.push(undertakingRow(one));
  for (const entry of history.records) rows.promiseRecord.push(recordRow(entry));
  for (const fee of history.fees) {
    rows.fee.push(feeRow(world, history, fee));
    const movements = movementRows(history, fee);
    rows.movement.push(...movements);
    rows.refundDone.push(...refundDoneRows(fee, movements));
  }
}

const empty = (): Required<Batch['rows']> => ({
  case: [],
  action: [],
  undertaking: [],
  promiseRecord: [],
  document: [],
  service: [],
  file: [],
  fee: [],
  movement: [],
  refundDone: [],
  rating: [],
  handling: [],
  entry: [],
  entryAct: [],
  notice: [],
  ladder: [],
  watch: [],
  warning: [],
});

/** A batch of histories; with their papers when a numbering is given. */
function batchOf(world: World, told: readonly Told[], numbering?: Numbering): Batch {
  const rows = empty();
  const last = new Map<string, number>();
  const uploads: UploadedSample[] = [];
  const inboxes = new Set(world.people.residents.slice(0, namedResidents.length).map(({ id }) => id));
  for (const one of told) {
    const { history, arrival } = one;
    // Of what is over and in the archives nobody asks who was warned.
    const warned = numbering || history.row.endedAt === null ? warn(world, history) : undefined;
    put(world, one, warned, rows);
    last.set(`case/${yearOf(arrival.at)}`, arrival.serial);
    if (!numbering) continue;
    for (const paper of history.papers) {
      const document = documentRow(world, history, paper, numbering.numberOf);
      rows.document.push(document);
      for (const { entry, acts } of lockerRows(world, history, paper, document)) {
        rows.entry.push(entry);
        rows.entryAct.push(...acts);
      }
      rows.service.push(...serviceRow(paper));
    }
    const handedIn = history.uploads.filter(({ at }) => at < world.end);
    for (const upload of handedIn) rows.file.push(fileRow(history, upload));
    uploads.push(...handedIn);
    const owner = history.row.agentId ?? history.row.personId;
    if (owner && inboxes.has(owner)) rows.notice.push(...noticeRows(world, history, owner));
    if (!warned) continue;
    rows.warning.push(...warningRows(history, warned));
    rows.notice.push(...workNoticeRows(world, history, warned));
  }
  return { cases: told.length, rows, uploads, last };
}

/**
 * All batches, the oldest cases first; the newest `papers` have theirs. What it holds in memory does not grow with their number.
 */
export function* batchesOf(world: World, papers = casesWithPapers): Generator<Batch> {
  const { cases }: Plan = world.plan;
  const firstWhole = Math.max(0, cases - papers);
  let bare: Told[] = [];
  const whole: Told[] = [];
  for (const one of allOf(world)) {
    if (one.arrival.index >= firstWhole) {
      whole.push(one);
      continue;
    }
    bare.push(one);
    if (bare.length === batchSize) {
      yield batchOf(world, bare);
      bare = [];
    }
  }
  if (bare.length > 0) yield batchOf(world, bare);
  const numbering = new Numbering(
    world,
    whole.map(({ history }) => history),
  );
  for (let i = 0; i < whole.length; i += batchSize) {
    const batch = batchOf(world, whole.slice(i, i + batchSize), numbering);
    if (i === 0) batch.rows.ladder = ladderRows(world);
    yield i === 0 ? { ...batch, last: new Map([...numbering.last, ...batch.last]) } : batch;
  }
}
