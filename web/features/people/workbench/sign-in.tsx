/** Signing in at the workbench: name and password, then whatever is still to be done before the posts count. */
import './sign-in.css';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useEffect, useId, useState, type FormEvent, type ReactNode } from 'react';
import { passwordFault, peopleContract } from '#modules/people/contract';
import type { ReplyOf } from '#platform/contract';
import { parsePlain } from '#web/client/plain-search.ts';
import { useAct, useOp } from '#web/client/query.ts';
import { useSession } from '#web/client/session.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { definePage, useAsked } from '#web/ui/page.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { Loading, ProblemNote } from '#web/ui/states.tsx';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { signInWords } from './words.ts';

type DemoAccount = ReplyOf<typeof peopleContract.demoAccounts>['rows'][number];

/** A labelled field of this page. */
function Field(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  kind?: 'text' | 'password' | 'code';
  autoComplete: string;
  focus?: boolean;
  fault?: string | undefined;
}): ReactNode {
  const id = useId();
  useEffect(() => {
    if (props.focus) document.getElementById(id)?.focus();
  }, []);
  const shared = {
    id,
    value: props.value,
    autoComplete: props.autoComplete,
    size: 'large' as const,
    onChange: (event: { target: { value: string } }) => props.onChange(event.target.value),
    ...(props.fault ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-fault` } : {}),
  };
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      {props.kind === 'password' ? (
        <Input.Password {...shared} maxLength={128} />
      ) : props.kind === 'code' ? (
        <Input {...shared} inputMode="numeric" maxLength={6} className="sign-code" />
      ) : (
        <Input {...shared} maxLength={60} spellCheck={false} autoCapitalize="none" />
      )}
      {props.fault ? (
        <p id={`${id}-fault`} className="yc-fault" role="alert">
          {props.fault}
        </p>
      ) : null}
    </div>
  );
}

function Password(props: { demo: readonly DemoAccount[]; onDone: (name: string) => void }): ReactNode {
  const say = useWords(signInWords);
  const language = useLanguage();
  const { changed } = useSession();
  const signIn = useAct(peopleContract.signIn);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const enter = async (as: string, secret: string): Promise<void> => {
    await signIn.send({ body: { name: as, password: secret } });
    props.onDone(as);
    await changed();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '' || password === '') return setMissing(true);
    void enter(name.trim(), password).catch(() => {});
  };
  return (
    <div className={`sign-in${props.demo.length > 0 ? ' with-demo' : ''}`}>
      <form className="yc-panel yc-stack" onSubmit={submit} noValidate>
        <Field label={say.name} value={name} onChange={setName} autoComplete="username" focus />
        <Field
          label={say.password}
          value={password}
          onChange={setPassword}
          kind="password"
          autoComplete="current-password"
          fault={missing && (name.trim() === '' || password === '') ? say.needName : undefined}
        />
        <ProblemNote error={signIn.error} />
        <Button type="primary" htmlType="submit" size="large" loading={signIn.sending}>
          {say.signIn}
        </Button>
      </form>
      {props.demo.length > 0 ? (
        <section className="yc-panel yc-stack" aria-labelledby="demo-accounts">
          <div>
            <h2 id="demo-accounts">{say.demo}</h2>
            <p className="yc-muted yc-small">{say.demoHint}</p>
          </div>
          <ul className="yc-plain sign-demo">
            {props.demo.map((account) => (
              <li key={account.loginName}>
                <button
                  type="button"
                  disabled={signIn.sending}
                  onClick={() => void enter(account.loginName, account.password).catch(() => {})}
                >
                  <span>{pick(language, account.title, account.titleEn)}</span>
                  <code>{account.loginName}</code>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

/** Changes one's password: the first one at signing in, or any later one (`plain`, without a panel of its own). */
export function ChangePassword(props: {
  names: readonly (string | null)[];
  hint?: string;
  plain?: boolean;
  onDone?: () => void;
}): ReactNode {
  const say = useWords(signInWords);
  const { changed } = useSession();
  const act = useAct(peopleContract.changePassword);
  const [present, setPresent] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const fault = passwordFault(fresh, props.names);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (fault || fresh !== again || present === '') return;
    await act.send({ body: { present, fresh } });
    await changed();
    props.onDone?.();
  };
  return (
    <form
      className={props.plain ? 'yc-stack' : 'yc-panel yc-stack sign-one'}
      onSubmit={(event) => void submit(event).catch(() => {})}
      noValidate
    >
      <p className="yc-muted">{props.hint ?? say.changeHint}</p>
      <Field
        label={say.present}
        value={present}
        onChange={setPresent}
        kind="password"
        autoComplete="current-password"
        focus={!props.plain}
        fault={props.plain && tried && present === '' ? say.needPresent : undefined}
      />
      <Field
        label={say.fresh}
        value={fresh}
        onChange={setFresh}
        kind="password"
        autoComplete="new-password"
        fault={(tried || fresh.length > 7) && fault ? say.fault[fault] : undefined}
      />
      <Field
        label={say.again}
        value={again}
        onChange={setAgain}
        kind="password"
        autoComplete="new-password"
        fault={tried && fresh !== again ? say.differs : undefined}
      />
      <ProblemNote error={act.error} />
      <Button type="primary" htmlType="submit" size={props.plain ? 'middle' : 'large'} loading={act.sending}>
        {say.setPassword}
      </Button>
    </form>
  );
}

function SecondFactor(props: { enrol: boolean; demoCode: string | undefined }): ReactNode {
  const say = useWords(signInWords);
  const { changed } = useSession();
  const enrol = useAct(peopleContract.enrolSecondFactor);
  const give = useAct(peopleContract.giveSecondFactor);
  const [code, setCode] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await give.send({ body: { code } });
    await changed();
  };
  const secret = enrol.reply;
  return (
    <form className="yc-panel yc-stack sign-one" onSubmit={(event) => void submit(event).catch(() => {})} noValidate>
      <p className="yc-muted">{props.enrol ? say.enrolHint : say.codeHint}</p>
      {props.enrol && !secret ? (
        <>
          <ProblemNote error={enrol.error} />
          <Button
            type="primary"
            size="large"
            loading={enrol.sending}
            onClick={() => void enrol.send({}).catch(() => {})}
          >
            {say.enrolGo}
          </Button>
        </>
      ) : (
        <>
          {secret ? (
            <div className="sign-qr">
              <QrCode text={secret.address} what={say.qr} size={192} />
              <p className="yc-small yc-muted">{say.secret}</p>
              <code>{secret.secret}</code>
            </div>
          ) : null}
          <Field
            label={say.code}
            value={code}
            onChange={(typed) => setCode(typed.replace(/\D/g, ''))}
            kind="code"
            autoComplete="one-time-code"
            focus
          />
          {props.demoCode ? (
            <Button type="link" onClick={() => setCode(props.demoCode ?? '')}>
              {say.demoCode(props.demoCode)}
            </Button>
          ) : null}
          <ProblemNote error={give.error} />
          <Button type="primary" htmlType="submit" size="large" loading={give.sending} disabled={code.length !== 6}>
            {say.verify}
          </Button>
        </>
      )}
    </form>
  );
}

/** Only addresses of this surface: a link from elsewhere must not lead away after signing in. */
function safeNext(next: string | undefined): { to: string; search: Record<string, unknown> } {
  const path = (next ?? '/').replace(/^\/workbench(?=\/|$)/, '') || '/';
  if (!path.startsWith('/') || path.startsWith('//') || path.startsWith('/sign-in')) return { to: '/', search: {} };
  const [to = '/', search = ''] = path.split('?');
  return { to, search: parsePlain(search) };
}

function SignInPage(): ReactNode {
  const say = useWords(signInWords);
  const { me, signOut } = useSession();
  const navigate = useNavigate();
  const [asked] = useAsked();
  const [name, setName] = useState('');
  const todo = me?.next;
  // The code of a demo account changes every half minute.
  const demo = useOp(peopleContract.demoAccounts, {}, todo === 'secondFactor' ? { every: 10_000 } : {});
  const rows = demo.data?.rows ?? [];
  useEffect(() => {
    if (todo !== 'none') return;
    const { to, search } = safeNext(asked.next);
    void navigate({ to, search: search as never, replace: true });
  }, [todo]);

  if (me === undefined || todo === 'none') return <Loading />;
  const title =
    todo === 'changePassword'
      ? say.change
      : todo === 'enrolSecondFactor'
        ? say.enrol
        : todo === 'secondFactor'
          ? say.codeTitle
          : say.title;
  const demoCode = rows.find(({ loginName }) => loginName === (me?.loginName ?? name))?.code ?? undefined;
  return (
    <div className="sign-page">
      <PageHeader title={title} />
      {me === null || todo === undefined ? (
        <Password demo={rows} onDone={setName} />
      ) : todo === 'changePassword' ? (
        <ChangePassword names={[me.loginName, me.phone]} />
      ) : (
        <SecondFactor key={todo} enrol={todo === 'enrolSecondFactor'} demoCode={demoCode} />
      )}
      {me ? (
        <Button type="link" onClick={() => void signOut()}>
          {say.other}
        </Button>
      ) : null}
    </div>
  );
}

export const page = definePage({
  Component: SignInPage,
});
