/** One's own details, password, sessions, display. Parts of other features are handed in by the surface. */
import './people.css';
import { Link } from '@tanstack/react-router';
import { Button, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { peopleContract } from '#modules/people/contract';
import { call } from '#web/client/client.ts';
import { useAct } from '#web/client/query.ts';
import { useMe, useSession, type Me } from '#web/client/session.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { LanguageSwitch } from '#web/ui/shell.tsx';
import { ProblemNote } from '#web/ui/states.tsx';
import { focusFault } from '#web/ui/wizard.tsx';
import { generalWords } from '#web/words/general.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { TextField } from './fields.tsx';
import { plainPhone, sayEmailFault, sayPhoneFault } from './id-fault.ts';
import { leave } from './session-ended.tsx';
import { peopleWords } from './words.ts';

export function Profile(props: {
  elder: boolean;
  setElder: (elder: boolean) => void;
  /** How one is told. */
  notices?: ReactNode;
}): ReactNode {
  const say = useWords(peopleWords);
  const { signOut } = useSession();
  const me = useMe();
  if (!me) return null;
  return (
    <div className="people-narrow">
      <PageHeader title={say.profile} back={{ to: '/mine', say: say.backMine }} />
      {me.person ? <Identity person={me.person} /> : null}
      {me.person ? <Contact key={me.person.version} me={me} person={me.person} /> : null}
      {props.notices}
      <section className="people-part" aria-labelledby="display">
        <h2 id="display">{say.display}</h2>
        <label className="yc-row">
          <Switch checked={props.elder} onChange={props.setElder} /> {say.elder}
        </label>
        <div>
          <LanguageSwitch />
        </div>
      </section>
      <section className="people-part" aria-labelledby="security">
        <h2 id="security">{say.password}</h2>
        <p>
          <Link to="/mine/password">{say.changePassword}</Link>
        </p>
        <p className="yc-muted">{say.everywhereLine}</p>
        <div className="yc-row">
          <Button onClick={() => void leave(() => call(peopleContract.signOutEverywhere, {}))}>{say.everywhere}</Button>
          <Button onClick={() => void leave(signOut)}>{say.signOut}</Button>
        </div>
      </section>
    </div>
  );
}

type Person = NonNullable<Me['person']>;

function Identity(props: { person: Person }): ReactNode {
  const { person } = props;
  const say = useWords(peopleWords);
  return (
    <section className="people-form" aria-label={say.identity}>
      <dl className="people-facts">
        <dt>{say.fullName}</dt>
        <dd>{person.name}</dd>
        <dt>{say.idKinds[person.idKind]}</dt>
        <dd className="yc-numbers">{person.idNumber}</dd>
        <dt>{say.identity}</dt>
        <dd>{person.verifiedAt ? say.verified : say.notVerified}</dd>
      </dl>
      <p className="yc-muted yc-small">{say.identityLine}</p>
    </section>
  );
}

function Contact(props: { me: Me; person: Person }): ReactNode {
  const { person } = props;
  const say = useWords(peopleWords);
  const language = useLanguage();
  const { changed } = useSession();
  const [phone, setPhone] = useState(person.phone);
  const [email, setEmail] = useState(person.email);
  const [address, setAddress] = useState(person.address);
  const [checked, setChecked] = useState(false);
  const [saved, setSaved] = useState(false);
  const act = useAct(peopleContract.updateMyDetails);
  const wrongPhone = sayPhoneFault(phone, language);
  const wrongEmail = sayEmailFault(email, language);
  const send = async (): Promise<void> => {
    setChecked(true);
    setSaved(false);
    if (wrongPhone || wrongEmail) return focusFault();
    const body = {
      phone: plainPhone(phone),
      email: email.trim() || null,
      address: address.trim(),
      version: person.version,
    };
    const done = await act.send({ body }).catch(() => undefined);
    if (!done) return;
    setSaved(true);
    await changed();
  };
  return (
    <section className="people-part" aria-labelledby="contact">
      <h2 id="contact">{say.contact}</h2>
      <form
        className="people-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={say.phone}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          value={phone}
          onChange={setPhone}
          maxLength={24}
          short
          fault={checked ? wrongPhone : undefined}
        />
        <TextField
          label={say.email}
          optional
          type="email"
          inputMode="email"
          autoComplete="email"
          value={email}
          onChange={setEmail}
          fault={checked ? wrongEmail : undefined}
        />
        <TextField
          label={say.address}
          optional
          autoComplete="street-address"
          value={address}
          onChange={setAddress}
          maxLength={200}
        />
        <ProblemNote error={act.error} />
        <div className="yc-row">
          <SaveButton sending={act.sending} />
          <span role="status" className="yc-small">
            {saved ? say.saved : ''}
          </span>
        </div>
      </form>
    </section>
  );
}

function SaveButton(props: { sending: boolean }): ReactNode {
  const { actions } = useWords(generalWords);
  return (
    <Button type="primary" htmlType="submit" loading={props.sending}>
      {actions.save}
    </Button>
  );
}
