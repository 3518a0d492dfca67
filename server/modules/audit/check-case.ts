/** What is wrong with the history of one case. Pure. */
import type { ItemVersion } from '#modules/catalogue';
import type { Calendars } from '#modules/deadlines';
import {
  after,
  beginning,
  hashAction,
  hashOpening,
  lineAfter,
  openingOf,
  type Action,
  type Line,
} from '#modules/cases';
import { canonical } from '#platform/canonical';
import { leafOf, openingSeq } from './merkle.ts';

export const findingKinds = [
  'caseDeleted', // the case or all of its history is gone
  'actionMissing', // an action is gone
  'actionChanged', // an action does not say what its hash says
  'actionMoved', // an action stands at another place
  'actionRewritten', // the history was written again with new hashes
  'actionForeign', // an action does not follow the one before it
  'actionUnsealed', // an action that no seal holds and that was never announced
  'illegalStep', // a step that the course of a case does not allow
  'openingChanged', // the case's line does not say what the case was opened with
  'projectionWrong', // the case's line is not what its actions add up to
  'rowChanged', // a row of another trail, such as a document, is not the one that was sealed
  'rowMissing', // a row of another trail is gone
  'rowUnsealed', // a row of another trail that no seal holds although it should
  'sealDeleted',
  'sealChanged',
  'sealForged',
  'fileIncomplete',
  'fileChanged',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  kind: FindingKind;
  caseId?: string;
  caseNumber?: string;
  /** Number of the action in its case. */
  action?: number;
  seal?: number;
  /** The trail, the key and the name of a row that is no action: documents.document, and the document's number. */
  trail?: string;
  key?: string;
  name?: string;
  /** A sentence for a person. */
  what: string;
}

export interface Leaf {
  caseId: string;
  seq: number;
  /** The number of the case, with what it was opened with; otherwise empty. */
  name: string;
  leaf: string;
  seal: number;
}

/** An action as it is stored; `finer` when its instant has more than milliseconds, which no act has. */
export type StoredAction = Action & { finer: boolean };

export interface CaseFile {
  id: string;
  line: Line | undefined;
  /** The version of the item on which the case stands; undefined when that is gone, which is found as a row that is missing. */
  item: Pick<ItemVersion, 'body'> | undefined;
  /** By which its dates were counted. */
  calendars: Calendars;
  /** By number. */
  actions: readonly StoredAction[];
  leaves: readonly Leaf[];
  /** Announced, and to be in the next seal. */
  pending(seq: number): boolean;
}

type Wrong = Omit<Finding, 'caseId' | 'caseNumber'>;

/** Everything that is wrong with a case; one finding for each action at most, and none for what follows from another one. */
export function checkCase(file: CaseFile): Finding[] {
  // What was sealed is believed before what stands there now.
  const number = file.leaves.find(({ name }) => name)?.name ?? file.line?.number;
  const named = { caseId: file.id, ...(number ? { caseNumber: number } : {}) };
  return wrongsOf(file).map((wrong) => ({ ...wrong, ...named }));
}

function wrongsOf(file: CaseFile): Wrong[] {
  const { line, actions } = file;
  if (!line || actions.length === 0) return [goneOf(file)];
  const { leafAt, wrongs } = leavesOf(file);
  const checked = new Map(actions.map((action) => [action.seq, { action, sound: isSound(action) }]));
  const last = Math.max(line.seq, actions.at(-1)!.seq, ...leafAt.keys());
  let rewritten = false;
  for (let seq = 1; seq <= last; seq++) {
    const here = checked.get(seq);
    const leaf = leafAt.get(seq);
    const before = checked.get(seq - 1);
    const wrong = here
      ? wrongOf(here, before?.sound ? before.action : undefined, leaf, file)
      : { kind: 'actionMissing' as const, action: seq, ...(leaf ? { seal: leaf.seal } : {}), what: `action ${seq} is missing${leaf ? `; seal ${leaf.seal} holds it` : ''}` }; // prettier-ignore
    if (!wrong) continue;
    // From a rewritten action on, every hash is another one: that follows and says nothing new.
    if (wrong.kind === 'actionRewritten' && rewritten) continue;
    rewritten ||= wrong.kind === 'actionRewritten';
    wrongs.push(wrong);
  }
  return wrongs.length > 0 ? wrongs : lineOf(line, leafAt.get(openingSeq), file);
}

/** Whether an action says what its hash says, to the microsecond. */
const isSound = (action: StoredAction): boolean => !action.finer && hashAction(action) === action.hash;

/**
 * The first leaf of each action. A second one is the same: a database that was restored elsewhere is sealed once more. If it is another
 * one, then somebody wrote the history again and announced it anew, so that it was sealed as well.
 */
function leavesOf({ leaves }: CaseFile): { leafAt: Map<number, Leaf>; wrongs: Wrong[] } {
  const leafAt = new Map<number, Leaf>();
  const wrongs: Wrong[] = [];
  for (const leaf of leaves) {
    const { seq, seal } = leaf;
    const first = leafAt.get(seq);
    if (!first) leafAt.set(seq, leaf);
    else if (first.leaf !== leaf.leaf)
      wrongs.push({ kind: 'actionRewritten', action: seq, seal, what: `seal ${seal} holds another action ${seq} than seal ${first.seal} does` }); // prettier-ignore
  }
  return { leafAt, wrongs };
}

