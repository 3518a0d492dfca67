/**
 * Help beside a form: a button while a form is filled in, then the talk, which goes on from page to page. `keep` false on machines that
 * others use after the person: then nothing is stored and the help ends with the page.
 */
import './dock.css';
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { remoteHelpContract } from '#modules/remotehelp/contract';
import { call, newKey } from '#web/client/client.ts';
import { onSignOut, useSession } from '#web/client/session.tsx';
import { useMirrored } from '#web/ui/item-form/mirrored.ts';
import { useWords } from '#web/words/language.ts';
import { AskForHelp } from './ask-for-help.tsx';
import { AskersTalk } from './askers-talk.tsx';
import { forgetHelp, keepHelp, keepLines, keptHelp } from './kept-help.ts';
import { dockWords } from './words.ts';

export interface HelpDockProps {
  keep?: boolean;
  /** Called every few seconds while somebody is being helped and the clerk is there. */
  onTalk?: () => void;
}

let open: ((anywhere: boolean) => boolean) | undefined;
/** Opens the dock from elsewhere on the page: beside a form, or `anywhere`. False when it stays closed. */
export const openDock = (anywhere = false): boolean => open?.(anywhere) ?? false;

export function HelpDock({ keep = true, onTalk }: HelpDockProps): ReactNode {
  const say = useWords(dockWords);
  const form = useMirrored();
  const { me, unsure } = useSession();
  const accountId = me === undefined ? undefined : (me?.accountId ?? null);
  /** Who has been signed in since the page was loaded. */
  const seen = useRef<string>(undefined);
  if (accountId) seen.current = accountId;
  const [code, setCode] = useState(() => (keep ? keptHelp()?.code : undefined));
  const [asking, setAsking] = useState(false);
  const now = useRef({ code, form });
  now.current = { code, form };
  const change = (to: string | undefined): void => {
    if (keep && to) keepHelp({ code: to, accountId: accountId ?? null, lines: [] });
    else if (keep) forgetHelp();
    setCode(to);
    setAsking(false);
  };
  useEffect(() => {
    open = (anywhere) => {
      const opens = anywhere || now.current.code !== undefined || now.current.form !== undefined;
      if (opens) setAsking(true);
      return opens;
    };
    return () => {
      open = undefined;
      // Whoever comes next has nothing to do with it; unheard, it ends by itself: a talk within three minutes, waiting within eleven.
      const { code: left } = now.current;
      if (!keep && left)
        void call(remoteHelpContract.leaveHelp, { params: { code: left }, body: { actionId: newKey() } }).catch(() => {});
    };
  }, [keep]); // prettier-ignore
  // Whoever asked has signed out, or somebody else is here: the talk, and what was written in it, is not theirs. A session that ends under an open
  // page ends no talk, nor does a server that cannot say who it is: the same person goes on.
  useEffect(() => {
    const leave = (): void => {
      const mine = keep ? keptHelp() : undefined;
      if (!mine || mine.accountId === null) return;
      void call(remoteHelpContract.leaveHelp, { params: { code: mine.code }, body: { actionId: newKey() } }).catch(() => {});
      change(undefined);
    };
    const isNobody = accountId === null && !unsure && seen.current === undefined;
    if (isNobody || (accountId && keptHelp()?.accountId !== accountId)) leave();
    onSignOut.add(leave);
    return () => void onSignOut.delete(leave);
  }, [keep, accountId, unsure]); // prettier-ignore
  if (code)
    return (
      <aside className="help-dock" aria-label={say.title}>
        <AskersTalk
          key={code}
          code={code}
          form={form}
          kept={keep ? () => keptHelp()?.lines ?? [] : undefined}
          keep={keep ? (lines) => keepLines(code, lines) : undefined}
          onEnded={keep ? () => keepLines(code, []) : undefined}
          onOver={() => change(undefined)}
          onTalk={onTalk}
        />
      </aside>
    );
  if (asking)
    return (
      <aside className="help-dock asking" aria-label={say.title}>
        <AskForHelp itemId={form?.itemId} onAsked={change} onClose={() => setAsking(false)} />
      </aside>
    );
  // The foot of such a machine has its own.
  if (!form || !keep) return null;
  return (
    <Button className="help-open" size="large" onClick={() => setAsking(true)}>
      {say.ask}
    </Button>
  );
}
