/** Changing the password; after it all other devices have to sign in again. */
import './people.css';
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { useAct } from '#web/client/query.ts';
import { useMe, useSession } from '#web/client/session.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { PasswordField } from './fields.tsx';
import { sayPasswordFault } from './id-fault.ts';
import { safeNext } from './sign-in.tsx';
import { peopleWords } from './words.ts';

function Password(): ReactNode {
  const say = useWords(peopleWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const me = useMe();
  const { changed } = useSession();
  const [asked] = useAsked();
  const [present, setPresent] = useState('');
  const [fresh, setFresh] = useState('');
  const [checked, setChecked] = useState(false);
  const [done, setDone] = useState(false);
  const act = useAct(peopleContract.changePassword);
  const first = me?.next === 'changePassword';
  const wrong = sayPasswordFault(fresh, [me?.loginName ?? '', me?.phone ?? ''], language);
  const send = async (): Promise<void> => {
    setChecked(true);
    setDone(false);
    if (!present || wrong) return focusFault();
    const reply = await act.send({ body: { present, fresh } }).catch(() => undefined);
    if (!reply) return;
    await changed();
    if (asked.next) return void navigate({ href: safeNext(asked.next), replace: true });
    setPresent('');
    setFresh('');
    setChecked(false);
    setDone(true);
  };
  return (
    <div className="people-narrow">
      <PageHeader
        title={first ? say.changePasswordFirst : say.changePassword}
        sub={first ? say.changePasswordFirstLine : undefined}
        {...(first ? {} : { back: { to: '/mine/profile', say: say.profile } })}
      />
      <form
        className="people-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <PasswordField
          label={say.present}
          value={present}
          onChange={setPresent}
          fault={checked && !present ? say.need(say.present) : undefined}
        />
        <PasswordField
          fresh
          label={say.newPassword}
          hint={say.passwordHint}
          value={fresh}
          onChange={setFresh}
          fault={checked ? wrong : undefined}
        />
        {done ? (
          <p className="people-said" role="status">
            {say.passwordChanged}
          </p>
        ) : null}
        <ProblemNote error={act.error} />
        <div>
          <Button type="primary" size="large" htmlType="submit" loading={act.sending}>
            {say.changePassword}
          </Button>
        </div>
      </form>
    </div>
  );
}

export const page = definePage({ roles: ['resident'], Component: Password });
