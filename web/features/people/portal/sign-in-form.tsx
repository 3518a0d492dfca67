/** The form that signs in: on its page, and in the dialog over a page whose session has ended. */
import './people.css';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { useAct, useOp } from '#web/client/query.ts';
import { useSession } from '#web/client/session.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { PasswordField, TextField } from './fields.tsx';
import { peopleWords } from './words.ts';

/** Who has signed in, and what is still to be done before the account is whole. */
export interface SignedIn {
  accountId: string;
  next: string;
}

export function SignInForm(props: { onDone: (signedIn: SignedIn) => void; demo?: boolean }): ReactNode {
  const say = useWords(peopleWords);
  const { changed } = useSession();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const act = useAct(peopleContract.signIn);

  const send = async (given: { name: string; password: string }): Promise<void> => {
    const signedIn = await act.send({ body: given }).catch(() => undefined);
    if (!signedIn) return;
    await changed();
    props.onDone(signedIn);
  };
  return (
    <>
      <form
        className="people-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (!name.trim() || !password) return focusFault();
          void send({ name: name.trim(), password });
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
        <PasswordField
          label={say.password}
          value={password}
          onChange={setPassword}
          fault={checked && !password ? say.need(say.password) : undefined}
        />
        <ProblemNote error={act.error} />
        <div>
          <Button type="primary" htmlType="submit" size="large" loading={act.sending} className="yc-wizard-go">
            {say.signIn}
          </Button>
        </div>
      </form>
      {props.demo ? <DemoAccounts onChoose={send} /> : null}
    </>
  );
}

/** The accounts of the demo district; nothing in a real installation. */
function DemoAccounts(props: { onChoose: (given: { name: string; password: string }) => Promise<void> }): ReactNode {
  const say = useWords(peopleWords);
  const language = useLanguage();
  const accounts = useOp(peopleContract.demoAccounts, {}, { staleTime: Infinity });
  const rows = accounts.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="people-part" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{say.demo}</h2>
      <p className="yc-muted yc-small">{say.demoLine}</p>
      <ul className="yc-plain people-demo">
        {rows.map(({ loginName, password, title, titleEn }) => (
          <li key={loginName}>
            <button type="button" onClick={() => void props.onChoose({ name: loginName, password })}>
              <strong>{pick(language, title, titleEn)}</strong>
              <span className="yc-muted yc-small">{loginName}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
