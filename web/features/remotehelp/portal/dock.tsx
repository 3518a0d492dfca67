/**
 * Help beside a form: a button while a form is filled in, then the talk, which goes on from page to page. `keep` false on machines that
 * others use after the person: then nothing is stored and the help ends with the page.
 */
import './dock.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
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
}

export function HelpDock({ door, outletId, keep = true }: HelpDockProps): ReactNode {
  const say = useWords(dockWords);
  const form = useMirrored();
  const [code, setCode] = useState(() => (keep ? (sessionStorage.getItem(kept) ?? undefined) : undefined));
  const [asking, setAsking] = useState(false);
  const change = (to: string | undefined): void => {
    if (keep && to) sessionStorage.setItem(kept, to);
    else sessionStorage.removeItem(kept);
    setCode(to);
    setAsking(false);
  };
  if (code)
    return (
      <aside className="help-dock" aria-label={say.title}>
        <AskersTalk key={code} code={code} form={form} onOver={() => change(undefined)} />
      </aside>
    );
  if (!form) return null;
  return asking ? (
    <aside className="help-dock" aria-label={say.title}>
      <AskForHelp
        door={door}
        outletId={outletId}
        itemId={form.itemId}
        onAsked={change}
        onClose={() => setAsking(false)}
      />
    </aside>
  ) : (
    <Button className="help-open" size="large" onClick={() => setAsking(true)}>
      {say.ask}
    </Button>
  );
}
