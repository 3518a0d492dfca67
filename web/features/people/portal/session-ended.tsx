/**
 * The session ended while somebody was at work: they sign in in a dialog, over the page as it stands, and go on. Drawn once
 * by the surface's frame.
 */
import { Button, Modal } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { onSignedOut } from '#web/client/client.ts';
import { useMe } from '#web/client/session.tsx';
import { useWords } from '#web/words/language.ts';
import { SignInForm } from './sign-in-form.tsx';
import { peopleWords } from './words.ts';

let leaving = false;

/** Signs out on purpose: no dialog, and nothing of the person stays in the page's memory. */
export async function leave(signOut: () => Promise<unknown>): Promise<void> {
  leaving = true;
  try {
    await signOut();
  } finally {
    leaving = false;
  }
  location.assign('/');
}

export function SessionEnded(): ReactNode {
  const say = useWords(peopleWords);
  const me = useMe();
  const last = useRef<string>(undefined);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (me) last.current = me.accountId;
  }, [me]);
  useEffect(() => {
    const tell = (): void => {
      if (last.current && !leaving) setOpen(true);
    };
    onSignedOut.add(tell);
    return () => void onSignedOut.delete(tell);
  }, []);
  return (
    <Modal
      open={open}
      title={say.endedTitle}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={null}
      destroyOnHidden
    >
      <div className="yc-stack">
        <p>{say.endedLine}</p>
        <SignInForm
          onDone={({ accountId, next }) => {
            // Somebody else may not go on with what this person had begun.
            if (accountId !== last.current || next !== 'none') return location.assign('/mine');
            setOpen(false);
          }}
        />
        <Button type="link" onClick={() => location.assign('/')}>
          {say.leave}
        </Button>
      </div>
    </Modal>
  );
}
