/**
 * Keeps what is filled in, a moment after each change: one save at a time, each with the version that this device knows, so
 * that a change on another device is noticed and put before the person instead of being overwritten.
 */
import { useEffect, useRef, useState } from 'react';
import { casesContract, type Draft } from '#modules/cases/contract';
import { asProblem, call, newKey } from '#web/client/client.ts';
import type { Application } from './application.ts';

export type DraftState = 'new' | 'saving' | 'saved' | 'failed' | 'conflict';

export interface KeptDraft {
  id: string;
  state: DraftState;
  /** Keeps this, soon. */
  keep: (application: Application) => void;
  /** In a conflict: this device's version replaces the other one. */
  keepMine: () => void;
  /** In a conflict: reads the other device's version. */
  readTheirs: () => Promise<Draft>;
  /** Waits for a save that is under way and keeps nothing more: the application is being sent. */
  stop: () => Promise<void>;
  /** It could not be sent: goes on keeping. */
  goOn: () => void;
}

const pause = 1_000;
const pauseAfterFailure = 8_000;

export function useDraft(item: { itemId: string; itemVersion: number }, begun: Draft | undefined): KeptDraft {
  const [id] = useState(() => begun?.id ?? newKey());
  const [state, setState] = useState<DraftState>(begun ? 'saved' : 'new');
  const line = useRef({
    version: begun?.version ?? 0,
    waiting: undefined as Application | undefined,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    saving: undefined as Promise<void> | undefined,
    stopped: false,
    conflict: undefined as number | undefined,
  }).current;

  const save = async (): Promise<void> => {
    clearTimeout(line.timer);
    line.timer = undefined;
    const application = line.waiting;
    if (!application || line.saving || line.stopped || line.conflict !== undefined) return;
    line.waiting = undefined;
    line.saving = send(application);
    await line.saving;
  };
  const send = async (application: Application): Promise<void> => {
    setState('saving');
    try {
      const content = JSON.parse(JSON.stringify(application)) as Record<string, unknown>;
      const { version } = await call(casesContract.saveDraft, {
        params: { id },
        body: { ...item, content, version: line.version },
      });
      line.version = version;
      setState('saved');
    } catch (thrown) {
      const problem = asProblem(thrown);
      line.waiting ??= application;
      if (problem.code === 'cases.draftChanged') {
        line.conflict = Number(problem.facts.version ?? line.version + 1);
        setState('conflict');
      } else {
        setState('failed');
        if (!line.stopped) line.timer = setTimeout(() => void save(), pauseAfterFailure);
      }
    } finally {
      line.saving = undefined;
      // Something was changed while this save was on its way.
      if (line.waiting && line.conflict === undefined && !line.stopped && !line.timer)
        line.timer = setTimeout(() => void save(), pause);
    }
  };

  useEffect(() => {
    // A phone that is put away may not come back to this page.
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') void save();
    };
    const again = (): void => void save();
    document.addEventListener('visibilitychange', hidden);
    addEventListener('online', again);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('online', again);
      void save();
    };
  }, []);

  return {
    id,
    state,
    keep: (application) => {
      line.waiting = application;
      clearTimeout(line.timer);
      line.timer = setTimeout(() => {
        line.timer = undefined;
        void save();
      }, pause);
    },
    keepMine: () => {
      line.version = line.conflict ?? line.version;
      line.conflict = undefined;
      void save();
    },
    readTheirs: async () => {
      const theirs = await call(casesContract.getDraft, { params: { id } });
      line.waiting = undefined;
      line.stopped = true;
      return theirs;
    },
    stop: async () => {
      line.stopped = true;
      clearTimeout(line.timer);
      line.timer = undefined;
      await line.saving;
    },
    goOn: () => {
      line.stopped = false;
      void save();
    },
  };
}