function goneOf({ line, actions, leaves }: CaseFile): Wrong {
  const seals = [...new Set(leaves.map(({ seal }) => seal))].join(', ');
  const sealed = seals === '' ? '' : `; it was sealed in ${seals}`;
  const held = new Set(leaves.map(({ seq }) => seq).filter((seq) => seq !== openingSeq)).size;
  const what = line
    ? `all ${line.seq} actions of its history are gone${sealed}`
    : actions.length > 0
      ? `the case is gone, ${actions.length} of its actions are still there${sealed}`
      : `the case with its ${held} sealed actions is gone${sealed}`;
  return { kind: 'caseDeleted', ...(leaves[0] ? { seal: leaves[0].seal } : {}), what };
}

/** `before` is the action before it, when that is there and sound; otherwise that has been said. */
function wrongOf(
  { action, sound }: { action: StoredAction; sound: boolean },
  before: StoredAction | undefined,
  leaf: Leaf | undefined,
  { actions, pending }: CaseFile,
): Wrong | undefined {
  const { seq } = action;
  const at = { action: seq, ...(leaf ? { seal: leaf.seal } : {}) };
  if (!sound) {
    const origin = actions.find(
      (other) => other.seq !== seq && hashAction({ ...action, seq: other.seq }) === action.hash,
    );
    return origin
      ? { kind: 'actionMoved', ...at, what: `what stands at ${seq} (${action.kind}) was made as action ${origin.seq}` }
      : { kind: 'actionChanged', ...at, what: `action ${seq} (${action.kind}) does not say what its hash says` };
  }
  if (leaf && leafOf(action.caseId, seq, action.hash).toString('hex') !== leaf.leaf)
    return { kind: 'actionRewritten', ...at, what: `from action ${seq} (${action.kind}) on the history is not the one that seal ${leaf.seal} holds` }; // prettier-ignore
  const expected = seq === 1 ? beginning : before?.hash;
  if (expected !== undefined && action.prevHash !== expected)
    return { kind: 'actionForeign', ...at, what: `action ${seq} (${action.kind}) does not follow the one before it` };
  if (!isLegal(action, before))
    return { kind: 'illegalStep', ...at, what: `action ${seq} (${action.kind}, ${action.fromState ?? 'nothing'} to ${action.toState}) is not a step that a case can take` }; // prettier-ignore
  if (!leaf && !pending(seq))
    return {
      kind: 'actionUnsealed',
      ...at,
      what: `action ${seq} (${action.kind}) is in no seal and was never announced`,
    };
  return undefined;
}

function isLegal({ seq, kind, fromState, toState }: Action, before: Action | undefined): boolean {
  if (seq === 1) return kind === 'submit' && fromState === null && toState === 'submitted';
  if (kind === 'submit' || fromState === null || after(fromState, kind) !== toState) return false;
  return !before || before.toState === fromState;
}

/** What the line says that follows from the actions. The clock is left out where it can't be told again. */
const shown: Partial<Record<keyof Line, string>> = {
  departmentId: 'department',
  applicantName: 'name of the applicant',
  state: 'state',
  holderId: 'holder',
  seq: 'number of actions',
  headHash: 'last hash',
  acceptedAt: 'instant of acceptance',
  decidedAt: 'instant of the decision',
  endedAt: 'instant of ending',
  outcome: 'outcome',
  feeState: 'state of the fee',
};
const ofTheClock: Partial<Record<keyof Line, string>> = {
  dueRule: 'clock',
  dueFrom: 'day from which the clock runs',
  targetOn: 'target date',
  fatalOn: 'fatal date',
  dueProvisional: 'mark of a provisional date',
  nextAt: 'instant of the next rule',
  clockEvents: 'events of the clock',
  pausedSince: 'day since which the clock stands still',
  forecastOn: 'forecast',
  decidedDue: 'clock of the decision',
  wants: 'question to the head',
  hearing: 'hearing',
  expiresOn: 'last day of the licence that is renewed',
};

/** A finding also goes into the log, which holds no personal data. */
const untold: ReadonlySet<string> = new Set(['applicantName', 'headHash']);

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
const told = (value: unknown): string =>
  value instanceof Date
    ? value.toISOString()
    : typeof value === 'object' && value
      ? canonical(value)
      : String(value ?? 'none');

/** Compares the line with what its actions add up to. */
function lineOf(
  line: Line,
  leaf: Leaf | undefined,
  { actions, item, calendars }: Pick<CaseFile, 'actions' | 'item' | 'calendars'>,
): Wrong[] {
  const opening = openingOf(line, actions);
  if (
    (leaf && leafOf(line.id, openingSeq, hashOpening(opening)).toString('hex') !== leaf.leaf) ||
    !same(line.submittedAt, actions[0]!.at)
  ) {
    const seal = leaf ? { seal: leaf.seal } : {};
    const what = `its line does not say what the case was opened with: number, item, applicant, agent, department, door or instant${leaf ? `; seal ${leaf.seal} holds it` : ''}`;
    return [{ kind: 'openingChanged', ...seal, what }];
  }
  const due = lineAfter(opening, actions, item?.body ?? { kind: 'publicService', immediate: false }, calendars);
  const columns = Object.entries({ ...shown, ...(item ? ofTheClock : {}) }) as [keyof Line, string][];
  const differs = columns
    .filter(([key]) => !same(line[key], due[key]))
    .map(([key, word]) =>
      untold.has(key) ? `another ${word}` : `${word} ${told(line[key])} instead of ${told(due[key])}`,
    );
  if (differs.length === 0) return [];
  return [{ kind: 'projectionWrong', what: `its line is not what its actions add up to: ${differs.join(', ')}` }];
}
