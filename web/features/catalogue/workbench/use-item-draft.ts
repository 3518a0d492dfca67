/**
 * The next version of an item while it is being prepared: kept on the server a moment after each change, one save at a time,
 * each under the revision that was read. When somebody else saved meanwhile, both are put before the person.
 */
import { useEffect, useRef, useState } from 'react';
import { catalogueContract, type ItemBody, type ItemDraft } from '#modules/catalogue/contract';
import { asProblem, call, type ProblemError } from '#web/client/client.ts';
import { keyOf, queryClient } from '#web/client/query.ts';

/** same: nothing changed since it was read. */
export type KeptState = 'same' | 'waiting' | 'saving' | 'saved' | 'failed' | 'conflict';
/** Parts of a body to change; an optional part that is undefined or empty is left out. */
export type Change = { [K in keyof ItemBody]?: ItemBody[K] | undefined };

export interface Clash {
  theirs: ItemDraft;
  /** Parts that they changed since this person began, and whether this person changed them, too. */
  parts: { part: keyof ItemBody | 'departmentId'; mineToo: boolean }[];
}

export interface DraftKeeper {
  draft: ItemDraft;
  body: ItemBody;
  departmentId: string;
  set: (change: Change) => void;
  setDepartment: (departmentId: string) => void;
  state: KeptState;
  /** When this page last saved. */
  savedAt: Date | undefined;
  error: ProblemError | undefined;
  clash: Clash | undefined;
  /** Settles the clash: my changes upon theirs, or theirs alone. */
  settle: (keepMine: boolean) => void;
  /** Saves what waits; true when everything is kept. */
  flush: () => Promise<boolean>;
  /** Something is not kept yet. */
  unsaved: boolean;
  /** Says that the draft goes on from the newest published version. */
  goOnFromNewest: () => void;
  /** Takes over a draft from the server as it is. */
  take: (draft: ItemDraft) => void;
}

const pause = 900;
const pauseAfterFailure = 6_000;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A body with a change. Texts that are optional are absent when empty: an empty English name is none. */
export function changed(body: ItemBody, change: Change): ItemBody {
  const required: (keyof ItemBody)[] = ['name'];
  const next: Record<string, unknown> = { ...body };
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined || (value === '' && !required.includes(key as keyof ItemBody))) delete next[key];
    else next[key] = value;
  }
  return next as unknown as ItemBody;
}

interface Content {
  body: ItemBody;
  departmentId: string;
}

/** The parts in which two contents differ. The order of a form's fields counts. */
export function partsThatDiffer(one: Content, other: Content): Clash['parts'][number]['part'][] {
  const keys = new Set([...Object.keys(one.body), ...Object.keys(other.body)]) as Set<keyof ItemBody>;
  const parts: Clash['parts'][number]['part'][] = [...keys].filter((key) => !same(one.body[key], other.body[key]));
  return one.departmentId === other.departmentId ? parts : [...parts, 'departmentId'];
}

/** Theirs, with the parts that I changed since the beginning put back to mine. */
export function rebased(base: Content, mine: Content, theirs: Content): Content {
  const touched = partsThatDiffer(base, mine);
  const change = Object.fromEntries(
    touched.filter((part) => part !== 'departmentId').map((part) => [part, mine.body[part]]),
  ) as Change;
  return {
    body: changed(theirs.body, change),
    departmentId: touched.includes('departmentId') ? mine.departmentId : theirs.departmentId,
  };
}

