/** A new password by a code that is sent to the telephone or mailbox on record. */
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { useAct } from '#web/client/query.ts';
import { definePage } from '#web/ui/page.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { PasswordField, TextField } from './fields.tsx';
import { sayPasswordFault } from './id-fault.ts';
import './people.css';
import { peopleWords } from './words.ts';

function Recover(): ReactNode {
  const say = useWords(peopleWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [sent, setSent] = useState(false);
  const [checked, setChecked] = useState(false);
  const asking = useAct(peopleContract.askRecovery);
  const setting = useAct(peopleContract.recover);

  const wrongCode = /^\d{6}$/.test(code) ? undefined : say.wrongCode;
  const wrongPassword = sayPasswordFault(password, [name], language);
  const ask = async (): Promise<void> => {
    setChecked(true);
    if (!name.trim()) return focusFault();
    const done = await asking.send({ body: { name: name.trim() } }).then(
      () => true,
      () => false,
    );
    if (!done) return;
    setSent(true);
    setChecked(false);
  };
  const recover = async (): Promise<void> => {
    setChecked(true);
    if (wrongCode || wrongPassword) return focusFault();
    const done = await setting.send({ body: { name: name.trim(), code, password } }).then(
      () => true,
      () => false,
    );
    if (done) void navigate({ to: '/sign-in', search: { recovered: 'yes' } as never, replace: true });
  };
  return (
    <div className="people-narrow">
      <PageHeader title={say.recoverTitle} sub={say.recoverLine} back={{ to: '/sign-in', say: say.signIn }} />
      <form
        className="people-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void (sent ? recover() : ask());
        }}
      >
        <TextField
          label={say.name}
          value={name}
          onChange={setName}
          autoComplete="username"
          maxLength={60}
          fault={checked && !name.trim() ? say.need(say.name) : undefined}
        />
        {sent ? (
          <>
            <p className="people-said" role="status">
              {say.codeSent}
            </p>
            <TextField
              label={say.code}
              hint={say.codeHint}
              value={code}
              onChange={(typed) => setCode(typed.trim())}
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={6}
              short
              fault={checked ? wrongCode : undefined}
            />
            <PasswordField
              fresh
              label={say.newPassword}
              hint={say.passwordHint}
              value={password}
              onChange={setPassword}
              fault={checked ? wrongPassword : undefined}
            />
          </>
        ) : null}
        <ProblemNote error={setting.error ?? asking.error} />
        <div className="yc-row">
          <Button type="primary" size="large" htmlType="submit" loading={asking.sending || setting.sending}>
            {sent ? say.setPassword : say.sendCode}
          </Button>
          {sent ? (
            <Button size="large" onClick={() => void ask()}>
              {say.sendAgain}
            </Button>
          ) : null}
        </div>
      </form>
    </div>
  );
}

export const page = definePage({ Component: Recover });
