/** Rules while they are being written: kept on the server a moment after each change, and checked as often. */
import { useEffect, useRef, useState } from 'react';
import { rulesContract, type ItemRules, type Report, type RuleSet } from '#modules/rules/contract';
import { asProblem, call, type ProblemError } from '#web/client/client.ts';
import { keyOf, queryClient } from '#web/client/query.ts';

const pause = 900;

export interface RulesKeeper {
  body: RuleSet;
  change: (body: RuleSet) => void;
  state: 'same' | 'read' | 'waiting' | 'saving' | 'saved' | 'failed';
  error: ProblemError | undefined;
  report: Report | undefined;
  checking: boolean;
  /** Revision of the draft on the server; 0: there is none. */
  revision: number;
  /** Saves what waits; false where that failed. */
  flush: () => Promise<boolean>;
}

export function useRules(rules: ItemRules, mayEdit: boolean): RulesKeeper {
  const { itemId } = rules;
  const [body, setBody] = useState<RuleSet>(rules.draft?.body ?? rules.published?.body ?? { tables: [] });
  const [state, setState] = useState<RulesKeeper['state']>(rules.draft ? 'read' : 'same');
  const [error, setError] = useState<ProblemError>();
  const [report, setReport] = useState<Report>();
  const [checking, setChecking] = useState(true);
  const [revision, setRevision] = useState(rules.draft?.revision ?? 0);
  const line = useRef({
    now: body,
    revision: rules.draft?.revision ?? 0,
    dirty: false,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    saving: undefined as Promise<boolean> | undefined,
  }).current;

  const check = async (): Promise<void> => {
    const asked = line.now;
    setChecking(true);
    try {
      const found = await call(rulesContract.checkRules, { params: { id: itemId }, body: { body: asked } });
      if (asked === line.now) setReport(found);
    } catch (thrown) {
      setError(asProblem(thrown));
    } finally {
      if (asked === line.now) setChecking(false);
    }
  };
  const saveOnce = async (): Promise<boolean> => {
    const sent = line.now;
    setState('saving');
    try {
      const draft = await call(rulesContract.saveRules, { params: { id: itemId }, body: { body: sent, revision: line.revision } }); // prettier-ignore
      line.revision = draft.revision;
      setRevision(draft.revision);
      setError(undefined);
      queryClient.setQueryData<ItemRules>(keyOf(rulesContract.getRules, { params: { id: itemId } }), (before) =>
        before ? { ...before, draft } : before,
      );
      if (line.now !== sent) return await saveOnce();
      line.dirty = false;
      setState('saved');
      return true;
    } catch (thrown) {
      setError(asProblem(thrown));
      setState('failed');
      return false;
    }
  };
  const flush = async (): Promise<boolean> => {
    clearTimeout(line.timer);
    if (line.saving) return line.saving;
    if (!line.dirty || !mayEdit) return true;
    void check();
    line.saving = saveOnce().finally(() => (line.saving = undefined));
    return line.saving;
  };
  useEffect(() => {
    void check();
    return () => clearTimeout(line.timer);
  }, []);
  return {
    body,
    change: (next) => {
      line.now = next;
      line.dirty = true;
      setBody(next);
      setState('waiting');
      clearTimeout(line.timer);
      line.timer = setTimeout(() => void flush(), pause);
    },
    state,
    error,
    report,
    checking,
    revision,
    flush,
  };
}
