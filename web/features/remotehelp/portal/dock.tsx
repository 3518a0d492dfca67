/**
 * Help beside a form: a button while a form is filled in, then the talk, which goes on from page to page. `keep` false on machines that
 * others use after the person: then nothing is stored and the help ends with the page.
 */
import './dock.css';
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { remoteHelpContract } from '#modules/remotehelp/contract';
import { call, newKey } from '#web/client/client.ts';
import { useMirrored } from '#web/ui/item-form/mirrored.ts';
import { useWords } from '#web/words/language.ts';
import { AskForHelp } from './ask-for-help.tsx';
import { AskersTalk } from './askers-talk.tsx';
import { dockWords } from './words.ts';

const kept = 'yichuang.help';

export interface HelpDockProps {
  door: 'portal' | 'kiosk';
  outletId?: string;
  keep?: boolean;
  /** Called every few seconds while somebody is being helped and the clerk is there. */
  onTalk?: () => void;
}

let open: ((anywhere: boolean) => boolean) | undefined;
/** Opens the dock from elsewhere on the page: beside a form, or `anywhere`. False when it stays closed. */
export const openDock = (anywhere = false): boolean => open?.(anywhere) ?? false;

export function HelpDock({ door, outletId, keep = true, onTalk }: HelpDockProps): ReactNode {
  const say = useWords(dockWords);
  const form = useMirrored();
  const [code, setCode] = useState(() => (keep ? (sessionStorage.getItem(kept) ?? undefined) : undefined));
  const [asking, setAsking] = useState(false);
  const now = useRef({ code, form });
  now.current = { code, form };
  const change = (to: string | undefined): void => {
    if (keep && to) sessionStorage.setItem(kept, to);
    else if (keep) sessionStorage.removeItem(kept);
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
  if (code)
    return (
      <aside className="help-dock" aria-label={say.title}>
        <AskersTalk key={code} code={code} form={form} onOver={() => change(undefined)} onTalk={onTalk} />
      </aside>
    );
  if (asking)
    return (
      <aside className="help-dock asking" aria-label={say.title}>
        <AskForHelp
          door={door}
          outletId={outletId}
          itemId={form?.itemId}
          onAsked={change}
          onClose={() => setAsking(false)}
        />
      </aside>
    );
  // The foot of a kiosk has its own.
  if (!form || door === 'kiosk') return null;
  return (
    <Button className="help-open" size="large" onClick={() => setAsking(true)}>
      {say.ask}
    </Button>
  );
}
