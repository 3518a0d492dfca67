/** What is wrong with the history of one case. Pure. */
import { after, beginning, hashAction, isFinal, type Action, type State } from '#modules/cases';
import { leafOf } from './merkle.ts';

export const findingKinds = [
  'caseDeleted', // the case or all of its history is gone
  'actionMissing', // an action is gone
  'actionChanged', // an action does not say what its hash says
  'actionMoved', // an action stands at another place
  'actionRewritten', // the history was written again with new hashes
  'actionForeign', // an action does not follow the one before it
  'actionUnsealed', // an action that no seal holds and that was never announced
  'illegalStep', // a step that the course of a case does not allow
  'projectionWrong', // the case's line is not what its actions add up to
  'sealDeleted',
  'sealChanged',
  'sealForged',
  'fileIncomplete',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  kind: FindingKind;
  caseId?: string;
  caseNumber?: string;
  /** Number of the action in its case. */
  action?: number;
  seal?: number;
  /** A sentence for a person. */
  what: string;
}

/** The line of a case, as far as its history says what it must be. */
export interface CaseLine {
  id: string;
  number: string;
  state: State;
  seq: number;
  headHash: string;
  submittedAt: Date;
  endedAt: Date | null;
}

export interface Leaf {
  caseId: string;
  seq: number;
  leaf: string;
  seal: number;
}

/** An action as it is stored; `finer` when its instant has more than milliseconds, which no act has. */
export type StoredAction = Action & { finer: boolean };

export interface CaseFile {
  id: string;
  line: CaseLine | undefined;
  /** By number. */
  actions: readonly StoredAction[];
  leaves: readonly Leaf[];
  /** Announced, and to be in the next seal. */
  pending(seq: number): boolean;
}

type Wrong = Omit<Finding, 'caseId' | 'caseNumber'>;

/** Everything that is wrong with a case; one finding for each action at most, and none for what follows from another one. */
export function checkCase(file: CaseFile): Finding[] {
  const named = { caseId: file.id, ...(file.line ? { caseNumber: file.line.number } : {}) };
  return wrongsOf(file).map((wrong) => ({ ...wrong, ...named }));
}

function wrongsOf(file: CaseFile): Wrong[] {
  const { line, actions, leaves } = file;
  if (!line || actions.length === 0) return [goneOf(file)];
  const wrongs: Wrong[] = [];
  const leafAt = new Map(leaves.map((leaf) => [leaf.seq, leaf]));
  const actionAt = new Map(actions.map((action) => [action.seq, action]));
  const last = Math.max(line.seq, actions.at(-1)!.seq, ...leaves.map(({ seq }) => seq));
  let rewritten = false;
  for (let seq = 1; seq <= last; seq++) {
    const action = actionAt.get(seq);
    const leaf = leafAt.get(seq);
    const wrong = action
      ? wrongOf(action, actionAt.get(seq - 1), leaf, file, rewritten)
      : { kind: 'actionMissing' as const, action: seq, ...(leaf ? { seal: leaf.seal } : {}), what: `action ${seq} is missing${leaf ? `; seal ${leaf.seal} holds it` : ''}` }; // prettier-ignore
    if (!wrong) continue;
    if (wrong === 'followsRewritten') continue;
    if (wrong.kind === 'actionRewritten') rewritten = true;
    wrongs.push(wrong);
  }
  if (wrongs.length === 0) wrongs.push(...projectionOf(line, actions));
  return wrongs;
}

function goneOf({ line, actions, leaves }: CaseFile): Wrong {
  const seals = [...new Set(leaves.map(({ seal }) => seal))].join(', ');
  const sealed = seals === '' ? '' : `; it was sealed in ${seals}`;
  const what = line
    ? `all ${line.seq} actions of its history are gone${sealed}`
    : actions.length > 0
      ? `the case is gone, ${actions.length} of its actions are still there${sealed}`
      : `the case with its ${leaves.length} sealed actions is gone${sealed}`;
  return { kind: 'caseDeleted', ...(leaves[0] ? { seal: leaves[0].seal } : {}), what };
}

function wrongOf(
  action: StoredAction,
  before: StoredAction | undefined,
  leaf: Leaf | undefined,
  { actions, pending }: CaseFile,
  rewritten: boolean,
): Wrong | 'followsRewritten' | undefined {
  const { seq } = action;
  const at = { action: seq, ...(leaf ? { seal: leaf.seal } : {}) };
  if (hashAction(action) !== action.hash || action.finer) {
    const origin = actions.find(
      (other) => other.seq !== seq && hashAction({ ...action, seq: other.seq }) === action.hash,
    );
    return origin
      ? { kind: 'actionMoved', ...at, what: `what stands at ${seq} (${action.kind}) was made as action ${origin.seq}` }
      : { kind: 'actionChanged', ...at, what: `action ${seq} (${action.kind}) does not say what its hash says` };
  }
  if (leaf && leafOf(action.caseId, seq, action.hash).toString('hex') !== leaf.leaf) {
    // From a rewritten action on, every hash is another one: that follows and says nothing new.
    if (rewritten) return 'followsRewritten';
    return { kind: 'actionRewritten', ...at, what: `from action ${seq} (${action.kind}) on the history is not the one that seal ${leaf.seal} holds` }; // prettier-ignore
  }
  // Where the one before is missing or changed, that has been said, and what follows from it says nothing new.
  const sound = before && hashAction(before) === before.hash ? before : undefined;
  const expected = seq === 1 ? beginning : sound?.hash;
  if (expected !== undefined && action.prevHash !== expected)
    return { kind: 'actionForeign', ...at, what: `action ${seq} (${action.kind}) does not follow the one before it` };
  if (!isLegal(action, sound))
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

function projectionOf(line: CaseLine, actions: readonly Action[]): Wrong[] {
  const [first, last] = [actions[0]!, actions.at(-1)!];
  const ended = actions.find(({ toState }) => isFinal(toState))?.at ?? null;
  const differs = [
    line.state !== last.toState && `state ${line.state} instead of ${last.toState}`,
    line.seq !== last.seq && `${line.seq} actions instead of ${last.seq}`,
    line.headHash !== last.hash && 'another last hash',
    line.submittedAt.getTime() !== first.at.getTime() && 'another instant of submission',
    line.endedAt?.getTime() !== ended?.getTime() && 'another instant of ending',
  ].filter((difference) => difference !== false);
  return differs.length === 0
    ? []
    : [{ kind: 'projectionWrong', what: `its line is not what its actions add up to: ${differs.join(', ')}` }];
}