export function useItemDraft(read: ItemDraft): DraftKeeper {
  const [draft, setDraft] = useState(read);
  const [content, setContent] = useState<Content>({ body: read.body, departmentId: read.departmentId });
  const [state, setState] = useState<KeptState>('same');
  const [savedAt, setSavedAt] = useState<Date>();
  const [error, setError] = useState<ProblemError>();
  const [clash, setClash] = useState<Clash>();
  const line = useRef({
    draft: read,
    /** As the server has it. */
    base: content,
    now: content,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    saving: undefined as Promise<boolean> | undefined,
    clashed: false,
    mustSave: false,
  }).current;

  const adopt = (next: ItemDraft): void => {
    line.draft = next;
    line.base = { body: next.body, departmentId: next.departmentId };
    setDraft(next);
    queryClient.setQueryData(keyOf(catalogueContract.getDraft, { params: { id: next.itemId } }), next);
  };
  const show = (next: Content): void => {
    line.now = next;
    setContent(next);
  };
  const isUnsaved = (): boolean => line.mustSave || !same(line.now, line.base);

  const saveOnce = async (): Promise<boolean> => {
    const sent = line.now;
    const { itemId, revision, basedOn } = line.draft;
    line.mustSave = false;
    setState('saving');
    try {
      const saved = await call(catalogueContract.saveDraft, {
        params: { id: itemId },
        body: { ...sent, basedOn, revision },
      });
      adopt(saved);
      // What was typed while it was on its way stays; what the server holds is what was sent.
      line.base = sent;
      setError(undefined);
      setSavedAt(new Date());
      if (same(line.now, sent)) {
        setState('saved');
        return true;
      }
      return await saveOnce();
    } catch (thrown) {
      line.mustSave = true;
      const problem = asProblem(thrown);
      if (problem.code === 'catalogue.changedMeanwhile') await noticeClash();
      else {
        setError(problem);
        setState('failed');
        // Nobody has to press anything when the network comes back.
        if (problem.passes || problem.code === 'general.tooMany') later(pauseAfterFailure);
      }
      return false;
    }
  };
  const noticeClash = async (): Promise<void> => {
    try {
      const theirs = await call(catalogueContract.getDraft, { params: { id: line.draft.itemId } });
      const mine = partsThatDiffer(line.base, line.now);
      line.clashed = true;
      setClash({
        theirs,
        parts: partsThatDiffer(line.base, theirs).map((part) => ({ part, mineToo: mine.includes(part) })),
      });
      setState('conflict');
    } catch (thrown) {
      setError(asProblem(thrown));
      setState('failed');
      later(pauseAfterFailure);
    }
  };
  const flush = async (): Promise<boolean> => {
    clearTimeout(line.timer);
    if (line.clashed) return false;
    if (line.saving) return line.saving;
    if (!isUnsaved()) return true;
    line.saving = saveOnce().finally(() => {
      line.saving = undefined;
    });
    return line.saving;
  };
  const later = (wait: number): void => {
    clearTimeout(line.timer);
    line.timer = setTimeout(() => void flush(), wait);
  };
  useEffect(() => () => clearTimeout(line.timer), []);

  const change = (next: Content): void => {
    show(next);
    if (line.clashed) return;
    setState('waiting');
    later(pause);
  };
  return {
    draft,
    body: content.body,
    departmentId: content.departmentId,
    set: (to) => change({ ...line.now, body: changed(line.now.body, to) }),
    setDepartment: (departmentId) => change({ ...line.now, departmentId }),
    state,
    savedAt,
    error,
    clash,
    settle: (keepMine) => {
      if (!clash) return;
      const theirs = { body: clash.theirs.body, departmentId: clash.theirs.departmentId };
      const next = keepMine ? rebased(line.base, line.now, theirs) : theirs;
      line.clashed = false;
      line.mustSave = false;
      setClash(undefined);
      adopt(clash.theirs);
      show(next);
      setState(keepMine ? 'waiting' : 'same');
      if (keepMine) later(0);
    },
    flush,
    unsaved: state === 'waiting' || state === 'saving' || state === 'failed' || state === 'conflict',
    goOnFromNewest: () => {
      line.draft = { ...line.draft, basedOn: line.draft.lastVersion };
      setDraft(line.draft);
      line.mustSave = true;
      setState('waiting');
      later(0);
    },
    take: (next) => {
      clearTimeout(line.timer);
      line.clashed = false;
      line.mustSave = false;
      adopt(next);
      show({ body: next.body, departmentId: next.departmentId });
      setState('same');
      setSavedAt(undefined);
    },
  };
}
